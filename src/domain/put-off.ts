/** What a wish to be reminded later comes to. */

import type { CaseEvent } from "./events.ts";
import { byTime } from "./instants.ts";
import { putOffTo, type Planning } from "./ladder.ts";
import type { Task } from "./letter.ts";
import { openSpan } from "./windows.ts";

/** When the next reminder comes; `cut`: sooner than was asked for, since the last one before closing is never put off. */
export type PutOff = { readonly at: Date; readonly cut: boolean };

/** Why there is none: no window is open, or its last reminder before closing has gone out. */
export type Refused = "closed" | "last";

type Wish = { readonly until: Date; readonly now: Date };

export const putOff = (
  events: readonly CaseEvent[],
  task: Task,
  { until, now }: Wish,
  planning: Planning,
): PutOff | Refused => {
  const span = openSpan(events, task, planning.timeZone, now);
  if (span === undefined) return "closed";
  const to = putOffTo(span, until, planning);
  return to.at <= now ? "last" : to;
};

/** Of several tasks: those that can be put off, and when the first of them is told of again. */
export const putOffAll = (
  events: readonly CaseEvent[],
  tasks: readonly Task[],
  wish: Wish,
  planning: Planning,
): { readonly tasks: readonly Task[]; readonly next: PutOff | Refused } => {
  const each = tasks.map((task) => ({ task, to: putOff(events, task, wish, planning) }));
  const able = each.flatMap(({ task, to }) => (typeof to === "string" ? [] : [{ task, to }]));
  const [first] = able.map(({ to }) => to).toSorted((a, b) => byTime(a.at, b.at));
  if (first !== undefined) return { tasks: able.map(({ task }) => task), next: first };
  return { tasks, next: each.some(({ to }) => to === "last") ? "last" : "closed" };
};
