/**
 * `npm run gallery`: draws every answer and pushed message on both platforms, for a telephone and a desktop, into
 * `docs/gallery/`. Arguments: names of scenes, all unless given. `GALLERY=folder` draws PNGs there, for a review.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openCamera, PHONE } from './camera.ts';
import { askedOnDiscord, askedOnTelegram, pushedOnDiscord, pushedOnTelegram } from './capture.ts';
import { type DiscordItem, discordPage } from './discord-page.ts';
import { ASKED, PUSHED } from './scenes.ts';
import { type TelegramItem, telegramPage } from './telegram-page.ts';

const DESKTOP = 820;
const out = process.env['GALLERY'] ?? join(import.meta.dirname, '../../docs/gallery');
const isIndexed = process.env['GALLERY'] === undefined;
const ending = isIndexed ? 'webp' : 'png';
const only = process.argv.slice(2);

interface Scene {
  readonly name: string;
  readonly discord: () => Promise<readonly DiscordItem[]>;
  readonly telegram: () => Promise<readonly TelegramItem[]>;
}
const scenes: readonly Scene[] = [
  ...ASKED.map((one) => ({
    name: one.name,
    discord: () => askedOnDiscord(one),
    telegram: () => askedOnTelegram(one),
  })),
  ...PUSHED.map((one) => ({
    name: one.name,
    discord: () => pushedOnDiscord(one),
    telegram: () => pushedOnTelegram(one),
  })),
].filter(({ name }) => only.length === 0 || only.includes(name));

await mkdir(out, { recursive: true });
const camera = await openCamera(process.env['CHROMIUM'] ?? '/usr/bin/chromium');
const rows: string[] = [];
try {
  for (const [index, { name, discord, telegram }] of scenes.entries()) {
    const [first, second] = [await discord(), await telegram()];
    const heights: number[] = [];
    for (const [platform, draw] of [
      ['discord', (width: number) => discordPage(first, width)],
      ['telegram', (width: number) => telegramPage(second, width)],
    ] as const) {
      const phone = join(out, `${name}-${platform}.${ending}`);
      heights.push(await camera.shoot(draw(PHONE.width), PHONE.width, phone, PHONE.screen));
      await camera.shoot(draw(DESKTOP), DESKTOP, join(out, `${name}-${platform}-wide.${ending}`));
    }
    const screens = heights.map((height) => (height / PHONE.screen).toFixed(1));
    rows.push(
      `| ${name} | ${screens.join(' | ')} | ${['discord', 'telegram'].map((one) => links(name, one)).join(' | ')} |`,
    );
    process.stdout.write(`${index + 1}/${scenes.length} ${name}: ${screens.join(' and ')} phone screens\n`);
  }
} finally {
  await camera.close();
}
if (isIndexed && only.length === 0) await writeFile(join(out, 'README.md'), indexOf(rows));

function links(name: string, platform: string): string {
  return `[phone](${name}-${platform}.webp) · [desktop](${name}-${platform}-wide.webp)`;
}

function indexOf(lines: readonly string[]): string {
  return `# Gallery

Drawn by \`npm run gallery\` from the messages that the bot would send: answers first, then what it sends unasked. The
drawings are close to the clients' dark themes, but fonts and distances differ. A screen is ${PHONE.width} by ${PHONE.screen} CSS pixels.

| What | Screens on Discord | Screens on Telegram | Discord | Telegram |
|---|---|---|---|---|
${lines.join('\n')}
`;
}
