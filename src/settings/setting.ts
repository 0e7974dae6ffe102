/** A variable of the environment: its rule, and what is said about it; with the rules that several of them share. */
import { z } from 'zod';

export interface SettingNotes {
  readonly about: string;
  /** For `.env.example`. */
  readonly example: string;
  /** What counts where the variable is not set. */
  readonly fallback?: string;
  /** Never printed. */
  readonly secret?: true;
}

/** Rules by the name of their variable. Each rule is registered in `settingNotes`. */
export type SettingSchemas = Readonly<Record<string, z.ZodType>>;

/** What is said about each variable, by its rule. */
export const settingNotes = z.registry<SettingNotes>();

/** Its value has no slash at its end. */
export function httpUrl() {
  return z
    .string()
    .refine(isPlainHttpUrl, 'must be an http:// or https:// address without a user name, a query or a fragment')
    .transform((address) => new URL(address).href.replace(/\/+$/, ''));
}

export function wholeNumber(min: number, max: number) {
  return z
    .string()
    .refine(
      (digits) => /^\d{1,9}$/.test(digits) && Number(digits) >= min && Number(digits) <= max,
      `must be a whole number from ${min} to ${max}`,
    )
    .transform(Number);
}

function isPlainHttpUrl(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password && !/[?#]/.test(address);
}
