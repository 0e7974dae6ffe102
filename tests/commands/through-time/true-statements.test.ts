/** Statements of the bot about the shipped dossier that a strict reader checks against the facts alone. */
import { describe, expect, it } from 'vitest';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { openDetail } from '../../core/chat/open-details.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

const dossier = await foldRealDossier();
const chat = chatOver(dossier);

describe('/history', () => {
  it('says of a pause that its end has passed, and that a later state is recorded', async () => {
    const text = await chat.saysInFull('/history cf-eid-pause');
    expect(text).toContain('As it was recorded: conditional — Pause for Eid');
    expect(text).toContain(
      'The end that Pakistan Information Ministry named, midnight 23–24 March 2026, has passed (none named by',
    );
    expect(text).toContain('A later state is on record, of 27 April 2026.');
    expect(text).not.toContain('As it stands');
  });

  it('says of a truce that it fell, also of what tells of it', async () => {
    expect(await chat.says('/history cf-doha-19-oct')).toContain('It fell (27 February 2026).');
    expect(await chat.says('/history cf-kept-3-dec')).toContain(
      'It tells of: Doha ceasefire signed by both defence ministers, 19 October 2025. It fell (27 February 2026).',
    );
  });

  it('says of the last state that it stands, and as known on its day of an earlier one', async () => {
    expect(await chat.says('/history cf-strained-27-apr')).toContain('As it stands: strained');
    expect(await chat.says('/history cf-eid-pause known:2026-03-20')).toContain('As it stands: conditional');
  });
});

describe('figures', () => {
  it('do not name a disputed rival as what came before', async () => {
    const text = await chat.saysInFull('/casualties incident:dev-islamabad-mosque');
    expect(text).not.toMatch(/: 36 [^\n]*Before that/u);
    expect(text).toMatch(/: at least 31\. Before that, from the same claimant: at least 12/u);
  });

  it('of one incident do not stand beside a denial of ten days that names none', async () => {
    const text = await chat.says('/casualties incident:dev-khost-paktika-28-feb');
    expect(text).toContain('at least 19');
    expect(text).not.toContain('insists it has not killed any civilians');
    expect(text).toContain('No figure found from Pakistan');
    const days = await chat.saysInFull('/casualties period:"26 February to 6 March 2026"');
    expect(days).toContain('insists it has not killed any civilians');
  });

  it('carry no inference of the dossier in the bot’s voice', () => {
    const scopes = [...dossier.claims.values()].flatMap(({ scope }) => scope ?? []);
    expect(scopes.length).toBeGreaterThan(5);
    for (const scope of scopes) expect(scope).not.toMatch(/\bseems\b/iu);
    expect(dossier.claims.get('cas-turk-69-year')?.scope).toBe('The same statement also gives 56 since 26 February.');
  });
});

describe('/ceasefire', () => {
  it('names the outlet that alone reported an end, and nobody else', async () => {
    // A month later that is no news, and has to give way.
    expect(await chat.says('/ceasefire on:2026-02-20')).not.toContain('one-month');
    const line = '/ceasefire on:2026-02-20';
    expect(await chat.says('/ceasefire on:2025-12-04')).toContain(
      'No end named by either side. One outlet reported a one-month extension: South Asian Desk, 4 Dec 2025.',
    );
    expect(await openDetail(chat, line, 'terms')).toContain(
      'South Asian Desk reported a one-month extension (4 December 2025). No party is on record with that.',
    );
    // The page was not out by then.
    expect(await chat.says('/ceasefire known:2025-12-03')).not.toContain('one-month');
  });

  it('counts no attack of a third party, laid to no side, as one between the sides', async () => {
    const line = '/ceasefire on:2026-02-20';
    const incidents = await openDetail(chat, line, 'breaches');
    const [counted = '', apart = ''] = incidents.split(/\n(?=\d+ incidents after )/u);
    expect(counted).not.toContain('Wana');
    expect(apart).toMatch(
      /^5 incidents after the agreement of 19 October 2025 are not clearly between the sides, and not counted: a third/u,
    );
    // An armed group of neither side claimed it; what one side's minister alleged stands with it.
    expect(counted).not.toContain('Suicide bombing at a Shia place of worship in Islamabad');
    expect(apart).toMatch(
      /Suicide bombing at a Shia place of worship .*Pakistan alleges the involvement of Afghanistan \(Taliban government\) and India\./u,
    );
    expect(await chat.says(line)).toContain(
      'After 19 Oct 2025: 5 reported incidents or accusations between the sides, latest 5–6 Dec 2025',
    );
  });

  it('does not take the missing of an incident between the sides for calm', async () => {
    expect(await chat.says('/ceasefire on:2025-10-30')).toContain(
      'After 19 Oct 2025: no incident between the sides on record, which is no proof of calm. ' +
        '1 other, not clearly between them, is not counted.',
    );
  });

  it('says in plain English what the truce depends on', async () => {
    const text = await openDetail(chat, '/ceasefire on:2025-11-12', 'terms');
    expect(text).toContain('Pakistan says it holds only without attacks from Afghanistan; Kabul says it will hold');
    expect(text).not.toContain('ties it to');
  });
});
