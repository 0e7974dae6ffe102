# English. Ids are `<where>-<what>`; variables are explained where their name does not say it.

## Dates. What they say around a date that src/language/format-date.ts has formatted.
date-approximate = around { $date }
date-approximate-short = c. { $date }
# From one date to another where the two cannot share a dash: "around July 2025 to 3 November 2025".
date-range = { $from } to { $to }
date-since = since { $date }
date-until = until { $date }
date-instant = { $date }, { $time } UTC
date-zoned = { $date }, { $time } { $timezone ->
    [UTC] UTC
   *[other] ({ $timezone })
  }

## Commands: one line each, at most 100 characters (Discord's limit for descriptions).
command-ceasefire-summary = How the ceasefire stands, since when, and what each side says about it
command-casualties-summary = Casualty figures side by side: who gives which, about whom. Never a total
command-casualties-who = Victims: a group, or civilian, or combatant
command-casualties-id = One figure in full, with its words as printed and its sources
command-casualties-incident = One incident or period, by name, place or day
command-casualties-harm = Only those killed, injured, captured, displaced or missing
command-casualties-claimant = Only incidents for which this side or body gave a figure or denied one
command-casualties-period = Only what happened then: March 2026, 18 to 24 March, last week
command-casualties-button = Casualty figures
command-quotes-summary = What was said, word for word, with speaker, date and source
command-quotes-speaker = Who said it: a person, or a party with its people and bodies
command-quotes-topic = What it is about
command-quotes-side = Which side said it
command-quotes-period = When it was said: October 2025, 9 November 2025, last week
command-quotes-id = One remark in full, with every wording and source
command-quotes-page = Which page of the answer: 1, 2, 3
command-quotes-text = Words to look for in quotations, speakers, topics and what they are about
command-quotes-button = Quotes
command-help-summary = What you can ask
command-help-command = A command to explain
command-about-summary = How I know what I say, and how old that is
param-on = How things stood on that day, by what is known now: 20 October 2025, October, yesterday
param-known = Only by entries known by that day: 20 October 2025, October, yesterday

## As of, and how old. $about is "yes" where the date is approximate, "year" where it is a year alone, which has no age in days.
as-of-newest = As of { $day } ({ $timezone }). Newest fact in this answer: { $newest }{ $about ->
    [year] , no day given
   *[no] , { age } old
  }.
as-of-later = As of { $day } ({ $timezone }). Newest fact in this answer: { $newest }, after the day you asked about.
# $from is "today" where it is counted from the asker's day, "then" from a day in the past.
ago = { $from ->
    [today] { $about ->
      [year] no day given
      [yes] { $days ->
        [0] around now
        [one] about 1 day ago
       *[other] about { $days } days ago
      }
     *[no] { $days ->
        [0] today
        [1] yesterday
       *[other] { $days } days ago
      }
    }
   *[then] { $about ->
      [year] no day given
      [yes] { $days ->
        [0] around then
        [one] about 1 day before
       *[other] about { $days } days before
      }
     *[no] { $days ->
        [0] that day
        [1] the day before
       *[other] { $days } days before
      }
    }
  }
as-of-nothing = As of { $day } ({ $timezone }). This answer has no dated facts.
as-of-on = It shows how things stood ({ $on }), by what is known on { $today }.
as-of-known = It rests on entries known by { $known }; their wording was written later.
as-of-on-known = It shows how things stood ({ $on }), by entries known by { $known }; their wording was written later.

# The same in one short line. $since is "day" where the answer is for a day that is over, "today" where it is for today.
as-of-short = As of { $day } ({ $timezone }){ $span ->
    [ended] , the last day of { $asked }
    [middle] , the middle of { $asked }
    [going] , so far in { $asked }
   *[day] {""}
  }
as-of-brief = { as-of-short } · newest fact { $newest }{ $clock ->
    [now] {" "}· as known now
   *[same] {""}
  }
as-of-short-what = newest { $what ->
    [figure] report
    [remark] remark
   *[fact] fact
  }
as-of-short-newest = { as-of-short-what } { $newest }, { $about ->
    [year] no day given
    [yes] about { as-of-short-ago }
   *[no] { as-of-short-ago }
  }
as-of-short-ago = { $since ->
    [day] { $days ->
      [0] the same day
      [one] a day before
     *[other] { $days } days before
    }
   *[today] { $days ->
      [0] today
      [1] { $about ->
        [yes] a day ago
       *[no] yesterday
      }
     *[other] { $days } days ago
    }
  }
as-of-short-later = { as-of-short-what } { $newest }, after the day you asked about
as-of-short-nothing = no dated facts in this answer
as-of-short-on = by what is known on { $today }
as-of-short-known = as known by { $known }, worded later

## Sources
cite-source = { $publisher }, { $date }
cite-sources = Sources: { $sources }.
cite-single = Single source: { $sources }.
cite-one-agency = Single source ({ $agency }), carried by { $sources }.
cite-others = { $count ->
    [one] one more
   *[other] { $count } more
  }
cite-none = Its sources were not published by then, or were withdrawn.
cite-withdrawn = Its source was withdrawn here.
cite-speaker = { $name }, { $role }
cite-quote = { $who } · { $venue }, { $date }. { $sources }
quote-sentence = { $quote } — { $who }; { $venue }, { $date }. { $sources }
quote-fragment = { $speaker ->
    [person] { $who },
   *[party] { $who }
  } used the words { $quote } ({ $venue }, { $date }). { $sources }

# On a first screen.
cite-count = { $count ->
    [one] 1 source
   *[other] { $count } sources
  }
cite-brief = { cite-count }: { $sources }
cite-brief-agency = 1 source: { $agency }, via { $sources }
brief-said = { $party }{ $side ->
    [mediator] {" "}(mediator)
   *[other] {""}
  } · { $details }
brief-no-name = no name given
brief-joined = { $first }, { $next }

## Sides and victims
side = { $side ->
    [mediator] mediators
    [armed-group] armed groups
   *[observer] observers and the press
  }
victim-status = { $status ->
    [civilian] civilians of all sides
   *[combatant] combatants of all sides
  }

## /ceasefire: the first screen
truce-title = Ceasefire{ $clock ->
    [on] {" "}on { $on }
    [known] , as known on { $known }
    [both] {" "}on { $on }, as known on { $known }
   *[now] {""}
  }: { $state }{ $stale ->
    [yes] , when last reported
   *[no] {""}
  }
truce-title-fell = { $state ->
    [none] none
   *[collapsed] collapsed on { $date }
  }
truce-title-ran-out = { $named ->
    [yes] past the end named for it, { $date }
   *[no] past its agreed end, { $date }
  }
truce-title-pause = a pause, { ceasefire-state-word }
# $told is "yes" where the title has the state that was recorded last, and "over" where that is over: the title is of
# what was before. $dated is "yes" where it has the day. Of incidents and words something newer can be on record.
truce-age = { $told ->
    [over] State last recorded
   *[no] Last recorded
  }{ $dated ->
    [yes] {""}
   *[no] {" "}{ $date }
  }{ $told ->
    [no] {" "}as { ceasefire-state-word }
   *[yes] {""}
  }{ $dated ->
    [yes] {" "}{ $ago }
   *[no] , { $ago }
  }
truce-unknown = I don’t know how it { $when ->
    [now] stands today
   *[then] stood then
  }.
# $has is "yes" where there is room for the headline, which ends with a full stop.
truce-headline = { $has ->
    [yes] : { $headline }
   *[no] .
  }
truce-since = Recorded so since { $since }{ truce-headline }
truce-rests = Based on: { $headline }, { $date }{ $mediated ->
    [yes] {" "}(mediating: { $mediators })
   *[no] {""}
  }.
truce-mediating = Mediating: { $mediators }.
truce-extended = Last extended { $date }.
# $alone is "yes" where a side of the conflict named no end.
truce-until = { $isDay ->
    [yes] This day, { $end }, is
   *[no] Until { $end },
  } { ceasefire-end-named }{ $alone ->
    [yes] {" "}alone
   *[no] {""}
  }.
# Sides that are not on record with an end, where others named one.
end-not-named = { $hasOthers ->
    [yes] {" "}(none named by { $others } on record)
   *[no] {""}
  }
truce-no-end = No end named by either side.
# $count outlets reported an end; the last of them is named.
truce-end-reported = { $count ->
    [one] One outlet
   *[other] { $count } outlets, the last of them here,
  } reported { $summary }: { $publisher }, { $date }.
truce-fall-before = { $state ->
    [none] Before it there was no ceasefire
   *[collapsed] The earlier truce had collapsed
  } ({ $date }){ truce-headline }
# What came later has been told before it.
truce-fell = { $date }: { $headline }
truce-what-fell = What fell: { $agreements }.
truce-agreed-before = Agreed before that: { $agreement }.
# The title has its day.
truce-nothing-since = No agreement since is on record.
truce-agreed-since = Announced since: { $agreements }.
truce-agreed-beside = Also agreed: { $agreements }.
truce-agreement = { $headline }, { $date }
truce-agreement-became = { $headline }, { $date } ({ $became })
# On the first screen, within brackets; and in full as a sentence. $parties are the sides that have not spoken.
truce-announced = announced { $named ->
    [yes] {""}
   *[no] {"by "}{ $by }{" "}
  }{ $date }
ceasefire-announced = { $by } announced it on { $date }.
truce-unconfirmed = { $who ->
    [neither] neither side on record confirming it
   *[some] no confirmation by { $parties } on record
  }
ceasefire-unconfirmed = { $who ->
    [neither] Neither side is on record confirming it.
   *[some] No confirmation by { $parties } is on record.
  }
truce-more-agreements = { $count ->
    [one] 1 before that
   *[other] { $count } before that
  }
truce-became-ran-out = { $named ->
    [yes] past the end that { $by } named, { $date }
    [alone] past the end that { $by } alone named, { $date }
   *[no] past its agreed end, { $date }
  }
truce-became-ended = { $how ->
    [fell] fell { $date }
   *[replaced] replaced { $date }
  }
truce-became-state = reported { ceasefire-state-word } on { $date }
truce-ran-out = { $named ->
    [yes] The end that { $by } named, { $date }, has passed
   *[no] Its agreed end, { $date }, has passed
  }: { $headline }{ $followed ->
    [yes] {""}
   *[no] {" "}No state since then is on record.
  }
# $short is "yes" where every line below is a summary.
truce-positions = Each side says{ $short ->
    [yes] , in short
   *[no] {""}
  }:
# What a side last said of whether it holds, where its newest words are of an incident.
truce-standpoint = { $party }, { $date } (earlier): { $words }
# The same behind newer words under one name.
truce-standpoint-too = { $date }: { $words }
# What the other side says of the incident that the words in the line above are of.
truce-answer = { $party } on the same event: { $words }
truce-said-when = { $when ->
    [agreement] {" "}(before the agreement)
    [announcement] {" "}(before the announcement)
    [fall] {" "}(before the collapse)
    [earlier] {" "}(earlier)
   *[now] {""}
  }
truce-position = { $who }{ truce-said-when }{ $what ->
    [fragment] {" "}used the words { $words }
    [summary] , in short: { $words }
   *[other] : { $words }
  }
truce-silent = { $party }: no statement on record by then.
# $apart is "yes" where incidents of third parties are not counted.
incidents-between = { $apart ->
    [yes] {" "}between the sides
   *[no] {""}
  }
# $told is "yes" where some are no fighting, but what one side said of the other.
or-accusation = { $told ->
    [yes] {" "}or accusation
   *[no] {""}
  }
or-accusations = { $told ->
    [yes] {" "}or accusations
   *[no] {""}
  }
