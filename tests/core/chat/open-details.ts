/** Answers with their details: what a reader sees who opens all that an answer offers. */
import type { Asker } from '../../../src/core/chat/asker.ts';
import { runCommand } from '../../../src/core/chat/run-command.ts';
import { wholeOf } from '../../../src/core/reply/page.ts';
import { UNLIMITED } from '../../../src/core/reply/page-limits.ts';
import { textOf } from '../reply/text-of.ts';
import { anybody, here, type TestChat } from './chat-for-tests.ts';

/** The details that answers of this project have; of another name nothing is opened. */
const CEASEFIRE = ['terms', 'breaches', 'talks', 'sources'];

/** The detail of this name, as plain text; the answer itself where it has none. */
export async function openDetail(
  chat: TestChat,
  line: string,
  detail: string,
  { asker = anybody }: { readonly asker?: Asker } = {},
): Promise<string> {
  const [, command = '', args = ''] = /^\/(\S+)\s*([^]*)$/u.exec(line) ?? [];
  const call = { command, args, asker, place: here };
  return textOf(wholeOf(await runCommand(call, UNLIMITED, chat, { page: 0, detail })));
}

/** The answer about the ceasefire and all its details, one below the other. */
export async function inFull(chat: TestChat, line: string): Promise<string> {
  const texts = [await chat.says(line)];
  for (const detail of CEASEFIRE) texts.push(await openDetail(chat, line, detail));
  return texts.join('\n');
}

/** All pages of an answer that is given a screen at a time, one below the other. */
export async function everyPage(chat: TestChat, line: string): Promise<string> {
  const texts: string[] = [];
  for (let page = 1; ; page++) {
    const text = await chat.says(`${line} page:${page}`);
    // Behind the last page that one is shown again.
    if (text === texts.at(-1)) return texts.join('\n');
    texts.push(text);
  }
}
