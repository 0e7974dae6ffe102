/** A person at Discord, as a test talks: `chat.slash(…)`, `chat.presses(…)`, `chat.autocompletes(…)`. */
import { type Json, records, text } from '../json.ts';
import { platformNow } from '../platform-clock.ts';
import type { Violations } from '../violations.ts';
import { type DiscordAnswer, readMessage } from './answer.ts';
import type { Gateway } from './gateway.ts';
import { buildInteraction, type DiscordPerson, personAsUser } from './interaction-payload.ts';
import { callback, type Interaction, type Interactions, interactionType, type Outcome } from './interactions.ts';
import type { DiscordMessages } from './messages.ts';
import { type DiscordModal, type Filled, fillIn, modalData, readModal } from './modals.ts';
import { buildCommandData, type SlashArguments } from './options.ts';

type DiscordChoice = { readonly name: string; readonly value: string | number };

export type DiscordChat = DiscordPerson & {
  /** Sends a command ('quotes', or 'digest set' for a subcommand); resolves with what is finally visible. */
  readonly slash: (path: string, args?: SlashArguments) => Promise<DiscordAnswer>;
  /** Presses the button with this label; resolves with the updated message, or with the new one. */
  readonly presses: (answer: DiscordAnswer, label: string) => Promise<DiscordAnswer>;
  /** Sends a component interaction that no visible button offers: a stale or forged custom id. */
  readonly pressesCustomId: (answer: DiscordAnswer, customId: string) => Promise<DiscordAnswer>;
  /** Picks the option with this label in one of the message's select menus. */
  readonly selects: (answer: DiscordAnswer, label: string) => Promise<DiscordAnswer>;
  /** Sends a choice that no visible menu offers: stale or forged. */
  readonly choosesValue: (answer: DiscordAnswer, customId: string, value: string) => Promise<DiscordAnswer>;
  /** Presses the button with this label, which opens a modal. */
  readonly opens: (answer: DiscordAnswer, label: string) => Promise<DiscordModal>;
  /** Fills in a modal and leaves the rest as it was shown; resolves with the updated message, or with the new one. */
  readonly submits: (modal: DiscordModal, filled?: Filled) => Promise<DiscordAnswer>;
  /** Sends a submission that no shown modal allows; without a message where there is none. */
  readonly forges: (
    customId: string,
    values: readonly (readonly [string, string | readonly string[]])[],
    answer?: DiscordAnswer,
  ) => Promise<DiscordAnswer>;
  /** Types `typed` into an option with autocomplete; resolves with the suggestions. */
  readonly autocompletes: (
    path: string,
    option: string,
    typed: string,
    others?: SlashArguments,
  ) => Promise<readonly DiscordChoice[]>;
  /** The next thing shown for the same interaction: a follow-up, or a later edit. */
  readonly followsUp: (answer: DiscordAnswer) => Promise<DiscordAnswer>;
};

export type ChatDeps = {
  readonly applicationId: string;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  readonly messages: DiscordMessages;
  /** Milliseconds a test waits for the bot. */
  readonly timeoutMs: number;
  readonly explain: Violations['explain'];
  readonly registered: (guildId: string | undefined) => readonly Json[];
  /** What a channel is called. */
  readonly nameOf: (channelId: string) => string;
};

const button = 2;
const stringSelect = 3;