truce-incidents = { $since ->
    [fall] Since { $date }:
    [ever] By then:
   *[other] After { $date }:
  } { $count ->
    [0] { $maybe ->
      [yes] no dated incident{ incidents-between }
     *[no] no incident{ incidents-between } on record, which is no proof of calm
    }
    [one] 1 reported incident{ or-accusation }{ incidents-between }
   *[other] { $count } reported incidents{ or-accusations }{ incidents-between }
  }{ $before ->
    [0] {""}
   *[other] {" "}and { $before } on { $eve }
  }
# $told is "yes" where its day has been told.
truce-latest = { $count ->
    [one] { $told ->
      [yes] {""}
     *[no] , { $date }
    }
   *[other] , latest { $date }
  }
truce-subject = : { $title }
# In brackets, one after the other.
truce-account = { $party }: { $summary }
# What is dated so roughly that it may be of after the day asked about.
truce-maybe = { $count ->
    [one] 1 report, { $date }, may be of a later day
   *[other] { $count } reports, dated too roughly, may be of a later day
  }
truce-apart = { $count ->
    [one] 1 other, not clearly between them, is not counted
   *[other] { $count } others, not clearly between them, are not counted
  }{ $differ ->
    [yes] {" "}({ truce-accounts })
   *[no] {""}
  }.
truce-blame-both = each side blames the other
truce-blame-one = { $what ->
    [involvement] { $by } alleged the involvement of { $against }
   *[responsible] { $by } accused { $against }
  }
truce-accounts = accounts differ
truce-talks = Talks ({ $place }, { $date }): { $outcome ->
    [going-on] under way
    [later] account not out by then
   *[other] { talks-outcome }
  }.
truce-terms-button = Terms
# $more is "yes" where none is counted, but others are listed.
truce-breaches-button = { $more ->
    [yes] Incidents
   *[no] Incidents ({ $count })
  }
truce-talks-button = Talks
truce-sources-button = Sources
truce-state-sources = The state recorded here rests on these.

## /ceasefire: in full
ceasefire-state-word = { $state ->
    [none] no ceasefire
    [in-force] in force
    [conditional] conditional
    [strained] strained
    [suspended] suspended
    [collapsed] collapsed
    [resumed] resumed
    [holding] holding
   *[extended] extended
  }
agreed-word = { $agreed ->
    [truce] a truce
    [pause] a pause for a time
    [extension] an extension of a truce
    [declaration] a declaration
   *[nothing] no new agreement
  }
ceasefire-state = { ceasefire-state-word } — { $headline }
age = { $about ->
    [year] an unknown number of days
    [yes] about { $days ->
      [one] { $days } day
     *[other] { $days } days
    }
   *[no] { $days ->
      [one] { $days } day
     *[other] { $days } days
    }
  }
ceasefire-stale = State last recorded { $date }, { age } ago. I don’t know how things stand today.
ceasefire-stale-then = State last recorded { $date }, { age } before. I don’t know how things stood on { $day }.
ceasefire-stale-state = Last recorded as { $state }
ceasefire-stale-ended = By what is recorded, { $state }
ceasefire-fell = { $state ->
    [none] there was no ceasefire ({ $date })
   *[collapsed] the truce collapsed ({ $date })
  } — { $headline }
ceasefire-end-named = { $named ->
    [yes] the end named by { $by }
   *[no] its agreed end
  }
ceasefire-ran-out = { ceasefire-end-named }, { $end }, has passed — { $headline }{ $followed ->
    [yes] {""}
   *[no] . No state since then is on record.
  }
ceasefire-newest = Recorded last ({ $date }): { ceasefire-state-word } — { $headline }
ceasefire-since = Recorded as “{ ceasefire-state-word }” since { $since }
# $what is "announcement" of less than a truce: each side may have spoken for itself.
ceasefire-agreement = { $what ->
    [announcement] Announced
   *[agreement] Agreed
  }: { $headline }, { $date }
ceasefire-what = { $what ->
    [announcement] announcement
   *[agreement] agreement
  }
ceasefire-agreed-by = Agreed by: { $parties }
ceasefire-extended = Last extended: { $headline }, { $date }
ceasefire-until = Until { $end }, { ceasefire-end-named }{ end-not-named }
ceasefire-no-end = No last day is recorded as agreed.
ceasefire-end-reported = { $publisher } reported { $summary } ({ $date }). No party is on record with that.
ceasefire-fall-before = { $state ->
    [none] Before it there was no ceasefire ({ $date })
   *[collapsed] The earlier truce had collapsed ({ $date })
  } — { $headline }
ceasefire-agreed-before = Agreed before that: { $headline }, { $date }.
ceasefire-what-fell = What fell then: { $agreements }
ceasefire-agreement-named = { $headline } ({ $date })
ceasefire-nothing-agreed-since = No agreement since then is recorded here.
ceasefire-agreed-since = Announced since then: { $headline }, { $date }.
ceasefire-agreed-last = Announced last: { $headline }, { $date }.
# An entry that tells what became of an agreement.
ceasefire-tells-of = It tells of: { $headline }, { $date }.
ceasefire-agreed-beside = Also agreed: { $headline }, { $date }.
ceasefire-became = Last recorded as “{ ceasefire-state-word }” ({ $date }).
ceasefire-became-ran-out = { $named ->
    [yes] The end that { $by } named, { $end }, has passed{ end-not-named }.
   *[no] Its agreed end, { $end }, has passed.
  } I don’t know whether it went on.
ceasefire-became-ended = { $how ->
    [fell] It fell
   *[replaced] It was replaced
  } ({ $date }).
ceasefire-step = { ceasefire-state-word } ({ $date })
ceasefire-course = Recorded since that { ceasefire-what }: { $steps }
ceasefire-brokers = Brokers and mediators named for the { ceasefire-what } of { $date }: { $brokers }
ceasefire-mediators = Mediators named: { $mediators }
ceasefire-terms = Terms and conditions, each as recorded on its day:
ceasefire-terms-ran-out = Terms of what was to last until { $end }, each as recorded on its day:
ceasefire-terms-fell = Terms of what fell on { $date }, each as recorded on its day:
ceasefire-no-terms = No terms are recorded.
ceasefire-term = { $term } ({ $date })
ceasefire-positions = What each side says
ceasefire-position = Position of { $party } ({ $date }): { $summary }.
ceasefire-position-older = Earlier position of { $party } ({ $date }): { $summary }.
ceasefire-positions-at-fall = What the sides said around { $state ->
    [collapsed] the collapse of { $date }
   *[none] { $date }
  }:
ceasefire-position-then = { $party } ({ $date }): { $summary }.
ceasefire-silent = { $party }: no statement on record by then.
ceasefire-incidents = Reported incidents and accusations
# An agreement counts from the day after, a fall from its day.
ceasefire-no-incidents = { $since ->
    [agreement] No incident{ incidents-between } after the agreement of { $date } is on record by then.
    [announcement] No incident{ incidents-between } after the announcement of { $date } is on record by then.
    [fall] No incident{ incidents-between } since { $date } is on record by then.
   *[ever] No incident{ incidents-between } is on record by then.
  } That does not mean that there was none.
ceasefire-counted = { $count ->
    [one] One incident{ or-accusation }{ incidents-between } is
   *[other] { $count } incidents{ or-accusations }{ incidents-between } are
  } recorded here { $since ->
    [agreement] after the agreement of { $date }.
    [announcement] after the announcement of { $date }.
    [fall] since { $date }.
   *[ever] by then.
  } The newest first:
ceasefire-day-before = On the day before { $date }:
ceasefire-more-incidents = { $count ->
    [one] One more since then is not shown.
   *[other] { $count } more since then are not shown.
  }
ceasefire-incidents-maybe = { $count ->
    [one] One more is dated so roughly that it may be of after { $day }. It is not counted:
   *[other] { $count } more are dated so roughly that they may be of after { $day }. They are not counted:
  }
# Incidents that no side lays to the other, or that others claimed, or of which a side lays blame elsewhere too.
ceasefire-incidents-apart = { $count ->
    [one] One incident
   *[other] { $count } incidents
  }{ $since ->
    [agreement] {" "}after the agreement of { $date }
    [announcement] {" "}after the announcement of { $date }
    [fall] {" "}since { $date }
   *[ever] {" "}by then
  }{ $count ->
    [one] {" "}is not clearly between the sides, and not counted
   *[other] {" "}are not clearly between the sides, and not counted
  }: a third party is named too, or nobody is. What a side says of it stands with it. The newest first:
ceasefire-more-apart = { $count ->
    [one] One more of these is not shown.
   *[other] { $count } more of these are not shown.
  }
ceasefire-apart-undated = { $count ->
    [one] One more that is not clearly between the sides is dated so roughly that it may be of another time.
   *[other] { $count } more that are not clearly between the sides are dated so roughly that they may be of another time.
  }
ceasefire-incidents-undated = { $count ->
    [one] One more has no exact date. It may be from before or after that time.
   *[other] { $count } more have no exact date. They may be from before or after that time.
  }
ceasefire-incidents-before = { $since ->
    [agreement] { $count ->
      [one] One is recorded of the days up to { $date }.
     *[other] { $count } are recorded of the days up to { $date }.
    }
   *[fall] { $count ->
      [one] One more is recorded of the days before.
     *[other] { $count } more are recorded of the days before.
    }
  }
status-word = { $status ->
    [disputed] accounts are disputed
    [confirmed] confirmed
    [confirmed-statement] confirmed as a statement
    [confirmed-report] confirmed as a report
   *[reported] reported
  }
incident = { $title } ({ $date }; { status-word }).
# Nothing that makes more of it than was said: somebody may have alleged no more than a part in it.
incident-accusation = { $what ->
    [involvement] { $by } alleges the involvement of { $against }.
   *[responsible] Accused by { $by }: { $against }.
  }
incident-same = Possibly the same incident, counted once: { $title } ({ $date }).
account-superseded = The figure { $figure } was superseded: { $by } then gave { $later } (reported { $reported }).
# Of what is not disputed, each may say another part.
accounts-lead = { $status ->
    [disputed] Accounts differ.
   *[other] What each says:
  }
account = { $party }: { $summary }.
summary-later = Its account also uses later reports, so I leave it out.
outcome-word = { $outcome ->
    [agreement] agreement
    [partial] partial agreement
    [deadlock] deadlock
    [collapsed] broken off
   *[extended] extended
  }
# Which round it was. $counted is "here" where the number is the dossier's own. $says is "somebody" where the outcome rests on the word of $by.
talks-count = { $counted ->
    [here] {" "}by this record’s count
   *[there] {""}
  }
talks-outcome = reported as { outcome-word }{ $says ->
    [somebody] , according to { $by }
   *[nobody] {""}
  }
ceasefire-talks = Talks are a separate matter; their end is not the end of the ceasefire. Round { $round }{ talks-count } ({ $venue }, { $date }): { talks-outcome }. { $summary }
ceasefire-talks-going-on = Talks are a separate matter; their end is not the end of the ceasefire. Round { $round }{ talks-count } ({ $venue }, { $date }) was going on.
ceasefire-talks-later = Talks are a separate matter; their end is not the end of the ceasefire. Round { $round }{ talks-count } ({ $venue }) had begun. Its account also uses later reports, so I leave it out.
ceasefire-nothing = No state of the ceasefire is known here for { $on }; the earliest is of { $since }.
ceasefire-nothing-at-all = No state of the ceasefire is known here for { $on }.

## /casualties
# What was asked. $subject has the victims and the harm, or neither; the other parts are added one by one.
casualties-subject = { $given ->
    [both] { $who } { harm-done }
    [who] Casualties among { $who }
    [harm] People { harm-done }
    [other] Casualties
   *[nothing] Casualties: who claims what
  }
