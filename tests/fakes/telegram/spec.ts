/** Checks every field of a Bot API call against the whole machine-readable schema that TELEGRAM_SPEC names. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isRecord, type Json } from '../json.ts';
import type { Violation } from '../violations.ts';

const fieldShape = z.object({
  name: z.string(),
  types: z.array(z.string()),
  required: z.boolean(),
  description: z.string(),
});
type Field = z.infer<typeof fieldShape>;
const typeShape = z.object({
  name: z.string(),
  fields: z.array(fieldShape).optional(),
  subtypes: z.array(z.string()).optional(),
});
const specShape = z.object({
  version: z.string(),
  methods: z.record(z.string(), typeShape),
  types: z.record(z.string(), typeShape),
});
type Spec = z.infer<typeof specShape>;

export type TelegramSpec = {
  readonly version: string;
  /** `files` are the names of uploaded parts: a parameter may be an upload itself or say attach://name. */
  readonly check: (method: string, params: Json, files: readonly string[]) => readonly Violation[];
};

/** Reads the generator's format of PaulSonOfLars/telegram-bot-api-spec (methods and types with their fields). */
export function readTelegramSpec(path: string): TelegramSpec {
  const spec = specShape.parse(JSON.parse(readFileSync(path, 'utf8')));
  return {
    version: spec.version,
    check(method, params, files) {
      const declared = spec.methods[method];
      if (declared === undefined) {
        return [{ rule: 'spec', where: method, detail: `${spec.version} has no such method` }];
      }
      const uploads = Object.fromEntries(files.map((name) => [name, uploaded]));
      const known = new Set((declared.fields ?? []).map((field) => field.name));
      const sent = { ...Object.fromEntries(Object.entries(uploads).filter(([name]) => known.has(name))), ...params };
      return checkFields(spec, declared.fields ?? [], sent, '').map((detail) => ({
        rule: 'spec',
        where: method,
        detail,
      }));
    },
  };
}

const uploaded = Symbol('an uploaded file');

function checkFields(spec: Spec, fields: readonly Field[], value: Json, at: string): readonly string[] {
  const path = (name: string): string => (at === '' ? name : `${at}.${name}`);
  const known = new Set(fields.map((field) => field.name));
  const unknown = Object.keys(value).filter((name) => !known.has(name));
  return [
    ...unknown.map((name) => `${path(name)} is no known field`),
    ...fields.flatMap((field) => {
      const given = value[field.name];
      if (given === undefined) return field.required ? [`${path(field.name)} is missing`] : [];
      return [
        ...checkTypes(spec, field.types, given, path(field.name)),
        ...checkConstant(field, given, path(field.name)),
      ];
    }),
  ];
}

/** "Scope type, must be chat" and the like are the only place where the schema names a union's tag. */
function checkConstant(field: Field, value: unknown, at: string): readonly string[] {
  const wanted = /(?:^|, )(?:must be|always) [“"*_]?([a-z_]+)[”"*_]?$/u.exec(field.description)?.[1];
  if (wanted === undefined || field.types.join('') !== 'String' || value === wanted) return [];
  return [`${at} must be ${wanted}`];
}

function checkTypes(spec: Spec, types: readonly string[], value: unknown, at: string): readonly string[] {
  const tries = types.map((type) => checkType(spec, type, value, at));
  if (tries.some((problems) => problems.length === 0)) return [];
  const nearest = tries.toSorted((one, other) => one.length - other.length)[0] ?? [];
  return types.length === 1 ? nearest : [`${at} is none of ${types.join(', ')} (${nearest.join('; ')})`];
}

function checkType(spec: Spec, type: string, value: unknown, at: string): readonly string[] {
  const wrong = [`${at} is no ${type}`];
  if (type.startsWith('Array of ')) {
    if (!Array.isArray(value)) return wrong;
    const inner = type.slice('Array of '.length);
    return value.flatMap((item, index) => checkType(spec, inner, item, `${at}[${index}]`));
  }
  if (type === 'Integer') return Number.isSafeInteger(value) ? [] : wrong;
  if (type === 'Float') return typeof value === 'number' ? [] : wrong;
  if (type === 'Boolean') return typeof value === 'boolean' ? [] : wrong;
  if (type === 'String') return typeof value === 'string' ? [] : wrong;
  if (type === 'InputFile') return value === uploaded ? [] : wrong;
  const declared = spec.types[type];
  if (declared === undefined || !isRecord(value)) return wrong;
  if (declared.subtypes !== undefined) return checkTypes(spec, declared.subtypes, value, at);
  return checkFields(spec, declared.fields ?? [], value, at);
}
