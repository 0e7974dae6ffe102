/** Alerts, boards and suspensions as they are read, and composing each content once. */

import { describe, expect, it } from 'vitest';
import { compose as composeNow, createComposer } from '../../../src/core/messages/compose.ts';
import { encodeContent } from '../../../src/core/messages/content.ts';
import type { Content } from '../../../src/core/messages/kinds/index.ts';
import { english } from '../chat/chat-for-tests.ts';
import { ceasefire, development, quote, revised, smallDossier } from '../dossier/build-entries.ts';
import { textOf } from '../reply/text-of.ts';
import { composed, digestOf, FIRST, LATER, NOW } from './composing.ts';

type Alert = Extract<Content, { kind: 'alert' }>;
const filters = { topics: [], side: null, timezone: 'UTC' };
const alertOf = (changes: Partial<Alert> = {}): Alert => ({
  kind: 'alert',
  ...filters,
  alerts: 'breaking',
  from: FIRST,
  to: Number.MAX_SAFE_INTEGER,
  heldUntil: null,
  repeats: 0,
  ...changes,
});

describe('an alert', () => {
  const said = quote('q', { party: 'north', text: 'They fired first.' });
  const breaking = development('dev-breaking', '2025-10-20', {
    title: 'Shelling',
    summary: 'Each blames the other.',
    significance: 'breaking',
    status: 'disputed',
    accusations: [{ by: 'north', against: ['south'], quote: 'q' }],
  });
  const major = development('dev-major', '2025-10-21', { significance: 'major' });
  const routine = development('dev-routine', '2025-10-21');
  const dossier = smallDossier([said, breaking, major, routine]);

  it('says what happened, who holds whom responsible, and that one source is all there is (R12)', () => {
    const { text, shown, isEmpty } = composed(alertOf(), dossier);
    expect(text).toMatch(/^Breaking: Shelling \(accounts differ\)\n/u);
    expect(text).toContain(
      '20 October 2025; accounts are disputed. Each blames the other. Accused by north: south. “They fired first.” — north;',
    );
    expect(text).toContain('Single source: src daily, 12 October 2025.');
    expect({ shown, isEmpty }).toEqual({ shown: ['dev-breaking'], isEmpty: false });
  });

  it('has major developments too where all are wanted, and those alone where breaking ones went out before', () => {
    expect(composed(alertOf({ alerts: 'all' }), dossier).shown).toEqual(['dev-breaking', 'dev-major', 'q']);
    expect(composed(alertOf({ alerts: 'major' }), dossier).shown).toEqual(['dev-major', 'q']);
  });

  it('keeps to its stretch and its filters', () => {
    expect(composed(alertOf({ to: FIRST }), dossier).isEmpty).toBe(true);
    expect(composed(alertOf({ topics: ['talks'] }), dossier).isEmpty).toBe(true);
    expect(composed(alertOf({ side: 'armed-group' }), dossier).isEmpty).toBe(true);
    expect(composed(alertOf({ side: 'pakistan' }), dossier).text).toContain('Only what involves north');
  });

  it('is not for corrections and updates, but for what became more significant', () => {
    const again = development('dev-breaking', '2025-10-19', { significance: 'breaking' });
    const more = development('dev-major', '2025-10-21', { significance: 'breaking' });
    const later = smallDossier(
      [breaking, major, routine],
      [
        revised(again, LATER, 'update'),
        revised(more, LATER, 'update'),
        revised(development('dev-routine', '2025-10-21', { significance: 'breaking' }), LATER, 'correction'),
      ],
    );
    expect(composed(alertOf({ from: FIRST + 3 }), later).shown).toEqual(['dev-major']);
  });

  it('does not tell what was retracted before it was sent', () => {
    const gone = smallDossier([breaking], [revised(breaking, LATER, 'retraction')]);
    expect(composed(alertOf({ to: FIRST }), gone)).toMatchObject({ isEmpty: true, shown: [] });
  });

  it('held over quiet hours says so, and has what was corrected meanwhile in its new wording', () => {
    const better = development('dev-breaking', '2025-10-19', { title: 'Shelling', significance: 'breaking' });
    const later = smallDossier([breaking], [revised(better, LATER, 'correction')]);
    const content = alertOf({ to: null, heldUntil: NOW });
    const { reply } = composeNow(content, {
      dossier: later,
      language: english,
      now: NOW,
      staleAfterDays: 7,
      announced: [{ from: FIRST, to: FIRST, at: NOW - 1 }],
    });
    expect(textOf(reply.blocks)).toContain('I held this during quiet hours, until 22 October 2025 at 12:00 (UTC).');
    expect(textOf(reply.blocks)).toContain('19 October 2025; ');
    expect(composed(alertOf(), dossier).text).not.toContain('Held over');
  });

  it('held over quiet hours tells what was major when it was announced, also where it has become breaking, unless that was told at once', () => {
    const worse = development('dev-major', '2025-10-21', { significance: 'breaking' });
    const later = smallDossier([breaking, major], [revised(worse, LATER, 'update')]);
    const content = alertOf({ to: null, heldUntil: NOW, alerts: 'major' });
    const announcedAt = (...seqs: readonly number[]) =>
      composeNow(content, {
        dossier: later,
        language: english,
        now: NOW,
        staleAfterDays: 7,
        announced: seqs.map((seq) => ({ from: seq, to: seq, at: NOW - 1 })),
      }).shown;
    const [first, second, update] = [FIRST, FIRST + 1, later.head] as const;
    expect(announcedAt(first, second)).toEqual(['dev-major']);
    expect(announcedAt(first, second, update)).toEqual([]);
    expect(announcedAt(first)).toEqual([]);
  });

  it('says that it may be a repeat', () => {
    expect(composed(alertOf({ repeats: 1 }), dossier).text).toContain('Possible repeat');
    expect(composed(alertOf(), dossier).text).not.toContain('Possible repeat');
  });
});