harm-done = { $harm ->
    [killed] killed
    [injured] injured
    [captured] captured
    [displaced] displaced
   *[missing] missing
  }
casualties-known = Casualties known by { $day }
casualties-title-incident = { $name } · { $title }
casualties-title-claimant = { $title }, where { $claimant }{ $with ->
    [side] {" "}or its side
    [bodies] {" "}or one of its bodies
   *[none] {""}
  } gave a figure or denied one
casualties-title-period = { $title }, { $is ->
    [day] on {""}
    [open] {""}
   *[span] in {""}
  }{ $period }
casualties-title-on = { $title }, up to { $day }
casualties-title-known = { $title }, known by { $day }
casualties-none = No figure here matches. That does not mean that nobody was harmed.
# $part is "yes" where some figures of those shown are left out.
casualties-on-file = { $count } { $filtered ->
    [yes] found
   *[no] incidents and periods
  }, { $shown ->
    [0] all
   *[other] { $shown }
  } shown{ $part ->
    [yes] {" "}in part
   *[no] {""}
  }. { casualties-not-added }
casualties-not-added = Nothing is added up.
casualties-none-of = No figure is on file for this incident. That does not mean that nobody was harmed.
casualties-around = Figures of the days around it: { $name }
casualties-longer = Figures that also count other days ({ $count })
casualties-unfinished = Figures of periods past that day ({ $count })
# What is known of people whose side is not stated: the country they were in.
casualties-also-on-file = Also in { $count ->
    [one] one case
   *[other] { $count } cases
  }{ $known ->
    [yes] {" "}({ $where })
   *[no] {""}
  }: { $victims }.
casualties-in-country = { $count ->
    [1] { $all ->
      [1] in { $country }
     *[other] 1 in { $country }
    }
   *[other] { $count } in { $country }
  }
# On both sides of a border, or nobody says where.
casualties-in-no-country = { $count } with no one country given
casualties-of-other-days = Of other days: { $incidents }.
casualties-in-words = In words only, “{ $word }” is said with the figures of { $incidents }.
casualties-choose-incident = Choose an incident
casualties-choose-who = Victims
casualties-choose-figure = Open a figure
casualties-figure = { $claimant }: { $figure } · { claims-brief-lead } ({ $reported })
casualties-one-figure = One figure · { $name }
casualties-back = Back to all figures
casualties-versions = All versions
casualties-detail = { claims-harm } in full ({ $count })
casualties-accounts = What is reported
casualties-more = { $count ->
    [one] One more group of figures is on file.
   *[other] { $count } more groups of figures are on file.
  }
casualties-left-out-unfinished = { $count ->
    [one] One figure whose period runs past that day is left out.
   *[other] { $count } figures whose period runs past that day are left out.
  }
casualties-left-out-longer = { $count ->
    [one] One that also counts other days is left out.
   *[other] { $count } that also count other days are left out.
  }

# Names of incidents and periods, and their figures in one line.
claims-days = { $days }
claims-places = { $places }
claims-more-places = { $place } and { $count } more
claims-first-place = { $place } and elsewhere
claims-short-name = { $days } · { $place }
claims-place-first = { $place }, { $days }
claims-full-name = { $title } · { $days }
# What happened on the days of figures that are of no one event.
claims-event = { $title } ({ $date })
claims-events = For the days of: { $events }.
claims-latest = { $name } (latest)
claims-brief-lead = { $victims } { harm-done }
# Of a part of the places in the heading.
claims-brief-lead-part = { claims-brief-lead } in { $part }
claims-brief = { $claimant } { $figures }
claims-brief-also = , also { $figure }
claims-brief-nobody = press, unattributed{ $several ->
    [yes] {" "}({ $publishers })
   *[no] {""}
  }
claims-brief-words = in words only: { $printed }
claims-brief-denial = { $claimant }{ $denial }; gave no figure{ $figures }
# In brackets. $alone is "yes" where one figure stands beside it.
claims-brief-denied = { $alone ->
    [yes] said { $day }, before this figure
   *[no] { $day }
  }
# Clauses of an attribution that begin with one of these say what is denied.
claims-denial-verbs = denies denied rejects rejected disputes disputed
claims-denies = {" "}{ $clause }
claims-denies-as-printed = : { $printed }
claims-denies-as-reported = , as reported: { $printed }
claims-denies-in-short = {" "}disputes this
claims-reported-by = reported by { $reporter }
# Looked for in attributions too.
claims-second-hand = second-hand
claims-brief-days = for { $days }
claims-brief-own = own losses
claims-brief-superseded = superseded
claims-brief-superseded-by = superseded by { $by }: { $figure }
claims-brief-left = { $all ->
    [yes] figures of { $count ->
      [one] one claimant
     *[other] { $count } claimants
    }, too many for one screen
   *[no] { $count } more
  }
# R21: people, families and households beside each other.
claims-brief-units = Not the same unit.
claims-units = These figures are in different units and cannot be compared.
# Never a bare “none”: it would be read as nought.
claims-brief-none = { $days ->
    [few] no figure:
    [some] no figure for these days found from
   *[all] no figure found from
  } { $counted ->
    [0] { $parties }
   *[other] { $counted } who could have given one
  }
# One note for all: each figure has its own, where its incident is opened.
claims-brief-otherwise = Not like the others: see the incident.
claims-brief-others = Also figures for { $victims }
claims-also-incidents = Also: { $names }
claims-brief-note = { $mark } { $note }
claims-incident = { $title } · { $period }{ $where ->
    [none] {""}
   *[known] {" "}· { $places }
  }
claims-period = Period { $period }{ $where ->
    [none] {""}
   *[known] {" "}· { $places }
  }
claims-harm = { $harm ->
    [killed] Killed
    [injured] Injured
    [captured] Captured
    [displaced] Displaced
   *[missing] Missing
  }
claims-who = { claims-harm }: { $victims }
claims-who-unit = { claims-who }{ $unit ->
    [people] {""}
   *[other] {" "}(counted in { unit-name })
  }
claims-row = { $claimant }: { $figure }.
claims-row-period = For { $period }.
claims-row-relation = { $relation ->
    [own-loss] A side’s claim about its own losses.
    [own-side] From the victims’ own side.
    [other-side] A side’s claim about the other side.
    [armed-group] A side’s claim about an armed group.
    [third-party] Third party.
    [press] A press report’s own figure.
    [unattributed] Unattributed: the source names no claimant.
    [denial] A denial, not a figure.
   *[side-not-given] A side’s figure; the victims’ side is not given.
  }
claims-row-attribution = { $attribution } (reported { $reported }{ $after ->
    [yes] , after the day you asked about
   *[no] {""}
  }).
claims-row-places = Places: { $places }.
claims-row-earlier = Before that, from the same claimant: { $figures }.
claims-earlier = { $figure }{ $other ->
    [yes] {" "}for { $period }
   *[no] {""}
  } ({ $number ->
    [yes] { $printed }, {""}
   *[no] {""}
  }reported { $reported }{ $named ->
    [yes] {" "}by { $publishers }
   *[no] {""}
  })
claims-row-superseded = { $who ->
    [claimant] Superseded by a later figure of the same claimant (reported { $reported }).
    [family] Marked as superseded; { $by } gave a later figure (reported { $reported }).
    [others] { $by } gave a later figure (reported { $reported }).
   *[nobody] Superseded; the later figure is not recorded.
  }
claims-row-replaced = Revised here; before: { $figure }.
claims-row-conflict = Conflicts with the figure of { $rivals }.
claims-row-conflict-earlier = Conflicts with what { $rivals } said before.
claims-row-disputed = Disputed by { $rivals }.
claims-row-disputes = It disputes what { $rivals } said.
claims-row-later = Said before the later figure of { $rivals }.
claims-row-denied-before = Earlier denied: { $rivals } ({ $day }), before this figure.
claims-row-also = Also reported from the same claimant: { $figure }.
claims-outlet = an unattributed report ({ $publishers })
claims-row-sources = { $sources }
claims-elsewhere = { $claimant }, for { $period }: { $figure }.
claims-no-figure = No figure { $days ->
    [some] for these days found
   *[all] found
  } from { $parties }.
figure = { $qualifier ->
    [at-least] at least { $numbers }
    [more-than] more than { $numbers }
    [about] about { $numbers }
    [up-to] up to { $numbers }
   *[exact] { $numbers }
  }{ $unit ->
    [families] {" "}{ $count ->
      [one] family
     *[other] families
    }
    [households] {" "}{ $count ->
      [one] household
     *[other] households
    }
    [persons] {" "}{ $count ->
      [one] person
     *[other] people
    }
   *[people] {""}
  }
unit-name = { $unit ->
    [families] families
    [households] households
   *[people] people
  }
figure-brief = { $printed }{ $unit ->
    [people] {""}
   *[other] {" "}({ unit-name })
  }
# Words that add nothing to "killed: 5" beside a number; and the number, where it is written as a word.
figure-plain-words = people persons person civilians civilian soldiers soldier others other were was been are have has killed dead death deaths died injured wounded hurt captured displaced missing the of and an a
figure-number-word = { $number ->
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
    [12] twelve
    [20] twenty
   *[other] {""}
  }
figure-printed = { $figure } (printed as { $printed })
figure-wordless = { $qualifier ->
    [denial] rejects claims of others, giving no figure; printed as { $printed }
   *[words] in words only: { figure-brief }
  }

## /quotes
quotes-title-one = One remark, word for word
quotes-who = { $is ->
    [latest] Latest from each side
    [each-side] From each side in turn
    [named] { $who }
   *[anybody] What was said
  }{ $about ->
    [topic] {" "}on { $topic }
   *[all] {""}
  }{ $has ->
    [words] {" "}with or about “{ $words }”
   *[nothing] {""}
  }
quotes-speaker = { $name }{ $reach ->
    [bodies] , its people and bodies
    [people] {" "}and its people
   *[itself] {""}
  }
quotes-period = { $is ->
    [day] on {""}
    [open] {""}
   *[span] in {""}
  }{ $period }
quotes-until = up to { $day }
quotes-known = known by { $known }
# $first are shown, out of $count.
quotes-shown = { $are ->
    [none] no remarks
    [all] { $count ->
      [one] 1 remark
     *[other] { $count } remarks
    }
    [first] { $first } of { $count } remarks
    [one] remark { $from } of { $count }
   *[some] { $from }–{ $to } of { $count } remarks
  }
quotes-fragment = used the words { $words }
quotes-sources = { $sources }{ $variants ->
    [0] {""}
    [one] {" "}· 1 other wording
   *[other] {" "}· { $variants } other wordings
  }
quotes-translation = { $words } (translation)
# $on is "this" where something was asked for: a topic, a period, words.
# $on: "before" and "after" have the day of the side's nearest remark at another time.
# $whose is "other" where another of the same side said it: $by, a ministry or an assembly.
quotes-silent-by = { $whose ->
    [other] {" "}({ $by })
   *[own] {""}
  }
quotes-silent = { $party }: no remark { $about ->
    [this] on this{" "}
   *[all] {""}
  }{ $on ->
    [this] is on record
    [period] in that time is on record
    [before] in that time; last { $date }{ quotes-silent-by }
    [after] in that time; first { $date }{ quotes-silent-by }
   *[all] on record by then
  }.
quotes-none = No quotation here matches. /quotes without anything shows the newest of each side.
# $marked is "yes" where one on the screen is marked as a translation.
quotes-translated = { $marked ->
    [yes] ; unmarked ones may be translated too
   *[no] , maybe translated
  }
quotes-on-file = { $count ->
    [one] 1 remark on file
   *[other] { $count } remarks on file
  }, word for word{ quotes-translated }.
