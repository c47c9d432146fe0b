/** Reminders of a task that the person puts off. */

import type { CaseEvent } from "./events.ts";
import { tasks, type Task } from "./letter.ts";
import type { Span } from "./windows.ts";

export type Snooze = {
  /** Of the event that says so. */
  readonly id: string;
  readonly task: Task;
  readonly saidAt: Date;
  readonly until: Date;
};

/** What was put off, the last word of each task last. `counting`: the events that nothing took back. */
export const snoozesOf = (counting: readonly CaseEvent[]): readonly Snooze[] =>
  counting.flatMap(({ id, milestone, at, until }) => {
    const task = tasks.find((each) => milestone === `snoozed:${each}`);
    return task === undefined || until === undefined ? [] : [{ id, task, saidAt: at, until }];
  });

/** True where the person wants no more reminders of this span. It holds for what was known then: a newer letter is told of. */
export const isStopped = ({ task, opening }: Span, counting: readonly CaseEvent[]): boolean =>
  counting.findLast(
    ({ milestone, at }) =>
      (milestone === `stopped:${task}` || milestone === `snoozed:${task}`) && at >= opening.seenAt,
  )?.milestone === `stopped:${task}`;

/** The snooze that holds for a span: said while it was known, so that a newer letter is told of at once. */
export const snoozeFor = (span: Span, snoozes: readonly Snooze[]): Snooze | undefined =>
  snoozes.findLast(({ task, saidAt }) => task === span.task && saidAt >= span.opening.seenAt);
