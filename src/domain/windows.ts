/**
 * Windows: the time a task has. A pure function of a case's events, the person's zone and now.
 *
 * The 7 and 14 days rest on one guide alone (docs/domain.md 0.1 and section 3, [1], confidence C): they are
 * defaults, and a number of days stated in the letter itself wins. The 30 days for printing: [7].
 */

import { TZDate } from "@date-fns/tz/date";
import { addDays } from "date-fns/addDays";
import { countingEvents } from "./case.ts";
import type { CaseEvent, Source } from "./events.ts";
import { dayMs } from "./instants.ts";
import type { Task, Trust } from "./letter.ts";
import type { Milestone } from "./milestones.ts";
import { openingsOf, type Opening } from "./openings.ts";

export type Window = {
  readonly task: Task;
  readonly opensAt: Date;
  /** Null where no end is known (Portal 1: no deadline is stated anywhere, docs/domain.md section 3). */
  readonly closesAt: Date | null;
  /** The letter's own number of days, or the default. */
  readonly basis: "letter" | "default";
  /** Length in days; null where no end is known. */
  readonly days: number | null;
  readonly approximate: boolean;
  readonly state: "open" | "done" | "closed";
  /** What ended it: the person (done), IRCC's next letter, or time; null while open. */
  readonly endedBy: "person" | "letter" | "time" | null;
  readonly trust: Exclude<Trust, "suspicious">;
  readonly openedBy: Source;
};

type Rule = {
  readonly task: Task;
  readonly opensWith: readonly Milestone[];
  readonly days: number | null;
  /** Milestones that show the task was done. */
  readonly doneBy: readonly Milestone[];
  /** Milestones after which the task no longer matters. */
  readonly closedBy: readonly Milestone[];
};

/** What the person can only say who has an eCoPR, or is in the portal: so they confirm what no letter proved. */
const saysConfirmed: readonly Milestone[] = ["done:print", "done:card", "card_received"];
const saysInPortal: readonly Milestone[] = ["done:password", "done:presence", "done:address", "done:photo"];

export const rules: readonly Rule[] = [
  {
    task: "reply",
    opensWith: ["invited"],
    days: null,
    doneBy: ["done:reply", "answered"],
    closedBy: ["credentialed", "confirmed", ...saysInPortal, ...saysConfirmed],
  },
  {
    task: "password",
    opensWith: ["credentialed"],
    days: 14,
    doneBy: ["done:password"],
    closedBy: ["confirmed", ...saysConfirmed],
  },
  {
    task: "presence",
    opensWith: ["credentialed"],
    days: 7,
    doneBy: ["done:presence"],
    closedBy: ["confirmed", ...saysConfirmed],
  },
  {
    task: "address",
    opensWith: ["credentialed"],
    days: 7,
    doneBy: ["done:address"],
    closedBy: ["confirmed", ...saysConfirmed],
  },
  {
    task: "photo",
    opensWith: ["credentialed", "photo_returned"],
    days: 7,
    doneBy: ["done:photo"],
    closedBy: ["confirmed", ...saysConfirmed],
  },
  {
    task: "print",
    opensWith: ["confirmed"],
    days: 30,
    doneBy: ["done:print"],
    closedBy: ["card_received", "done:card"],
  },
];

/** One span of time that an opening gives a task. */
export type Span = {
  readonly task: Task;
  readonly opening: Opening;
  readonly closesAt: Date | null;
  readonly days: number | null;
  readonly basis: "letter" | "default";
  /** The event that ended it before its time. */
  readonly ended: CaseEvent | null;
};

/** The windows of a case at `now`, one a task, in the order of the tasks. */
export const windowsOf = (events: readonly CaseEvent[], timeZone: string, now: Date): readonly Window[] => {
  const counting = countingEvents(events);
  return rules.flatMap((rule) => {
    const span = effectiveSpan(spansOf(rule, counting, timeZone), now);
    return span === undefined ? [] : [toWindow(rule, span, now)];
  });
};

/** Every span of a case that still counts: a verified opening replaces all before it. */
export const liveSpans = (events: readonly CaseEvent[], timeZone: string): readonly Span[] => {
  const counting = countingEvents(events);
  return rules.flatMap((rule) => spansOf(rule, counting, timeZone).filter((span) => span.ended === null));
};

