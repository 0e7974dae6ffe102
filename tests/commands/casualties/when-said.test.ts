/** /casualties: when a figure or a denial was given, and what it can therefore not be an answer to. */
import { describe, expect, it } from 'vitest';
import { allIncidentFigures } from '../../../src/core/dossier/casualties/incident-figures.ts';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

const dossier = await foldRealDossier();
const chat = chatOver(dossier);

describe('a figure whose report has no day', () => {
  it('was not given before the days that it counts were over', async () => {
    const text = await chat.says('/casualties incident:cas-q1-370');
    expect(text).toMatch(/ newest report c\. 2026, no day given$/u);
    expect(text).not.toContain('newest report 6 Mar');
  });

  it('was given after a denial of before that, whose day is said', async () => {
    expect(await chat.says('/casualties incident:cas-q1-370')).toContain(
      '(reported 6 Mar 2026). Said before the later figure of UN.',
    );
    for (const asked of ['id:cas-q1-370', 'period:"January to March 2026" who:afghan-civilians']) {
      expect(await chat.says(`/casualties ${asked}`)).toContain('(for 26 Feb – 6 Mar, said 6 Mar, before this figure)');
    }
  });
});

describe('what was said of other days', () => {
  it('has who reported it, when, and its source, as every figure in full', async () => {
    const withOthers = allIncidentFigures(dossier).filter(({ comparisons }) =>
      comparisons.some(({ saidElsewhere }) => saidElsewhere.length > 0),
    );
    const texts = await Promise.all(withOthers.map(({ id }) => chat.saysInFull(`/casualties incident:${id}`)));
    const lines = texts.flatMap((text) => text.split('\n'));
    const others = lines.filter((line) => /^• [^:·]*, for (?:\d|[A-Z])/u.test(line));
    expect(others.length).toBeGreaterThan(0);
    for (const line of others) expect(line).toMatch(/\(reported .*\)\..* (?:Single source|Sources)/u);
  });

  it('has the words of a denial as somebody’s report of them', async () => {
    expect(await chat.says('/casualties incident:cas-q1-370')).toMatch(
      /insists it has not killed any civilians”\. Pakistan’s position as reported by AFP .* A News \(Türkiye, AFP\)/u,
    );
  });
});
