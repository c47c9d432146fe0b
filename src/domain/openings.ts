/** What opens a window: one letter, or several copies of one letter taken together. */

import type { CaseEvent, Source } from "./events.ts";
import { tasks, type Task } from "./letter.ts";
import type { Milestone } from "./milestones.ts";

export type Opening = Pick<CaseEvent, "at" | "trust" | "approximate" | "days" | "until"> & {
  /** The id of the event that was seen first: a copy that comes later changes nothing in it. */
  readonly id: string;
  readonly seenAt: Date;
  readonly source: Source;
  /** Nothing before it counts any more: it is verified, or the answer to what came before never arrived. */
  readonly restarts: boolean;
  /** Another person of the family has to do it: what the case's own letters open or end says nothing of it. */
  readonly ofAnother: boolean;
  /** Every event taken together here. */
  readonly eventIds: readonly string[];
};

const minute = 60_000;
/** A forward quotes the Date field, to the minute; the direct letter is dated by its Received field. */
const exactTwinMs = 10 * minute;
/** A quoted date without a zone can be off by the span of all zones. */
const approximateTwinMs = 26 * 60 * minute;

/** The openings of a task, oldest first. A forward of a letter that also came directly is no second opening. */
export const openingsOf = (
  counting: readonly CaseEvent[],
  task: Task,
  opensWith: readonly Milestone[],
): readonly Opening[] => {
  const groups: CaseEvent[][] = [];
  for (const event of counting) {
    if (!opensWith.includes(event.milestone) || !event.tasks.includes(task)) continue;
    const last = groups.at(-1);
    if (last?.some((other) => areTwins(other, event))) last.push(event);
    else groups.push([event]);
  }
  return groups.map(toOpening);
};

const areTwins = (a: CaseEvent, b: CaseEvent): boolean => {
  if (a.milestone !== b.milestone || !(a.forwarded || b.forwarded)) return false;
  const tolerance = a.approximate || b.approximate ? approximateTwinMs : exactTwinMs;
  return Math.abs(a.at.getTime() - b.at.getTime()) <= tolerance;
};

const toOpening = (group: readonly CaseEvent[]): Opening => {
  const earliest = group[0]!;
  const seenFirst = group.reduce((first, event) => (event.seenAt < first.seenAt ? event : first));
  const exact = group.filter((event) => !event.approximate);
  return {
    id: seenFirst.id,
    seenAt: seenFirst.seenAt,
    source: seenFirst.source,
    // The exact reading of a letter is better than the earliest guess at the same one.
    at: (exact[0] ?? earliest).at,
    approximate: exact.length === 0,
    trust: group.some((event) => event.trust === "verified") ? "verified" : "unverified",
    restarts: group.some(({ trust, milestone }) => trust === "verified" || milestone === "reply_bounced"),
    ofAnother: earliest.milestone.startsWith("family_"),
    days: group.reduce((days, event) => shorter(days, event.days), {}),
    eventIds: group.map((event) => event.id),
    ...(earliest.until && { until: earliest.until }),
  };
};

const shorter = (a: CaseEvent["days"], b: CaseEvent["days"]): CaseEvent["days"] => {
  const merged: Partial<Record<Task, number>> = { ...a };
  for (const task of tasks) {
    const days = b[task];
    if (days !== undefined) merged[task] = Math.min(days, merged[task] ?? days);
  }
  return merged;
};
