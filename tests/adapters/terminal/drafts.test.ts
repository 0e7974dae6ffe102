/** Writing at the terminal: line by line, empty leaves out, numbers are answers where words are asked for. */
import { expect, test } from 'vitest';
import { createTerminalMessenger } from '../../../src/adapters/terminal/sending/messenger.ts';
import { keyOf, pushedPage } from '../../contracts/messenger.ts';
import { postingForTests } from '../../core/posting/posting-for-tests.ts';
import { chatForTests } from '../chat-for-tests.ts';
import { openTerminal } from './open-terminal.ts';

test('a claim is asked line by line and published with a number', async () => {
  const { chat, dossier } = await postingForTests();
  const commands = chat.commands.map((one) => (one.who === 'moderator' ? { ...one, who: 'anyone' as const } : one));
  const messenger = createTerminalMessenger();
  const { types, shows, input, ended } = openTerminal({ chat: { ...chatForTests(), ...chat, commands }, messenger });
  const head = dossier().head;
  types('/post claim');
  await shows('1 of');
  types('src-seed');
  await shows('Claimant');
  types('pakistan');
  await shows('Stance');
  types('1');
  await shows('Victims');
  types('afghan-civilians');
  await shows('Harm');
  types('killed');
  await shows('Figure as printed');
  types('seven');
  await shows('Qualifier');
  types('exact');
  await shows('Number');
  types('7');
  await shows('Upper number');
  types('7');
  await shows('Period');
  // Its button has no number, which could be the answer.
  await messenger.send('terminal:local', pushedPage('A reminder'), keyOf('delivery'));
  expect(await shows('A reminder')).not.toMatch(/\d\S* Ceasefire/u);
  types('cancel');
  await shows('the draft is kept');
  types('/quotes speaker:shehbaz');
  await shows('every provocation');
  types('/drafts');
  await shows('being written');
  types('1');
  await shows('Period');
  types('2025-11-07');
  await shows('Reported on');
  types('2025-11-08');
  await shows('Attribution');
  types('An official said so');
  await shows('Places');
  for (const next of ['Development it belongs to', 'What it counts', 'Figures it conflicts with', 'Alert at once']) {
    types('');
    await shows(next);
  }
  types('no');
  await shows('A preview');
  types('1');
  await shows('cas-seven-');
  expect(dossier().revisionsAfter(head)).toMatchObject([{ author: 'terminal:local', entry: { kind: 'claim' } }]);
  input.end();
  await ended;
});
