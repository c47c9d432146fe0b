/** Times as people write them on a command line. */

import type { Io } from "../commands/io.ts";
import { refuse } from "./settings.ts";

/** `30m`, `6h`, `2d` in milliseconds. */
export function duration(text: string, io: Io): number {
  const [, amount = "", unit = ""] = /^(\d{1,3})([mhd])$/.exec(text) ?? [];
  const ms = Number(amount) * ({ m: 60_000, h: 3_600_000, d: 86_400_000 }[unit] ?? 0);
  return ms > 0 ? ms : refuse(`"${text}" is no length of time; write 30m, 6h or 2d`, io);
}

/** The last minute of a day that is not over. */
export async function endOfDay(text: string, timeZone: string, io: Io): Promise<Date> {
  const { fromIso } = await import("../domain/wall-clock.ts");
  const instant = /^\d{4}-\d\d-\d\d$/.test(text) ? fromIso(`${text}T23:59`, timeZone) : null;
  if (instant === null) return refuse(`"${text}" is not a day; write it as 2027-03-31`, io);
  if (instant.getTime() <= Date.now()) return refuse(`"${text}" is over; give a day that is to come`, io);
  return instant;
}

/** The year of the first letters about the portal (docs/domain.md [25]). */
const firstYear = 2020;

/** A time that has passed, since there is a portal, given after `flag`. A minute is left for clocks that differ. */
export async function pastTime(
  text: string,
  timeZone: string,
  io: Io,
  flag: "--at" | "--received",
): Promise<Date> {
  const { fromIso } = await import("../domain/wall-clock.ts");
  const instant = fromIso(text, timeZone);
  if (instant === null)
    return refuse(`${flag} "${text}" is not a time; write 2026-11-23T10:00 or 2026-11-23T10:00:00-05:00`, io);
  if (instant.getTime() > Date.now() + 60_000)
    return refuse(`${flag} "${text}" is in the future; ${future[flag]}`, io);
  if (instant.getUTCFullYear() < firstYear)
    return refuse(`${flag} "${text}" is before the portal existed, in ${firstYear}; look at the year`, io);
  return instant;
}

const future = { "--at": "say it once it is done", "--received": "give the time at which the letter came" };
