/** A zone as a calendar file tells it (RFC 5545 section 3.6.5): which instant each of the file's clock readings is. */

import { clockChanges, isPlain, type ClockChange, type Span } from "../domain/clocks.ts";
import { minuteMs } from "../domain/instants.ts";

export type Zones = {
  /** A VTIMEZONE, without a last line end. */
  readonly component: (timeZone: string) => string;
  /**
   * Whether the component gives this instant back from its clock reading: not so in an hour that comes twice, where
   * readers differ (RFC 5545 section 3.3.5 means the first), nor where a scan by months passed over a change.
   */
  readonly isTold: (instant: Date, timeZone: string) => boolean;
};

/** Every zone that is asked for, told for instants within the span. */
export const zonesAround = (span: Span): Zones => {
  const known = new Map<string, readonly ClockChange[]>();
  const changesOf = (timeZone: string): readonly ClockChange[] => {
    const changes = known.get(timeZone) ?? clockChanges(span, timeZone);
    known.set(timeZone, changes);
    return changes;
  };
  return {
    component: (timeZone) => {
      const observances = changesOf(timeZone).flatMap(observance);
      return ["BEGIN:VTIMEZONE", `TZID:${timeZone}`, ...observances, "END:VTIMEZONE"].join("\r\n");
    },
    isTold: (instant, timeZone) => isPlain(instant, timeZone, changesOf(timeZone)),
  };
};

const observance = ({ date, change, offset }: ClockChange): readonly string[] => {
  const name = change > 0 ? "DAYLIGHT" : "STANDARD";
  const before = offset - change;
  return [
    `BEGIN:${name}`,
    // The reading at which the old clock stopped.
    `DTSTART:${reading(date.getTime() + before * minuteMs)}`,
    `TZOFFSETFROM:${signed(before)}`,
    `TZOFFSETTO:${signed(offset)}`,
    `END:${name}`,
  ];
};

const reading = (wall: number): string => new Date(wall).toISOString().slice(0, 19).replaceAll(/[-:]/g, "");

const signed = (minutes: number): string => {
  const sign = minutes < 0 ? "-" : "+";
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${sign}${String(hours).padStart(2, "0")}${String(rest).padStart(2, "0")}`;
};