quotes-as-printed = { $order ->
    [matching] Best match first, word
    [matter] Best match and others about its event first, word
   *[newest] Word
  } for word{ quotes-translated }.
# The dossier links the words and the event; the speaker need not have spoken of it. The titles of what only some say,
# or of what accounts differ on, are no facts.
quotes-occasion = Event: { $title }{ occasion-status }
quotes-about = Linked event: { $title } ({ $date }){ occasion-status }.
occasion-status = { $status ->
    [disputed] {" "}(accounts differ)
    [reported] {" "}(reported)
   *[confirmed] {""}
  }
quotes-topics = Topics: { $topics }.
quotes-development = The event it is linked to
quotes-choose = { $param ->
    [id] Open in full
    [speaker] Speaker
    [topic] Topic
    [side] Side
   *[period] Month
  }
quotes-option = { $who }, { $date }: { $words }
quotes-page = { $which ->
    [back] ‹ Back
   *[more] { $is ->
      [sides] More from both sides
     *[some] More remarks
    }
  }
quotes-back = Back to the list
quotes-versions = All versions
quotes-which-page = “{ $typed }” is no page. Give a number, for example page:2.
quotes-variants = { $count ->
    [one] The same remark is also printed in these words:
   *[other] The same remark is also printed in these { $count } wordings:
  }

## /help
help-title = What you can ask
help-line = { $usage } — { $summary }
help-more = Write values after a colon: { $example }. More on one command: /help quotes
help-all-button = All commands in full ({ $count })
help-params = You can add: { $params }.
help-params-button = What you can add ({ $count })
help-quotation-marks = Values with spaces go in quotation marks.
help-param = { $name } { $what }.
help-values = For example { $values }.
help-example = Example: { $example }

## /about
about-title = About this bot — { $conflict }
about-what = I tell who says what, since when, and what was corrected. I say only what a source says.
about-attribution = Attribution: every claim names who makes it and who published it. I say so where there is only one source.
about-side-by-side = Side by side: where sides disagree, I show both versions together. Where a side gave no figure, I say so.
about-no-totals = No totals: I never add up figures of different claimants, victims or periods.
about-quotes = Quotations: exactly as printed. Other wordings of the same remark stand beside them.
about-dates = Dates and places: never finer than the source gives them.
about-corrections = Corrections: I keep every version of an entry, with its time and reason. With known: you see what was known by a day.
about-neutral = Words: I write “said”. Words that judge stand only in quotations.
about-rules-button = All rules ({ $count })
about-counts = In the dossier: { $developments ->
    [one] 1 development
   *[other] { $developments } developments
  }, { $remarks ->
    [one] 1 remark
   *[other] { $remarks } remarks
  } ({ $quotes ->
    [one] 1 wording
   *[other] { $quotes } wordings
  }), { $claims ->
    [one] 1 casualty claim
   *[other] { $claims } casualty claims
  }, { $rounds ->
    [one] 1 round of talks
   *[other] { $rounds } rounds of talks
  } and { $states ->
    [one] 1 state of the ceasefire
   *[other] { $states } states of the ceasefire
  }, out of { $sources ->
    [one] 1 source
   *[other] { $sources } sources
  }.

## What went wrong, and what to type instead
error-bug = Something went wrong here; it is logged as { $id }. Please try again, and give that id to whoever runs this bot.
error-flood = That was a lot of questions in one minute. Please wait { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
  } and ask again.
error-not-allowed = /{ $command } is not open to you here.
error-not-admin = /{ $command } is for those who run this channel or group. If you run this group, make me an admin too, so that I can see that you do. Then ask again.
error-in-private = /{ $command } works only where nobody else can read the answer. Please send it in your private chat with me.
error-command-near = There is no command “{ $typed }”. Did you mean { $offered }?
error-command-unknown = There is no command “{ $typed }”. You can ask { $offered }.
error-argument-near = There is no “{ $name }:” here. Did you mean { $suggestion }:?
error-argument-elsewhere = There is no “{ $name }:” here. For “{ $typed }” write { $ways }.
error-argument-unknown = There is no “{ $name }:” here. You can give { $names }.
error-argument-twice = “{ $name }” is given twice; give it once, with quotation marks around words that belong together.
error-argument-loose = “{ $words }” was not understood. Write before it what it is, for example { $example }. You can give { $names }.
error-argument-quotes = “{ $words }” stands alone after a value. Values with spaces go in quotation marks, for example { $example }.
error-argument-none = Nothing can be given here; the command stands alone.
error-argument-empty = { $name }: has no value. Write it right after the colon, or leave { $name }: out.
error-text-long = That is longer than { $limit } characters. Please ask in fewer words.
error-several = I did not understand { $count } things:
error-argument-long = What you gave for { $name }: is longer than { $limit } characters.
error-choice = “{ $typed }” is not one of the choices for { $name }: { $choices }. For example { $name }:{ $suggestion }.
error-name-ambiguous = “{ $typed }” could be several things for { $name }. Please choose: { $options }{ $more ->
    [0] {""}
   *[other] {" "}· and { $more } more
  }
error-name-near = “{ $typed }” was not understood for { $name }. Did you mean { $examples }?
error-name-unknown = “{ $typed }” was not understood for { $name }. For example { $examples }.
error-name-mentioned = { $name ->
    [claimant] “{ $typed }” is no claimant of its own here. Figures that name “{ $typed }” are of { $options }.
   *[other] “{ $typed }” is no group of its own for { $name }. Figures that mention or may count it: { $options }.
  }
error-name-elsewhere = “{ $typed }” was not understood for { $name }. Write { $ways }.
error-dated-near = Nothing on file fits “{ $typed }” for { $name }. Did you mean { $examples }?
error-dated-unknown = Nothing on file fits “{ $typed }” for { $name }. For example { $examples }.
error-date = I don’t understand “{ $typed }” as a date for { $name }. For example { $examples }.
error-date-near = I don’t understand “{ $typed }” as a date for { $name }. Did you mean { $suggestion }?
error-date-future = { $date } has not come yet; { $name }: takes a day up to today.
error-date-span = “{ $typed }” { $open ->
    [yes] goes on until today
   *[no] is { $date }
  }, and { $name }: takes one day. Write { $ways }.
error-date-order = On { $known }, { $on } had not come yet. For on:, give the day of known: or an earlier one.
error-date-before = The dossier begins on { $first }; nothing is known here of what was before ({ $date }). For example { $name }:{ $example }.
error-date-before-known = The dossier begins on { $first }; nothing was known here before ({ $date }). For example { $name }:{ $example }.
error-button = This button is too old or not one of this bot’s. Please type the command again.

## Pages
page-previous = ‹ Back
page-next = Next ›
page-answer = ‹ The answer
# $param is what is chosen; of another one the menu says what it has.
choice-all = All{ choice-of }
choice-more = More{ choice-of } …
choice-of = { $param ->
    [incident] {" "}incidents
    [who] {" "}victims
    [speaker] {" "}speakers
    [topic] {" "}topics
    [topics] {" "}topics
    [side] {" "}sides
    [period] {" "}months
   *[other] {""}
  }
choice-which = Which one?
press-not-yours = I change this answer only for the person who asked. Send the command yourself to get your own.
page-of = Page { $page } of { $pages }

pushed-more = { $count ->
    [0] There is more: press “{ $rest }”.
    [one] One more item is not shown: press “{ $rest }”.
   *[other] { $count } more items are not shown: press “{ $rest }”.
  }
# The label of its button.
pushed-rest = { $of ->
    [alert] The whole alert
    [digest] The whole digest
   *[record] All on record
  }

## Schedules, /subscribe and /unsubscribe
command-subscribe-summary = Set up digests, alerts and a pinned board for this channel, by buttons or in words
command-subscribe-schedule = How often and all the rest in words: daily at 8 Paris, only clashes. Or a cron expression
command-subscribe-at = Local time of day, such as 8, 8 pm or 20:30. 08:00 unless given
command-subscribe-timezone = Time zone of all times here, or its city. UTC unless given
command-subscribe-topics = Only these topics, several with commas. all removes the filter
command-subscribe-side = Only what involves this side: one side’s part of the story. all removes the filter
command-subscribe-alerts = What I send at once: nothing, breaking news (unless given), or major news too
command-subscribe-when = Digests only when something changed (unless given), or always
command-subscribe-quiet = Local hours in which alerts wait: 22:00-07:00, 23-7 or night. With silent they come without sound
command-subscribe-board = One pinned message kept up to date: off (unless given), beside the digests, or instead
command-subscribe-do = Opens the form at one of its three parts. Nothing is stored until you confirm
command-subscribe-channel = Another channel: picked, or typed as @name, link or id. You must run it, and I must be able to post
command-unsubscribe-summary = Stop digests, alerts and board updates for this channel
command-unsubscribe-channel = Another channel: picked, or typed as @name, link or id. You must run it, and I must be able to post
schedule-in-words = { $words } ({ $timezone })
schedule-named = { $name ->
    [weekdays] Weekdays at { $at }
    [weekly] Every Monday at { $at }
   *[daily] Daily at { $at }
  }
schedule-days = Every { $days } at { $at }
weekday = { $day ->
    [monday] Monday
    [tuesday] Tuesday
    [wednesday] Wednesday
    [thursday] Thursday
    [friday] Friday
    [saturday] Saturday
   *[sunday] Sunday
  }
schedule-slot = { $date } at { $time }
schedule-slot-zoned = { $slot } ({ $timezone })
## As they stand in a sentence: "only clashes and talks".
topic = { $topic ->
    [talks] talks
    [ceasefire] ceasefire
    [clash] clashes
    [airstrike] airstrikes
    [attack] attacks
    [accident] accidents
    [statement] statements
    [humanitarian] humanitarian
    [border] border
    [diplomacy] diplomacy
   *[other] other
  }
settings-schedule = Digest: { $schedule }
settings-next = Next digest: { $time }
settings-no-digest = No digests: the board replaces them
settings-when = { $when ->
    [changes] Skips digests without news
   *[always] Sends a digest even without news
  }
settings-topics-all = All topics
settings-topics = Only { $topics }
settings-side-all = All sides
settings-side = Only what involves { $side }. That is one side’s part of the story, not the whole.
settings-alerts = { $alerts ->
    [off] No alerts
    [breaking] Alerts: breaking news only
   *[all] Alerts: breaking and major news
  }
settings-quiet-off = No quiet hours
settings-quiet = { $how ->
    [silent] { $breaking ->
        [except] Quiet { $from }–{ $to }: messages come without sound, except breaking news
       *[too] Quiet { $from }–{ $to }: messages come without sound
      }
   *[hold] { $breaking ->
        [except] Quiet { $from }–{ $to }: alerts wait until { $to }, except breaking news
       *[too] Quiet { $from }–{ $to }: alerts wait until { $to }
      }
  }
settings-board = { $board ->
    [off] No board
    [beside] A pinned board beside the digests
   *[instead] A pinned board instead of digests
  }
setting = { $name ->
    [schedule] how often
    [at] the time
    [timezone] the time zone
    [topics] topics
    [side] the side
    [alerts] alerts
    [when] digests without news
    [quiet] quiet hours
   *[board] the board
  }
subscribe-here = this channel
subscribe-title = { $change ->
    [new] Updates for { $chat } are on
   *[changed] Updates for { $chat } changed
  }
subscribe-changed = Changed: { $settings }.
subscribe-unchanged = Nothing changed: these were the settings already.
subscribe-again = { $status ->
    [paused] They were paused and are on again.
   *[suspended] They had stopped and are on again.
  }