describe('a board', () => {
  const entries = [
    ceasefire('cf', '2025-10-19', { headline: 'Signed in Doha' }),
    ...[1, 2, 3, 4].map((day) => development(`dev-${day}`, `2025-10-0${day}`)),
  ];
  const board: Content = { kind: 'board', ...filters };

  it('is short: the ceasefire and the three newest developments', () => {
    const { text, shown } = composed(board, smallDossier(entries));
    expect(text).toMatch(/^How things stand\nIn force — Signed in Doha\nRecorded as/u);
    expect(shown).toEqual(['dev-4', 'dev-3', 'dev-2']);
    expect(text).toContain('If the day below is older than yesterday, I have stopped.');
    expect(text).toContain('The last news became known on 19 October 2025, whatever day it is about.');
  });

  it('leads to all that is on record, developments too', () => {
    const all = { command: 'changes', args: { since: '#0' }, detail: 'all' };
    expect(composed(board, smallDossier(entries)).more).toEqual({ label: 'All on record', ...all });
  });

  it('says how new it is by what it shows, not by what it leaves out', () => {
    const told = smallDossier(entries, [revised(quote('q'), LATER + 40 * 86_400_000, 'update')]);
    expect(composed(board, told).text).toBe(composed(board, smallDossier(entries)).text);
  });

  it('reads the same all day, and otherwise on the next', () => {
    const dossier = smallDossier(entries);
    const at = (hour: number) => composed(board, dossier, Date.UTC(2025, 9, 22, hour)).text;
    expect(at(1)).toBe(at(23));
    expect(at(25)).not.toBe(at(1));
  });
});

describe('a suspension', () => {
  const suspensionOf = (willRetry: boolean, chat?: string) => {
    const fields = { timezone: 'UTC', place: 'test:room', reason: 'Forbidden: bot was kicked', willRetry };
    return composed({ kind: 'suspension', ...fields, ...(chat !== undefined && { chat }) }, smallDossier([]));
  };

  it('says what is suspended, why, whether it is tried again, and how it goes on', () => {
    expect(suspensionOf(true, 'Newsroom').text).toContain(
      'Updates to Newsroom have stopped: I am not allowed to post there. I will try once more in some hours.',
    );
    expect(suspensionOf(true).text).toContain('/subscription do:resume in that chat makes me try at once.');
    expect(suspensionOf(false, 'Newsroom').text).toContain(
      'Updates to Newsroom have stopped: I was removed, or it was deleted. I will not try again by myself.',
    );
    expect(suspensionOf(false).text).toContain('add me again, then give /subscription do:resume in that chat.');
    expect(suspensionOf(true).text).toContain(
      'Where I take no commands, send it to me here and name the chat after channel:.',
    );
    expect(suspensionOf(true).reply.actions).toHaveLength(1);
  });

  it('has neither ids nor the words of a platform, whatever the chat is called', () => {
    for (const chat of [undefined, '', '\u200B', 'Newsroom']) {
      for (const again of [true, false])
        expect(suspensionOf(again, chat).text).not.toMatch(/test:room|Forbidden|kicked/u);
    }
    expect(suspensionOf(false, '\u200B').text).toContain('Updates to a chat whose name I do not know have stopped');
  });
});

describe('createComposer', () => {
  it('composes the same content once a day and ledger', () => {
    let dossier = smallDossier([development('dev', '2025-10-11')]);
    const compose = createComposer({
      dossier: () => dossier,
      language: english,
      staleAfterDays: 7,
      announced: () => [],
    });
    const text = encodeContent(digestOf({}));
    const first = compose(text, NOW);
    expect(compose(text, NOW + 3_600_000)).toBe(first);
    expect(compose(text, NOW + 86_400_000)).not.toBe(first);
    dossier = smallDossier([development('dev', '2025-10-11'), development('dev-2', '2025-10-11')]);
    expect(compose(text, NOW)).not.toBe(first);
    expect(compose(text, NOW).shown).toEqual(['dev-2', 'dev']);
  });

  it('keeps no more than some', () => {
    const dossier = smallDossier([development('dev', '2025-10-11')]);
    const compose = createComposer({
      dossier: () => dossier,
      language: english,
      staleAfterDays: 7,
      announced: () => [],
    });
    const [first, second] = [encodeContent(digestOf({ to: 1 })), encodeContent(digestOf({ to: 2 }))];
    const [one, other] = [compose(first, NOW), compose(second, NOW)];
    for (let to = 3; to <= 201; to++) compose(encodeContent(digestOf({ to })), NOW);
    expect(compose(second, NOW)).toBe(other);
    expect(compose(first, NOW)).not.toBe(one);
    expect(compose(first, NOW)).toEqual(one);
  });
});