/** The span that counts at `now`: of the open ones the one that closes first, else the one that ended last. */
export const effectiveSpan = (spans: readonly Span[], now: Date): Span | undefined => {
  const open = spans.filter((span) => isOpen(span, now));
  return open.length > 0 ? leastBy(open, closingTime) : leastBy(spans, (span) => -endOf(span));
};

/** The first of the least; undefined where there is none. */
const leastBy = (spans: readonly Span[], measure: (span: Span) => number): Span | undefined =>
  // Two that never end differ by NaN: neither is less.
  spans.toSorted((a, b) => measure(a) - measure(b) || 0)[0];

/** The instant a window of `days` closes: the earlier of days × 24 h and as many calendar days in the zone. */
export const closingOf = (opensAt: Date, days: number, timeZone: string): Date =>
  new Date(
    Math.min(
      opensAt.getTime() + days * dayMs,
      addDays(new TZDate(opensAt.getTime(), timeZone), days).getTime(),
    ),
  );

const spansOf = (rule: Rule, counting: readonly CaseEvent[], timeZone: string): readonly Span[] => {
  const openings = openingsOf(counting, rule.task, rule.opensWith);
  const newestVerified = openings.findLast((opening) => opening.trust === "verified");
  const spans: Span[] = [];
  for (const opening of openings) {
    if (newestVerified !== undefined && opening.at < newestVerified.at) continue;
    spans.push(capped(spanOf(rule, opening, counting, timeZone), spans));
  }
  return spans;
};

/**
 * An unverified letter may open a window or name an earlier end; one that is open it never extends. (A verified
 * one replaces all before it, so there is nothing that could cap it.)
 */
const capped = (span: Span, earlier: readonly Span[]): Span => {
  const { at } = span.opening;
  const ends = earlier.filter((other) => endOf(other) > at.getTime()).map(closingTime);
  const end = Math.min(closingTime(span), ...ends);
  return Number.isFinite(end) ? { ...span, closesAt: new Date(end) } : span;
};

const spanOf = (rule: Rule, opening: Opening, counting: readonly CaseEvent[], timeZone: string): Span => {
  const stated = opening.days[rule.task];
  const days = rule.days === null ? null : (stated ?? rule.days);
  return {
    task: rule.task,
    opening,
    closesAt: days === null ? null : closingOf(opening.at, days, timeZone),
    days,
    basis: stated !== undefined && days !== null ? "letter" : "default",
    ended: endOfOpening(rule, opening, counting),
  };
};

const endOfOpening = (rule: Rule, opening: Opening, counting: readonly CaseEvent[]): CaseEvent | null => {
  const after = counting.filter((event) => event.trust === "verified" && event.at >= opening.at);
  const done = after.find((event) => rule.doneBy.includes(event.milestone));
  return done ?? after.find((event) => rule.closedBy.includes(event.milestone)) ?? null;
};

const isOpen = (span: Span, now: Date): boolean =>
  span.ended === null && (span.closesAt === null || span.closesAt > now);

const closingTime = (span: Span): number => span.closesAt?.getTime() ?? Number.POSITIVE_INFINITY;

const endOf = (span: Span): number =>
  Math.min(closingTime(span), span.ended?.at.getTime() ?? Number.POSITIVE_INFINITY);

const toWindow = (rule: Rule, span: Span, now: Date): Window => ({
  task: span.task,
  opensAt: span.opening.at,
  closesAt: span.closesAt,
  basis: span.basis,
  days: span.days,
  approximate: span.opening.approximate,
  ...stateOf(rule, span, now),
  trust: span.opening.trust,
  openedBy: span.opening.source,
});

const stateOf = (rule: Rule, span: Span, now: Date): Pick<Window, "state" | "endedBy"> => {
  if (isOpen(span, now)) return { state: "open", endedBy: null };
  if (span.ended === null) return { state: "closed", endedBy: "time" };
  const endedBy = span.ended.source === "person" ? "person" : "letter";
  return { state: rule.doneBy.includes(span.ended.milestone) ? "done" : "closed", endedBy };
};
