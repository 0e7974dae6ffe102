/** What is generated from the settings: `.env.example` and the table; and that reading settings loads no SDK. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../src/config.ts';
import { exampleEnv, settingsTable } from '../src/settings.ts';

describe('what is generated', () => {
  test('.env.example is up to date', () => {
    expect(readFileSync(new URL('../.env.example', import.meta.url), 'utf8')).toBe(exampleEnv());
  });

  test('the examples are valid, all together', () => {
    const lines = exampleEnv().matchAll(/^#([A-Z_]+)=(.+)$/gm);
    const env = Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, value]));
    expect(Object.keys(env)).toHaveLength(17);
    expect(parseConfig(env)).toMatchObject({
      logLevel: 'debug',
      platforms: [{ name: 'discord' }, { name: 'telegram', values: { TELEGRAM_API_URL: 'http://localhost:8082' } }],
    });
  });

  test('the table has a row for each variable, and its columns are not broken by a bar', () => {
    const rows = settingsTable().split('\n');
    expect(rows).toHaveLength(19);
    for (const row of rows) expect(row.split('|')).toHaveLength(5);
    expect(rows).toContain(
      '| `BOT_LANGUAGE` | `en` | Language of the answers: the name of a file in `src/language`. |',
    );
  });
});

test('reading settings loads no SDK of a platform', { timeout: 240_000 }, () => {
  const code = `import { createRequire } from 'node:module';
    await import('./src/config.ts');
    await import('./src/exit.ts');
    const { cache } = createRequire(import.meta.url);
    const loaded = () => Object.keys(cache).some((file) => /node_modules.(?:discord\\.js|grammy)./u.test(file));
    const before = loaded();
    await import('./src/adapters/telegram/errors.ts');
    console.log(before, loaded());`;
  const args = ['--input-type=module', '--eval', code];
  const said = execFileSync(process.execPath, args, { cwd: new URL('..', import.meta.url), encoding: 'utf8' });
  // The second one shows that the check sees an SDK where there is one.
  expect(said).toBe('false true\n');
});
