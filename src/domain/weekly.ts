/** The weekly summary, on a day and at a time of the person's own clock; it also proves that the daemon lives. */

import { TZDate } from "@date-fns/tz/date";
import { addDays } from "date-fns/addDays";
import { dayMs, hourMs } from "./instants.ts";
import type { Note, ToldNote } from "./notes.ts";
import { afterQuiet, type QuietHours } from "./quiet-hours.ts";

/** `weekday`: 0 is Sunday; `minutes` after midnight on the wall clock. */
export type WeeklyTime = { readonly weekday: number; readonly minutes: number };

type Hours = { readonly timeZone: string; readonly quietHours: QuietHours };

/** One that was missed is told late, the next morning at the latest. */
const lateMs = dayMs + hourMs;

/** `openSince`: when Landfall learnt of the first open case. */
export type Weekly = { readonly time: WeeklyTime; readonly openSince: Date };

/** The last one that is still worth telling, else the next one. */
export const weeklyNotes = (
  { time, openSince }: Weekly,
  told: readonly ToldNote[],
  hours: Hours,
  now: Date,
): readonly Note[] => {
  const known = new Set(told.map(({ key }) => key));
  return daysAround(now, hours.timeZone)
    .filter((day) => day.getDay() === time.weekday)
    .map((day) => noteOn(day, time, hours))
    .filter(
      ({ key, wantedAt, dueAt }) =>
        !known.has(key) && wantedAt > openSince && now.getTime() - dueAt.getTime() < lateMs,
    )
    .slice(0, 1);
};

/** From two days ago to a week ahead. */
const daysAround = (now: Date, timeZone: string): readonly TZDate[] =>
  [-2, -1, 0, 1, 2, 3, 4, 5, 6, 7].map((days) => addDays(new TZDate(now.getTime(), timeZone), days));

const noteOn = (day: TZDate, { minutes }: WeeklyTime, { timeZone, quietHours }: Hours): Note => {
  const at = new TZDate(day.getTime(), timeZone);
  at.setHours(Math.floor(minutes / 60), minutes % 60, 0, 0);
  const wantedAt = new Date(at.getTime());
  const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) =>
    String(part).padStart(2, "0"),
  );
  return {
    key: `weekly-${date.join("-")}`,
    topic: "weekly",
    caseId: null,
    wantedAt,
    dueAt: afterQuiet(wantedAt, quietHours, timeZone),
  };
};
