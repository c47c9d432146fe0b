/** The reminder plan: which notices are told when, and which of them share an e-mail. All pure. */

import { countingEvents } from "./case.ts";
import type { CaseEvent } from "./events.ts";
import { byTime, dayMs, hourMs, latest, shift } from "./instants.ts";
import { notAtNight } from "./quiet-hours.ts";
import { comesAfter, stepsOf, type Due, type Planning, type Step } from "./ladder.ts";
import { tasks } from "./letter.ts";
import type { Notice, PlannedReminder } from "./plan.ts";
import { isStopped, snoozeFor, snoozesOf } from "./snooze.ts";
import { liveSpans, type Span } from "./windows.ts";

export type { Planning } from "./ladder.ts";

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

/** The e-mails still to be sent for a case, the next one first. */
export const planReminders = (
  history: History,
  planning: Planning,
  now: Date,
): readonly PlannedReminder[] => {
  const told = byWindow([...history.settled].map(([key, dueAt]) => ({ key, dueAt })));
  const untold = noticesOf(history.events, planning).filter(
    (next) => !history.settled.has(next.key) && !isOvertaken(next, told),
  );
  return groupIntoMails(history.caseId, withoutPassed(untold, now), planning, now);
};

/** Every notice that the live windows of a case call for, sent or not, in the order they fall due. */
export const noticesOf = (events: readonly CaseEvent[], planning: Planning): readonly Step[] => {
  const counting = countingEvents(events);
  const spans = liveSpans(counting, planning.timeZone).filter(
    (span) => !isStopped(span, counting) && !isHistory(span),
  );
  const snoozes = snoozesOf(counting);
  return spans
    .flatMap((span) =>
      stepsOf(
        span,
        spans.filter((other) => other.task === span.task),
        planning,
        snoozeFor(span, snoozes),
      ),
    )
    .toSorted(byDueTime);
};

/** What had ended a year before its letter was seen stands on the timeline, and is no news: old mail was imported. */
const isHistory = ({ opening, closesAt }: Span): boolean =>
  opening.seenAt.getTime() - (closesAt ?? opening.at).getTime() > 365 * dayMs;

/** Of several rungs that passed while nothing could be sent, the most urgent one alone is told. */
const withoutPassed = (untold: readonly Step[], now: Date): readonly Step[] => {
  const due = byWindow(untold.filter(({ dueAt }) => dueAt <= now));
  return untold.filter((next) => next.step === "opening" || !isOvertaken(next, due));
};

const byWindow = <T extends Due>(notices: readonly T[]): ReadonlyMap<string, readonly T[]> =>
  Map.groupBy(notices, ({ key }) => windowKey(key));

/** A rung has no point once a later one of the same window was told. */
const isOvertaken = (candidate: Step, told: ReadonlyMap<string, readonly Due[]>): boolean =>
  told.get(windowKey(candidate.key))?.some((other) => comesAfter(other, candidate)) === true;

const windowKey = (key: string): string => key.slice(0, key.lastIndexOf("."));

const groupIntoMails = (
  caseId: string,
  pending: readonly Step[],
  planning: Planning,
  now: Date,
): readonly PlannedReminder[] => {
  const mails: PlannedReminder[] = [];
  const goesAt = (next: Step): Date => whenItGoes(next, planning, now);
  let rest = pending.toSorted((a, b) => byTime(goesAt(a), goesAt(b)));
  for (let first = rest[0]; first !== undefined; first = rest[0]) {
    const dueAt = goesAt(first);
    const sentAt = latest(now, dueAt);
    const told = rest.filter((next) => goesAlong(next, sentAt));
    mails.push({ id: first.key, caseId, dueAt, notices: told.map(toNotice) });
    rest = rest.filter((next) => !told.includes(next));
  }
  return mails;
};

/** What is over wakes nobody, however late it is told. */
const whenItGoes = ({ step, dueAt }: Step, { quietHours, timeZone }: Planning, now: Date): Date =>
  step === "closing" ? notAtNight(dueAt, now, quietHours, timeZone) : dueAt;

/** A closing is told only once it happened, and then in whatever mail goes out next. */
const goesAlong = (next: Step, sentAt: Date): boolean =>
  next.step === "closing" ? next.at <= sentAt : next.dueAt <= shift(sentAt, mergeMs);

const toNotice = ({ key, task, step, dueAt }: Step): Notice => ({ key, task, step, dueAt });

const byDueTime = (a: Step, b: Step): number =>
  byTime(a.dueAt, b.dueAt) || tasks.indexOf(a.task) - tasks.indexOf(b.task) || (a.key < b.key ? -1 : 1);
