/** What is said beside answers: menus, what is offered while one types, exports, the terminal's greeting. */
import { PassThrough } from 'node:stream';
import { REST } from 'discord.js';
import { Api } from 'grammy';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { registerCommands as registerOnDiscord, suggestions } from '../../src/adapters/discord/commands.ts';
import { registerCommands as registerOnTelegram } from '../../src/adapters/telegram/commands.ts';
import { completeLine } from '../../src/adapters/terminal/commands.ts';
import { connectTerminal } from '../../src/adapters/terminal/connect.ts';
import { standingEntries } from '../../src/core/dossier/revision.ts';
import { dossierFiles, unreadable } from '../../src/dossier-files/export-files.ts';
import { claimsCsv } from '../../src/dossier-files/write-claims-csv.ts';
import { collect, noHistory } from '../adapters/terminal/open-terminal.ts';
import { chatForTests, createMemoryStore } from '../core/chat/chat-for-tests.ts';
import { readRealBaseline } from '../core/dossier/real-dossier.ts';
import { startFakeTelegram } from '../fakes/telegram/telegram.ts';
import { json } from './faces.ts';
import { dossierUpTo, SHIPPED_TO } from './ledger.ts';
import { differenceFrom } from './recorded.ts';

const baseline = await readRealBaseline();
const section = (name: string, text: string) => `==== ${name}\n${text}`;
const chat = await chatForTests();

async function registered(guildId: string | undefined): Promise<string> {
  const calls: string[] = [];
  class Recording extends REST {
    override put(route: string, { body }: { readonly body?: unknown } = {}): Promise<unknown> {
      const lines = Array.isArray(body) ? body.map((one) => JSON.stringify(one)) : [JSON.stringify(body)];
      calls.push(`PUT ${route}`, ...lines);
      return Promise.resolve([]);
    }
  }
  await registerOnDiscord({
    rest: new Recording(),
    applicationId: '1',
    guildId,
    chat: { ...chat, store: createMemoryStore() },
  });
  return calls.join('\n');
}

async function menus(): Promise<string> {
  const telegram = await startFakeTelegram();
  const api = new Api(telegram.token, { apiRoot: telegram.apiUrl });
  await registerOnTelegram({ api, botId: 1, chat: { ...chat, store: createMemoryStore() } });
  await telegram.stop();
  return telegram.requests.map(({ body }) => JSON.stringify(body)).join('\n');
}

describe('what is said around it', { timeout: 600_000 }, () => {
  test('the menus of commands', async () => {
    const parts = [
      section('Discord, everywhere', await registered(undefined)),
      section('Discord, one server', await registered('2')),
      section('Telegram', await menus()),
    ];
    expect(await differenceFrom('registered', parts.join('\n'))).toBeUndefined();
  });

  test('what is offered while one types', async () => {
    const context = { commands, language: chat.language, dossier: dossierUpTo() };
    const offered = { ...chat, ...context, dossier: () => context.dossier };
    const lines = commands.flatMap(({ name, params }) => [
      section(`/${name}`, JSON.stringify(completeLine(`/${name} `, context))),
      ...Object.keys(params).flatMap((param) =>
        ['', 'a', 'pak', '2025-1', 'made'].flatMap((typed) => [
          `${param}:${typed} on Discord ${JSON.stringify(suggestions(name, param, typed, offered))}`,
          `${param}:${typed} at the terminal ${JSON.stringify(completeLine(`/${name} ${param}:${typed}`, context))}`,
        ]),
      ),
    ]);
    expect(
      await differenceFrom('offered', [section('', JSON.stringify(completeLine('/', context))), ...lines].join('\n')),
    ).toBeUndefined();
  });

  test('what is exported', async () => {
    const parts = [SHIPPED_TO, undefined].flatMap((upTo) => {
      const entries = standingEntries(dossierUpTo(upTo).revisionsAfter(0));
      const files = [...dossierFiles(entries, baseline.conflict)].map(([name, text]) => `${name} ${json(text)}`);
      const what = upTo === undefined ? 'after a life' : 'as shipped';
      return [
        section(`${what}, as JSON`, files.join('\n')),
        section(`${what}, what cannot be read in`, unreadable(entries, baseline.conflict).join('\n')),
        section(`${what}, as a table`, claimsCsv(entries)),
      ];
    });
    expect(await differenceFrom('exported', parts.join('\n'))).toBeUndefined();
  });

  test('the terminal', async () => {
    const held = async (lines: string, isTTY: boolean) => {
      const input = Object.assign(new PassThrough(), { isTTY });
      const output = Object.assign(new PassThrough(), { isTTY, columns: 80, rows: 40 });
      const text = collect(output);
      const signal = new AbortController().signal;
      const ended = connectTerminal({ input, output, chat, signal, openHistory: noHistory });
      input.end(lines);
      await ended;
      return text().replaceAll('\u001b', '␛');
    };
    const typed = [
      'about',
      '/quotes speaker:shehbaz',
      '/nothing',
      '/moderators',
      '/post person',
      'A Person',
      'cancel',
      '',
    ];
    const parts = [
      section('a person', await held('', true)),
      section('a program', await held(typed.join('\n'), false)),
    ];
    expect(await differenceFrom('terminal', parts.join('\n'))).toBeUndefined();
  });
});
