/** /help: derived from the commands, and only of those that the asker may give. */

import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { command } from '../../src/core/chat/command.ts';
import { runCommand } from '../../src/core/chat/run-command.ts';
import { wholeOf } from '../../src/core/reply/page.ts';
import { UNLIMITED } from '../../src/core/reply/page-limits.ts';
import { reply } from '../../src/core/reply/reply.ts';
import { admin, anybody, chatForTests, here } from '../core/chat/chat-for-tests.ts';
import { createMemoryModerators } from '../core/chat/memory-moderators.ts';
import { openDetail } from '../core/chat/open-details.ts';
import { textOf } from '../core/reply/text-of.ts';

const chat = await chatForTests();
const OWNER = new Set(['channel-admin', 'owner'] as const);

describe('/help', () => {
  it('lists every command in the order of the list, with its parameters', async () => {
    const all = await chatForTests({}, { asker: { ...admin, roles: OWNER } });
    const lines = (await openDetail(all, '/help', 'all', { asker: { ...admin, roles: OWNER } }))
      .split('\n')
      .filter((line) => line.startsWith('• '));
    expect(lines.map((line) => line.split(/[ —]/u)[1])).toEqual(commands.map(({ name }) => `/${name}`));
    expect(lines[0]).toBe(
      '• /ceasefire [on] [known] — How the ceasefire stands, since when, and what each side says about it',
    );
  });

  it('explains one command, by its name in any form', async () => {
    const text = await chat.saysInFull('/help casualties');
    expect(text).toContain(
      '• harm: Only those killed, injured, captured, displaced or missing. For example killed, injured, captured, displaced, missing.',
    );
    expect(text).toContain('Example: /casualties who:afghan-civilians harm:injured');
    expect(await chat.saysInFull('/help command:casualties')).toBe(text);
    expect(await chat.saysInFull('/help /casualties')).toBe(text);
    expect(await chat.says('/help about')).toContain('Example: /about');
  });

  it('offers the nearest command for a mistyped one', async () => {
    expect(await chat.says('/help casualtys')).toContain('Did you mean command:casualties');
    expect(await chat.says('/help nothing')).toContain('For example command:ceasefire');
  });

  it('keeps quiet about commands that the asker may not give', async () => {
    const post = command({ name: 'about', who: 'moderator', params: {}, run: () => reply({ blocks: [] }) });
    const withPost = await chatForTests({ commands: [...commands.filter(({ name }) => name !== 'about'), post] });
    expect(await withPost.says('/help')).not.toContain('/about');
    const moderator = { ...anybody, roles: new Set(['moderator' as const]) };
    const call = { command: 'help', args: '', asker: moderator, place: here };
    const page = await runCommand(call, UNLIMITED, withPost, { page: 0, detail: 'all' });
    expect(textOf(wholeOf(page))).toContain('/about');
  });

  it('lists what a moderator may give in private, and not where that would tell others who moderates', async () => {
    const post = command({ name: 'about', who: 'moderator', params: {}, run: () => reply({ blocks: [] }) });
    const parts = { commands: [...commands.filter(({ name }) => name === 'help'), post] };
    const moderators = createMemoryModerators([anybody.id]);
    const inPrivate = { id: 'test:1', isPrivate: true };
    expect(await (await chatForTests({ ...parts, moderators }, { place: inPrivate })).says('/help')).toContain(
      '/about',
    );
    expect(await (await chatForTests({ ...parts, moderators })).says('/help')).not.toContain('/about');
    expect(await (await chatForTests(parts, { place: inPrivate })).says('/help')).not.toContain('/about');
  });
});
