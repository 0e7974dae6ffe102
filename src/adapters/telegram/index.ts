/** Telegram as a platform: its settings, ids of its people, and what serves it. */
import type { Platform, Service } from '../platform.ts';
import { people } from './people.ts';
import { pace } from './sending/pace.ts';
import { connection, telegramEnvironment } from './settings.ts';

interface TelegramConfig {
  readonly token: string;
  readonly apiUrl: string;
  readonly sendsPerSecond: number;
}

export const telegram: Platform = {
  name: 'telegram',
  bot: { token: 'TELEGRAM_TOKEN', connection, pace },
  people,
  configure(environment) {
    const values = telegramEnvironment.parse(environment);
    const { TELEGRAM_TOKEN: token } = values;
    if (token === undefined) return undefined;
    const { TELEGRAM_API_URL: apiUrl, TELEGRAM_SENDS_PER_SECOND: sendsPerSecond } = values;
    const config = { token, apiUrl, sendsPerSecond };
    return { name: 'telegram', values, open: () => open(config) };
  },
};

async function open(config: TelegramConfig): Promise<Service> {
  const { connectTelegram } = await import('./connect.ts');
  const { createTelegramMessenger } = await import('./sending/messenger.ts');
  const limits = { perSecond: config.sendsPerSecond };
  return {
    createMessenger: (parts) => createTelegramMessenger({ config, limits, ...parts }),
    connect: (parts) => connectTelegram({ config, ...parts }),
  };
}
