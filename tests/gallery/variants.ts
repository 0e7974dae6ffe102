/** `npm run gallery:forms`: the two forms on Discord side by side, into `docs/pictures` (023). */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openCamera, PHONE } from './camera.ts';
import { askedOnDiscord, pushedOnDiscord } from './capture.ts';
import { inContainer } from './containers.ts';
import { type DiscordItem, discordPage } from './discord-page.ts';
import { ASKED, PUSHED } from './scenes.ts';

const out = join(import.meta.dirname, '../../docs/pictures');
const SHOWN = ['ceasefire', 'casualties', 'alert-figure'];
await mkdir(out, { recursive: true });
const camera = await openCamera(process.env['CHROMIUM'] ?? '/usr/bin/chromium');
try {
  for (const name of SHOWN) {
    const items = await itemsOf(name);
    const boxed = items.map(({ body, ...item }) => ({ ...item, body: inContainer(body) }));
    for (const [form, shown] of [
      ['embed', items],
      ['container', boxed],
    ] as const) {
      const file = `023-${name}-${form}.webp`;
      const height = await camera.shoot(discordPage(shown, PHONE.width), PHONE.width, join(out, file), PHONE.screen);
      process.stdout.write(`${file}: ${(height / PHONE.screen).toFixed(1)} phone screens\n`);
    }
  }
} finally {
  await camera.close();
}

async function itemsOf(name: string): Promise<readonly DiscordItem[]> {
  const asked = ASKED.find((one) => one.name === name);
  if (asked) return askedOnDiscord(asked);
  const pushed = PUSHED.find((one) => one.name === name);
  if (pushed) return pushedOnDiscord(pushed);
  throw new Error(`No scene ${name}`);
}
