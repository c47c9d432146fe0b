/** Quiet hours: the stretch of each night in which nothing is sent that could as well come before or after it. */

import { TZDate } from "@date-fns/tz/date";

/** Minutes after midnight on the person's wall clock; `from` after `to` spans midnight. Null: there are none. */
export type QuietHours = { readonly from: number; readonly to: number } | null;

/** The instant itself, or where it falls into a quiet stretch the beginning of that. Never later. */
export const beforeQuiet = (instant: Date, quiet: QuietHours, timeZone: string): Date => {
  const stretch = stretchAround(instant, quiet, timeZone);
  return stretch === null || stretch.begins > instant ? instant : stretch.begins;
};

/** The instant itself, or where it falls into a quiet stretch the end of that: the next morning. Never earlier. */
export const afterQuiet = (instant: Date, quiet: QuietHours, timeZone: string): Date => {
  const stretch = stretchAround(instant, quiet, timeZone);
  return stretch === null || stretch.ends < instant ? instant : stretch.ends;
};

type Stretch = { readonly begins: Date; readonly ends: Date };

const stretchAround = (instant: Date, quiet: QuietHours, timeZone: string): Stretch | null => {
  if (quiet === null) return null;
  const local = new TZDate(instant.getTime(), timeZone);
  const minute = local.getHours() * 60 + local.getMinutes();
  if (!isQuiet(minute, quiet)) return null;
  // Days are told from today's; the clocks may change in between.
  const wallClock = (days: number, minutes: number): Date => {
    const [year, month, day] = [local.getFullYear(), local.getMonth(), local.getDate() + days];
    const set = new TZDate(year, month, day, Math.floor(minutes / 60), minutes % 60, timeZone);
    return new Date(set.getTime());
  };
  return {
    begins: wallClock(minute < quiet.from ? -1 : 0, quiet.from),
    ends: wallClock(minute < quiet.to ? 0 : 1, quiet.to),
  };
};

const isQuiet = (minute: number, { from, to }: NonNullable<QuietHours>): boolean =>
  from < to ? minute >= from && minute < to : minute >= from || minute < to;
