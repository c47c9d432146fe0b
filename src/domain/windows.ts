/** Windows: the time a task has. A pure function of a case's events, the person's zone and now. */

import { countingEvents } from "./case.ts";
import type { CaseEvent, Source } from "./events.ts";
import { dayMs } from "./instants.ts";
import type { Task, Trust } from "./letter.ts";
import type { Milestone } from "./milestones.ts";
import { openingsOf, type Opening } from "./openings.ts";
import { remembered, rememberedEach } from "./remembered.ts";
import { rules, type Rule } from "./window-rules.ts";
import { addWallDays } from "./zone.ts";

/** What the end rests on: the letter's own number of days, the default, or a date that the person gave. */
export type Basis = "letter" | "default" | "person";

export type Window = {
  readonly task: Task;
  readonly opensAt: Date;
  /** Null where no end is known (Portal 1: no deadline is stated anywhere, docs/domain.md section 3). */
  readonly closesAt: Date | null;
  readonly basis: Basis;
  /** Length in days; null where no end is known, or its end is a date. */
  readonly days: number | null;
  readonly approximate: boolean;
  /** The letter's own date could not be read: it counts from when it was forwarded, so it may close earlier. */
  readonly dateUnread?: true;
  readonly state: "open" | "done" | "closed";
  /** What ended it: the person (done), IRCC's next letter, or time; null while open. */
  readonly endedBy: "person" | "letter" | "time" | null;
  readonly trust: Exclude<Trust, "suspicious">;
  readonly openedBy: Source;
  /** True where another person of the family has to do it. */
  readonly ofAnother?: true;
  /** Ends that other letters name, which nothing proved or took back yet: shown, while the earliest one is reminded. */
  readonly otherEnds?: readonly Date[];
};

/** One span of time that an opening gives a task. */
export type Span = {
  readonly task: Task;
  readonly opening: Opening;
  readonly closesAt: Date | null;
  readonly days: number | null;
  readonly basis: Basis;
  /** The end that its letter names; `closesAt` may be earlier, where an earlier end must not be put off. */
  readonly named?: Date | null;
  /** The event that ended it before its time. */
  readonly ended: CaseEvent | null;
};

/** The windows of a case at `now`, one a task, in the order of the tasks. */
export const windowsOf = (events: readonly CaseEvent[], timeZone: string, now: Date): readonly Window[] => {
  return spansOf(countingEvents(events))(timeZone).flatMap(({ rule, spans }) => {
    const span = effectiveSpan(spans, now);
    return span === undefined ? [] : [{ ...toWindow(rule, span, now), ...otherEndsOf(span, spans, now) }];
  });
};

/**
 * Every span of a case that still counts: a verified opening replaces all before it. `counting`: the events that
 * nothing took back.
 */
export const liveSpans = (counting: readonly CaseEvent[], timeZone: string): readonly Span[] =>
  spansOf(counting)(timeZone).flatMap(({ spans }) => spans.filter((span) => span.ended === null));

