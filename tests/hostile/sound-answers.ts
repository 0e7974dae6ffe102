/** For each form answers that are sound, so that one at a time can be hostile; and drafts that wait for just that one. */

import { type Draft, newDraft, type Purpose } from '../../src/core/posting/form/draft.ts';
import { fieldsFor } from '../../src/core/posting/form/fields-for.ts';
import type { FormKind } from '../../src/core/wording/forms/form-kinds.ts';

const NEW_SOURCE = {
  sources: 'https://example.org/report',
  sourcePublisher: 'Example Press',
  sourceTitle: 'Officials speak',
  sourceDate: '2025-11-08',
  sourceKind: 'news-report',
};

const SOUND: Readonly<Record<FormKind, Readonly<Record<string, string>>>> = {
  development: {
    ...NEW_SOURCE,
    date: '2025-11-09',
    category: 'talks',
    title: 'Envoys meet again',
    summary: 'Both delegations said that they met again.',
    parties: 'pakistan, afghanistan',
    places: 'kabul',
    status: 'reported',
    significance: 'breaking',
    announce: 'yes',
    related: '',
  },
  quote: {
    ...NEW_SOURCE,
    excerpt: 'The envoy said: “We will be back, God willing.”',
    text: 'We will be back, God willing',
    speaker: 'khawaja-asif',
    party: 'pakistan',
    date: '2025-11-09',
    venue: 'Istanbul',
    topics: 'talks',
    development: '',
    announce: 'yes',
  },
  claim: {
    ...NEW_SOURCE,
    claimedBy: 'pakistan',
    stance: 'asserts',
    victims: 'afghan-civilians',
    harm: 'killed',
    printed: 'at least seven people',
    qualifier: 'at-least',
    low: '7',
    high: '',
    period: '2025-11-07',
    reportedOn: '2025-11-08',
    attribution: 'An official told Example Press',
    places: '',
    development: '',
    scope: 'Also the injured who died later.',
    conflictsWith: '',
    announce: 'yes',
  },
  ceasefire: {
    ...NEW_SOURCE,
    effectiveFrom: '2025-11-09',
    state: 'strained',
    headline: 'Ceasefire holds along most of the line',
    terms: 'No fire\nNo support',
    mediators: 'qatar',
    positions: 'pakistan: it will answer violations',
    announce: 'yes',
  },
  talks: {
    ...NEW_SOURCE,
    round: '9',
    date: '2025-11-09',
    venue: 'A hotel',
    city: 'istanbul',
    mediators: 'turkiye',
    delegations: 'pakistan: led by a minister',
    outcome: 'deadlock',
    outcomeSummary: 'No agreement was reached.',
    announce: 'yes',
  },
  source: {
    url: 'https://example.org/other',
    sourcePublisher: 'Example Press',
    sourceTitle: 'Another report',
    sourceDate: '2025-11-08',
    sourceKind: 'wire',
    language: 'en',
    accessNote: 'Address given by hand.',
  },
  person: { name: 'A Person', role: 'Envoy', party: 'pakistan', aliases: 'Person\nThe Envoy' },
  place: {
    name: 'A Town',
    placeKind: 'city',
    country: 'AF',
    admin1: 'Kabul',
    lat: '34.5',
    lon: '69.2',
    aliases: 'Town',
  },
};

const CHANGING = { reason: 'The source corrected itself.', weight: 'minor' };

/** Answers to all that is asked for the purpose. */
export function soundAnswers(form: FormKind, purpose: Purpose = 'post'): Readonly<Record<string, string>> {
  return purpose === 'post' ? SOUND[form] : { ...SOUND[form], ...CHANGING };
}

/** A draft in which all before `field` is answered and that is asked. `now` tells drafts apart. */
export function draftAt(form: FormKind, purpose: Purpose, field: string, author: string, now: number): Draft {
  const names = fieldsFor(form, purpose).map(({ name }) => name);
  const before = new Set(names.slice(0, names.indexOf(field)));
  const answers = Object.fromEntries(Object.entries(soundAnswers(form, purpose)).filter(([name]) => before.has(name)));
  return { ...newDraft({ form, purpose, author, answers }, now), step: field };
}