subscribe-lacks = { $right ->
    [send] I cannot send anything there yet. I kept your settings. Please give me the right to see the channel and to send messages.
    [pin] I cannot pin messages there, so the board will not be pinned. I still keep it up to date.
   *[read-back] I cannot read what I sent there. After a breakdown a message may come twice, or I may not know whether it arrived.
  }
subscribe-first = The first digest sums up how things stand. Later ones say what changed.
subscribe-next = To stop: { $stop }. The same in a new channel: { $line }
subscribe-do = { $do ->
    [pause] Pause
    [preview] Preview
   *[choose] Change
  }
subscribe-all-sides = all sides
subscribe-words-near = I did not understand “{ $typed }”. Did you mean “{ $suggestion }”?
subscribe-words-unknown = I did not understand “{ $typed }”. I understand words such as: daily at 8 · every Monday and Thursday at 20:30 · a city or time zone · only clashes and talks · breaking only · no alerts · quiet at night · with a board.
subscribe-side-unknown = “{ $typed }” is not a side. Sides are { $sides }, and all sides. For example: all sides.
subscribe-twice = You said { setting } twice, the second time as “{ $typed }”. Please say it once.
subscribe-schedule-near = “{ $typed }” is not a schedule. Did you mean schedule:{ $suggestion }? These are understood: { $examples }
subscribe-schedule-unknown = “{ $typed }” is not a schedule. A cron expression has minute, hour, day of the month, month and day of the week, with numbers, names, “*”, “,”, “-” and “/”. For example { $examples }.
subscribe-schedule-often = “{ $typed }” comes more often than every { $minutes } minutes. Please choose times that are further apart. What cannot wait comes as an alert. For example { $examples }.
subscribe-schedule-never = “{ $typed }” never comes: there is no such day. Please give another one. For example { $examples }.
subscribe-at-with-cron = A cron expression says its own time. Leave out the other time, or give a schedule by name, for example daily at 8.
subscribe-clock = “{ $typed }” is not a time of day. For example 8, 08:00, 8 pm or 20:30.
subscribe-quiet = I did not understand “{ $typed }” as quiet hours. For example quiet:22:00-07:00 · quiet:"22-7 silent" · quiet:"22:00-07:00 except breaking" · quiet:night · quiet:off
subscribe-quiet-same = Quiet hours from { $time } to { $time } would be none or all of the day. Please give two different times, or quiet:off.
topics-near = “{ $typed }” is not a topic. Did you mean { $suggestion }? There are { $topics }.
topics-unknown = “{ $typed }” is not a topic. There are { $topics }, and all. For example topics:talks,ceasefire.

## The form of /subscribe
setup-title = { $kind ->
    [change] Change updates for { $chat }
   *[new] Set up updates for { $chat }
  }
setup-how = { $kind ->
    [change] Nothing changes until you press “{ $action }”.
   *[new] Nothing is sent until you press “{ $action }”.
  }
setup-typed = Or type it: { $line }
setup-do = { $kind ->
    [change] Change
   *[new] Subscribe
  }
setup-step = { $step ->
    [choose] How often
    [choose-what] What
   *[choose-more] Board and more
  }
setup-choice = { $param ->
    [schedule] How often
    [at] Time
    [timezone] Time zone
    [topics] Topics
    [side] Side
    [alerts] Alerts
    [when] Days without news
    [quiet] Quiet hours
   *[board] Board
  }
setup-schedule = { $name ->
    [hourly] Every hour
    [every-6-hours] Every 6 hours
    [twice-daily] Twice a day
    [weekdays] Weekdays
    [weekly] Every Monday
   *[daily] Daily
  }
setup-at = At { $at }
setup-timezone = { $timezone } time
setup-topics-all = All topics
setup-topic = { $how ->
    [only] Only { $topic }
    [add] Add { $topic }
   *[remove] Without { $topic }
  }
setup-quiet = { $how ->
    [silent] { $breaking ->
        [except] Quiet { $from }–{ $to }: send without sound, except breaking
       *[too] Quiet { $from }–{ $to }: send without sound
      }
   *[hold] { $breaking ->
        [except] Quiet { $from }–{ $to }: hold until { $to }, except breaking
       *[too] Quiet { $from }–{ $to }: hold until { $to }
      }
  }
setup-side = Only what involves { $side }

## /unsubscribe
unsubscribe-done = Unsubscribed. Nothing more comes by itself, and what was still waiting is not sent.
unsubscribe-none = There was no subscription, so nothing had to be ended. /subscribe makes one.
unsubscribe-board = The board stays as it is and is no longer kept up to date: please unpin or delete it.

## /subscription
command-subscription-summary = What this channel gets and when: see, pause, preview, why. In private: all that you set up
command-subscription-do = What to do: show it, pause, resume, snooze for a day, preview a digest, or why: what was sent
command-subscription-channel = Another channel: picked, or typed as @name, link or id. You must run it, and I must be able to post
command-subscription-example = /subscription do:why
command-subscription-button = Subscription
subscription-title = Subscription
subscription-title-of = Subscription of { $chat }
subscription-none = There is no subscription here. /subscribe makes one.
## In private: those of other chats.
subscriptions-title = Channels and groups that you set up
subscriptions-chat = { $chat }:
subscriptions-part = { $item }.
subscriptions-open = Open
subscriptions-hidden = { $count ->
    [one] One more that you set up is not listed: you may no longer run it, or I may not post there.
   *[other] { $count } more that you set up are not listed: you may no longer run them, or I may not post there.
  }
subscriptions-more = I list { $limit } at most. For any other, give the command in it, or with channel:.
subscription-active = It is active.
subscription-active-again = It is active again. Before, I was not allowed to post here.
subscription-paused = It is paused: nothing is sent until you resume it.
subscription-snoozed = It is snoozed: nothing is sent until { $time }.
subscription-suspended = Updates have stopped: I was removed, or I am not allowed to post here. Put that right, then resume. Why shows what the platform said.
subscription-suspended-until = Updates have stopped: I am not allowed to post here. I will try once more on { $time }, or when you resume. Why shows what the platform said.
subscription-board = Until then I do not update the board.
subscription-doubtful = I do not know whether the digest of { $time } arrived.
subscription-do = { $do ->
    [pause] Pause
    [resume] Resume
    [snooze] Snooze for a day
    [preview] Preview
    [why] Why
   *[show] Settings
  }
preview-title = Preview: { $title }
preview-digest = This previews the digest as it would be now. It does not count as sent. The digest is one message; a button shows what does not fit.
preview-board = This previews the board as it would be now.
preview-skipped = I would not send this one: nothing you chose has changed, and you want digests only with changes.
error-channel-here = channel: is not used here. Send the command without it in the channel or group that you mean. Where I do not answer, send it with channel: in your private chat with me.
error-channel-unknown = “{ $typed }” is no channel or group that this bot can see. Give its @name, its public link or its id, and make the bot a member first.
error-channel-not-admin = Only an admin of “{ $typed }” can do that, and you are not one there.
discord-channel-unknown = I find no such text or announcement channel in a server that I am in. Pick one from the list of channel:, or give the command in the channel itself.
discord-channel-hidden = I cannot see that channel. Please give my role { $permissions } there (Edit Channel → Permissions), and ask again.
discord-channel-not-admin = Only people with Manage Server or Manage Channels can do that in { $name }, and you have neither there.
discord-channel-lacks = I may not post in { $name } yet. Please give my role { $permissions } there (Edit Channel → Permissions), and ask again.
## The names that Discord shows.
discord-permission = { $name ->
    [view] View Channel
    [send] Send Messages
    [threads] Send Messages in Threads
   *[embed] Embed Links
  }
error-channel-bot = This bot may not post in “{ $typed }”. Make it an admin there with the right to post, and ask again.

## /moderators. Ids of people stand as { $who } and { $by }.
command-moderators-summary = For owners: who moderates, and adding or removing somebody
command-moderators-do = What to do: list them, add somebody, or remove somebody
command-moderators-who = Whom: discord: or telegram: and the number of the account, or on Discord a mention
command-moderators-example = /moderators do:add who:telegram:123456789
moderators-title = Moderators
moderators-nobody-yet = Nobody moderates yet besides the owners. To add somebody, give do:add and who: with their id.
moderators-now = Who moderates now:
moderators-owners = Owners, who may do all that moderators may; they are set where the bot is run:
moderators-past = Who did before:
moderators-added = { $who } — added by { $by }, { $at }
moderators-removed = { $who } — removed by { $by }, { $at }
moderators-done = { $outcome ->
    [added] { $who } can now moderate.
    [already] { $who } moderates already. Nothing was changed.
    [owner] { $who } is an owner and may do all that moderators may. Nothing was changed.
    [removed] { $who } can no longer moderate. What they published stays.
   *[none] { $who } does not moderate. Nothing was changed.
  }
moderators-how = Their commands are listed by /help in the private chat with this bot. Who moderates is told to nobody but the owners.
moderators-do = Whether to add or remove “{ $who }” was not said. Give do:add or do:remove with it.
moderators-who = Whom to { $do } was not said. Give who: with an id, for example who:telegram:123456789.
moderators-nobody = “{ $typed }” is not the id of a person. Give discord: or telegram: and the number of the account, without spaces; names and groups cannot moderate.

## Digests, alerts, boards and /changes
command-changes-summary = What changed: corrections first, then what is new
command-changes-since = From that day on (by when it became known), or after change #120
command-changes-until = Up to that day, or up to change #164
command-changes-topics = Only these categories of developments: clash, airstrike, talks
command-changes-side = Only what involves this side
command-changes-button = What changed
command-ceasefire-button = Ceasefire
topic-word = { $topic ->
    [talks] talks
    [ceasefire] the ceasefire
    [clash] clashes
    [airstrike] air strikes
    [attack] attacks
    [accident] accidents
    [statement] statements
    [humanitarian] humanitarian matters
    [border] the border
    [diplomacy] diplomacy
   *[other] other matters
  }
significance-word = { $significance ->
    [breaking] breaking
    [major] major
   *[routine] routine
  }
claim-status-word = { $status ->
    [disputed] disputed
    [superseded] superseded by a later figure
   *[reported] reported
  }
filter-topics = Only what is about { $topics }.
filter-side = Only what involves { $side }.
filter-left-out = { $count ->
    [one] That choice leaves out one other change.
   *[other] That choice leaves out { $count } other changes.
  }
changes-corrections = Corrections
changes-ceasefire = Ceasefire
changes-developments = Developments
changes-revised = Revised figures
changes-revised-beside = Already on record
changes-figures-more = More is known about figures
changes-figures = New figures
changes-figures-beside = { $count ->
    [one] One earlier figure is not shown. See /casualties.
   *[other] { $count } earlier figures are not shown. See /casualties.
  }
changes-talks = Talks
changes-quotes = New statements from each side
changes-new-quotes = New quotations
changes-all-quotes = New quotations, in turns by side
change-line = { $what ->
    [corrected] Corrected
    [retracted] Withdrawn
    [reinstated] Back on record
   *[updated] More is known
  }: { $name }.
# $end is "closed" where the words before it end a sentence already.
change-end = { $end ->
    [closed] { "" }
   *[open] .
  }
change-difference = { $field }: { $was } → { $is }{ change-end }
# $named is "no" where everybody sees what it is.
change-brief-difference = { $named ->
    [yes] { $field }: { $was } → { $is }
   *[no] { $was } → { $is }
  }
change-brief-also = { $fields } changed
change-also = Also changed: { $fields }.
change-none = none
change-read = It read: { $words }{ change-end }
change-reason = Reason: “{ $reason }”{ change-end }
# An entry that was revised several times: what each revision was, before what it changed.
change-step-first = { $what ->
    [corrected] First it was corrected.
    [retracted] First it was withdrawn.
    [reinstated] First it came back on record.
   *[updated] First more became known.
  }
