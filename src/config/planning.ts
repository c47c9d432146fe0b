/** When reminders go out: ladders, quiet hours, and the zone by whose clock they count. */

import type { Planning } from "../domain/reminders.ts";
import type { Fields } from "./fields.ts";

const day = 86_400_000;

export function planning(values: Fields, timeZone: string): Planning {
  return {
    timeZone,
    rungs7d: values.RUNGS_7D ?? [4 * day, 2 * day, day, day / 4],
    rungs14d: values.RUNGS_14D ?? [7 * day, 3 * day, day, day / 4],
    rungs30d: values.RUNGS_30D ?? [14 * day, 7 * day, 3 * day, day],
    rungsCopr: values.RUNGS_COPR ?? [60 * day, 30 * day, 14 * day, 7 * day, 3 * day, day],
    quietHours: values.QUIET_HOURS === undefined ? { from: 21 * 60, to: 8 * 60 } : values.QUIET_HOURS,
  };
}

/** UTC where the system names none, or one that nobody knows (`Etc/Unknown`). */
export function systemTimeZone(): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return !zone || zone === "Etc/Unknown" ? "UTC" : zone;
}
