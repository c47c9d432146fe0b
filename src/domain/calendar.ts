/**
 * A case as a calendar sees it: one event for each window with a known end (RFC 5545, RFC 5546).
 *
 * A window that moves stays the same event (UID) in a newer state (SEQUENCE). Both follow from the case's events
 * alone: the UID from the first one that was ever seen, the SEQUENCE from how many there are; events are never edited.
 */

import type { CaseEvent } from "./events.ts";
import { bySight } from "./instants.ts";
import type { Task } from "./letter.ts";
import type { Settled } from "./reminders.ts";
import { windowsOf, type Window } from "./windows.ts";

/** What all calendar events of a case share. */
export type Series = {
  readonly id: string;
  readonly sequence: number;
};

/** A window in a calendar. */
export type Dated = Window & { readonly closesAt: Date };

export const seriesOf = (events: readonly CaseEvent[]): Series => {
  const first = events.toSorted(bySight)[0];
  return { id: first?.id ?? "none", sequence: events.length };
};

/** The same for ever, for this task of this case. */
export const uidOf = (series: Series, task: Task): string => `${series.id}.${task}@landfall`;

export const isDated = (window: Window): window is Dated => window.closesAt !== null;

/**
 * Windows that were open when the last mail of the case went out and have been settled since, before their time:
 * what a calendar still shows of them has to go. Once their time has passed it rings no more, and may stay.
 */
export const settledSince = (
  events: readonly CaseEvent[],
  told: Settled,
  timeZone: string,
  now: Date,
): readonly Dated[] => {
  const last = Math.max(...[...told.values()].map((dueAt) => dueAt.getTime()));
  const known = events.filter(({ seenAt }) => seenAt.getTime() <= last);
  if (known.length === events.length || known.length === 0) return [];
  const open = new Map(
    windowsOf(known, timeZone, now)
      .filter(({ state }) => state === "open")
      .map((window) => [window.task, window]),
  );
  return windowsOf(events, timeZone, now).flatMap(({ task, state, endedBy }) => {
    const before = open.get(task);
    return before !== undefined && isDated(before) && state !== "open" && endedBy !== "time" ? [before] : [];
  });
};
