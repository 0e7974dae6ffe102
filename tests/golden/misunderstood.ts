/** What anybody asks for help, what is not understood, and what is refused. */

import { commands } from '../../commands/index.ts';
import { fresh, lived, of, reader } from './asked.ts';
import { each } from './each.ts';
import { dossierUpTo, LATER } from './ledger.ts';
import type { Group } from './recorded.ts';
import type { Conversation } from './speak.ts';

const MODERATING = commands.filter(({ who }) => who !== 'anyone').map(({ name }) => `/${name}`);
/** Some parties, and nothing that happened. */
const empty = dossierUpTo(20);

export const MISUNDERSTOOD: Readonly<Partial<Record<Group, readonly Conversation[]>>> = {
  help: [
    {
      ...reader,
      steps: [...of('help', ['', ...commands.map(({ name }) => name), 'nothing', '/post', 'quotse']), '/about'],
    },
    { ...fresh, steps: ['/about'] },
    { ...lived, steps: ['/about', '/help history'] },
    ...(['private', 'admin', 'moderator', 'owner'] as const).map((as) => ({
      name: 'who may what',
      as,
      steps: ['/help'],
    })),
  ],
  misunderstood: [
    {
      ...reader,
      steps: [
        ...each('/ | /ceasfire | /casualty | /nothing-like-that | /pst | /CEASEFIRE on:2025-10-20 | /about me'),
        ...each('/ceasefire known 2025 | /ceasefire at:2025 | /casualties who:Pakistani soldiers'),
        `/quotes ${'x'.repeat(600)}`,
        `/quotes ${'x'.repeat(5000)}`,
        `/quotes speaker:${'x'.repeat(600)}`,
        ...each('/quotes side:"pakistan | /casualties whom:civilian | /ceasefire on:2025-13'),
        ...commands.filter(({ who }) => who !== 'anyone').map(({ name }) => `/${name}`),
      ],
    },
    {
      ...reader,
      name: 'forged and old buttons',
      steps: ['(forged', '(ceasefire;0;#0123456789abcdef', '(nothing;0;', '(ceasefire;99;', '(about;0;x=y', '(post;0;'],
    },
    {
      name: 'nothing is recorded',
      as: 'reader',
      chat: () => ({ dossier: () => empty }),
      steps: ['/ceasefire', '/casualties', '/quotes', '/changes', '/history dev-kabul', '/corrections', '/about'],
    },
    { name: 'hidden, where others are', as: 'hidden', steps: MODERATING },
    {
      name: 'where others read along',
      as: 'outside',
      steps: MODERATING,
    },
    {
      name: 'no moderator',
      as: 'private',
      steps: ['/post', '/moderators', '/subscribe', '> words that answer nothing'],
    },
    {
      name: 'a flood',
      as: 'reader',
      steps: ['/about'],
      chat: () => ({ floodLimit: () => ({ waitMs: 12_000, isFirst: true }) }),
    },
    {
      name: 'a flood goes on',
      as: 'reader',
      steps: ['/about'],
      chat: () => ({ floodLimit: () => ({ waitMs: 900, isFirst: false }) }),
    },
    { name: 'a bug', as: 'moderator', later: LATER, steps: ['/coverage'] },
  ],
};
