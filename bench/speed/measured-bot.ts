/** A bot as a process of its own, on fakes of its own, that says what it has used. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { until } from '../../tests/delivery/crash/accounting.ts';
import { type FakeDiscord, startFakeDiscord } from '../../tests/fakes/discord/discord.ts';
import { type FakeTelegram, startFakeTelegram } from '../../tests/fakes/telegram/telegram.ts';
import { fromParent } from '../../tests/from-parent.ts';

export interface Fakes {
  readonly discord: FakeDiscord;
  readonly telegram: FakeTelegram;
  readonly stop: () => Promise<void>;
}

export async function startFakes(): Promise<Fakes> {
  const options = { keepRequests: false, checks: 'first-100', keepMessages: 10 } as const;
  const [discord, telegram] = [await startFakeDiscord(options), await startFakeTelegram(options)];
  const stop = async () => {
    await Promise.all([discord.stop(), telegram.stop()]);
  };
  return { discord, telegram, stop };
}

export const OURS = 'src/start.ts';
/** As `npm start` has them. */
const OWN_FLAGS = ['--max-semi-space-size=8'];
export const BARE = 'bench/speed/bare.ts';

const useSchema = z.object({ cpuUs: z.number(), rss: z.number() });

export interface MeasuredBot {
  /** Processor time so far, in ms, and resident memory now, in MB (10^6 bytes). */
  readonly use: () => Promise<{ readonly cpuMs: number; readonly residentMB: number }>;
  readonly connected: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const REPORT_USE = join(import.meta.dirname, 'report-use.ts');

/** `env` beside the tokens and addresses of the fakes. */
export function startMeasured(
  program: string,
  { discord, telegram }: Fakes,
  env: Readonly<Record<string, string>> = {},
): MeasuredBot {
  const child = fork(program, {
    execArgv: [...(program === OURS ? OWN_FLAGS : []), '--import', REPORT_USE],
    env: {
      ...fromParent,
      LOG_LEVEL: 'info',
      COMMANDS_PER_MINUTE: '600',
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_URL: telegram.apiUrl,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = once(child, 'exit');
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-20_000);
    });
  return {
    async use() {
      const answer = once(child, 'message');
      child.send('use');
      const { cpuUs, rss } = useSchema.parse((await answer)[0]);
      return { cpuMs: cpuUs / 1000, residentMB: rss / 1e6 };
    },
    async connected() {
      if (!(await until(() => /connected[^]*connected/u.test(output), 60_000, 20))) throw new Error(output);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
