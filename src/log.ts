/** The log: one JSON line an event, in which a secret is never printed, wherever it turns up. */
import { type DestinationStream, type Logger, pino } from 'pino';

const MASK = '[secret]';
/** Where SDKs and HTTP errors carry credentials, whether or not we know their value. */
const CREDENTIALS = ['token', 'authorization', 'Authorization', 'headers.authorization', 'headers.Authorization'];

/**
 * `secrets` are values. They are masked in every line, also inside messages, stacks, causes and addresses (a token may
 * be part of every URL). `destination` is standard output by default.
 */
export function createLog({
  level,
  secrets,
  destination,
}: {
  readonly level: string;
  readonly secrets: readonly string[];
  readonly destination?: DestinationStream;
}): Logger {
  // Longest first, in case one secret is part of another.
  const forms = [...new Set(secrets.filter(Boolean).flatMap(writtenForms))].toSorted((a, b) => b.length - a.length);
  return pino(
    {
      level,
      redact: { paths: [...CREDENTIALS, ...CREDENTIALS.map((path) => `*.${path}`)], censor: MASK },
      hooks: { streamWrite: (line) => forms.reduce((masked, form) => masked.replaceAll(form, MASK), line) },
    },
    destination,
  );
}

/** A secret as it can stand in a line of JSON: as it is, escaped for JSON, and escaped for an address. */
function writtenForms(secret: string): string[] {
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
}
