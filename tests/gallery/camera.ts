/** Pages as pictures, by a Chromium that is installed: the bot itself needs none. */
import { writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { foldLines } from './html.ts';

/** CSS pixels of a telephone's screen that a conversation has, without the bars above and below it. */
export const PHONE = { width: 400, screen: 690 } as const;
const SCALE = 1.5;
/** WebP, in per cent: letters are sharp, and a picture has some 30 kB. */
const QUALITY = 80;

export interface Camera {
  /** Writes `file` (`.png` or `.webp`). Resolves to the page's height in CSS pixels. `screen` draws its folds. */
  readonly shoot: (html: string, width: number, file: string, screen?: number) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** `path` is that of a Chromium. Throws where there is none, with what to install. */
export async function openCamera(path: string): Promise<Camera> {
  const browser = await chromium
    .launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
    .catch((error: unknown) => {
      throw new Error(`No Chromium starts at ${path}. Install one (Debian: chromium, fonts-noto), or set CHROMIUM.`, {
        cause: error,
      });
    });
  const context = await browser.newContext({ deviceScaleFactor: SCALE });
  return {
    shoot: async (html, width, file, screen) => {
      const page = await context.newPage();
      await page.setViewportSize({ width, height: 300 });
      await page.setContent(html);
      const height = await page.evaluate<number>('Math.ceil(document.body.scrollHeight)');
      if (screen !== undefined)
        await page.evaluate<undefined, string>(
          '(lines) => document.body.insertAdjacentHTML("beforeend", lines)',
          foldLines(height, screen),
        );
      const session = await context.newCDPSession(page);
      const { data } = await session.send('Page.captureScreenshot', {
        ...(file.endsWith('.png') ? { format: 'png' } : { format: 'webp', quality: QUALITY }),
        captureBeyondViewport: true,
        clip: { x: 0, y: 0, width, height, scale: 1 },
      });
      await writeFile(file, Buffer.from(data, 'base64'));
      await page.close();
      return height;
    },
    close: () => browser.close(),
  };
}