change-step-next = { $what ->
    [corrected] Then it was corrected.
    [retracted] Then it was withdrawn.
    [reinstated] Then it came back on record.
   *[updated] Then more became known.
  }
name-development = { $title } ({ $date })
name-claim = { $is ->
    [denial] denial by
   *[figure] figure of
  } { $claimant } ({ claims-who }, { $period })
name-quote = words of { $who } ({ $venue }, { $date })
name-talks = talks, round { $round }{ talks-count } ({ $venue }, { $date })
name-ceasefire = state of the ceasefire, { $headline } ({ $date })
headline-claim = { $claimant }{ $says ->
    [number] {" "}says { $figure } { $victims } { harm-done }
    [unattributed] : { $figure } { $victims } { harm-done }
    [denial] {" "}rejects others’ figures: { $victims } { harm-done }
   *[words] : { $figure } ({ $victims } { harm-done })
  }
# After the headline of a figure: what somebody else says of the same, or that nobody else does.
headline-rival = ; { $claimant } { $says ->
    [denial] disputes this
   *[figure] says { $figure }
  }
headline-unconfirmed = {" "}(unconfirmed)
headline-disputed = { $headline } (accounts differ)
headline-quote = { $who }{ $is ->
    [party] {" "}({ $venue })
   *[person] {""}
  }: { $quote }
headline-talks = Talks in { $venue }, round { $round }{ talks-count }: { talks-outcome }
name-entry = { $kind ->
    [party] party
    [person] person
    [place] place
   *[source] source
  } { $name }
development-line = { $significance ->
    [breaking] { $title } ({ $date }; breaking; { status-word }).
    [major] { $title } ({ $date }; major; { status-word }).
   *[routine] { $title } ({ $date }; { status-word }).
  }
development-facts = { $date }; { status-word }.
ceasefire-line-until = Until { $end }, { ceasefire-end-named }{ end-not-named }.
ceasefire-line-told = { ceasefire-step }.
ceasefire-line = { ceasefire-state-word } — { $headline } ({ $date }).
field-name = { $field ->
    [title] Title
    [summary] Account
    [date] Date
    [effectiveFrom] Date
    [reportedEnds] End as reported
    [period] Period
    [reportedOn] Reported
    [status] Status
    [significance] Significance
    [category] Category
    [parties] Parties
    [party] Party
    [claimedBy] Claimant
    [speaker] Speaker
    [places] Places
    [venue] Venue
    [text] Wording
    [count] Figure
    [victims] Victims
    [harm] Harm
    [unit] Counted in
    [attribution] Attribution
    [stance] Kind of statement
    [scope] What it counts
    [outcome] Outcome
    [outcomeSummary] Account
    [outcomeBy] Outcome according to
    [countedHere] Whose count of rounds
    [mediators] Mediators
    [delegations] Delegations
    [state] State
    [headline] Headline
    [terms] Terms
    [positions] Positions
    [agreed] What was agreed
    [agreedBy] Agreed by
    [until] Until
    [untilAsNamed] End as named
    [untilBy] End named by
    [concerns] Is about
    [accounts] Accounts
    [accusations] Who accuses whom
    [sources] Sources
    [related] Related developments
    [development] Development it belongs to
    [conflictsWith] Figures it conflicts with
    [variants] Other wordings
    [topics] Topics
    [round] Round
    [city] City
    [name] Name
    [shortName] Short name
    [aliases] Other names
    [role] Role
    [admin1] Province
    [country] Country
    [kind] Kind
    [side] Side
    [language] Language
    [publisher] Publisher
    [publishedOn] Published
    [url] Address
    [accessNote] How it was seen
   *[other] Links to other entries
  }
digest-title = Digest of { $day }
digest-first = How things stand on { $day }
digest-late = Sent late. It was due on { $time }.
digest-doubtful = The digest of { $time } may not have arrived. /changes since: shows what changed since a day.
# $date is of the newest thing that was known before.
digest-nothing = Nothing new{ $dated ->
    [yes] {" "}has become known since { $date }
   *[no] {""}
  }
digest-left = Left out: { $items }.
digest-left-item = { why-count }{ $count ->
    [one] {" "}({ $date })
   *[other] {" "}(newest { $date })
  }
digest-state-since = Recorded as “{ ceasefire-state-word }” since { $since }, { age } ago.
digest-newest = Newest developments
digest-no-developments = None on record.
digest-last-words = Latest statement from each side
digest-silent = { $party }: no new statement on record.
digest-silent-topics = { $party }: its statements on record are about other topics.
digest-more-quotes = { $count ->
    [one] One more new quotation is not shown.
   *[other] { $count } more new quotations are not shown.
  }
digest-from-now-on = Later digests say what changed.
alert-title = { $level ->
    [breaking] Breaking: { $what }
   *[major] Alert: { $what }
  }{ $more ->
    [0] {""}
   *[other] {" "}· and { $more } more
  }
alert-title-nothing = Alert, withdrawn
alert-repeat = Possible repeat: I don’t know whether this arrived before.
alert-held = I held this during quiet hours, until { $time }.
alert-later-state = A later state is on record, of { $date }.
alert-figures-beside = Already on record
alert-nothing = Nothing in this alert stands any more.
# $from is "position" where it begins after one in the ledger, "day" where it begins with a day.
changes-title = { $ends ->
    [same] What became known on { $since }
    [yes] Changes { $from ->
      [position] after { $since }, up to { $until }
     *[day] from { $since } to { $until }
    }
    [days] Changes, { $days }
   *[no] Changes { $from ->
      [position] after { $since }
     *[day] since { $since }
    }
  }
changes-title-topics = about { $topics }
changes-title-side = involving { $side }
changes-choose = { $param ->
    [topics] Choose a topic
   *[side] Choose a side
  }
changes-all = All changes ({ $count })
# A choice: what it narrows the changes to.
changes-option = { $param ->
    [topics] About { $name }
   *[side] Involving { $name }
  }
changes-news = News
# $shown is "nothing" where none of them had room.
changes-more = { $shown ->
    [nothing] Changed: { $counts }.
    [few] { $left } of { $all } not shown.
   *[some] { $left } of { $all } not shown: { $counts }.
  }
changes-brief-state = { $date } · { $state ->
    [none] No ceasefire
   *[other] Ceasefire { ceasefire-state-word }
  }{ $has ->
    [title] : { $title }
   *[none] {""}
  }
changes-brief-development = { $date } · { $title }{ $status ->
    [disputed] {" "}(disputed)
    [reported] {" "}(reported)
    [denied] {" "}({ $deniers } { $count ->
      [one] disputes
     *[other] dispute
    } this)
   *[confirmed] {""}
  }
changes-brief-other = { $date } · { $title }
change-brief = { $what ->
    [corrected] { "" }
    [retracted] Withdrawn:{ " " }
    [reinstated] Back on record:{ " " }
   *[updated] More is known:{ " " }
  }{ $name }{ $has ->
    [yes] : { $changes }{ change-end }
   *[no] .
  }
change-brief-reason = “{ $reason }”
changes-from-day = What became known from { $day } on.
changes-after = What I published after change #{ $position }.
changes-to-day = Up to what became known on { $day }.
changes-up-to = Up to change #{ $position }.
changes-as-now = Each entry reads as it does now.
# $rough is "yes" where some entries may have become known then.
changes-nothing = { $rough ->
    [yes] Nothing is certain to have become known then.
   *[no] Nothing changed.
  }
changes-other-kinds = Nothing is filed as { $topics }. Other kinds then: { $kinds }.
changes-kind = { topic-word } { $count }
changes-other-kinds-button = Show these
changes-newest = The newest change became known on { $date }{ newest-rough }.
newest-rough = { $rough ->
    [yes] {" "}or later
   *[no] {""}
  }
# $until is "yes" where the stretch has an end.
roughly-outside = { $until ->
    [yes] before or after it
   *[no] before it
  }
changes-roughly-known = { $count ->
    [one] One entry may also have become known in that time, or { roughly-outside }; its sources give
   *[other] { $count } entries may also have become known in that time, or { roughly-outside }; their sources give
  } no day: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
  }.
changes-roughly-left = { $count ->
    [one] One more entry may belong here
   *[other] { $count } more entries may belong here
  }: no day given.
roughly-known = { $count ->
    [one] 1 of them may have come out later
   *[other] { $count } of them may have come out later
  } than { $known }: no day given.
changes-newest-button = Since { $date }
changes-not-a-day = “{ $typed }” is not a day. For change number { $typed }, put a # before it: { $name }:#{ $typed }.
changes-order = That ends before it begins: give an until: that is not before since:.
board-title = How things stand
board-kept = I edit this at least once a day. If the day below is older than yesterday, I have stopped.
board-kept-changed = { board-kept } The last news became known on { $date }{ newest-rough }, whatever day it is about.
# Said once to a chat that I was added to. $where is "channel" where no commands are taken.
greeting-what = { $conflict }: I say who says what, since when, and what was corrected.
greeting-ask = { $where ->
    [channel] I do not answer in channels. Write to me in private: { $help } shows what you can ask.
   *[chat] { $help } shows what you can ask me.
  }
greeting-post = { $where ->
    [channel] I post nothing here by myself. For digests and alerts, an admin gives me { $subscribe } in private.
   *[chat] I post nothing here by myself. For digests and alerts, an admin gives { $subscribe }.
  }
# To whoever added me, where I may not write.
greeting-refused = { $named ->
    [yes] You added me to { $chat }, but I may not write there.
   *[no] You added me to a chat, but I may not write there.
  }
greeting-let = { $where ->
    [channel] Make me an administrator there who may post messages. For digests and alerts, then give { $subscribe } here.
   *[chat] Let me send messages there. For digests and alerts, then give { $subscribe } there.
  }
greeting-ask-adder = { $conflict }: I say who says what, since when, and what was corrected. { $help } shows what you can ask me here.
notice-title = Updates that you set up have stopped
# $again is "yes" where a right is missing and I try once more, "no" where I was removed or the chat is no more.
notice-what = Updates { $named ->
    [yes] to { $chat } have stopped
   *[no] to a chat whose name I do not know have stopped
  }: { $again ->
    [yes] I am not allowed to post there. I will try once more in some hours.
   *[no] I was removed, or it was deleted. I will not try again by myself.
  }
notice-how = { $again ->
    [yes] Once I may post there again, { $resume } in that chat makes me try at once.
   *[no] To go on, add me again, then give { $resume } in that chat.
  } Where I take no commands, send it to me here and name the chat after channel:.

## /history and /corrections
command-history-summary = Every version of an entry: when it changed, how and why
command-history-id = The entry, by its id or words of its title
history-which = Which entry? Give its id or words of its title, for example /history { $example }
history-title = History: { $name }
history-standing = { $what ->
    [retracted] It was withdrawn and no longer counts. It read:
    [over] As it was recorded:
   *[stands] As it stands:
  }
history-entry-button = The entry in full
history-versions-button = All versions ({ $count })
history-order = { $count ->
    [one] One version.
   *[other] { $count } versions, the newest first.
  }
history-unknown = Nothing of { $id } was known here by then.
history-step = { $time }: { $what ->
    [new] first version
    [corrected] corrected
    [retracted] withdrawn
    [reinstated] back on record
   *[updated] more is known
  }, { $by ->
    [shipped] shipped with this bot
   *[published] published here
  }.
history-changes = { $changes }{ change-end }
history-known = By its sources it counts as known from { $date }.
history-known-between = By its sources it became known between { $from } and { $by }: they give no day.
command-corrections-summary = What was wrong: every correction and withdrawal, and why
command-corrections-since = From that day on, or after change #120
corrections-title = Corrections
corrections-all = All corrections ({ $count })
corrections-order = { $count ->
    [one] One is on record.
   *[other] { $count } are on record, the newest first.
  }
