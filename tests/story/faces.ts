/** Writing and approving as people do it on each face: forms on Discord, a dialogue on Telegram, lines at the terminal. */
import { expect } from 'vitest';
import type { DiscordAnswer } from '../fakes/discord/answer.ts';
import type { DiscordChat } from '../fakes/discord/chat.ts';
import { type Newsroom, PEOPLE } from './newsroom.ts';

/** Answers by field, in the order in which a claim asks for them. */
export type Answers = Readonly<Record<string, string>>;

/** What a moderator does; each resolves to what is said in the end. */
export interface Face {
  readonly post: (answers: Answers) => Promise<string>;
  /** Changes these answers of an entry; the last two say why and how much it matters. */
  readonly correct: (id: string, changed: Answers, why: { reason: string; weight: string }) => Promise<string>;
  /** Approves the one thing that waits. */
  readonly approve: () => Promise<string>;
  /** Words that the bot wrote to them unasked, the newest version of each. */
  readonly toldUnasked: () => readonly string[];
}

const SUBMIT = 'Send for review';
const NEXT = 'Next ›';
const APPROVE = 'Approve and publish';

// oxlint-disable-next-line no-control-regex -- what a terminal is driven by
const STYLES = /\u001b\[[\d;]*m/gu;

/** As a reader sees it: without the backslashes. */
export const plain = (text: string) => text.replaceAll(/\\(?=[^0-9A-Za-z\s])/gu, '');

export function onDiscord({ discord }: Newsroom): Face {
  const person: DiscordChat = discord.user({ guildId: null, id: PEOPLE.discord });
  /** Form after form, until nothing is asked any more. */
  const fill = async (first: DiscordAnswer, answers: Answers): Promise<DiscordAnswer> => {
    let answer = first;
    while (answer.components.some(({ label }) => label === 'Fill in')) {
      const form = await person.opens(answer, 'Fill in');
      const filled = form.fields.flatMap(({ name, options }) => {
        const given = answers[name];
        if (given === undefined || given === '-') return [];
        return [[name, options ? given.split(', ') : given] as const];
      });
      answer = await person.submits(form, Object.fromEntries(filled));
    }
    return answer;
  };
  /** What decides stands on the last page. */
  const decides = async (first: DiscordAnswer, label: string): Promise<string> => {
    let answer = first;
    while (answer.components.some((one) => one.label === NEXT)) answer = await person.presses(answer, NEXT);
    return plain((await person.presses(answer, label)).text);
  };
  return {
    async post(answers) {
      const preview = await fill(await person.slash('post', { kind: 'claim' }), answers);
      expect(plain(preview.text)).toContain('What is written');
      return decides(preview, SUBMIT);
    },
    async correct(id, changed, why) {
      let answer = await person.slash('correct', { id });
      for (const [index, [name, value]] of Object.entries(changed).entries()) {
        if (index > 0) answer = await person.presses(answer, 'Change an answer');
        answer = await fill(await person.presses(answer, LABELS[name] ?? name), { [name]: value, ...why });
      }
      return decides(answer, SUBMIT);
    },
    async approve() {
      const list = await person.slash('review');
      const shown = await person.presses(list, list.components[0]?.label ?? '');
      return decides(shown, APPROVE);
    },
    toldUnasked: () =>
      discord
        .messagesIn(discord.direct(PEOPLE.discord))
        .filter(({ isAnswer }) => !isAnswer)
        .map(({ text }) => plain(text)),
  };
}

/** What the buttons say that choose a field. */
const LABELS: Readonly<Record<string, string>> = { printed: 'Figure as printed', low: 'Number' };

export function onTelegram({ telegram }: Newsroom): Face {
  const person = telegram.user({ id: PEOPLE.telegram });
  const asked = new Set<number>();
  /** Says one thing after another; remembers which messages were answers. */
  const says = async (...all: readonly string[]) => {
    let last = await person.says(all[0] ?? '');
    asked.add(last.messageId);
    for (const words of all.slice(1)) {
      last = await person.says(words);
      asked.add(last.messageId);
    }
    return last;
  };
  /** What decides stands on the last page. */
  const last = async (first: Awaited<ReturnType<typeof says>>) => {
    let answer = first;
    while (answer.buttons.some(({ label }) => label === NEXT)) answer = await person.presses(answer, NEXT);
    return answer;
  };
  const decides = async (first: Awaited<ReturnType<typeof says>>, label: string) =>
    (await person.presses(await last(first), label)).text;
  return {
    async post(answers) {
      const preview = await says('/post claim', ...Object.values(answers));
      expect(preview.text).toContain('What is written');
      return decides(preview, SUBMIT);
    },
    async correct(id, changed, { reason, weight }) {
      const [first, ...others] = Object.entries(changed);
      let preview = await says(`/correct ${id}`, ...(first ?? []), reason, weight);
      for (const [name, value] of others) {
        await person.presses(await last(preview), 'Change an answer');
        preview = await says(name, value);
      }
      return decides(preview, SUBMIT);
    },
    async approve() {
      const list = await says('/review');
      const shown = await person.presses(list, list.buttons[0]?.label ?? '');
      return decides(shown, APPROVE);
    },
    toldUnasked: () =>
      telegram
        .messagesIn(person.chatId)
        .filter(({ messageId }) => !asked.has(messageId))
        .map(({ text }) => text),
  };
}

export function atTheTerminal({ terminal }: Newsroom): Face {
  /** Types lines, each once the question before it was asked anew. */
  const type = async (...lines: readonly (readonly [line: string, wanted: string])[]) => {
    let shown = '';
    for (const [line, wanted] of lines) {
      terminal.types(line);
      shown = await terminal.shows(wanted);
    }
    return shown;
  };
  /** Types the number of the button. */
  const press = async (label: string, wanted: string) => {
    while (/\d+ Next ›/u.test(terminal.text().replaceAll(STYLES, '').split('Page ').at(-1) ?? '')) {
      await type([numberOf(NEXT), 'Page ']);
    }
    return type([numberOf(label), wanted]);
  };
  const numberOf = (label: string): string => {
    const number = terminal
      .text()
      .replaceAll(STYLES, '')
      .match(new RegExp(`\\d+(?= ${label})`, 'gu'))
      ?.at(-1);
    return number ?? `no button ${label}`;
  };
  return {
    async post(answers) {
      const values = Object.values(answers);
      await type(['/post claim', '· 1 of']);
      const asked = values.map((value, index) => {
        const line = value === '-' ? '' : value;
        return [line, index === values.length - 1 ? 'What is written' : `· ${index + 2} of`] as const;
      });
      await type(...asked);
      return press(SUBMIT, 'second moderator');
    },
    async correct(id, changed, { reason, weight }) {
      const [first = ['', ''], ...others] = Object.entries(changed);
      await type(
        [`/correct ${id}`, 'to be changed'],
        [first[0], ' of '],
        [first[1], 'Reason'],
        [reason, ' of '],
        [weight, 'What is written'],
      );
      for (const [name, value] of others) {
        await press('Change an answer', 'to be changed');
        await type([name, ' of '], [value, 'What is written']);
      }
      return press(SUBMIT, 'second moderator');
    },
    approve: () => Promise.reject(new Error('the terminal approves nothing in these stories')),
    toldUnasked: () => [terminal.text()],
  };
}
