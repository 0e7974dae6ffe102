/** Who may import whom: the rules that `imports.test.ts` enforces and docs/architecture.md shows. */

/** Folder → the folders of ours that it may import from, besides itself. The first folder that fits a file counts. */
export const MAY_IMPORT: readonly (readonly [folder: string, allowed: readonly string[]])[] = [
  ['src/core/dossier', []],
  ['src/core/reply', ['src/core/dossier']],
  ['src/core/changes', ['src/core/dossier']],
  ['src/core/wording', ['src/core/dossier', 'src/core/reply', 'src/core/changes']],
  ['src/core/subscriptions', ['src/core/dossier', 'src/core/reply', 'src/core/changes', 'src/core/wording']],
  [
    'src/core/messages',
    ['src/core/dossier', 'src/core/reply', 'src/core/changes', 'src/core/wording', 'src/core/subscriptions'],
  ],
  // Types alone: what the world is asked for is made of what the core knows.
  [
    'src/core/ports',
    [
      'src/core/dossier',
      'src/core/reply',
      'src/core/subscriptions',
      'src/core/messages',
      'src/core/posting/form/draft.ts',
    ],
  ],
  [
    'src/core/chat',
    [
      'src/core/dossier',
      'src/core/reply',
      'src/core/changes',
      'src/core/wording',
      'src/core/ports',
      'src/core/messages/coverage.ts',
    ],
  ],
  ['src/core/posting', ['src/core']],
  ['commands', ['src/core']],
  ['src/dossier-files', ['src/core']],
  ['src/storage', ['src/core']],
  ['src/delivery', ['src/core']],
  ['src/language', ['src/core']],
  ['src/adapters/discord', ['src/core', 'src/language', 'src/adapters/*.ts', 'src/settings/setting.ts']],
  ['src/adapters/telegram', ['src/core', 'src/language', 'src/adapters/*.ts', 'src/settings/setting.ts']],
  ['src/adapters/terminal', ['src/core', 'src/language', 'src/adapters/*.ts', 'src/settings/setting.ts']],
  ['src/adapters', ['src/core', 'src/language', 'src/settings/setting.ts']],
  ['src/config.ts', ['src/adapters/*.ts', 'src/settings.ts', 'src/settings']],
  ['src/settings.ts', ['src/adapters/*.ts', 'src/settings']],
  ['src/settings/setting.ts', []],
  ['src/settings', ['src/adapters/*.ts', 'src/people.ts', 'src/settings.ts']],
  ['src/people.ts', ['src/adapters/*.ts']],
  ['src/log.ts', []],
  ['src/live-dossier.ts', ['src/core', 'src/dossier-files']],
  ['src/exit.ts', ['src', 'commands']],
  ['src/serve.ts', ['src']],
  ['src/main.ts', ['src', 'commands']],
  ['src/publish-files.ts', ['src/core', 'src/dossier-files', 'src/*.ts']],
  ['src/command-line-words.ts', ['src/core', 'src/dossier-files']],
  ['src/command-line.ts', ['src', 'commands']],
];