corrections-none = Nothing was corrected or withdrawn yet.
corrections-none-then = Nothing was corrected or withdrawn in that time.
corrections-when = { $time } —
corrections-history = All versions: { $command }
stance-word = { $stance ->
    [asserts] asserted
    [acknowledges-own-loss] its own loss, acknowledged
    [denies] denied
   *[reports] reported
  }
party-words = { $party }: { $words }
accusation-words = { $what ->
    [involvement] { $by } alleges the involvement of { $against }
   *[responsible] { $by } accuses { $against }
  }
rival-words = { $party }, { $printed }
## Corrections of what was sent
correction-line = { $what ->
    [corrected] Corrected
    [retracted] Withdrawn
   *[reinstated] Back on record
  } { $time }: { $name }{ $has ->
    [yes] : { $changes }{ change-end }
   *[no] .
  }
correction-title = Correction
correction-in-place = { $what ->
    [withdrawn] Withdrawn
   *[corrected] Corrected: { $title }
  }
correction-of = This corrects what I sent on { $time }, or up to 15 minutes later.

## Deliveries: what became of them, and why
why-title = What was sent here, and why something was not
why-none = Nothing was due here yet.
why-sent = { $time }: { delivery-kind }, { $state ->
    [pending] waiting to be sent
    [attempting] handed to the platform, which has not answered yet
    [sent] sent
    [unknown] handed to the platform; whether it arrived is not known
    [dead] not sent
   *[skipped] passed over
  }.
delivery-kind = { $kind ->
    [digest] digest
    [alert] alert
    [board] board
    [correction] correction of an earlier message
    [notice] notice of a correction
    [drill] drill, an exercise
    [own-drill] drill, an exercise
    [report] report about a correction
    [reminder] reminder
    [greeting] greeting
   *[suspension] message that updates stopped
  }
why-reason = { $reason ->
    [overtaken] A newer one took its place.
    [expired] It could not be sent in time.
    [paused] The subscription was paused.
    [unsubscribed] The subscription was ended.
    [suspended] The subscription was suspended.
    [nothing-new] Nothing of what was chosen had changed.
    [too-late] Nothing could be sent here on time, and later it was too late.
    [obsolete] What it said was withdrawn before it was sent.
    [interrupted] The bot stopped while it was being sent.
    [unreachable] The platform could not be reached, so the bot could not look.
    [settings] The settings were changed: it is no longer wanted.
    [not-prepared] It could not be prepared just then.
    [too-slow] The bot was held up for too long.
    [not-arrived] The message that it corrects was not sent in the end.
    [original-open] The bot is still finding out whether the message that it corrects arrived.
    [original-unknown] The bot does not know which message it corrects, so it could not edit that message.
   *[unreadable] The bot may not read what it sent there, so it cannot look.
  }
why-quiet = It waits until the quiet hours end.
why-reason-platform = Reason: { $reason }.
why-times = All times are of { $timezone }.
why-next-title = The next digest, if it were sent now
why-next-none = There is no next digest: the board stands in its place.
why-next-first = It would be the first one: how things stand.
why-next-nothing = Nothing new passes what was chosen.
why-next = It would tell of:
why-left = It would leave out:
why-count = { $count } { $what ->
    [corrections] { $count ->
      [one] correction
     *[other] corrections
    }
    [ceasefire] { $count ->
      [one] state of the ceasefire
     *[other] states of the ceasefire
    }
    [developments] { $count ->
      [one] development
     *[other] developments
    }
    [figures] { $count ->
      [one] casualty figure
     *[other] casualty figures
    }
    [talks] { $count ->
      [one] round of talks
     *[other] rounds of talks
    }
   *[quotes] { $count ->
      [one] quotation
     *[other] quotations
    }
  }
why-left-count = { $what ->
    [quotes-more] beside one of each side’s quotations: { $count }
    [topic] about other topics: { $count }
    [side] without the side that was chosen: { $count }
    [not-news] names, places and sources, no news by themselves: { $count }
    [withdrawn] taken back since: { $count }
   *[unchanged] reading as before: { $count }
  }

## Forms: /post, /update, /correct, /retract, /drafts and /review
command-post-summary = For moderators: publish something new, question by question
command-post-kind = What to publish: development, quote, claim, ceasefire, talks, source, person or place
command-post-example = /post claim
command-update-summary = For moderators: more is known of an entry than it says
command-update-id = The entry, by its id or its words
command-correct-summary = For moderators: an entry was wrong; the reason is asked
command-correct-id = The entry, by its id or its words
command-retract-summary = For moderators: take an entry back, with the reason; it stays readable
command-retract-id = The entry, by its id or its words
command-drafts-summary = For moderators: what you have begun to write, to go on with or to discard
command-drafts-do = What to do: list them, show one, ask on, set an answer, back, change, stop, publish, discard
command-drafts-id = The draft
command-drafts-field = The question that is answered
command-drafts-to = The answer
command-drafts-seen = What the preview showed
command-drafts-example = /drafts
command-review-summary = For moderators: what waits for a second moderator, to approve or to send back
command-review-do = What to do: list, show one, approve it, or return it with a reason
command-review-id = The draft
command-review-reason = Why it is sent back
command-review-seen = What the preview showed
command-review-example = /review
form-kind = { $form ->
    [development] Development
    [quote] Quotation
    [claim] Casualty claim
    [ceasefire] State of the ceasefire
    [talks] Round of talks
    [source] Source
    [person] Person
   *[place] Place
  }
form-purpose = { $purpose ->
    [post] New
    [update] Update
    [correct] Correction
    [drill] Drill
   *[retract] Retraction
  }
form-field = { $field ->
    [sources] Sources
    [sourcePublisher] Publisher of the source
    [sourceTitle] Headline of the source
    [sourceDate] Date of the source
    [sourceKind] Kind of source
    [date] Date
    [category] Category
    [title] Title
    [summary] Summary
    [parties] Parties
    [places] Places
    [status] Status
    [significance] Significance
    [announce] Alert at once
    [reach] Whom it reaches
    [related] Related developments
    [excerpt] Excerpt of the source
    [text] Words of the quotation
    [speaker] Speaker
    [party] Party
    [venue] Where
    [topics] Topics
    [development] Development it belongs to
    [claimedBy] Claimant
    [stance] Stance
    [victims] Victims
    [harm] Harm
    [unit] Counted in
    [printed] Figure as printed
    [qualifier] Qualifier
    [low] Number
    [high] Upper number
    [period] Period
    [reportedOn] Reported on
    [attribution] Attribution
    [scope] What it counts
    [conflictsWith] Figures it conflicts with
    [effectiveFrom] In effect from
    [state] State
    [headline] Headline
    [terms] Terms
    [mediators] Mediators
    [positions] Positions
    [agreed] What was agreed
    [agreedBy] Agreed by
    [until] Until
    [untilAsNamed] End as named
    [untilBy] End named by
    [concerns] Is about
    [accounts] Accounts
    [round] Round
    [city] City
    [delegations] Delegations
    [outcome] Outcome
    [outcomeSummary] Outcome in words
    [url] Address
    [language] Language
    [accessNote] How it was read
    [name] Name
    [role] Role
    [aliases] Other names
    [placeKind] Kind of place
    [country] Country
    [admin1] Province
    [lat] Latitude
    [lon] Longitude
    [reason] Reason
    [weight] How much it matters
   *[other] ?
  }
form-hint = { $field ->
    [sources] Which sources say so? Names or ids of known ones, or an https address; several with commas.
    [sourcePublisher] Who published it?
    [sourceTitle] What is its headline?
    [sourceDate] When was it published?
    [sourceKind] What kind of source is it?
    [date] When was it? 2025-10-18, 2025-10, 2025-10-15~ for about then, 2025-10-18/2025-10-19 for a span, today, yesterday.
    [category] What is it about?
    [title] A plain title of at most 100 characters, with neutral words.
    [summary] What happened, in one or two sentences, each saying who says so where it is disputed.
    [parties] Who is involved? Several with commas.
    [places] Where? Several with commas.
    [status] Is it reported, confirmed or disputed?
    [significance] How much does it matter?
    [announce] Are alerts to go out at once to those who want them?
    [reach] Does the drill come to you alone (me), or to all channels that want alerts (subscribers)?
    [related] Which earlier developments does it go with?
    [excerpt] Paste the passage of the source that has the words in it.
    [text] The words themselves, exactly as in the excerpt, without quotation marks around them.
    [speaker] Who said it? Leave it out where the source names only the party.
    [party] Which party does this person or this remark belong to?
    [venue] Where was it: an interview, a press conference, a city?
    [topics] What is it about? Several with commas.
    [development] Which development does it belong to?
    [claimedBy] Who asserts the figure? Where the source names nobody, take the one that says so; it comes first.
    [stance] What does the claimant do: assert, acknowledge an own loss, deny or report?
    [victims] Whom does it count?
    [harm] What happened to them?
    [unit] What does the figure count? Leave it out for people.
    [printed] The figure exactly as the source printed it: over 200.
    [qualifier] What kind of figure is it?
    [low] The number itself; of a range the lower one.
    [high] The upper number: of an exact figure the same again. Leave it out where there is none.
    [period] Which days does the figure count?
    [reportedOn] When was the figure reported?
    [attribution] Who said it to whom, in a sentence.
    [scope] What does it count that its rivals do not?
    [conflictsWith] Which figures of others say something else of the same harm in the same days? Their ids, several with commas.
    [effectiveFrom] From when on does it hold?
    [state] How does the ceasefire stand?
    [headline] One plain line.
    [terms] The terms, one a line.
    [mediators] Who mediated? Several with commas.
    [positions] What each side says, one a line: party: words.
    [agreed] Did the parties agree to something new: a truce, a pause for a time, an extension, a declaration? nothing: this tells what became of an agreement.
    [until] Until which day was it agreed? Leave it out where no end was named.
    [accounts] What each party says happened, one a line: party: words.
    [round] Which round was it?
    [city] In which city?
    [delegations] Who was there, one a line: party: words.
    [outcome] How did it end?
    [outcomeSummary] The outcome in a sentence with neutral words.
    [url] Its https address; leave it out where it has none. Nothing is fetched from there.
    [language] Its language, as a code: en, fr, ar.
    [accessNote] How it was read: in full, an excerpt, a quotation elsewhere.
    [name] The full name, as sources write it.
    [role] The role, as sources write it.
    [aliases] Other spellings, one a line.
    [placeKind] What kind of place is it?
    [country] The country, as two letters (ISO 3166). Leave it out for a sea, or a line between two.
    [admin1] The province.
    [lat] Degrees north, such as 48.85. Leave it out if the source does not say.
    [lon] Degrees east, such as 2.35. Leave it out if the source does not say.
    [reason] Why, in a sentence that everybody can read.
    [weight] Minor: a slip. Material: it changes what a reader would believe, and is announced in a new message.
   *[other] ?
  }
form-page-open = Fill in
form-page-title = { form-purpose } · { form-kind } · { $done } of { $of } answered
form-page-wrong = Please look at these again; your answers were kept:
form-page-asked = { $count ->
    [one] This is asked next:
   *[other] These are asked next:
  }
form-page-line = { form-hint }{ $optional ->
    [yes] {" "}It may be left out.
   *[no] {""}
  }
