/** The reminder plan: which notices are told when, and which of them share an e-mail. All pure. */

import type { CaseEvent } from "./events.ts";
import { byTime, dayMs, hourMs, latest, minuteMs, shift } from "./instants.ts";
import { tasks } from "./letter.ts";
import type { Notice, PlannedReminder, Step as StepKind } from "./plan.ts";
import { afterQuiet, beforeQuiet, type QuietHours } from "./quiet-hours.ts";
import { effectiveSpan, liveSpans, type Span } from "./windows.ts";

/** How a person wants to be reminded. Rungs are milliseconds before a window closes. */
export type Planning = {
  /** IANA name. */
  readonly timeZone: string;
  readonly rungs7d: readonly number[];
  readonly rungs14d: readonly number[];
  readonly rungs30d: readonly number[];
  readonly quietHours: QuietHours;
};

/** Notices that went out already (or are about to), with the time they were due. */
export type Settled = ReadonlyMap<string, Date>;

/** What a plan starts from. */
export type History = {
  readonly caseId: string;
  readonly events: readonly CaseEvent[];
  readonly settled: Settled;
};

/** A mail that goes out also tells what falls due in the next two hours. */
const mergeMs = 2 * hourMs;
/** Portal 1 has no known deadline: gentle nudges, days after it arrived. */
const nudgeDays = [1, 3, 7];
/** The longest window, in days, that each ladder serves; longer ones take the last. */
const shortLadderDays = 10;
const middleLadderDays = 21;

/** The e-mails still to be sent for a case, the next one first. */
export const planReminders = (
  history: History,
  planning: Planning,
  now: Date,
): readonly PlannedReminder[] => {
  const told = lastTold(history.settled);
  const pending = noticesOf(history.events, planning).filter(
    (next) => !history.settled.has(next.key) && !isOvertaken(next, told),
  );
  return groupIntoMails(history.caseId, pending, now);
};

/** A notice, and when what it tells of happens by the clock alone; it is due earlier or later where that is at night. */
type Step = Notice & { readonly at: Date };

/** Every notice that the live windows of a case call for, sent or not, in the order they fall due. */
export const noticesOf = (events: readonly CaseEvent[], planning: Planning): readonly Step[] => {
  const spans = liveSpans(events, planning.timeZone);
  return spans.flatMap((span) => noticesOfSpan(span, spans, planning)).toSorted(byDueTime);
};

const noticesOfSpan = (span: Span, all: readonly Span[], planning: Planning): readonly Step[] => {
  const siblings = all.filter((other) => other.task === span.task);
  const steps = span.closesAt === null ? nudges(span) : ladder(span, span.closesAt, planning);
  const told = latest(span.opening.at, span.opening.seenAt);
  return [
    // The news of a letter comes at once, at any hour.
    step(span, "opening", "opening", span.opening.seenAt),
    ...steps
      .filter(({ at }) => at > told && isEffective(span, siblings, at))
      .map((each) => withQuietHours(each, planning))
      // What had passed when the letter was first seen is told with its opening.
      .filter(({ dueAt }) => dueAt > told),
  ];
};

const nudges = (span: Span): readonly Step[] =>
  nudgeDays.map((days) => step(span, "nudge", `nudge-${days}d`, shift(span.opening.at, days * dayMs)));

const ladder = (span: Span, closesAt: Date, planning: Planning): readonly Step[] => [
  ...rungsFor(span.days ?? 0, planning).map((before) =>
    step(span, "rung", `rung-${rungName(before)}`, shift(closesAt, -before)),
  ),
  step(span, "closing", "closing", closesAt),
];

/** What warns comes before the night, never later than its time; what is over waits for the morning. */
const withQuietHours = (each: Step, { quietHours, timeZone }: Planning): Step => ({
  ...each,
  dueAt: (each.step === "closing" ? afterQuiet : beforeQuiet)(each.at, quietHours, timeZone),
});

/** Of several letters that name different ends, only the one that counts at the time is reminded. */
const isEffective = (span: Span, siblings: readonly Span[], at: Date): boolean =>
  effectiveSpan(
    siblings.filter((other) => other.opening.at <= at),
    at,
  ) === span;

const rungsFor = (days: number, planning: Planning): readonly number[] => {
  if (days <= shortLadderDays) return planning.rungs7d;
  return days <= middleLadderDays ? planning.rungs14d : planning.rungs30d;
};

const rungName = (ms: number): string => {
  if (ms % dayMs === 0) return `${ms / dayMs}d`;
  return ms % hourMs === 0 ? `${ms / hourMs}h` : `${Math.round(ms / minuteMs)}m`;
};

const step = (span: Span, kind: StepKind, name: string, at: Date): Step => ({
  key: `${span.opening.id}.${span.task}.${name}`,
  task: span.task,
  step: kind,
  dueAt: at,
  at,
});

/** For each window, the time of the latest notice that was told of it. */
const lastTold = (settled: Settled): ReadonlyMap<string, Date> => {
  const last = new Map<string, Date>();
  for (const [key, dueAt] of settled) {
    const window = windowKey(key);
    const known = last.get(window);
    if (known === undefined || known < dueAt) last.set(window, dueAt);
  }
  return last;
};

/** A rung has no point once a later one of the same window was told. */
const isOvertaken = (candidate: Notice, told: ReadonlyMap<string, Date>): boolean => {
  const last = told.get(windowKey(candidate.key));
  return last !== undefined && last > candidate.dueAt;
};

const windowKey = (key: string): string => key.slice(0, key.lastIndexOf("."));

const groupIntoMails = (caseId: string, pending: readonly Step[], now: Date): readonly PlannedReminder[] => {
  const mails: PlannedReminder[] = [];
  let rest = pending;
  for (let first = rest[0]; first !== undefined; first = rest[0]) {
    const sentAt = latest(now, first.dueAt);
    const told = rest.filter((next) => goesAlong(next, sentAt));
    mails.push({ id: first.key, caseId, dueAt: first.dueAt, notices: told.map(toNotice) });
    rest = rest.filter((next) => !told.includes(next));
  }
  return mails;
};

const toNotice = ({ key, task, step: kind, dueAt }: Step): Notice => ({ key, task, step: kind, dueAt });

/** A closing is told only once it happened, and then in whatever mail goes out next. */
const goesAlong = (next: Step, sentAt: Date): boolean =>
  next.step === "closing" ? next.at <= sentAt : next.dueAt <= shift(sentAt, mergeMs);

const byDueTime = (a: Notice, b: Notice): number =>
  byTime(a.dueAt, b.dueAt) || tasks.indexOf(a.task) - tasks.indexOf(b.task) || (a.key < b.key ? -1 : 1);
