/** Every parameter of every command gets hostile values, on every way in: words come back, strangers change nothing. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Asker, Chat } from '../../src/core/chat/asker.ts';
import { isModerating } from '../../src/core/chat/roles.ts';
import { suggest } from '../../src/core/chat/suggest.ts';
import { wholeOf } from '../../src/core/reply/page.ts';
import { textOf } from '../core/reply/text-of.ts';
import { cpuMs } from '../cpu-time.ts';
import { type HostileDesk, hostileDesk, isContained, MODERATOR, must, STRANGER } from './hostile-posting.ts';
import { ALL_CRAFTED, randomValues, shown } from './hostile-values.ts';

let posting: HostileDesk;
beforeAll(async () => {
  posting = await hostileDesk();
});
afterAll(async () => {
  await posting.close('arguments');
});

type Who = { readonly asker: Asker; readonly place: Chat };
/** Somebody who runs a channel: what they may set is their own. */
const ADMIN: Who = {
  asker: { id: 'test:admin', roles: new Set(['channel-admin']) },
  place: { id: 'test:room', isPrivate: false },
};
const params = commands.flatMap((command) => Object.keys(command.params).map((param) => ({ command, param })));

/** One in so many of the crafted values for each parameter, others for the next one. */
const SHARE = 12;
const RANDOM = 3;

async function said(command: string, args: string | Readonly<Record<string, string>>, who: Who, value: string) {
  const page = await posting.asks({ command, args, ...who }, value);
  const text = textOf(wholeOf(page));
  must(isContained(text), () => `/${command} ${shown(value)} is not contained: ${shown(text)}`);
  return text;
}

describe('arguments', () => {
  test.each(params.map(({ command, param }, index) => ({ command, name: command.name, param, index })))(
    '/$name $param:',
    { timeout: 300_000 },
    async ({ command, name, param, index }) => {
      const crafted = ALL_CRAFTED.filter((_, at) => at % SHARE === index % SHARE);
      const values = [...crafted, ...randomValues(RANDOM, index)];
      const [before, ledger] = [await posting.dump(), posting.dossier().head];
      for (const value of values) await said(name, value, STRANGER, value);
      expect(await posting.dump()).toBe(before);
      // By those who may: as a named option, and typed. Drafts may begin; nothing is published, no moderator is named.
      const who = isModerating(command) ? MODERATOR : ADMIN;
      for (const value of values) {
        await said(name, { [param]: value }, who, value);
        await said(name, `${param}:"${value}"`, who, value);
        if (name === 'moderators') await said(name, { do: 'add', [param]: value }, who, value);
      }
      await posting.chat.posting.refresh();
      expect(posting.dossier().head).toBe(ledger);
      expect(await posting.store.moderators.list()).toEqual([]);
    },
  );

  test('names of commands and of parameters', { timeout: 300_000 }, async () => {
    const before = await posting.dump();
    for (const value of [...ALL_CRAFTED, ...randomValues(100, 1000)]) {
      await said(value, '', STRANGER, value);
      await said('quotes', { [value]: 'x' }, STRANGER, value);
    }
    expect(await posting.dump()).toBe(before);
  });

  test('what is offered while somebody types', { timeout: 300_000 }, () => {
    const context = { dossier: posting.dossier(), language: posting.chat.language, commands };
    const [slowest] = ALL_CRAFTED.flatMap((value) =>
      params.map(({ command, param: name }) => {
        const param = command.params[name];
        const ms = cpuMs(() =>
          must(param !== undefined && suggest(param, value.slice(0, 6000), context, 25).length <= 25, () =>
            shown(value),
          ),
        );
        return { ms, name: `${command.name} ${name}`, value: shown(value) };
      }),
    ).toSorted((a, b) => b.ms - a.ms);
    expect(slowest).toBeDefined();
    expect(slowest?.ms).toBeLessThan(1000);
  });

  test('subscriptions that were kept are sound: they are read again', async () => {
    const kept = await posting.store.subscriptions.of(ADMIN.place.id);
    const all = kept === undefined ? [] : [kept];
    expect(all.map(({ place }) => place)).toEqual(all.map(() => ADMIN.place.id));
    expect(all.every(({ settings }) => isContained(JSON.stringify(settings)))).toBe(true);
  });
});
