/** Readers for JSON that came over a socket: shapes are looked at, never assumed. */

export type Json = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as an object; anything else reads as an empty one. */
export const record = (value: unknown): Json => (isRecord(value) ? value : {});

/** The value as an array; anything else reads as an empty one. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The value as a list of objects; members of another kind read as empty objects. */
export const records = (value: unknown): readonly Json[] => list(value).map(record);

/** The value as text; anything else reads as ''. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The value as a number; anything else reads as 0. */
export const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Parsed JSON, or undefined where it does not parse. */
export function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
