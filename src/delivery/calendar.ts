/** From words to iCalendar files (RFC 5545). */

import { onClockOf, type Span } from "../domain/clocks.ts";
import type { CalendarEvent, CalendarWords } from "../domain/wording/calendar.ts";
import type { Attachment } from "../flow/ports.ts";
import { zonesAround, type Zones } from "./vtimezone.ts";

/** Whose calendar events they are (RFC 5546 section 3.2.1 wants an organizer), and when this was written. */
export type Stamp = { readonly organizer: string | null; readonly date: Date };

/** An event ends when its window closes. */
const lengthMs = 30 * 60_000;
/** Seconds before the event begins. The e-mails keep to the ladder; a calendar rings twice. */
const alarms = [24 * 3600, 3 * 3600];

/** Loads what making a file needs, which takes longer than making it. */
export const prepareCalendar = async (): Promise<void> => {
  await calendarFile([], null, { organizer: null, date: new Date(0) });
};

/**
 * What a mail carries: one file with all that is open, and one for each event that is to go, since a cancellation
 * may speak of one UID alone (RFC 5546 section 3.2.5). As files, not as an alternative of the text: Outlook would
 * show an invitation in place of the mail.
 */
export const calendarFiles = async (words: CalendarWords, stamp: Stamp): Promise<readonly Attachment[]> => {
  const cancelled = words.cancelled.map(async (event) =>
    attachment(`landfall-${event.name}-settled.ics`, "CANCEL", await calendarFile([event], "CANCEL", stamp)),
  );
  const open = words.events.length === 0 ? [] : [calendarFile(words.events, "PUBLISH", stamp)];
  return [
    ...(await Promise.all(open)).map((text) => attachment("landfall.ics", "PUBLISH", text)),
    ...(await Promise.all(cancelled)),
  ];
};

/**
 * `method` is null for a file to import, which is no message to anybody (RFC 5546 section 1.4).
 * Times stand in the person's zone, whose clocks the file explains; a reading that comes twice in UTC.
 */
export const calendarFile = async (
  events: readonly CalendarEvent[],
  method: "PUBLISH" | "CANCEL" | null,
  stamp: Stamp,
): Promise<string> => {
  const {
    default: ical,
    ICalCalendarMethod,
    ICalEventStatus,
    ICalEventTransparency,
    ICalAlarmType,
  } = await import("ical-generator");
  const zones = zonesAround(spanOf(events));
  const calendar = ical({
    prodId: { company: "Landfall", product: "Landfall" },
    timezone: { name: null, generator: zones.component },
    ...(method === null ? {} : { method: ICalCalendarMethod[method] }),
  });
  for (const event of events) {
    const entry = calendar.createEvent({
      ...whenIn(zones, event),
      id: event.uid,
      sequence: event.sequence,
      stamp: stamp.date,
      summary: event.summary,
      description: event.description,
      ...(stamp.organizer === null ? {} : { organizer: { name: "Landfall", email: stamp.organizer } }),
      status: ICalEventStatus[method === "CANCEL" ? "CANCELLED" : "CONFIRMED"],
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    if (method === "CANCEL") continue;
    for (const trigger of alarms)
      entry.createAlarm({ type: ICalAlarmType.display, trigger, description: event.summary });
  }
  // The last line ends as all others do (RFC 5545 section 3.1).
  return `${calendar.toString().trimEnd()}\r\n`;
};

const spanOf = (events: readonly CalendarEvent[]): Span => {
  const ends = events.map(({ closesAt }) => closesAt.getTime());
  return { start: new Date(Math.min(...ends) - lengthMs), end: new Date(Math.max(...ends)) };
};

const whenIn = (zones: Zones, { closesAt, timeZone }: CalendarEvent) => {
  const [start, end] = [new Date(closesAt.getTime() - lengthMs), closesAt];
  const areTold = zones.isTold(start, timeZone) && zones.isTold(end, timeZone);
  return {
    start: onClockOf(timeZone, start),
    end: onClockOf(timeZone, end),
    timezone: areTold ? timeZone : null,
  };
};

const attachment = (name: string, method: string, text: string): Attachment => ({
  name,
  type: `text/calendar; charset=utf-8; method=${method}`,
  text,
});
