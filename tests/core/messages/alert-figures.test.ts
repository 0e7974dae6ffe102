/** The figures of an alert: headings of what is shown beside a new one. */
import { describe, expect, it } from 'vitest';
import { sectionsOf } from '../../../src/core/changes/sections.ts';
import { figuresAmongRivals } from '../../../src/core/messages/alert-figures.ts';
import { english } from '../chat/chat-for-tests.ts';
import { claim, development, smallDossier } from '../dossier/build-entries.ts';
import { textOf } from '../reply/text-of.ts';

describe('figuresAmongRivals', () => {
  it('has whole headings where only sides without a figure are beside', () => {
    const incident = development('dev', '2025-10-11', { category: 'clash', title: 'Shots at the bridge' });
    const figure = claim('cas', { development: 'dev', period: '2025-10-11' });
    const dossier = smallDossier([incident, figure]);
    const change = { what: 'new' as const, id: 'cas', entry: figure, before: undefined, reason: null, seq: 1 };
    const { blocks } = figuresAmongRivals(
      { corrections: [], ...sectionsOf([change]), leftOut: [] },
      { dossier, language: english, now: Date.UTC(2025, 9, 12), timezone: 'UTC', staleAfterDays: 7, mostSources: 3 },
      { once: false },
    );
    const lines = textOf(blocks).split('\n');
    expect(lines.filter((line) => line.startsWith('Shots at the bridge'))).toHaveLength(2);
    expect(lines.filter((line) => /·\s*$/u.test(line))).toEqual([]);
    expect(lines.filter((line) => line.includes('11 October 2025')).length).toBeGreaterThanOrEqual(2);
  });
});
