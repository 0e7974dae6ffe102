/** Turns what a person typed after a slash into the options of an interaction, as the registered command demands. */
import { isRecord, type Json, records, text } from '../json.ts';

type SlashValue = string | number | boolean;
export type SlashArguments = Readonly<Record<string, SlashValue>>;

const optionType = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  number: 10,
};
const allPermissions = '2251799813685247';

/**
 * `path` is 'quotes' or 'digest set' (subcommands by spaces). With commands registered, what Discord's client would not
 * let a person send is an error here: an unknown command or option, a missing required one, a value that is no choice.
 */
export function buildCommandData(
  registered: readonly Json[],
  path: string,
  given: SlashArguments,
  focused?: string,
): Json {
  const [name = '', ...inner] = path.split(' ');
  const command = registered.find((entry) => entry['name'] === name);
  if (registered.length > 0 && command === undefined) {
    throw new Error(
      `/${name} is not registered; there are ${registered.map((entry) => text(entry['name'])).join(', ')}`,
    );
  }
  let declared = command;
  const steps = inner.map((step) => {
    const found = declared === undefined ? undefined : optionsOf(declared).find((option) => option['name'] === step);
    if (declared !== undefined && found === undefined) throw new Error(`/${path}: there is no subcommand ${step}`);
    declared = found;
    return step;
  });
  const leaf = declared;
  if (leaf !== undefined) checkGiven(path, optionsOf(leaf), given, focused);
  const values = Object.entries(given).map(([key, value]) => {
    const option = leaf === undefined ? undefined : optionsOf(leaf).find((entry) => entry['name'] === key);
    const type = option === undefined ? guessType(value) : Number(option['type']);
    return { name: key, type, value, ...(key === focused ? { focused: true } : {}) };
  });
  const options = steps.reduceRight<readonly Json[]>((within, step, index) => {
    const isGroup = index === 0 && steps.length === 2;
    return [{ name: step, type: isGroup ? optionType.group : optionType.subcommand, options: within }];
  }, values);
  return { id: text(command?.['id']) || '900000000000000001', name, type: 1, options, ...resolved(values) };
}

const optionsOf = (part: Json): readonly Json[] => records(part['options']);

function checkGiven(path: string, declared: readonly Json[], given: SlashArguments, focused: string | undefined): void {
  for (const [key, value] of Object.entries(given)) {
    const option = declared.find((entry) => entry['name'] === key);
    if (option === undefined) throw new Error(`/${path} has no option ${key}`);
    if (key === focused) {
      if (option['autocomplete'] !== true) throw new Error(`/${path} ${key} has no autocomplete`);
      continue;
    }
    if (option['type'] === optionType.channel && !/^\d+$/u.test(String(value))) {
      throw new Error(`/${path} ${key}: ${JSON.stringify(value)} is no channel`);
    }
    const choices = records(option['choices']);
    if (choices.length > 0 && !choices.some((choice) => choice['value'] === value)) {
      throw new Error(`/${path} ${key}: ${JSON.stringify(value)} is none of the choices`);
    }
  }
  if (focused !== undefined) return;
  for (const option of declared) {
    const name = text(option['name']);
    if (option['required'] === true && !(name in given)) throw new Error(`/${path} needs ${name}`);
  }
}

function guessType(value: SlashValue): number {
  if (typeof value === 'boolean') return optionType.boolean;
  if (typeof value === 'string') return optionType.string;
  return Number.isInteger(value) ? optionType.integer : optionType.number;
}

/** Channels, users and roles named by id come with their objects, as far as a bot reads them. */
function resolved(values: readonly Json[]): { resolved?: Json } {
  const pick = (type: number, build: (id: string) => Json): Json =>
    Object.fromEntries(
      values
        .filter((entry) => entry['type'] === type)
        .map((entry) => [text(entry['value']), build(text(entry['value']))]),
    );
  const channels = pick(optionType.channel, (id) => ({
    id,
    name: 'news',
    type: 0,
    permissions: allPermissions,
    app_permissions: allPermissions,
  }));
  const users = pick(optionType.user, (id) => ({ id, username: 'someone', discriminator: '0', avatar: null }));
  const roles = pick(optionType.role, (id) => ({ id, name: 'role', permissions: '0', position: 1, colors: {} }));
  const parts = Object.entries({ channels, users, roles }).filter(
    ([, part]) => isRecord(part) && Object.keys(part).length > 0,
  );
  return parts.length === 0 ? {} : { resolved: Object.fromEntries(parts) };
}
