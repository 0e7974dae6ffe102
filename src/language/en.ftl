# English. Ids are `<where>-<what>`; variables are explained where their name does not say it.

## Dates. What they say around a date that src/language/format-date.ts has formatted.
date-approximate = around { $date }
# From one date to another where the two cannot share a dash: "around July 2025 to 3 November 2025".
date-range = { $from } to { $to }
date-since = since { $date }
date-until = until { $date }
date-instant = { $date }, { $time } UTC

## Commands: one line each, at most 100 characters (Discord's limit for descriptions).
command-ceasefire-summary = How the ceasefire stands, since when, and what each side says about it
command-ceasefire-example = /ceasefire on:2025-10-20
command-casualties-summary = Casualty figures side by side: who gives which, about whom. Never a total
command-casualties-who = Victims: a group such as afghan-civilians, or civilian, or combatant
command-casualties-harm = Only those killed, injured, captured, displaced or missing
command-casualties-claimant = Only incidents for which this side or body gave a figure
command-casualties-example = /casualties who:"Pakistani soldiers" harm:killed
command-casualties-button = Casualty figures
command-quotes-summary = What was said, word for word, with speaker, date and source
command-quotes-speaker = Who said it
command-quotes-topic = What it is about
command-quotes-side = Which side said it
command-quotes-text = Words to look for in quotations, speakers and topics
command-quotes-example = /quotes speaker:zabihullah topic:ceasefire
command-quotes-button = Quotes
command-help-summary = What you can ask
command-help-command = A command to explain
command-about-summary = How this bot knows what it says, and how old that is
param-on = How things stood on that day, by what is known now: 2025-10-20, 2025-10, yesterday
param-known = Only by entries known by that day: 2025-10-20, 2025-10, yesterday

## As of, and how old. $about is "yes" where the date is approximate.
as-of-newest = As of { $day } ({ $timezone }). Newest fact in this answer: { $newest }, { age } old.
as-of-nothing = As of { $day } ({ $timezone }). This answer rests on no dated fact.
as-of-on = It shows how things stood ({ $on }), by what is known on { $today }.
as-of-known = It rests on entries known by { $known }; their wording was written later.
as-of-on-known = It shows how things stood ({ $on }), by entries known by { $known }; their wording was written later.

## Sources
cite-source = { $publisher }, { $date }
cite-sources = Sources: { $sources }.
cite-single = Single source: { $sources }.
cite-one-agency = Single source ({ $agency }), carried by { $sources }.
cite-none = No source was out by then.
cite-speaker = { $name }, { $role }
cite-quote = { $who } · { $venue }, { $date }. { $sources }
quote-sentence = { $quote } — { $who }; { $venue }, { $date }. { $sources }
quote-fragment = { $who }, used the words { $quote } ({ $venue }, { $date }). { $sources }

## Sides and victims
side = { $side ->
    [pakistan] Pakistan
    [afghanistan] Afghanistan (Taliban government)
    [mediator] mediators
    [armed-group] armed groups
   *[observer] observers and the press
  }
victim-status = { $status ->
    [civilian] civilians of all sides
   *[combatant] combatants of all sides
  }

## /ceasefire
ceasefire-title = Ceasefire, { $conflict }
ceasefire-state-word = { $state ->
    [none] no ceasefire
    [in-force] in force
    [conditional] conditional
    [strained] strained
    [suspended] suspended
    [collapsed] collapsed
   *[extended] extended
  }
ceasefire-state = { ceasefire-state-word } — { $headline }
age = { $about ->
    [yes] about { $days ->
      [one] { $days } day
     *[other] { $days } days
    }
   *[no] { $days ->
      [one] { $days } day
     *[other] { $days } days
    }
  }
ceasefire-stale = Last known ({ $date }, { age } ago) — what holds today is not known to this bot.
ceasefire-stale-then = Last known ({ $date }, { age } before) — what held on { $day } is not known to this bot.
ceasefire-stale-state = The state last recorded: { ceasefire-state-word } — { $headline }
ceasefire-since = Recorded as “{ ceasefire-state-word }” since { $since }
ceasefire-truce = The truce began: { $headline }, { $date }
ceasefire-agreement = Last agreed: { $headline }, { $date }
ceasefire-step = { ceasefire-state-word } ({ $date })
ceasefire-course = Recorded since that agreement: { $steps }
ceasefire-brokers = Brokers and mediators named for the agreement of { $date }: { $brokers }
ceasefire-mediators = Mediators named: { $mediators }
ceasefire-terms = Terms and conditions, each as recorded on its day:
ceasefire-no-terms = No terms are recorded.
ceasefire-term = { $term } ({ $date })
ceasefire-positions = What each side says
ceasefire-position = Position of { $party } ({ $date }): { $summary }.
ceasefire-silent = { $party }: no statement known here by then.
ceasefire-breaches = Reported breaches and accusations
ceasefire-no-breaches = None against the agreement of { $date } is recorded here by then. That is not a report that there was none.
ceasefire-no-breaches-ever = None is recorded here by then. That is not a report that there was none.
ceasefire-more-breaches = { $count ->
    [one] One more since then is not shown.
   *[other] { $count } more since then are not shown.
  }
