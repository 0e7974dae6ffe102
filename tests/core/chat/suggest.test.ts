/** What is offered while somebody types a value, for every kind of parameter. */
import { describe, expect, it } from 'vitest';
import { suggest } from '../../../src/core/chat/suggest.ts';
import { smallDossier } from '../dossier/build-entries.ts';
import { chatForTests, english } from './chat-for-tests.ts';

const chat = await chatForTests();
const context = { dossier: chat.dossier(), language: english, commands: chat.commands };
const offered = (...args: Parameters<typeof suggest>) => suggest(...args).map(({ id }) => id);

describe('suggest', () => {
  it('offers names by any beginning of a word, at most as many as fit', () => {
    const [quotes] = chat.commands.filter(({ name }) => name === 'quotes');
    const speaker = quotes?.params['speaker'];
    expect(speaker && offered(speaker, 'muj', context, 25)).toEqual(['zabihullah-mujahid', 'mohammad-yaqoob']);
    expect(speaker && offered(speaker, '', context, 5)).toHaveLength(5);
  });

  it('offers an incident by its day and its place, in any order, where it is known what day is today', () => {
    const incident = chat.commands.find(({ name }) => name === 'casualties')?.params['incident'];
    if (incident === undefined) throw new Error('no such parameter');
    const today = { ...context, today: '2026-11-22' };
    expect(offered(incident, 'boldak 15 oct', today, 25)).toContain('dev-spin-boldak-15-oct');
    expect(offered(incident, '15.10.25 spin boldak', today, 1)).toHaveLength(1);
    expect(offered(incident, 'boldak 15.10.25', context, 25)).toEqual([]);
    expect(offered(incident, 'zzz', today, 25)).toEqual([]);
  });

  it('offers choices', () => {
    const choices = { kind: 'choice', choices: ['killed', 'injured'] } as const;
    expect(offered(choices, 'k', context, 25)).toEqual(['killed']);
    expect(offered(choices, '', context, 25)).toEqual(['killed', 'injured']);
  });

  it('offers days: today, yesterday, and where the dossier begins', () => {
    const date = { kind: 'date', clock: 'event' } as const;
    expect(offered(date, '', context, 25)).toEqual(['today', 'yesterday', '2025-10-01', '2025-10']);
    expect(offered(date, '2025', context, 25)).toEqual(['2025-10-01', '2025-10']);
    expect(offered(date, '', { ...context, dossier: smallDossier([]) }, 25)).toEqual(['today', 'yesterday']);
    expect(offered(date, '', context, 1)).toEqual(['today']);
  });

  it('offers a date that is typed in words as it is understood, but none that has not come yet', () => {
    const date = { kind: 'date', clock: 'event' } as const;
    const today = { ...context, today: '2026-11-22' };
    expect(suggest(date, '9 nov', today, 25)).toEqual([{ id: '2026-11-09', label: '9 November 2026', aliases: [] }]);
    expect(suggest(date, 'last week', today, 25).map(({ label }) => label)).toEqual(['9–15 November 2026']);
    for (const typed of ['tomorrow', 'since 9 November 2025', 'soon'])
      expect(offered(date, typed, today, 25)).toEqual([]);
    expect(offered(date, '9 nov', context, 25)).toEqual([]);
    expect(offered(date, 'yest', today, 25)).toEqual(['yesterday']);
  });

  it('offers nothing for free words', () => {
    expect(offered({ kind: 'text' }, 'w', context, 25)).toEqual([]);
  });

  it('offers only what is then understood', async () => {
    for (const command of chat.commands) {
      for (const [name, param] of Object.entries(command.params)) {
        for (const { id } of suggest(param, '', context, 25)) {
          expect(await chat.says(`/${command.name} ${name}:${id}`)).not.toMatch(
            /was not understood|could be several|is not one of|as a date|went wrong/u,
          );
        }
      }
    }
  });
});
