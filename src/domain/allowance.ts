/**
 * How many e-mails one person gets in a day of their own zone (MAILS_PER_DAY). Above it, what can wait waits for the
 * next day; what closes within a day never waits, and reminders of windows go before notes.
 */

import { TZDate } from "@date-fns/tz/date";
import { addDays } from "date-fns/addDays";
import { startOfDay } from "date-fns/startOfDay";
import { dayMs } from "./instants.ts";
import type { Counted, NoteTopic } from "./notes.ts";

/** `spent`: the mails of this day; `waiting`: reminders of windows that are due and not yet sent. */
export type Day = { readonly spent: readonly Counted[]; readonly waiting: number };

const digests: readonly NoteTopic[] = ["unknown", "suspicious"];
/** They come at most once a day, or a few times an outage. */
const free: readonly NoteTopic[] = ["held", "outage"];

const isFree = ({ notes, tellsOfWindows }: Counted): boolean =>
  !tellsOfWindows && notes.every(({ topic }) => free.includes(topic));

const isDigest = ({ notes, tellsOfWindows }: Counted): boolean =>
  !tellsOfWindows && notes.every(({ topic }) => digests.includes(topic) || free.includes(topic));

/** The mails that count: of digests the first one of the day does not. */
export const countOf = (spent: readonly Counted[]): number => {
  const counted = spent.filter((mail) => !isFree(mail));
  const digestsToday = counted.filter(isDigest).length;
  return counted.length - Math.min(digestsToday, 1);
};

/** True if this mail may go out today. `closesAt`: the first end of what it tells of; null where there is none. */
export const mayGo = (
  mail: Counted & { readonly closesAt: Date | null },
  day: Day,
  cap: number,
  now: Date,
): boolean => {
  if (isFree(mail) || (mail.closesAt !== null && mail.closesAt.getTime() - now.getTime() <= dayMs))
    return true;
  if (isDigest(mail) && !day.spent.some((other) => isDigest(other) && !isFree(other))) return true;
  const reserved = mail.tellsOfWindows ? 0 : day.waiting;
  return countOf(day.spent) + reserved < cap;
};

export const dayBegan = (now: Date, timeZone: string): Date =>
  new Date(startOfDay(new TZDate(now.getTime(), timeZone)).getTime());

export const nextDay = (now: Date, timeZone: string): Date =>
  new Date(addDays(startOfDay(new TZDate(now.getTime(), timeZone)), 1).getTime());

/** "2026-11-25". */
export const dateOf = (now: Date, timeZone: string): string =>
  new TZDate(now.getTime(), timeZone).toISOString().slice(0, 10);