ceasefire-breaches-before = { $count ->
    [one] One is recorded of the days up to { $date }.
   *[other] { $count } are recorded of the days up to { $date }.
  }
breach = { $title } ({ $date }; { $status ->
    [disputed] accounts are disputed
    [confirmed] confirmed
   *[reported] reported
  }).
breach-accusation = { $by } holds { $against } responsible.
breach-same = Possibly the same incident, counted once: { $title } ({ $date }).
summary-later = Its account rests on later reports too and is left out here.
outcome-word = { $outcome ->
    [agreement] agreement
    [partial] partial agreement
    [deadlock] deadlock
    [collapsed] broken off
   *[extended] extended
  }
ceasefire-talks = Talks are a separate matter; their end is not the end of the ceasefire. Round { $round } ({ $venue }, { $date }): { outcome-word }. { $summary }
ceasefire-talks-going-on = Talks are a separate matter; their end is not the end of the ceasefire. Round { $round } ({ $venue }, { $date }) was going on.
ceasefire-talks-later = Talks are a separate matter; their end is not the end of the ceasefire. Round { $round } ({ $venue }) had begun; its account rests on later reports too and is left out here.
ceasefire-nothing = No state of the ceasefire is known here for { $on }; the earliest is of { $since }.
ceasefire-nothing-at-all = No state of the ceasefire is known here for { $on }.

## /casualties
casualties-title = Casualty figures: who says what
casualties-none = No figure here matches. That does not mean that nobody was harmed.
casualties-claimant = Incidents for which { $claimant } gave a figure; figures of others for the same harm stay beside it.
casualties-caveat = Every figure is its claimant’s own. They overlap and contradict each other, and this bot never adds them up.
casualties-left-out = { $count ->
    [one] One figure whose period runs past that day is left out.
   *[other] { $count } figures whose period runs past that day are left out.
  }
claims-incident = { $title } · { $period } · { $places }
claims-period = Period { $period } · { $places }
claims-who = { $harm ->
    [killed] Killed
    [injured] Injured
    [captured] Captured
    [displaced] Displaced
   *[missing] Missing
  }: { $victims }
claims-row = { $claimant }: { $figure }.
claims-row-period = For { $period }.
claims-row-relation = { $relation ->
    [own-loss] A side about its own losses.
    [own-side] From the victims’ own side.
    [other-side] A side about the other side.
    [armed-group] A side about an armed group.
    [third-party] Third party.
    [press] A press report’s own figure.
    [unattributed] Unattributed: the source names no claimant.
    [denial] A denial, not a figure.
   *[side-not-given] A side’s figure; the victims’ side is not given.
  }
claims-row-attribution = { $attribution } (reported { $reported }).
claims-row-places = Places: { $places }.
claims-row-superseded = { $by ->
    [claimant] Superseded by a later figure of the same claimant.
   *[others] Later figures of others stand beside it.
  }
claims-row-replaced = Revised here; before: { $figure }.
claims-row-conflict = Conflicts with the figure of { $rivals }.
claims-row-disputed = Disputed by { $rivals }.
claims-row-disputes = It disputes what { $rivals } said.
claims-row-conflict-own = Conflicts with another figure of the same claimant.
claims-row-sources = { $sources }
claims-no-figure = No figure from { $party }.
figure = { $qualifier ->
    [at-least] at least { $numbers }
    [more-than] more than { $numbers }
    [about] about { $numbers }
    [up-to] up to { $numbers }
   *[exact] { $numbers }
  }
figure-printed = { $figure } (printed as { $printed })
figure-wordless = { $qualifier ->
    [denial] rejects claims of others, giving no figure; printed as { $printed }
   *[words] in words only: { $printed }
  }

## /quotes
quotes-title = { $count ->
    [0] Quotes
    [one] One remark
   *[other] { $count } remarks
  }
quotes-none = No quotation here matches. /quotes without anything shows the newest of each side.
quotes-order = { $order ->
    [balanced] As printed, some in translation; in turns by side, the newest of each side first.
    [matching] As printed, some in translation; the best match first.
   *[newest] As printed, some in translation; the newest first.
  }
