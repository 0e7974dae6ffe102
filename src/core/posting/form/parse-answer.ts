/** From what was typed to what an entry has, or to a sentence that says what to type instead. */

import type { z } from 'zod';
import type { NamingContext } from '../../chat/command.ts';
import { readDate } from '../../chat/dates/read-date.ts';
import { KINDS } from '../../dossier/kinds/index.ts';
import { whyNoReason } from '../../dossier/text/reason.ts';
import { UserError } from '../../reply/user-error.ts';
import { visible } from '../../reply/visible.ts';
import type { Field } from '../../wording/forms/form.ts';
import { type FormKind, formOf } from '../../wording/forms/form-kinds.ts';
import { sourceAt, sourceParts } from '../../wording/forms/source-addresses.ts';
import { matchNames } from '../../wording/match-names.ts';
import type { Named } from '../../wording/named.ts';
import { partyNames, sourceNames } from '../../wording/names.ts';
import { nearest, nearestNames } from '../../wording/nearest.ts';

/** Longest answer, in UTF-16 units: two of the longest messages of a platform, for a pasted excerpt. */
const MAX_ANSWER = 8000;

/** How many of the things that a name may mean are listed. */
const MOST_LISTED = 6;

export interface AnsweringContext extends Pick<NamingContext, 'dossier' | 'language'> {
  /** `YYYY-MM-DD` in the asker's time zone. */
  readonly today: string;
}

export interface Answer {
  /** As it is kept in the draft. Parsing it again gives the same. */
  readonly text: string;
  readonly value: unknown;
}

/** Throws `UserError` for an answer that is not understood. An empty one leaves an optional field out. */
export function parseAnswer(form: FormKind, field: Field, typed: string, context: AnsweringContext): Answer {
  if (typed.length > MAX_ANSWER) throw new UserError('form-too-long', { limit: MAX_ANSWER });
  if (typed.trim() === '') {
    if (!field.empty) throw new UserError('form-required');
    return { text: '', value: field.empty.value };
  }
  const answer = understand(field, typed, context);
  const problem =
    field.name === 'reason' ? whyNoReason(answer.text, context.dossier.conflict) : whyNot(form, field, answer.value);
  if (problem !== undefined) throw new UserError('form-invalid', { problem });
  return answer;
}

function understand({ is }: Field, typed: string, context: AnsweringContext): Answer {
  const trimmed = typed.trim();
  switch (is.kind) {
    case 'verbatim':
      return same(trimmed);
    case 'text':
      return same(trimmed.replaceAll(/\s+/gu, ' '));
    case 'lines': {
      const lines = linesOf(trimmed);
      return { text: lines.join('\n'), value: lines };
    }
    case 'choice': {
      const chosen = is.choices.find((one) => one === trimmed.toLowerCase().replaceAll(/[\s_]+/gu, '-'));
      if (chosen !== undefined) return same(chosen);
      const [near = is.choices[0] ?? ''] = nearest(trimmed, is.choices, 1);
      throw new UserError('form-choice', { typed: visible(trimmed), choices: is.choices.join(', '), near });
    }
    case 'date': {
      const date = readDate(trimmed, context.today, context.language, is.lies);
      if (date === undefined) throw new UserError('form-date', { typed: visible(trimmed), today: context.today });
      return same(date.text);
    }
    case 'number': {
      const digits = trimmed.replaceAll(/(?<=\d)[, ](?=\d{3}\b)/gu, '');
      if (!(is.isWhole ? /^\d{1,9}$/u : /^-?\d{1,3}(?:\.\d{1,8})?$/u).test(digits)) {
        throw new UserError('form-number', { typed: visible(trimmed), whole: is.isWhole ? 'yes' : 'no' });
      }
      return { text: digits, value: Number(digits) + 0 };
    }
    case 'address': {
      // What stands already may stay, also from before only https was taken.
      const isKnown = [...context.dossier.sources.values()].some(({ url }) => url === trimmed);
      return same(isKnown ? trimmed : addressOf(trimmed));
    }
    case 'name': {
      const names = is.names(context);
      if (!is.several) return same(idNamed(trimmed, names));
      const ids = partsOf(trimmed).map((part) => idNamed(part, names));
      return { text: [...new Set(ids)].join(', '), value: [...new Set(ids)] };
    }
    case 'by party': {
      const items = linesOf(trimmed).map((line) => byParty(line, context));
      return {
        text: items.map(({ party, words }) => `${party}: ${words}`).join('\n'),
        value: items.map(({ party, words }) => ({ party, [is.words]: words, ...is.nothing })),
      };
    }
    case 'sources': {
      const parts = sourceParts(trimmed).map((part) => sourceOf(part, context));
      const fresh = parts.filter((part) => part.includes('://'));
      if (fresh.length > 1) throw new UserError('form-one-new-source');
      return { text: [...new Set(parts)].join('\n'), value: [...new Set(parts)] };
    }
  }
}

