/** Logs answers that failed: as a bug of ours, or as something that the platform or time is to blame for. */
import type { AutocompleteInteraction } from 'discord.js';
import type { Logger } from 'pino';
import type { Engine } from '../../core/chat/run-command.ts';
import { classifyError, describeError, withoutRequest } from './errors.ts';
import { readWho } from './question.ts';
import type { Answerable } from './respond.ts';

interface Reporting {
  readonly chat: Pick<Engine, 'reportBug'>;
  readonly log: Logger;
}

/** The id under which a bug was logged; undefined where the platform or time is to blame and nobody can be told. */
export function logFailure(
  error: unknown,
  { chat, log }: Reporting,
  command: string,
  interaction: Answerable | AutocompleteInteraction,
): string | undefined {
  const failure = classifyError(error);
  switch (failure) {
    case 'expired':
    case 'gone':
    case 'refused':
      log.info({ platform: 'Discord', command, failure, reason: describeError(error) }, 'An answer came too late');
      return undefined;
    case 'platform down':
    case 'rate limited':
    case 'token refused':
      log.warn({ platform: 'Discord', command, failure, reason: describeError(error) }, 'An answer was not delivered');
      return undefined;
    case 'bug':
      return chat.reportBug(withoutRequest(error), { command, place: readWho(interaction).place });
  }
}

export function noAnswer(error: unknown, { log }: Pick<Reporting, 'log'>, command: string): void {
  log.warn({ platform: 'Discord', command, reason: describeError(error) }, 'No answer got through');
}
