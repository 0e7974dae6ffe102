/** Every variable of the environment, those of the platforms among them; their table, and `.env.example`. */
import { z } from 'zod';
import { platforms } from './adapters/index.ts';
import { generalEnvironment } from './settings/general-settings.ts';
import { type SettingSchemas, settingNotes } from './settings/setting.ts';

const bots = platforms.flatMap(({ bot }) => bot ?? []);

/** All variables in the order in which they are documented, and in which their problems are listed. */
const rules: SettingSchemas = {
  ...merged(bots.map(({ connection }) => connection)),
  ...merged(bots.map(({ pace }) => pace)),
  ...generalEnvironment.shape,
};

/** Checks all variables at once. `generalEnvironment` and the platforms' `configure` read their values. */
export const environment = z.object(rules);

export const settings = Object.entries(rules).map(([name, rule]) => {
  const notes = settingNotes.get(rule);
  if (!notes) throw new Error(`${name} is not described`);
  return { name, ...notes };
});

/** The table of the configuration, in Markdown. */
export function settingsTable(): string {
  const rows = settings.map(
    ({ name, about, fallback, secret }) =>
      `| \`${name}\` | ${fallback ? `\`${fallback}\`` : '—'} | ${about}${secret ? ' Secret.' : ''} |`,
  );
  return ['| Variable | Default | What it does |', '|---|---|---|', ...rows].join('\n');
}

/** The contents of `.env.example`: everything commented out, so that a copy of it changes nothing. */
export function exampleEnv(): string {
  const entries = settings.map(({ name, about, example, fallback, secret }) => {
    const notes = `${about}${secret ? ' Secret: never commit it.' : ''}${fallback ? ` Default: ${fallback}` : ''}`;
    return `# ${notes}\n#${name}=${example}\n`;
  });
  return [
    '# Copy to .env and uncomment what you need. Variables of the environment win over this file.\n',
    ...entries,
  ].join('\n');
}

function merged(parts: readonly SettingSchemas[]): SettingSchemas {
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part)));
}
