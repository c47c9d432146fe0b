/** A time as a person types it. */

import { tz } from "@date-fns/tz";
import { isValid } from "date-fns/isValid";
import { parseISO } from "date-fns/parseISO";

/** ISO 8601 with an offset, or the wall clock of the zone: 2026-11-23T10:00, 2026-11-23. Null if it is neither. */
export const fromIso = (text: string, timeZone: string): Date | null => {
  if (!/^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(text)) return null;
  const instant = parseISO(text, { in: tz(timeZone) });
  return isValid(instant) ? new Date(instant.getTime()) : null;
};