form-page-how = “Fill in” opens a form with them. Every answer is kept: “Stop” leaves it there, and /drafts goes on.
form-page-example = For example: { $examples }
form-page-unchanged = What was written is too long for this form. Left empty, it stays as it is.
form-page-late = The form took too long to open. Please press “Fill in” again.
form-title = { form-purpose } · { form-kind } · { $place } of { $of } · { form-field }
form-examples = For example: { $examples }.
form-given = Answered before: { $given }
form-kept = Your answer was kept: { $given }
form-how = { $optional ->
    [yes] Answer with a message. “-” leaves it out, “back” goes one back, “cancel” stops and keeps the draft.
   *[no] Answer with a message. “back” goes one back, “cancel” stops and keeps the draft.
  }
form-skip = Leave out
form-back = ‹ One back
form-stop = Stop
form-choose = What is to be changed?
form-done = Done
form-too-long = That is longer than { $limit } characters. Please answer with less.
form-required = This one cannot be left out.
form-invalid = That does not fit: { $problem }.
form-entry-invalid = “{ $field }” does not fit: { $problem }. Change that answer.
form-choice = “{ $typed }” is not one of the choices: { $choices }. Did you mean { $near }?
form-date = I don’t understand “{ $typed }” as a date. Write { $today }, 9 November 2025, October 2025, around 15 October 2025, 18–19 October 2025 or yesterday.
form-number = { $whole ->
    [yes] “{ $typed }” is not a whole number. Write digits alone, for example 58.
   *[no] “{ $typed }” is not a number of degrees. Write it as 34.5 or -12.25.
  }
form-name-ambiguous = “{ $typed }” could be several. Answer with one of: { $options }{ $more ->
    [0] {""}
   *[other] {" "}· and { $more } more
  }.
form-name-unknown = “{ $typed }” is not known here. Is it one of { $options }? If it is missing, stop here, publish it with /post first, and go on with /drafts.
form-by-party = “{ $typed }” has no party before a colon. Write one line for each: { $party }: what it says.
form-one-new-source = Only one new address at a time: publish the others with /post source first.
form-address = “{ $typed }” is not an https address. Paste the whole of it, beginning with https://.
form-no-field = That is not one of the questions here: { $fields }.
posting-private = This is written in private: please give the command in your private chat with this bot.
posting-title = { form-purpose } · { form-kind }
posting-waiting = It waits for a second moderator. To change an answer takes it back from there.
posting-returned = A second moderator sent it back: { $note }
posting-reason = { $weight ->
    [minor] Reason (a minor matter): { $reason }
    [material] Reason (a material matter): { $reason }
   *[none] Reason: { $reason }
  }
posting-wrong = It cannot be published like this:
posting-doubtful = Please look at this before you go on:
posting-outdated = Somebody else has changed this entry since you began. Discard the draft and begin anew.
posting-empty = Nothing is changed. Change an answer, or discard the draft.
posting-misquoted = The words do not occur in the excerpt letter by letter. Copy them out of it, or paste the passage that has them.
posting-future = { $date } has not come yet. Give a date up to today.
posting-problem = { $id }, { $field }: { $message }
posting-which-party = “{ $sentence }” — write which is meant: { $parties }.
posting-alike = { $what ->
    [same-claim] { $id } has a figure of the same claimant, victims, harm and days. Where it is the same one, add the source there with /update instead.
    [same-address] { $id } has the same address. Use that source instead.
   *[near-quote] { $id } has almost the same words of the same party. Where it is the same remark, add the source there with /update instead.
  }
posting-named-by = { $id } names it ({ $field }): correct that afterwards with /correct.
posting-named = { $field }: { $is }{ change-end }
posting-written = What is written:
posting-sent-corrected = { $weight ->
    [minor] Every message that showed it is corrected in its place, silently. /coverage says how far that came.
   *[material] Every message that showed it is corrected in its place, and a new message under it announces that. /coverage says how far that came.
  }
posting-no-news = No alert and no digest tells of this by itself.
posting-preview = { $alert ->
    [yes] A preview: the alert as subscribed channels get it.
   *[no] { $purpose ->
      [retract] A preview: how a digest tells of it.
     *[other] A preview: how the next digests tell of it. No alert goes out.
    }
  }
posting-reach = { $alert ->
    [yes] { $count ->
      [0] No channel gets it at once.
      [one] One channel gets it at once.
     *[other] { $count } channels get it at once.
    }
   *[no] { $count ->
      [0] No channel gets digests.
      [one] One channel gets it with its next digest, if its filters let it through.
     *[other] { $count } channels get it with their next digests, where their filters let it through.
    }
  }
posting-do = { $do ->
    [publish] Publish
    [drill] Send the drill
    [submit] Send for review
    [change] Change an answer
    [resume] Go on
   *[discard] Discard
  }
posting-linked = It says something else than { $id }, which was published or revised later.
posting-unlinked = { $id } is no longer named as saying something else.
posting-unseen = The draft is not the one that this preview showed. Look at it again with /drafts, then publish.
posting-not-sound = It cannot be published like this any more. Look at it again with /drafts.
posting-busy = Others are writing at the same moment. Nothing was published; please try again.
posting-submitted = It waits for a second moderator now. Please tell one, as I do not. They find it with /review.
posting-published = { $alert ->
    [yes] Published: { $ids }. Alerts go to the channels that want them.
   *[no] Published: { $ids }
  }
posting-which-kind = What do you want to publish?
posting-which-entry = Which entry? Give its id after the command, for example { $example }
posting-entry-gone = “{ $id }” cannot be changed: it is not there, was taken back, or comes out of files alone.
drafts-title = Your drafts
drafts-none = You have no drafts. /post begins one.
drafts-line = { $id } · { form-purpose } · { form-kind }: { $about } · { $state ->
    [waiting] waits for a second moderator
    [own] your own; somebody else has to look at it
    [returned] sent back
   *[open] being written
  } · { $at }
drafts-how = A button goes on with a draft.
drafts-resume = { form-kind }: { $about }
drafts-unknown = There is no such draft of yours. /drafts shows them.
drafts-discard = Discard “{ $about }”? All its answers would be gone.
drafts-discard-yes = Discard for good
drafts-many = You have { $count } drafts, which is as many as there may be. Finish or discard some: /drafts.
drafts-discarded = Discarded. Nothing was published.
drafts-stopped = Stopped; the draft is kept. /drafts goes on with it.
review-title = Waiting for a second moderator
review-none = Nothing waits for a second moderator.
review-unknown = There is nothing like that to review. /review shows what waits.
review-own = This is your own: a second moderator has to look at it.
review-approve = Approve and publish
review-returned = Sent back to whoever wrote it, with the reason.
review-reason = To send it back, say why: /review do:return id:{ $id } reason:"…"

## /drill
command-drill-summary = For moderators: rehearse an alert, marked DRILL in every line; it enters no dossier
command-drill-what = A drill is an exercise: moderators send it to try out how alerts arrive, and every line of it begins with { drill-mark }. What it says is made up or old, and none of it is news. The drill enters no dossier, and no answer of mine rests on it.
command-drill-kind = What it is about: development, quote, claim, ceasefire or talks
command-drill-example = /drill development
drill-which-kind = What is to be rehearsed?
drill-mark = DRILL
drill-title = An exercise, not news
# Moderators write drills themselves: what one says may be made up, or a report of long ago.
drill-what = Moderators are testing alerts. What follows is made up or old. None of it is news, whoever it names.
drill-button = What a drill is
drill-more = { $count ->
    [one] One more line of this exercise is not shown.
   *[other] { $count } more of this exercise are not shown.
  }
drill-quiet = A routine development is no alert, so there is nothing to rehearse. Make it major or breaking.
drill-preview = A preview: the drill as it arrives.
drill-reach = { $reach ->
    [me] It goes to this private chat alone.
   *[subscribers] { $count ->
      [0] No channel gets it just now: none wants alerts, or all are in quiet hours.
      [one] One channel gets it: it wants alerts and is not in quiet hours.
     *[other] { $count } channels get it: those that want alerts and are not in quiet hours.
    }
  }
drill-published = { $count ->
    [0] Nobody gets the drill: no channel that wants alerts is out of quiet hours.
    [one] The drill goes to one place. What was not sent within 30 minutes is not sent any more.
   *[other] The drill goes to { $count } places. What was not sent within 30 minutes is not sent any more.
  }
## How far a correction came: /coverage, and the report to whoever made it
command-coverage-summary = For moderators: how far a correction came: messages edited, failed and why
command-coverage-id = The correction: its number, as #120, or the id of its entry; the newest without it
command-coverage-example = /coverage
command-coverage-button = How far it came
coverage-title = How far correction { $number } came
coverage-what = { $what ->
    [retraction] Withdrawn
   *[correction] Corrected
  } { $time }: { $name }.
coverage-none = No message on record showed it.
coverage-none-yet = No message that showed it was found so far.
coverage-count = { $what ->
    [messages] Messages that showed it
    [edited] Edited
    [noticed] Announced in a new message instead
    [failed] Failed
   *[pending] Still to do
  }: { $count }
coverage-failed = Failed: { $count }.
coverage-notices = { $count ->
    [one] One new message announced it, besides the edit.
   *[other] { $count } new messages announced it, besides the edits.
  }
coverage-notices-pending = { $count ->
    [one] One new message that announces it is still to be sent.
   *[other] { $count } new messages that announce it are still to be sent.
  }
coverage-notices-failed = { $count ->
    [one] One new message that announces it could not be sent, or may not have arrived.
   *[other] { $count } new messages that announce it could not be sent, or may not have arrived.
  }
coverage-state = { $state ->
    [finished] Finished: nothing is left to do.
    [pending] It is still being made.
    [unserved] All that was found is done. One of the platforms has not been looked through for it yet: the bot does not serve it, or has only just begun to again.
   *[looking] All that was found is done. What was on its way at that moment is looked for until a minute or two after.
  }
coverage-nothing = Nothing was corrected or withdrawn yet.
coverage-unknown = “{ $id }” is no correction. Give its number, for example #120, or the id of an entry that was corrected; /corrections lists them.

## Reminders to those who moderate, and /reminders
command-reminders-summary = For moderators: which data is going stale, and snoozing the daily reminder
command-reminders-snooze = No reminder for a day, for three days or for a week
command-reminders-do = What to do: show when the next one comes, or end the snooze
command-reminders-example = /reminders snooze:3d
reminder-title = Data going stale
reminder-line = { $what ->
    [development] The newest development is of { $date }, { age } ago.
   *[ceasefire] The newest state of the ceasefire is of { $date }, { age } ago.
  }
reminder-how = My answers say how old this is. If you know more, publish it. Until then I remind you once a day.
reminder-post = { $what ->
    [development] New development
   *[ceasefire] State of the ceasefire
  }
reminder-snooze = { $days ->
    [7] Snooze for a week
    [one] Snooze for a day
   *[other] Snooze for { $days } days
  }
reminders-title = Reminders
reminders-fresh = Nothing is old. I remind you when the newest development is older than { $news ->
    [one] a day
   *[other] { $news } days
  } or the state of the ceasefire older than { $ceasefire ->
    [one] a day
   *[other] { $ceasefire } days
  }.
reminders-daily = I remind you once a day while something is old, from { $hour }:00 on ({ $timezone }).
reminders-snoozed = Snoozed: I send you no reminder before { $time }.
reminders-resume = End the snooze

## The terminal
terminal-welcome =
  Truceline, { $conflict }: who says what, since when, and what was corrected.
  Ask /ceasefire, /casualties, /quotes or /changes; /subscribe for digests; /help for all. Tab completes, a number presses a button, Ctrl-D leaves.
  To answer on Discord or Telegram, put DISCORD_TOKEN or TELEGRAM_TOKEN into .env; the README says how to get them.
terminal-updated = Updated
terminal-not-a-choice = { $count ->
    [0] No choice has the number { $number } now. Ask again to see choices.
   *[other] { $number } is no choice of the answer above. Its numbers are { $numbers }.
  }
