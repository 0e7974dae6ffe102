/** The log: lines of JSON, in which no secret is printed wherever it turns up. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createLog } from '../src/log.ts';

const TOKEN = '123456789:AAE-a_secret';

function open(secrets: readonly string[] = [TOKEN], level = 'info') {
  const lines: string[] = [];
  const log = createLog({ level, secrets, destination: { write: (line) => lines.push(line) } });
  return { log, lines };
}

test('a line is JSON with what was said', () => {
  const { log, lines } = open();
  log.info({ slot: '2026-11-22' }, 'digest due');
  log.debug('not at this level');
  expect(lines.map((line) => z.looseObject({}).parse(JSON.parse(line)))).toEqual([
    expect.objectContaining({ slot: '2026-11-22', msg: 'digest due' }),
  ]);
});

test('a secret is masked in messages, addresses, errors, their stacks and causes, and in children', () => {
  const { log, lines } = open();
  const url = `https://api.telegram.org/bot${TOKEN}/sendMessage`;
  const error = new Error(`request to ${url} failed`, { cause: new Error(`ECONNRESET ${encodeURIComponent(TOKEN)}`) });
  log.error(error, 'send failed');
  log.info(`calling ${url}`);
  log.child({ url }).warn({ request: { url, nested: [TOKEN] } }, 'retrying');
  const all = lines.join('');
  expect(all).not.toContain('AAE-a_secret');
  expect(all.match(/\/bot\[secret\]\/sendMessage/g)?.length).toBeGreaterThan(4);
  expect(lines.map((line) => z.looseObject({ msg: z.string() }).parse(JSON.parse(line)).msg)).toEqual([
    'send failed',
    'calling https://api.telegram.org/bot[secret]/sendMessage',
    'retrying',
  ]);
});

test('credentials are redacted by their name where their value is not known', () => {
  const { log, lines } = open([]);
  log.info({ token: 'unknown-1', headers: { authorization: 'Bot unknown-2' }, config: { token: 'unknown-3' } });
  log.info({ request: { headers: { authorization: 'Bot unknown-4' } } });
  expect(lines.join('')).not.toContain('unknown');
});

test('whatever the secret is made of, it is not in the line, and the line is still JSON', () => {
  const printable = fc.string({ unit: fc.constantFrom('"', '\\', ':', '/', 'Q', 'Z', '9', 'é', '\n'), minLength: 12 });
  fc.assert(
    fc.property(printable, (secret) => {
      const { log, lines } = open([secret, 'Q9']);
      log.info({ at: secret }, `<${secret}>`);
      const [line = ''] = lines;
      expect(z.looseObject({}).parse(JSON.parse(line))).toMatchObject({ at: '[secret]', msg: '<[secret]>' });
    }),
  );
});

test('an empty secret masks nothing', () => {
  const { log, lines } = open(['']);
  log.info('hello');
  expect(lines[0]).toContain('"hello"');
});
