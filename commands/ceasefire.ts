/** /ceasefire: the last reported state of the ceasefire, since when, what each side says, and how old that is (R15). */

import { command } from '../src/core/chat/command.ts';
import { dateParams } from '../src/core/chat/date-params.ts';
import { givenArguments } from '../src/core/chat/raw-arguments.ts';
import { datesOf, incidentsOf } from '../src/core/dossier/ceasefire/incidents-found.ts';
import { talksBy } from '../src/core/dossier/ceasefire/talks.ts';
import { ceasefireOn, isStale } from '../src/core/dossier/ceasefire/view.ts';
import { parseEdtf } from '../src/core/dossier/dates/edtf.ts';
import { reply } from '../src/core/reply/reply.ts';
import { UserError } from '../src/core/reply/user-error.ts';
import { asOf } from '../src/core/wording/as-of.ts';
import { ceasefireDetails } from '../src/core/wording/ceasefire/details.ts';
import { firstScreen } from '../src/core/wording/ceasefire/first-screen.ts';

export default command({
  name: 'ceasefire',
  who: 'anyone',
  isKept: true,
  params: dateParams,
  example: ({ dossier }) => {
    const [newest] = [...dossier.ceasefire.values()].slice(-1);
    return newest === undefined ? {} : { on: parseEdtf(newest.effectiveFrom).earliest };
  },
  run(args, context) {
    const { dossier, language } = context;
    const day = asOf(args, context);
    const view = ceasefireOn(dossier, day);
    if (!view) {
      const [first] = dossier.ceasefire.values();
      const since = first ? language.date(parseEdtf(first.effectiveFrom)) : undefined;
      const on = language.date(parseEdtf(day));
      throw since
        ? new UserError('ceasefire-nothing', { on, since })
        : new UserError('ceasefire-nothing-at-all', { on });
    }
    const found = incidentsOf(view, dossier);
    const round = talksBy(dossier, day);
    const dates = [
      view.newest.effectiveFrom,
      ...view.positions.flatMap(({ quote }) => quote?.date ?? []),
      ...[...found.shown, ...found.dayBefore, ...found.apart.shown].flatMap((incident) =>
        datesOf(incident, day, dossier),
      ),
      // Talks that are still going on are dated by the day they began.
      ...(round ? [parseEdtf(round.date).latest <= day ? round.date : parseEdtf(round.date).earliest] : []),
    ];
    const facts = { view, found, round, dates };
    const again = givenArguments({ on: args.on?.text, known: args.known?.text });
    return reply({
      ...firstScreen(facts, args, context),
      tone: isStale(view, context.staleAfterDays) ? 'unknown' : 'normal',
      details: ceasefireDetails(facts, args, context),
      actions: ['casualties', 'quotes'].map((name) => ({
        label: language.text(`command-${name}-button`),
        command: name,
        args: again,
      })),
    });
  },
});