function same(text: string): Answer {
  return { text, value: text };
}

function linesOf(typed: string): readonly string[] {
  return typed
    .split(/[\n|]/u)
    .map((line) => line.trim().replaceAll(/\s+/gu, ' '))
    .filter((line) => line !== '');
}

function partsOf(typed: string): readonly string[] {
  return typed
    .split(/[\n,;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function idNamed(typed: string, names: readonly Named[]): string {
  const exact = names.find(({ id }) => id === typed);
  if (exact) return exact.id;
  const [first, ...others] = matchNames(typed, names);
  if (first && others.length === 0) return first.id;
  const listed = (some: readonly Named[]) => some.map(({ id, label }) => `${id} (${label})`).join(' · ');
  if (first) {
    const [all, some] = [[first, ...others], [first, ...others].slice(0, MOST_LISTED)];
    const more = all.length - some.length;
    throw new UserError('form-name-ambiguous', { typed: visible(typed), options: listed(some), more });
  }
  const near = [...new Set([...nearestNames(typed, names), ...names])].slice(0, 4);
  throw new UserError('form-name-unknown', { typed: visible(typed), options: listed(near) });
}

/** `north: it will answer violations` */
function byParty(line: string, context: AnsweringContext): { readonly party: string; readonly words: string } {
  const [, party, words] = /^([^:]+):\s*(.+)$/u.exec(line) ?? [];
  if (party === undefined || words === undefined) {
    const [example = ''] = context.dossier.conflict.sides.map((one) => one.party);
    throw new UserError('form-by-party', { typed: visible(line), party: example });
  }
  return { party: idNamed(party.trim(), partyNames(context)), words };
}

function sourceOf(part: string, context: AnsweringContext): string {
  if (!part.includes('://')) return idNamed(part, sourceNames(context));
  const address = addressOf(part);
  return sourceAt(address, context.dossier)?.id ?? address;
}

/**
 * As browsers read it, so that a host is seen for what it is (`xn--…`). Only https, and no name or password in it.
 */
function addressOf(typed: string): string {
  const url = URL.parse(typed);
  const isSound =
    url?.protocol === 'https:' && url.username === '' && url.password === '' && /[^.]\.[^.]/u.test(url.hostname);
  if (!isSound || /[\s<>"\p{Cc}\p{Cf}]/u.test(typed)) throw new UserError('form-address', { typed: visible(typed) });
  return url.href;
}

/** Fields about a new source go into that one. */
function whyNot(form: FormKind, { name, path }: Field, value: unknown): string | undefined {
  if (path !== null) return problemWith(form, path, value);
  const ofSource = formOf('source').fields.find((one) => one.name === name)?.path ?? null;
  return ofSource === null ? undefined : problemWith('source', ofSource, value);
}

/**
 * What the schema of the entry says against the value; undefined where nothing. New sources become ids only later.
 */
function problemWith(form: FormKind, path: string, value: unknown): string | undefined {
  if (path === 'sources') return undefined;
  const schema = path
    .split('.')
    .reduce<z.ZodType | undefined>(
      (found, step) => (found && 'shape' in found ? propertyOf(found.shape, step) : undefined),
      KINDS[form].schema,
    );
  if (schema === undefined) throw new Error(`${form} has no ${path}`);
  return schema.safeParse(value).error?.issues[0]?.message;
}

function propertyOf(shape: unknown, step: string): z.ZodType | undefined {
  // A shape is an object of schemas; its type is lost where the path is a variable.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return typeof shape === 'object' && shape !== null ? (Reflect.get(shape, step) as z.ZodType | undefined) : undefined;
}

/** The fields of a form that have a place in the entry. */
export function entryFields(form: FormKind): readonly (Field & { readonly path: string })[] {
  return formOf(form).fields.flatMap((field) => (field.path === null ? [] : [{ ...field, path: field.path }]));
}
