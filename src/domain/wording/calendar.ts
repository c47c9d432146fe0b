/** The words of a case in a calendar. Nothing in them comes from a letter. */

import type { Command } from "../answers.ts";
import { isDated, seriesOf, settledSince, uidOf, type Dated, type Series } from "../calendar.ts";
import type { CaseEvent } from "../events.ts";
import type { Task } from "../letter.ts";
import type { ReminderFacts } from "../plan.ts";
import { windowsOf } from "../windows.ts";
import { aboutItsTime } from "./about-time.ts";
import { wallClockOf } from "./moments.ts";
import type { Phrasebook } from "./phrasebook.ts";
import { oneLine } from "./quote.ts";
import { hasClosed } from "./sorting.ts";

export type CalendarEvent = {
  /** A name for a file: the task. */
  readonly name: string;
  readonly uid: string;
  readonly sequence: number;
  readonly closesAt: Date;
  readonly timeZone: string;
  readonly summary: string;
  readonly description: string;
};

export type CalendarWords = {
  readonly events: readonly CalendarEvent[];
  /** Events that are to go. */
  readonly cancelled: readonly CalendarEvent[];
};

export const noDates: CalendarWords = { events: [], cancelled: [] };

/** What an e-mail brings for the calendar: the windows that open with it, and those settled since the last one. */
export const calendarWords = (facts: ReminderFacts, phrases: Phrasebook): CalendarWords => {
  const inCase = { ...facts.calendar, label: facts.caseLabel, timeZone: facts.timeZone };
  const { isCorrected } = facts.calendar;
  const opened = facts.items.filter(
    (item) => (item.step === "opening" || isCorrected === true) && !hasClosed(item, facts.now),
  );
  return {
    events: opened
      .map(({ window }) => window)
      .filter(isDated)
      .map((window) => wordEvent(window, inCase, phrases)),
    cancelled: facts.calendar.settled.map((window) => wordEvent(window, inCase, phrases)),
  };
};

/** A case after the person said something of it. */
export type Afterwards = {
  readonly label: string;
  readonly events: readonly CaseEvent[];
  /** When the last mail of the case went out. */
  readonly toldAt: Date | null;
  readonly timeZone: string;
  readonly now: Date;
};

/** What the confirmation of an answer brings: tasks that are done go, and those that are not after all come back. */
export const datesAfter = (
  { verb, tasks }: Command,
  after: Afterwards,
  phrases: Phrasebook,
): CalendarWords => {
  const { events, toldAt, timeZone, now } = after;
  const inCase = { series: seriesOf(events, now), label: after.label, timeZone };
  const told = (window: { readonly task: Task }) => tasks !== "all" && tasks.includes(window.task);
  const open =
    verb === "undo" ? windowsOf(events, timeZone, now).filter(({ state }) => state === "open") : [];
  return {
    events: open
      .filter(isDated)
      .filter(told)
      .map((window) => wordEvent(window, inCase, phrases)),
    cancelled: settledSince(events, toldAt, timeZone, now)
      .filter(told)
      .map((window) => wordEvent(window, inCase, phrases)),
  };
};

export type InCase = {
  readonly series: Series;
  readonly label: string;
  readonly timeZone: string;
};

export const wordEvent = (window: Dated, inCase: InCase, phrases: Phrasebook): CalendarEvent => {
  const { task, closesAt, basis, days, approximate } = window;
  const { name, steps } = phrases.tasks[task];
  const moment = phrases.moment.long(wallClockOf(closesAt, inCase.timeZone));
  return {
    name: task,
    uid: uidOf(inCase.series, task),
    sequence: inCase.series.sequence,
    closesAt,
    timeZone: inCase.timeZone,
    summary: phrases.calendar(name),
    description: [
      phrases.deadline(moment, approximate),
      ...(days === null ? [] : [phrases.basis(basis, days)]),
      ...aboutItsTime(window, phrases),
      "",
      ...steps.map((step) => `• ${step}`),
      "",
      phrases.why.case(oneLine(inCase.label)),
      phrases.footer,
    ].join("\n"),
  };
};
