/** The terminal as a platform: what is served where no token is set. */
import type { ConfiguredPlatform, Platform, Service } from '../platform.ts';

/** What was typed is kept in this file, relative to the working directory. */
const HISTORY_FILE = 'var/terminal-history';

const configured: ConfiguredPlatform = { name: 'terminal', values: {}, open };

export const terminal = { name: 'terminal', configure: () => configured } as const satisfies Platform;

async function open(): Promise<Service> {
  const { connectTerminal } = await import('./connect.ts');
  const { openHistory } = await import('./history.ts');
  const { createTerminalMessenger } = await import('./sending/messenger.ts');
  const messenger = createTerminalMessenger();
  return {
    createMessenger: () => messenger,
    connect: ({ log, chat, signal }) => {
      const onProblem = (error: unknown) => log.warn({ err: error }, 'what was typed cannot be kept');
      return connectTerminal({
        chat,
        signal,
        messenger,
        input: process.stdin,
        output: process.stdout,
        openHistory: () => openHistory(HISTORY_FILE, onProblem),
      });
    },
  };
}
