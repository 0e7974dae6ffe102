/** Rules for registered Discord commands that its reference documents and its OpenAPI schema does not have. */
import { type Json, list, record, records, text } from '../../json.ts';
import type { Violation } from '../../violations.ts';

/** Source: discord-api-docs, interactions/application-commands.mdx:122-178, 450. Lengths are UTF-16 units. */
const limits = { commands: 100, description: 100, options: 25, choices: 25, choiceText: 100, sum: 8000 } as const;

/** Source: application-commands.mdx, "Application Command Naming". */
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Source: discord-api-docs, reference.mdx "Locales": there is no ur, fa, ps or ar. */
const locales = new Set(
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
);

const chatInput = 1;
const subcommand = 1;
const subcommandGroup = 2;
type Report = (rule: string, detail: string) => void;

/** Everything wrong with a list of commands as one scope would hold it. */
export function checkCommandLimits(commands: readonly Json[], where: string): readonly Violation[] {
  const found: Violation[] = [];
  const report: Report = (rule, detail) => void found.push({ rule, where, detail });
  const chat = commands.filter((command) => (command['type'] ?? chatInput) === chatInput);
  if (chat.length > limits.commands) report('commandCount', `${chat.length} commands > ${limits.commands}`);
  checkDistinct(chat, 'commands', report);
  for (const command of chat) {
    const at = `/${text(command['name'])}`;
    checkNamed(command, at, report);
    checkOptions(records(command['options']), at, report);
    const sum = weight(command);
    if (sum > limits.sum) report('commandSum', `${at} has ${sum} characters in all > ${limits.sum}`);
  }
  return found;
}

function checkNamed(part: Json, at: string, report: Report): void {
  for (const name of [part['name'], ...Object.values(record(part['name_localizations']))].map(text)) {
    if (!namePattern.test(name)) report('commandName', `${at}: ${JSON.stringify(name)} is no legal name`);
    if (name !== name.toLowerCase()) report('commandName', `${at}: ${JSON.stringify(name)} is not in lower case`);
  }
  const descriptions = [part['description'], ...Object.values(record(part['description_localizations']))].map(text);
  for (const { length } of descriptions) {
    if (length < 1 || length > limits.description)
      report('commandDescription', `${at}: a description has ${length}, wanted 1-${limits.description}`);
  }
  for (const field of ['name_localizations', 'description_localizations']) {
    for (const locale of Object.keys(record(part[field]))) {
      if (!locales.has(locale)) report('commandLocale', `${at}: Discord has no locale ${locale}`);
    }
  }
}

function checkOptions(options: readonly Json[], at: string, report: Report): void {
  if (options.length > limits.options)
    report('commandOptions', `${at} has ${options.length} > ${limits.options} options`);
  checkDistinct(options, at, report);
  const isGroup = (option: Json): boolean => option['type'] === subcommand || option['type'] === subcommandGroup;
  if (options.some(isGroup) && !options.every(isGroup)) report('commandOptions', `${at} mixes subcommands and options`);
  let optionalSeen = false;
  for (const option of options) {
    const here = `${at} ${text(option['name'])}`;
    checkNamed(option, here, report);
    if (isGroup(option)) {
      checkOptions(records(option['options']), here, report);
      continue;
    }
    if (option['required'] === true && optionalSeen)
      report('commandOptions', `${here} is required after an optional one`);
    if (option['required'] !== true) optionalSeen = true;
    checkChoices(option, here, report);
  }
}

function checkChoices(option: Json, at: string, report: Report): void {
  const choices = records(option['choices']);
  if (option['autocomplete'] === true && Array.isArray(option['choices']))
    report('commandChoices', `${at} has both choices and autocomplete`);
  if (choices.length > limits.choices)
    report('commandChoices', `${at} has ${choices.length} > ${limits.choices} choices`);
  checkChoiceTexts(choices, at, report);
  checkDistinct(choices, at, report);
}

/** A choice, registered or suggested: name 1-100, a text value 1-100. */
function checkChoiceTexts(choices: readonly Json[], at: string, report: Report): void {
  for (const choice of choices) {
    for (const [key, value] of [['name', choice['name']] as const, ['value', choice['value']] as const]) {
      if (typeof value !== 'string') continue;
      if (value.length < 1 || value.length > limits.choiceText)
        report('choiceLength', `${at}: a choice's ${key} has ${value.length}, wanted 1-${limits.choiceText}`);
    }
  }
}

/** Suggestions of an autocomplete answer: at most 25, name 1-100, value up to 100 characters. */
export function checkSuggestions(data: unknown, where: string): readonly Violation[] {
  const found: Violation[] = [];
  const report: Report = (rule, detail) => void found.push({ rule, where, detail });
  const choices = record(data)['choices'];
  if (!Array.isArray(choices)) report('choices', 'an autocomplete answer needs choices');
  if (list(choices).length > limits.choices) report('choices', `${list(choices).length} > ${limits.choices} choices`);
  checkChoiceTexts(records(choices), 'suggestion', report);
  return found;
}

function checkDistinct(parts: readonly Json[], at: string, report: Report): void {
  const names = parts.map((part) => part['name']);
  if (new Set(names).size < names.length) report('commandOptions', `${at}: a name appears twice`);
}

/** Names, descriptions and choice values of a command and its options, each by its longest localisation. */
function weight(part: Json): number {
  const longest = (key: string): number => {
    const localised = Object.values(record(part[`${key}_localizations`])).map((value) => text(value).length);
    return Math.max(text(part[key]).length, ...localised);
  };
  const choices = records(part['choices']).reduce((total, choice) => total + weight(choice), 0);
  const value = text(part['value']).length;
  return records(part['options']).reduce(
    (total, option) => total + weight(option),
    longest('name') + longest('description') + value + choices,
  );
}
