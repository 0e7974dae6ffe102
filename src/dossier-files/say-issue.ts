/** What a schema says of a field, in words that name the cure. */
import type { z } from 'zod';
import type { Problem } from '../core/dossier/check.ts';

/** One line: the file, or what it is, the entry, the field, and what is wrong. */
export function problemLine(file: string, { id, field, message }: Omit<Problem, 'kind'>): string {
  return `${file}: ${id}: ${field}: ${message}`;
}

/** The library speaks of "input" and "options"; whoever writes files thinks of fields and words. */
export function sayIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return `has a field that the format does not have: ${issue.keys.join(', ')}. Remove it, or correct its name`;
  }
  if (issue.code === 'invalid_type') {
    return issue.message.endsWith('received undefined')
      ? `is missing: it must be ${typeWord(issue.expected)}`
      : `must be ${typeWord(issue.expected)}`;
  }
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.map(String).join(', ')}`;
  return `${issue.message}${cureOf(issue)}`;
}

/** What to do, where the schema says only what it found. */
function cureOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_format' && issue.format === 'url') return ': give an address as https://example.org/page';
  if (issue.code === 'too_big') return ': shorten it';
  return issue.code === 'too_small' && issue.message.startsWith('Too small') ? ': give more' : '';
}

function typeWord(expected: string): string {
  switch (expected) {
    case 'array':
      return 'a list, in [ ]';
    case 'object':
      return 'an object, in { }';
    case 'string':
      return 'a text, in quotation marks';
    case 'number':
    case 'int':
      return 'a number';
    default:
      return expected;
  }
}
