/** /changes: since a day or a place of the ledger, all of it. */
import { describe, expect, it } from 'vitest';
import { admin, chatForTests, chatOver, NOW } from '../core/chat/chat-for-tests.ts';
import {
  claim,
  development,
  IMPORTED_AT,
  quote,
  revised,
  smallDossier,
  smallNames,
} from '../core/dossier/build-entries.ts';

const FIRST = smallNames.length + 1;
const real = await chatForTests();
const small = chatOver(
  smallDossier(
    [
      development('dev', '2025-10-11', { title: 'Shelling', category: 'clash' }),
      development('dev-talks', '2025-10-12', { title: 'A meeting', category: 'talks', parties: ['south', 'mediator'] }),
      quote('q-1', { text: 'First.' }),
      quote('q-2', { text: 'Second.', date: '2025-10-11' }),
    ],
    [revised(development('dev', '2025-10-11', { title: 'Shelling at the gate' }), IMPORTED_AT + 3_600_000)],
  ),
);

describe('/changes', () => {
  it('says on every button what that narrows it to, or leads to', async () => {
    const { buttons } = await small.answers('/changes since:#0');
    const labels = buttons.flat().map(({ label }) => label);
    for (const label of ['All changes (4)', 'Involving south', 'Involving mediators', 'About clashes', 'About talks'])
      expect(labels).toContain(label);
  });

  it('by default has what became known here in the last seven days, corrections first', async () => {
    const text = await small.saysInFull('/changes');
    expect(text).toContain('What became known from 15 November 2026 on. Each entry reads as it does now.');
    expect(text).toContain(
      'Corrected: Shelling at the gate (11 October 2025). Title: Shelling → Shelling at the gate.',
    );
    expect(text).not.toContain('A meeting');
  });

  it('says what else there was where nothing is filed under the topics that were asked for, and leads there', async () => {
    const chat = chatOver(
      smallDossier([
        development('dev-strike', '2025-10-11', { category: 'airstrike' }),
        development('dev-attack', '2025-10-11', { category: 'attack', parties: ['south'] }),
        development('dev-other', '2025-10-11', { category: 'airstrike' }),
        development('dev-talks', '2025-10-11', { category: 'talks' }),
      ]),
    );
    const page = await chat.answers('/changes since:#0 topics:clash');
    const text = await chat.says('/changes since:#0 topics:clash');
    expect(text).toContain('\nNothing is filed as clashes. Other kinds then: air strikes 2 and attacks 1.\n');
    const these = page.buttons.flat().find(({ label }) => label === 'Show these');
    expect(await chat.pressed(these?.data ?? '')).toMatch(/^Changes after #0, about .*air strikes/u);
    expect(await chat.says('/changes since:#0 topics:clash side:north')).toContain('air strikes 2.\n');
    expect(await chat.says('/changes since:#0 topics:statement')).toContain('talks 1');
  });

  it('says what was new in all words and figures, not one of each side', async () => {
    const text = await small.saysInFull(`/changes since:#${FIRST - 1}`);
    expect(text).toContain(`What I published after change #${FIRST - 1}. Each entry reads as it does now.`);
    expect(text).toContain('• A meeting (12 October 2025; reported).');
    expect(text).toContain('“First.”');
    expect(text).toContain('“Second.”');
    // It was published and corrected since.
    expect(text).toContain('Corrected: Shelling at the gate (11 October 2025). Title: Shelling →');
  });

  it('offers the place of the ledger where its sign was left out', async () => {
    expect(await small.saysInFull('/changes since:120')).toContain(
      'For change number 120, put a # before it: since:#120.',
    );
  });

  it('ends where it is told to', async () => {
    const text = await small.saysInFull(`/changes since:#${FIRST - 1} until:#${FIRST}`);
    expect(text).toContain(`Up to change #${FIRST}.`);
    expect(text).toContain('Shelling at the gate');
    expect(text).not.toContain('A meeting');
  });

  it('keeps to topics and a side, and says how much that leaves out', async () => {
    const topics = await small.saysInFull(`/changes since:#${FIRST - 1} topics:talks`);
    expect(topics).toContain('Only what is about talks.');
    expect(topics).toContain('A meeting');
    expect(topics).toContain('That choice leaves out 3 other changes.');
    const side = await small.saysInFull(`/changes since:#${FIRST - 1} side:mediator`);
    expect(side).toContain('A meeting');
    expect(side).not.toContain('Shelling');
  });

  it('of days goes by when something became known, as known: does', async () => {
    const text = await real.saysInFull('/changes since:2025-11-09 until:2025-11-09');
    expect(text).toContain('What became known from 9 November 2025 on. Up to what became known on 9 November 2025.');
    expect(text).toContain('Erdoğan says ministers and intelligence chief will visit Pakistan');
    expect(text).not.toContain('Overnight fighting along the Durand Line');
    expect(await real.saysInFull('/changes 2025-10-12')).toContain('Overnight fighting along the Durand Line');
  });

  it('where nothing changed, says what the newest change was, a button away', async () => {
    const text = await real.says('/changes');
    expect(text).toContain('Nothing changed.');
    const day = /became known on (\d+ \w+ \d{4})\./u.exec(text)?.[1];
    expect(day).toBeDefined();
    const [button] = (await real.answers('/changes')).buttons.flat();
    expect(button?.label).toBe(`Since ${day}`);
    expect(await real.pressed(button?.data ?? '')).toContain(`Changes since ${day}`);
    expect(await real.pressed(button?.data ?? '')).not.toContain('Nothing changed');
  });

  it('has every figure of the dossier as printed, and no total', async () => {
    const text = await real.saysInFull('/changes since:#0');
    for (const { count } of real.dossier().claims.values()) expect(text).toContain(count.asPrinted);
    for (const { title } of real.dossier().developments.values()) expect(text).toContain(title);
    expect(text).toContain('Nothing is added up');
  });

  it('answers what is no day and no place with what would be', async () => {
    expect(await real.says('/changes since:soon')).toContain('I don’t understand “soon” as a date for since.');
    expect(await real.says('/changes since:#x')).toContain('I don’t understand “#x” as a date for since.');
    expect(await real.says('/changes until:2027-01-01')).toContain('has not come yet');
    expect(await real.says('/changes since:1999')).toContain('The dossier begins on');
    expect(await real.says('/changes since:#9 until:#3')).toContain('That ends before it begins');
    expect(await real.says('/changes since:2025-11-05 until:2025-11-01')).toContain('That ends before it begins');
    expect(await real.says('/changes topics:tolks')).toContain('Did you mean talks');
    expect(real.bugs).toEqual([]);
  });

  it('shows a figure that was taken back', async () => {
    const gone = claim('cas');
    const chat = chatOver(smallDossier([gone], [revised(gone, NOW - 1, 'retraction')]), {}, { asker: admin });
    expect(await chat.saysInFull(`/changes since:#${FIRST}`)).toContain('Withdrawn: figure of south');
  });
});