/** The span of a task that is open at `now` and closes first; undefined where there is none. */
export const openSpan = (
  events: readonly CaseEvent[],
  task: Task,
  timeZone: string,
  now: Date,
): Span | undefined => {
  const spans = liveSpans(countingEvents(events), timeZone).filter((span) => span.task === task);
  return effectiveSpan(
    spans.filter((span) => isOpen(span, now)),
    now,
  );
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
export const closingOf = (opensAt: Date, days: number, timeZone: string): Date => {
  const at = opensAt.getTime();
  return new Date(Math.min(at + days * dayMs, addWallDays(at, days, timeZone)));
};

/** Rule by rule. One letter asks for them when it is planned, and again when it is told of. */
const spansOf = remembered((counting: readonly CaseEvent[]) =>
  rememberedEach((timeZone) => rules.map((rule) => ({ rule, spans: spansUnder(rule, counting, timeZone) }))),
);

const spansUnder = (rule: Rule, counting: readonly CaseEvent[], timeZone: string): readonly Span[] => {
  const [others, own] = partition(openingsOf(counting, rule.task, rule.opensWith), (each) => each.ofAnother);
  const newest = own.findLast((opening) => opening.restarts);
  const spans: Span[] = [];
  for (const opening of own) {
    if (newest !== undefined && opening.at < newest.at) continue;
    spans.push(capped(spanOf(rule, opening, counting, timeZone), spans));
  }
  return [...spans, ...others.map((opening) => spanOf(rule, opening, counting, timeZone))];
};

const partition = <T>(all: readonly T[], isFirst: (each: T) => boolean): readonly [T[], T[]] => [
  all.filter((each) => isFirst(each)),
  all.filter((each) => !isFirst(each)),
];

/**
 * An unverified letter, or one dated by its forward, may open a window or name an earlier end; a time that runs it never extends, also where the
 * task was done meanwhile. (A verified one replaces all before it, so there is nothing that could cap it.)
 */
const capped = (span: Span, earlier: readonly Span[]): Span => {
  const ends = earlier.map(closingTime).filter((end) => end > span.opening.at.getTime());
  const end = Math.min(closingTime(span), ...ends);
  return Number.isFinite(end) ? { ...span, closesAt: new Date(end), named: span.closesAt } : span;
};

/** Of an open window; access for another member of the family names no end of one's own. */
const otherEndsOf = (span: Span, spans: readonly Span[], now: Date): Pick<Window, "otherEnds"> => {
  if (!isOpen(span, now) || span.opening.ofAnother) return {};
  const ends = spans
    .filter(({ ended, opening }) => ended === null && !opening.ofAnother)
    .flatMap(({ named, closesAt }) => (named === undefined ? closesAt : named) ?? [])
    .map(Number)
    .filter((end) => end !== span.closesAt?.getTime() && end > now.getTime());
  return ends.length === 0
    ? {}
    : { otherEnds: [...new Set(ends)].toSorted((a, b) => a - b).map((end) => new Date(end)) };
};

const spanOf = (rule: Rule, opening: Opening, counting: readonly CaseEvent[], timeZone: string): Span => ({
  task: rule.task,
  opening,
  ...lengthOf(rule, opening, timeZone),
  ended: endOfOpening(rule, opening, counting),
});

const lengthOf = (
  rule: Rule,
  opening: Opening,
  timeZone: string,
): Pick<Span, "closesAt" | "days" | "basis"> => {
  if (opening.until !== undefined) return { closesAt: opening.until, days: null, basis: "person" };
  const stated = opening.days[rule.task];
  if (rule.days === null) return { closesAt: null, days: null, basis: "default" };
  const days = stated ?? rule.days;
  return {
    closesAt: closingOf(opening.at, days, timeZone),
    days,
    basis: stated === undefined ? "default" : "letter",
  };
};

const endOfOpening = (rule: Rule, opening: Opening, counting: readonly CaseEvent[]): CaseEvent | null => {
  const after = counting.filter(({ trust, at }) => trust === "verified" && at >= opening.at);
  const done = after.find(({ milestone }) => rule.doneBy.includes(milestone));
  if (done !== undefined || opening.ofAnother) return done ?? null;
  return (
    after.find((event) => rule.closedBy.includes(event.milestone) && !isOfAnother(event, counting)) ?? null
  );
};

/** Who printed another's eCoPR, and had none of their own yet, confirms nothing of their own. */
const isOfAnother = ({ milestone, at }: CaseEvent, counting: readonly CaseEvent[]): boolean => {
  const hadBefore = (what: Milestone): boolean =>
    counting.some((event) => event.milestone === what && event.at <= at);
  return milestone === "done:print" && hadBefore("family_confirmed") && !hadBefore("confirmed");
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
  ...(span.opening.dateUnread && { dateUnread: true }),
  ...stateOf(rule, span, now),
  trust: span.opening.trust,
  openedBy: span.opening.source,
  ...(span.opening.ofAnother && { ofAnother: true }),
});

const stateOf = (rule: Rule, span: Span, now: Date): Pick<Window, "state" | "endedBy"> => {
  if (isOpen(span, now)) return { state: "open", endedBy: null };
  if (span.ended === null) return { state: "closed", endedBy: "time" };
  const endedBy = span.ended.source === "person" ? "person" : "letter";
  return { state: rule.doneBy.includes(span.ended.milestone) ? "done" : "closed", endedBy };
};
