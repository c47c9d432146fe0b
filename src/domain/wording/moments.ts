/** Instants in the person's zone, as a clock and a calendar on the wall show them: cut to the minute. */

import { datedEnglish } from "./en/dates.ts";

export type WallClock = {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Two digits each, 24 h. */
  readonly hour: string;
  readonly minute: string;
  /** IANA name. */
  readonly timeZone: string;
  /** "UTC−5", "UTC+5:30". */
  readonly offset: string;
};

/** @throws RangeError for an unknown zone. */
export const wallClockOf = (instant: Date, timeZone: string): WallClock => {
  const parts = formatterFor(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((candidate) => candidate.type === type)!.value;
  const [year, month, day] = [Number(part("year")), Number(part("month")), Number(part("day"))];
  return {
    year,
    month,
    day,
    weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(),
    hour: part("hour"),
    minute: part("minute"),
    timeZone,
    offset: part("timeZoneName").replace(/^GMT$/, "GMT+0").replace("GMT", "UTC").replace("-", "−"),
  };
};

/** "Sun 29 Nov 2026, 10:42", for the terminal. */
export const datedMoment = (instant: Date, timeZone: string): string =>
  datedEnglish(wallClockOf(instant, timeZone));

/** Making a formatter takes longer than everything else in a reminder: one is kept for each zone. */
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterFor = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    day: "numeric",
    month: "numeric",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "shortOffset",
  });
  formatters.set(timeZone, made);
  return made;
};