quotes-variants = { $count ->
    [one] The same remark is also printed in these words:
   *[other] The same remark is also printed in these { $count } wordings:
  }

## /help
help-title = What you can ask
help-line = { $usage } — { $summary }
help-more = Write values after a colon: /ceasefire on:2025-10-20. Values with spaces go in quotation marks. More on one command: /help command:quotes
help-param = { $name } { $what }.
help-values = For example { $values }.
help-example = Example: { $example }

## /about
about-title = About this bot — { $conflict }
about-what = It answers who says what, since when, and what was corrected. It says nothing in its own voice that nobody said in a source.
about-attribution = Attribution: every claim names who makes it and, apart from that, who published it. What rests on one source says so.
about-side-by-side = Side by side: where sides disagree, each version stands beside the other; a side of the fighting that gave no figure has a row that says so.
about-no-totals = No totals: figures of different claimants, victims or periods are never added up.
about-quotes = Quotes are as printed, to the letter; different renderings of one remark are shown as that.
about-dates = Dates and places are never shown finer than the source gives them.
about-corrections = Corrections: every change of an entry is kept with its time, author and reason. known: leaves out what was not known by a day.
about-neutral = Words: it says “said”. Words that judge stand only in quotations. The Afghan Taliban and the TTP are two parties.
about-limits = Limits: the sources were read in part, mostly as excerpts of pages in English; several pages carry the same agency’s text.
about-counts = In the dossier: { $developments } developments, { $quotes } quotations, { $claims } casualty claims, { $rounds } rounds of talks and { $states } states of the ceasefire, out of { $sources } sources.

## What went wrong, and what to type instead
error-bug = Something went wrong here; it is logged as { $id }. Please try again, and give that id to whoever runs this bot.
error-flood = That was a lot of questions in one minute. Please wait { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
  } and ask again.
error-not-allowed = /{ $command } is not open to you here.
error-command-near = There is no command “{ $typed }”. Did you mean { $offered }?
error-command-unknown = There is no command “{ $typed }”. You can ask { $offered }.
error-argument-near = There is no “{ $name }:” here. Did you mean { $suggestion }:?
error-argument-unknown = There is no “{ $name }:” here. You can give { $names }.
error-argument-twice = “{ $name }” is given twice; give it once, with quotation marks around words that belong together.
error-argument-loose = “{ $words }” was not understood. Write before it what it is, for example { $example }. You can give { $names }.
error-argument-none = Nothing can be given here; the command stands alone.
error-argument-empty = { $name }: has no value. Write it right after the colon, or leave { $name }: out.
error-text-long = That is longer than { $limit } characters. Please ask in fewer words.
error-argument-long = What you gave for { $name }: is longer than { $limit } characters.
error-choice = “{ $typed }” is not one of the choices for { $name }: { $choices }. For example { $name }:{ $suggestion }.
error-name-ambiguous = “{ $typed }” could be several things for { $name }. Please choose: { $options }
error-name-near = “{ $typed }” was not understood for { $name }. Did you mean { $suggestion }? These are understood: { $examples }
error-name-unknown = “{ $typed }” was not understood for { $name }. For example { $examples }.
error-date = “{ $typed }” is not a day or month for { $name }. For example { $examples }.
error-date-future = { $date } has not come yet; { $name }: takes a day up to today.
error-date-order = On { $known }, { $on } had not come yet: give an on: up to the day of known:.
error-date-before = The dossier begins on { $first }; nothing is known here of what was before ({ $date }). For example { $name }:{ $example }.
error-date-before-known = The dossier begins on { $first }; nothing was known here before ({ $date }). For example { $name }:{ $example }.
error-button = This button is too old or not one of this bot’s. Please type the command again.

## Pages
page-previous = ‹ Back
page-next = Next ›
page-of = Page { $page } of { $pages }

pushed-more = { $count ->
    [0] This goes on: press the button.
    [one] One more is not shown here: press the button.
   *[other] { $count } more are not shown here: press the button.
  }
pushed-rest = The rest

## Schedules, /subscribe and /unsubscribe

## /subscription

## Digests, alerts, boards and /changes

## Deliveries: what became of them, and why

## The terminal
terminal-welcome =
  Truceline, { $conflict }: who says what, since when, and what was corrected.
  Ask /ceasefire, /casualties, /quotes, /help or /about. Tab completes, a number presses a button, Ctrl-D leaves.
  To answer on Discord or Telegram, put DISCORD_TOKEN or TELEGRAM_TOKEN into .env; the README says how to get them.
