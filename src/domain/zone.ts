/**
 * The wall clock of a zone, as plain numbers: a plan asks for it a hundred times, and Intl takes long to answer. What
 * it answered for a minute is kept, since the same instants are asked for whenever a case is planned anew.
 */

import { tzOffset } from "@date-fns/tz/tzOffset";
import { dayMs, minuteMs } from "./instants.ts";

/** Milliseconds of local time since 1970-01-01 00:00 on the zone's own clock. */
export const toWall = (instant: number, timeZone: string): number => instant + offsetAt(instant, timeZone);

/** The instant at which the zone's clock shows this: the first one where it does so twice, just after a skipped hour. */
export const fromWall = (wall: number, timeZone: string): number => {
  // A clock is changed once in two days at most: one of these two offsets holds, or the hour is skipped.
  const before = wall - offsetAt(wall - dayMs, timeZone);
  const after = wall - offsetAt(wall + dayMs, timeZone);
  const fitting = [before, after].filter((instant) => toWall(instant, timeZone) === wall);
  return fitting.length === 0 ? before : Math.min(...fitting);
};

/** The same clock reading so many days later (or, below 0, earlier). */
export const addWallDays = (instant: number, days: number, timeZone: string): number =>
  fromWall(toWall(instant, timeZone) + days * dayMs, timeZone);

/** By zone and minute; forgotten when there are many, so that memory stays flat. */
const known = new Map<string, Map<number, number>>();
const mostKnown = 10_000;

const offsetAt = (instant: number, timeZone: string): number => {
  const minute = Math.floor(instant / minuteMs);
  const offsets = known.get(timeZone) ?? new Map<number, number>();
  const found = offsets.get(minute);
  if (found !== undefined) return found;
  const offset = tzOffset(timeZone, new Date(instant)) * minuteMs;
  if (offsets.size >= mostKnown) offsets.clear();
  known.set(timeZone, offsets.set(minute, offset));
  return offset;
};
