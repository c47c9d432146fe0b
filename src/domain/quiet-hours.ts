/** Quiet hours: the stretch of each night in which nothing is sent that could as well come before or after it. */

import { dayMs, minuteMs } from "./instants.ts";
import { fromWall, toWall } from "./zone.ts";

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

/** When what can wait goes out: when it is due; where that has passed and it is night by now, the next morning. */
export const notAtNight = (dueAt: Date, now: Date, quiet: QuietHours, timeZone: string): Date => {
  if (dueAt >= now) return dueAt;
  const morning = afterQuiet(now, quiet, timeZone);
  return morning > now ? morning : dueAt;
};

type Stretch = { readonly begins: Date; readonly ends: Date };

const stretchAround = (instant: Date, quiet: QuietHours, timeZone: string): Stretch | null => {
  if (quiet === null) return null;
  const wall = toWall(instant.getTime(), timeZone);
  const midnight = Math.floor(wall / dayMs) * dayMs;
  const minute = Math.floor((wall - midnight) / minuteMs);
  if (!isQuiet(minute, quiet)) return null;
  const at = (day: number, minutes: number): Date => new Date(fromWall(day + minutes * minuteMs, timeZone));
  return {
    begins: at(minute < quiet.from ? midnight - dayMs : midnight, quiet.from),
    ends: at(minute < quiet.to ? midnight : midnight + dayMs, quiet.to),
  };
};

const isQuiet = (minute: number, { from, to }: NonNullable<QuietHours>): boolean =>
  from < to ? minute >= from && minute < to : minute >= from || minute < to;
