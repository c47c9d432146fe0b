/** The steps of one window: the news that it opened, what warns before it closes, and that it closed. */

import { dayMs, hourMs, latest, minuteMs, shift } from "./instants.ts";
import type { Notice, Step as StepKind } from "./plan.ts";
import type { Opening } from "./openings.ts";
import { afterQuiet, beforeQuiet, type QuietHours } from "./quiet-hours.ts";
import type { Snooze } from "./snooze.ts";
import { effectiveSpan, type Span } from "./windows.ts";

/** How a person wants to be reminded. Rungs are milliseconds before a window closes. */
export type Planning = {
  /** IANA name. */
  readonly timeZone: string;
  readonly rungs7d: readonly number[];
  readonly rungs14d: readonly number[];
  readonly rungs30d: readonly number[];
  /** For the end of a CoPR, which the person tells. */
  readonly rungsCopr: readonly number[];
  readonly quietHours: QuietHours;
};

/** A notice, and the instant it belongs to by the clock alone; at night it is due before or after that. */
export type Step = Notice & { readonly at: Date };

/** Portal 1 has no known deadline: gentle nudges, days after it arrived. */
const nudgeDays = [1, 3, 7];
/** The longest window, in days, that each ladder serves; longer ones take the last. */
const shortLadderDays = 10;
const middleLadderDays = 21;

/** What is told of a span, in order; `siblings` are all spans of its task, itself among them. */
export const stepsOf = (
  span: Span,
  siblings: readonly Span[],
  planning: Planning,
  snooze: Snooze | undefined,
): readonly Step[] => {
  const told = toldUntil(span.opening);
  const steps = (span.closesAt === null ? nudges(span) : ladder(span, span.closesAt, planning)).map((each) =>
    withQuietHours(each, planning),
  );
  return [
    // The news of a letter comes at once, at any hour.
    step(span, "opening", "opening", span.opening.seenAt),
    ...snoozed(span, steps, snooze, planning).filter(
      ({ at, dueAt }) => at > told && dueAt > told && isEffective(span, siblings, at),
    ),
  ];
};

/** What had passed when a letter was first seen was told with it; but not where its time turned out to be over earlier. */
const toldUntil = ({ at, seenAt, redated }: Opening): Date => (redated === true ? at : latest(at, seenAt));

/**
 * When a reminder of a span comes that was put off until then: not at night but in the morning after it, and never
 * after the last rung (`cut`), whose own time it then is.
 */
export const putOffTo = (
  span: Span,
  until: Date,
  planning: Planning,
): { readonly at: Date; readonly cut: boolean } => {
  const last = lastRungOf(span, planning);
  const morning = afterQuiet(until, planning.quietHours, planning.timeZone);
  return last !== null && morning > last ? { at: last, cut: true } : { at: morning, cut: false };
};

/** Null where the span has no end. */
const lastRungOf = (span: Span, planning: Planning): Date | null => {
  if (span.closesAt === null) return null;
  const last = ladder(span, span.closesAt, planning).findLast(({ step: kind }) => kind === "rung");
  return last === undefined ? span.closesAt : withQuietHours(last, planning).dueAt;
};

/** True if the notice `later` comes after `earlier` on the ladder of their window, by name if not by time. */
export const comesAfter = (later: Due, earlier: Due): boolean => {
  const [a, b] = [rankOf(later.key), rankOf(earlier.key)];
  return a === null || b === null ? later.dueAt > earlier.dueAt : a > b;
};

export type Due = Pick<Notice, "key" | "dueAt">;

const nudges = (span: Span): readonly Step[] =>
  nudgeDays.map((days) => step(span, "nudge", `nudge-${days}d`, shift(span.opening.at, days * dayMs)));

const ladder = (span: Span, closesAt: Date, planning: Planning): readonly Step[] => [
  ...rungsFor(span, planning).map((before) =>
    step(span, "rung", `rung-${rungName(before)}`, shift(closesAt, -before)),
  ),
  step(span, "closing", "closing", closesAt),
];

const rungsFor = ({ task, days }: Span, planning: Planning): readonly number[] => {
  if (task === "land") return planning.rungsCopr;
  if (days === null || days <= shortLadderDays) return planning.rungs7d;
  return days <= middleLadderDays ? planning.rungs14d : planning.rungs30d;
};

/** What warns comes before the night, never later than its time; what is over waits for the morning. */
const withQuietHours = (each: Step, { quietHours, timeZone }: Planning): Step => ({
  ...each,
  dueAt: (each.step === "closing" ? afterQuiet : beforeQuiet)(each.at, quietHours, timeZone),
});

/** Put off: no rung before the end of the snooze, then one reminder at it, which is never after the last rung. */
const snoozed = (
  span: Span,
  steps: readonly Step[],
  snooze: Snooze | undefined,
  planning: Planning,
): readonly Step[] => {
  if (snooze === undefined) return steps;
  const { at: end, cut } = putOffTo(span, snooze.until, planning);
  const kept = steps.filter(({ step: kind, dueAt }) => kind === "closing" || dueAt >= end);
  if (cut || kept.some(({ dueAt }) => dueAt.getTime() === end.getTime())) return kept;
  return [step(span, span.closesAt === null ? "nudge" : "rung", `snooze-${snooze.id}`, end), ...kept];
};

/** True of the notice that comes because a reminder was put off. */
export const isPutOff = (key: string): boolean => key.includes(".snooze-");

/** Of several letters that name different ends, only the one that counts at the time is reminded. */
const isEffective = (span: Span, siblings: readonly Span[], at: Date): boolean =>
  siblings.length === 1 ||
  effectiveSpan(
    siblings.filter((other) => other.opening.at <= at),
    at,
  ) === span;

const step = (span: Span, kind: StepKind, name: string, at: Date): Step => ({
  key: `${span.opening.id}.${span.task}.${name}`,
  task: span.task,
  step: kind,
  dueAt: at,
  at,
});

const rungName = (ms: number): string => {
  if (ms % dayMs === 0) return `${ms / dayMs}d`;
  return ms % hourMs === 0 ? `${ms / hourMs}h` : `${Math.round(ms / minuteMs)}m`;
};

/** The place on the ladder that a key names: it stays where it is when the zone or the quiet hours change. */
const rankOf = (key: string): number | null => {
  const [kind = "", amount = ""] = key.slice(key.lastIndexOf(".") + 1).split("-");
  if (kind === "opening") return Number.NEGATIVE_INFINITY;
  if (kind === "closing") return Number.POSITIVE_INFINITY;
  const ms = Number.parseInt(amount, 10) * (unitMs[amount.slice(-1)] ?? Number.NaN);
  if (kind === "rung") return -ms;
  return kind === "nudge" ? ms : null;
};

const unitMs: Readonly<Record<string, number>> = { d: dayMs, h: hourMs, m: minuteMs };
