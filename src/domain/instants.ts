/** Instants as people and scripts read them. */

import { TZDate } from "@date-fns/tz";
import { formatISO } from "date-fns/formatISO";

/** ISO 8601 with the offset of the zone at that instant, to the second: 2026-11-23T10:00:00-05:00. */
export const toIso = (instant: Date, timeZone: string): string =>
  formatISO(new TZDate(instant.getTime(), timeZone)).replace(/Z$/, "+00:00");

export const toIsoOrNull = (instant: Date | null, timeZone: string): string | null =>
  instant === null ? null : toIso(instant, timeZone);
