/** What the clocks of a zone did and will do around some instants, as this machine knows it. */

import { TZDate } from "@date-fns/tz/date";
import { tzOffset } from "@date-fns/tz/tzOffset";
import { tzScan, type TZChange } from "@date-fns/tz/tzScan";
import { addDays } from "date-fns/addDays";
import { dayMs, minuteMs } from "./instants.ts";
import { toWall } from "./zone.ts";

export type Span = { readonly start: Date; readonly end: Date };

/** From this instant on, a clock so many minutes before UTC (offset) that showed so many less until then (change). */
export type ClockChange = Readonly<TZChange>;

/** Long enough that a summer and a winter lie in it: some readers of calendars want to see both. */
const yearBefore = 370;

/** In order; the first one stands for whatever was before. */
export const clockChanges = ({ start, end }: Span, timeZone: string): readonly ClockChange[] => {
  const from = new Date(Math.floor(addDays(start, -yearBefore).getTime() / dayMs) * dayMs);
  const first = { date: from, change: 0, offset: tzOffset(timeZone, from) };
  const changes = tzScan(timeZone, { start: from, end: addDays(end, 2) });
  return [first, ...changes.map((found) => ({ ...found, date: firstQuarter(timeZone, found) }))];
};

/** A scan goes by whole hours; the clocks of St. John's change at half past (UTC). */
const firstQuarter = (timeZone: string, { date, offset }: ClockChange): Date =>
  [45, 30, 15]
    .map((minutes) => new Date(date.getTime() - minutes * minuteMs))
    .find((at) => tzOffset(timeZone, at) === offset) ?? date;

/** Whether these changes lead from a zone's clock reading back to this instant, and to no other. */
export const isPlain = (instant: Date, timeZone: string, changes: readonly ClockChange[]): boolean => {
  const meant = instantsOf(toWall(instant.getTime(), timeZone), changes);
  return meant.length === 1 && meant[0] === instant.getTime();
};

const instantsOf = (wall: number, changes: readonly ClockChange[]): readonly number[] =>
  changes.flatMap(({ date, offset }, at) => {
    const instant = wall - offset * minuteMs;
    const next = changes[at + 1]?.date.getTime() ?? Infinity;
    return instant >= date.getTime() && instant < next ? [instant] : [];
  });

/** A date whose local parts are those of the zone. */
export const onClockOf = (timeZone: string, instant: Date): Date => new TZDate(instant, timeZone);
