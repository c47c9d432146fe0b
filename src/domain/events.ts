/** Past facts of a case. Never edited, only added to; the same id twice is the same event. */

import type { Task, Trust } from "./letter.ts";
import type { Milestone } from "./milestones.ts";
import type { People } from "./people.ts";

/** Where an event came from: a letter, or the person. */
export type Source = `letter:${string}` | "person";

export type CaseEvent = {
  /** Derived from the letter, so that the same letter read twice adds one event. */
  readonly id: string;
  readonly caseId: string;
  readonly milestone: Milestone;
  /** When it happened. */
  readonly at: Date;
  /** When Landfall learnt of it. */
  readonly seenAt: Date;
  readonly source: Source;
  /** What the person says is verified; a suspicious letter makes no event. */
  readonly trust: Exclude<Trust, "suspicious">;
  readonly forwarded: boolean;
  readonly approximate: boolean;
  /** `at` is the latest it can be: when a letter was forwarded whose own date could not be read. */
  readonly dateUnread?: true;
  /** The person said that it was earlier than its letter was read. */
  readonly redated?: true;
  /** The tasks it opens a window for. */
  readonly tasks: readonly Task[];
  /** Days the letter itself states for a task. */
  readonly days: Readonly<Partial<Record<Task, number>>>;
  /** The instant that it names itself: the end of what it opens. */
  readonly until?: Date;
  /** Whom its letter names. */
  readonly people?: People;
};

/** An event that the person tells: all that is the same of each. */
export const personally = {
  source: "person",
  trust: "verified",
  forwarded: false,
  approximate: false,
  tasks: [],
  days: {},
} as const satisfies Partial<CaseEvent>;
