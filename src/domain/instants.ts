/** Instants as people and scripts read them. */

import { TZDate, tz } from "@date-fns/tz";
import { formatISO } from "date-fns/formatISO";
import { isValid } from "date-fns/isValid";
import { parseISO } from "date-fns/parseISO";

/** ISO 8601 with the offset of the zone at that instant, to the second: 2026-11-23T10:00:00-05:00. */
export const toIso = (instant: Date, timeZone: string): string =>
  formatISO(new TZDate(instant.getTime(), timeZone)).replace(/Z$/, "+00:00");

export const toIsoOrNull = (instant: Date | null, timeZone: string): string | null =>
  instant === null ? null : toIso(instant, timeZone);

/** ISO 8601 with an offset, or the wall clock of the zone: 2026-11-23T10:00, 2026-11-23. Null if it is neither. */
export const fromIso = (text: string, timeZone: string): Date | null => {
  if (!/^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(text)) return null;
  const instant = parseISO(text, { in: tz(timeZone) });
  return isValid(instant) ? new Date(instant.getTime()) : null;
};
