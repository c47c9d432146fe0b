/**
 * A case as a calendar sees it: one event for each window with a known end (RFC 5545, RFC 5546).
 *
 * A window that moves stays the same event (UID) in a newer state (SEQUENCE). The UID follows from the first event of
 * the case that was ever seen; the SEQUENCE from the clock, since a corrected letter, or another time zone, moves a
 * window without a new event.
 */

import type { CaseEvent } from "./events.ts";
import { bySight } from "./instants.ts";
import type { Task } from "./letter.ts";
import { windowsOf, type Window } from "./windows.ts";

/** What all calendar events of a case share. */
export type Series = {
  readonly id: string;
  readonly sequence: number;
};

/** A window in a calendar. */
export type Dated = Window & { readonly closesAt: Date };

export const seriesOf = (events: readonly CaseEvent[], now: Date): Series => {
  const first = events.toSorted(bySight)[0];
  return { id: first?.id ?? "none", sequence: Math.floor((now.getTime() - beginning) / 1_000) };
};

/** Seconds from here on stay below 2^31 for 68 years. */
const beginning = Date.UTC(2026, 0, 1);

/** The same for ever, for this task of this case. */
export const uidOf = (series: Series, task: Task): string => `${series.id}.${task}@landfall`;

export const isDated = (window: Window): window is Dated => window.closesAt !== null;

/**
 * Windows that were open when the last mail of the case went out and have been settled since, before their time:
 * what a calendar still shows of them has to go. Once their time has passed it rings no more, and may stay.
 */
export const settledSince = (
  events: readonly CaseEvent[],
  toldAt: Date | null,
  timeZone: string,
  now: Date,
): readonly Dated[] => {
  const known = events.filter(({ seenAt }) => toldAt !== null && seenAt <= toldAt);
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