export function createDiscordChat(deps: ChatDeps, person: DiscordPerson): DiscordChat {
  const { applicationId, gateway, interactions, messages, timeoutMs } = deps;
  const running = new Map<string, { interaction: Interaction; next: number }>();

  async function dispatch(type: number, data: Json, source?: Json): Promise<Interaction> {
    const interaction = interactions.open(type, person.channelId, personAsUser(person), source);
    running.set(interaction.id, { interaction, next: 0 });
    await gateway.connected(timeoutMs).catch(() => undefined);
    interaction.dispatchedAt = platformNow();
    const channelName = deps.nameOf(person.channelId);
    const payload = buildInteraction(interaction, person, applicationId, { type, data, channelName });
    await gateway.dispatch('INTERACTION_CREATE', payload, timeoutMs);
    return interaction;
  }

  async function outcome(interactionId: string, what: string): Promise<{ interaction: Interaction; seen: Outcome }> {
    const run = running.get(interactionId);
    if (run === undefined) throw new Error(`this person has no interaction ${interactionId}`);
    const { index, entry } = await deps
      .explain(run.interaction.outcomes.next(run.next, () => true, timeoutMs, what))
      .catch((error: unknown) => {
        const { ack } = run.interaction;
        const state = ack === undefined ? 'the bot never acknowledged it' : `the bot acknowledged it with type ${ack}`;
        throw new Error(`${String(error)} (${state})`, { cause: error });
      });
    run.next = index + 1;
    if (entry.kind === 'refused') throw new Error(`${what}: ${entry.why}`);
    return { interaction: run.interaction, seen: entry };
  }

  async function visible(interactionId: string, what: string): Promise<DiscordAnswer> {
    const { interaction, seen } = await outcome(interactionId, what);
    if (seen.kind !== 'message') throw new Error(`${what}: the bot answered with a ${seen.kind}, not with a message`);
    return {
      ...readMessage(seen.message),
      deferred: interaction.ack === callback.defer || interaction.ack === callback.deferUpdate,
      interactionId: interaction.id,
      ackMs: interaction.ackMs ?? 0,
    };
  }

  async function usesComponent(answer: DiscordAnswer, data: Json, what: string): Promise<DiscordAnswer> {
    const { id } = await dispatch(interactionType.component, data, sourceOf(answer));
    return visible(id, what);
  }

  function customIdOf(answer: DiscordAnswer, label: string): string {
    const found = answer.components.find((component) => component.label === label);
    const labels = answer.components.map((component) => component.label).join(', ');
    if (found === undefined) throw new Error(`there is no button ${JSON.stringify(label)}, only: ${labels || 'none'}`);
    if (found.disabled) throw new Error(`the button ${JSON.stringify(label)} is disabled`);
    if (found.customId === undefined) throw new Error(`the button ${JSON.stringify(label)} opens ${String(found.url)}`);
    return found.customId;
  }

  async function submit(data: Json, source: Json | undefined, what: string): Promise<DiscordAnswer> {
    const { id } = await dispatch(interactionType.modal, data, source);
    return visible(id, what);
  }

  const sourceOf = ({ messageId, raw }: DiscordAnswer): Json => messages.get(messageId) ?? raw;
  const pressData = (customId: string): Json => ({ custom_id: customId, component_type: button, id: 2 });

  const pressesCustomId = (answer: DiscordAnswer, customId: string): Promise<DiscordAnswer> =>
    usesComponent(answer, pressData(customId), `the answer to the press of ${customId}`);

  const choosesValue = (answer: DiscordAnswer, customId: string, value: string): Promise<DiscordAnswer> => {
    const data = { custom_id: customId, component_type: stringSelect, id: 2, values: [value] };
    return usesComponent(answer, data, `the answer to the choice of ${value}`);
  };

  return {
    ...person,
    async slash(path, args = {}) {
      const data = buildCommandData(deps.registered(person.guildId), path, args);
      const { id } = await dispatch(interactionType.command, data);
      return visible(id, `the answer to /${path} ${JSON.stringify(args)}`);
    },
    presses: async (answer, label) => pressesCustomId(answer, customIdOf(answer, label)),
    async opens(answer, label) {
      const what = `the modal behind ${JSON.stringify(label)}`;
      const { id } = await dispatch(interactionType.component, pressData(customIdOf(answer, label)), sourceOf(answer));
      const { seen } = await outcome(id, what);
      if (seen.kind !== 'modal') throw new Error(`${what}: the bot answered with a ${seen.kind}`);
      return readModal(seen.modal, answer.messageId);
    },
    submits: async (modal, filled = {}) =>
      submit(fillIn(modal, filled), messages.get(modal.messageId), `the answer to the form ${modal.title}`),
    forges: async (customId, values, answer) =>
      submit(modalData(customId, values), answer && sourceOf(answer), `the answer to a forged form ${customId}`),
    pressesCustomId,
    async selects(answer, label) {
      const options = answer.menus.flatMap(({ customId, options: some }) => some.map((one) => ({ customId, ...one })));
      const found = options.find((option) => option.label === label);
      const labels = options.map((option) => option.label).join(', ');
      if (found === undefined) throw new Error(`no menu offers ${JSON.stringify(label)}, only: ${labels || 'none'}`);
      return choosesValue(answer, found.customId, found.value);
    },
    choosesValue,
    async autocompletes(path, option, typed, others = {}) {
      const data = buildCommandData(deps.registered(person.guildId), path, { ...others, [option]: typed }, option);
      const what = `suggestions for /${path} ${option}: ${typed}`;
      const { id } = await dispatch(interactionType.autocomplete, data);
      const { seen } = await outcome(id, what);
      if (seen.kind !== 'choices') throw new Error(`${what}: the bot answered with a ${seen.kind}`);
      return records(seen.choices['choices']).map((choice) => ({
        name: text(choice['name']),
        value: typeof choice['value'] === 'number' ? choice['value'] : text(choice['value']),
      }));
    },
    followsUp: (answer) => visible(answer.interactionId, `a follow-up to ${JSON.stringify(answer.text.slice(0, 40))}`),
  };
}
