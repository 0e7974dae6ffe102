/** The promises that hold between processes: one bot, guests beside it, and nothing acknowledged lost to `kill -9`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import { quoteDraft } from '../contracts/drafts.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PROGRAM = fileURLToPath(new URL('./store-process.ts', import.meta.url));

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let url: string;
let started: StoreProcess[];

beforeEach(async () => {
  folder = await temporaryFolder();
  url = `sqlite:${join(folder.path, 'truceline.sqlite')}`;
  started = [];
});
afterEach(async () => {
  await Promise.all(started.map((running) => running.kill()));
  await folder.remove();
});

describe('two processes', () => {
  it('cannot both be the bot, until the first is killed', async () => {
    const first = start('bot', 'first', 0);
    await first.says('open');
    await expect(openStore({ url, role: 'bot' })).rejects.toThrow('Another Truceline bot is running on');
    const second = start('bot', 'second', 0);
    await second.says('refused');
    expect(second.lines.join()).toContain('stop it first or give this one its own DATABASE_URL');

    await first.kill();
    const third = start('bot', 'third', 0);
    await third.says('open');
    await expect(openStore({ url, role: 'bot' })).rejects.toThrow('Another Truceline bot is running on');
    await third.kill();
    await (await openStore({ url, role: 'bot' })).close();
  });

  it('share the file as bot and guest, and the bot notices what the guest added', async () => {
    const bot = await openStore({ url, role: 'bot' });
    await bot.append([quoteDraft('q-one')], 0);
    const guest = start('guest', 'q-guest', 3);
    await guest.says('done');
    const noticed = await bot.revisionsAfter(1);
    expect(noticed.map((revision) => `${revision.seq} ${revision.entry.fields.id}`)).toEqual(guest.acknowledged());
    await bot.close();
  });

  it('may start at the same moment on a new file and write at the same time: every append is kept once', async () => {
    const writers = ['a', 'b', 'c'].map((name) => start('guest', name, 40));
    await Promise.all(writers.map((writer) => writer.says('done')));
    const store = await openStore({ url, role: 'bot' });
    const kept = (await store.revisionsAfter(0)).map((revision) => `${revision.seq} ${revision.entry.fields.id}`);
    const promised = writers.flatMap((writer) => writer.acknowledged());
    expect(promised).toHaveLength(120);
    expect(new Set(kept)).toEqual(new Set(promised));
    expect(kept).toHaveLength(120);
    await store.close();
  });
});

describe('kill -9', () => {
  it('loses nothing that was acknowledged, and writes nothing half', async () => {
    const promised: string[] = [];
    for (let round = 0; round < 6; round++) {
      const bot = start('bot', `round${round}`, Number.MAX_SAFE_INTEGER);
      // Killed while it writes: how far it is by then is up to the scheduler.
      await bot.says(String(promised.length + 1 + Math.floor(Math.random() * 80)));
      await bot.kill();
      promised.push(...bot.acknowledged());

      const store = await openStore({ url, role: 'bot' });
      const revisions = await store.revisionsAfter(0);
      const kept = revisions.map((revision) => `${revision.seq} ${revision.entry.fields.id}`);
      expect(kept.slice(0, promised.length)).toEqual(promised);
      // At most one append was on disk before its promise could be printed.
      expect(kept.length - promised.length).toBeLessThanOrEqual(1);
      expect(revisions.map((revision) => revision.seq)).toEqual(kept.map((_, index) => index + 1));
      promised.splice(0, promised.length, ...kept);
      await store.close();
    }
    expect(promised.length).toBeGreaterThanOrEqual(6);
  });
});

interface StoreProcess {
  readonly lines: readonly string[];
  /** Resolves once a line whose first word is `word` was printed; rejects where the process ends without it. */
  says(word: string): Promise<void>;
  /** SIGKILL, then waits until it is gone and all it printed was read. */
  kill(): Promise<void>;
  /** `<seq> <id>` of every append that was acknowledged. */
  acknowledged(): string[];
}

function start(role: 'bot' | 'guest', name: string, count: number): StoreProcess {
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, url, role, name, String(count)], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const waiting = new Map<string, () => void>();
  let errors = '';
  if (child.stdout === null || child.stderr === null) throw new Error('The child has no pipes');
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    waiting.get(firstWord(line))?.();
  });
  const closed = once(child, 'close');

  const running: StoreProcess = {
    lines,
    async says(word) {
      if (lines.some((line) => firstWord(line) === word)) return;
      const said = new Promise<'said'>((resolve) => {
        waiting.set(word, () => resolve('said'));
      });
      if ((await Promise.race([said, closed])) !== 'said' && !lines.some((line) => firstWord(line) === word)) {
        throw new Error(`${name} ended without saying ${word}: ${lines.join(' | ')} ${errors}`);
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
    acknowledged: () => lines.filter((line) => /^\d+ /.test(line)),
  };
  started.push(running);
  return running;
}

function firstWord(line: string): string {
  return line.split(/[ :]/, 1)[0] ?? '';
}
