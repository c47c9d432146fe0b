/** Instants: plain arithmetic, and ISO 8601 as scripts read it. What follows the calendar is in `windows`. */

import { TZDate } from "@date-fns/tz/date";

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
/** 24 hours, which a day of the calendar need not have. */
export const dayMs = 24 * hourMs;

export const shift = (instant: Date, ms: number): Date => new Date(instant.getTime() + ms);
export const latest = (a: Date, b: Date): Date => (a > b ? a : b);
export const byTime = (a: Date, b: Date): number => a.getTime() - b.getTime();

type Seen = { readonly id: string; readonly seenAt: Date };

/** In the order in which they were first seen; of what came together in an order that is always the same. */
export const bySight = (a: Seen, b: Seen): number => byTime(a.seenAt, b.seenAt) || (a.id < b.id ? -1 : 1);

/** ISO 8601 with the offset of the zone at that instant, to the second: 2026-11-23T10:00:00-05:00. */
export const toIso = (instant: Date, timeZone: string): string =>
  new TZDate(instant.getTime(), timeZone).toISOString().replace(/\.\d+/, "");

export const toIsoOrNull = (instant: Date | null, timeZone: string): string | null =>
  instant === null ? null : toIso(instant, timeZone);
