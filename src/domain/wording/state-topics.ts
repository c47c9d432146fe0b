/** Notes about how things stand: what has not come yet, the week, and a mailbox that cannot be looked at. */

import { amountsOf } from "../time-left.ts";
import type { NoteFacts, WaitFacts, WeekFacts, WeekOfCase } from "../note-facts.ts";
import type { Section } from "../wording.ts";
import { caseToName, doneCommand } from "./commands.ts";
import { wallClockOf } from "./moments.ts";
import type { Phrasebook } from "./phrasebook.ts";
import { oneLine, quote } from "./quote.ts";
import type { Topic } from "./topic.ts";

export const waiting: Topic = {
  why: "waiting",
  headline: ({ waiting: [first], timeZone }, phrases) => {
    if (first === undefined) return null;
    const say = phrases.notes.waiting[first.what];
    return { subject: say.subject(first.days), lead: leadOf(first, timeZone, phrases) };
  },
  sections: ({ waiting: waits, timeZone }, phrases, named) =>
    waits.flatMap((wait, index) => waitSections(wait, timeZone, phrases, named && index === 0)),
};

const waitSections = (
  wait: WaitFacts,
  timeZone: string,
  phrases: Phrasebook,
  named: boolean,
): readonly Section[] => {
  const { waiting: labels } = phrases.notes;
  const say = labels[wait.what];
  const usual = named
    ? { label: labels.labelUsual, lines: say.usual }
    : { label: say.subject(wait.days), lines: [leadOf(wait, timeZone, phrases), ...say.usual] };
  // Where the mail is about the card, its button and its last lines say so.
  const ended =
    wait.what === "card" && !named ? [labels.cardCame(doneCommand("card", caseToName(wait)))] : [];
  return [
    usual,
    { label: labels.labelCheck, lines: say.check },
    { label: labels.labelAsk, lines: [...say.ask(wait.days), ...ended] },
  ];
};

const leadOf = ({ what, since, label }: WaitFacts, timeZone: string, phrases: Phrasebook): string => {
  const { waiting: say } = phrases.notes;
  const lead = say.calm(say[what].lead(momentOf(since, timeZone, phrases)));
  return label === null ? lead : say.ofCase(lead, oneLine(label));
};

export const week: Topic = {
  why: "week",
  headline: ({ week: told, timeZone }, phrases) => {
    if (told === null) return null;
    const { week: say } = phrases.notes;
    const windows = told.cases.flatMap((each) => each.windows);
    const ends = windows
      .flatMap(({ closesAt }) => closesAt ?? [])
      .toSorted((a, b) => a.getTime() - b.getTime());
    const first = ends[0] === undefined ? null : momentOf(ends[0], timeZone, phrases);
    const missed = told.cases.flatMap((each) => each.missed);
    const subject =
      windows.length === 0 && missed.length > 0
        ? say.subjectMissed(missed.length)
        : say.subject(windows.length, first);
    return { subject, lead: say.lead };
  },
  sections: (facts, phrases) =>
    facts.week === null
      ? []
      : [
          ...facts.week.cases.map((each) => weekOfCase(each, facts, phrases)),
          { label: phrases.notes.week.labelSelf, lines: weekOfLandfall(facts.week, facts.timeZone, phrases) },
        ],
};

const weekOfCase = (
  { label, stage, windows, missed }: WeekOfCase,
  { now, timeZone }: NoteFacts,
  phrases: Phrasebook,
): Section => {
  const { week: say } = phrases.notes;
  const open = windows.map(({ task, closesAt }) =>
    say.window(
      phrases.tasks[task].name,
      closesAt && momentOf(closesAt, timeZone, phrases),
      closesAt && phrases.duration(amountsOf(closesAt.getTime() - now.getTime())),
    ),
  );
  const over = missed.map(({ task, closesAt }) =>
    say.missed(phrases.tasks[task].name, closesAt === null ? "" : momentOf(closesAt, timeZone, phrases)),
  );
  return {
    label: oneLine(label),
    lines: [say.stages[stage], ...(open.length === 0 ? [say.nothingOpen] : open), ...over],
  };
};

const weekOfLandfall = (
  { lastLookAt, sent, nextAt }: WeekFacts,
  timeZone: string,
  phrases: Phrasebook,
): readonly string[] => {
  const { week: say } = phrases.notes;
  return [
    lastLookAt === null ? say.neverLooked : say.lastLook(momentOf(lastLookAt, timeZone, phrases)),
    say.sent(sent),
    ...(nextAt === null ? [] : [say.next(momentOf(nextAt, timeZone, phrases))]),
  ];
};

export const outage: Topic = {
  why: "mailbox",
  headline: ({ outage: told, now, timeZone }, phrases) => {
    if (told === null) return null;
    const { outage: say } = phrases.notes;
    if (told.mustSignIn) return { subject: say.signIn.subject, lead: say.signIn.lead };
    const lasted = phrases.duration(amountsOf(now.getTime() - told.since.getTime()).slice(0, 1));
    return { subject: say.subject(lasted), lead: say.lead(momentOf(told.since, timeZone, phrases)) };
  },
  sections: ({ outage: told }, phrases) => {
    if (told === null) return [];
    const { outage: say } = phrases.notes;
    return [
      { label: say.labelReason, lines: [told.problem === null ? say.noReason : quote(told.problem, 300)] },
      {
        label: say.labelDo,
        lines: [
          ...(told.mustSignIn ? [say.signIn.step, ...say.steps.slice(0, 1)] : say.steps),
          ...(told.open === 0 ? [] : [say.open(told.open)]),
        ],
      },
    ];
  },
};

/** A mail lists so many, and counts the others. */
const mostHeld = 15;

export const held: Topic = {
  why: "day",
  headline: ({ held: told }, { notes: { held: say } }) =>
    told === null ? null : { subject: say.subject(told.reminders.length), lead: say.lead(told.cap) },
  sections: ({ held: told }, phrases) => {
    if (told === null) return [];
    const { held: say, unknown: more } = phrases.notes;
    const lines = told.reminders.slice(0, mostHeld).map(({ tasks, label }) => {
      const names = tasks.map((task) => phrases.tasks[task].name).join(", ");
      return say.line(names, label === null ? null : oneLine(label));
    });
    const others = told.reminders.length - mostHeld;
    return [{ label: say.label, lines: [...lines, ...(others > 0 ? [more.more(others)] : []), say.advice] }];
  },
};

const momentOf = (at: Date, timeZone: string, { moment }: Phrasebook): string =>
  moment.short(wallClockOf(at, timeZone));
