/** Moments and durations in English. */

import type { Amount } from "../../time-left.ts";
import type { WallClock } from "../moments.ts";

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "Sunday 29 November 2026, 10:42 (America/Toronto, UTC−5)". */
export const longEnglish = (at: WallClock): string => {
  const zone = at.timeZone === "UTC" ? at.timeZone : `${at.timeZone}, ${at.offset}`;
  return `${weekdays[at.weekday]} ${at.day} ${months[at.month - 1]} ${at.year}, ${clock(at)} (${zone})`;
};

/** "Sun 29 Nov, 10:42". */
export const shortEnglish = (at: WallClock): string => `${date(at)}, ${clock(at)}`;

/** "Sun 29 Nov 2026, 10:42". */
export const datedEnglish = (at: WallClock): string => `${date(at)} ${at.year}, ${clock(at)}`;

/** "2 days 3 hours". */
export const englishDuration = (amounts: readonly Amount[]): string =>
  amounts.length === 0
    ? "less than a minute"
    : amounts.map(({ count, unit }) => `${count} ${unit}${count === 1 ? "" : "s"}`).join(" ");

const date = ({ weekday, day, month }: WallClock): string =>
  `${weekdays[weekday]!.slice(0, 3)} ${day} ${months[month - 1]!.slice(0, 3)}`;

const clock = ({ hour, minute }: WallClock): string => `${hour}:${minute}`;
