import { expect, test } from "@jest/globals";
import fc from "fast-check";
import ICAL from "ical.js";
import { calendarFile } from "../../src/delivery/calendar.ts";

const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
const instants = fc.date({
  min: new Date("2026-01-01T00:00:00Z"),
  max: new Date("2031-01-01T00:00:00Z"),
  noInvalidDate: true,
});
const stamp = { organizer: null, date: new Date("2026-01-01T00:00:00Z") };

const eventAt = (closesAt: Date, timeZone: string) => ({
  name: "photo",
  uid: `${closesAt.getTime()}.${timeZone}@landfall`,
  sequence: 1,
  closesAt,
  timeZone,
  summary: "Closes",
  description: "",
});

/** As a reader that knows no zone but what the file itself says of it. */
const endsIn = (text: string) => {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(text));
  const known = calendar.getAllSubcomponents("vtimezone").map((zone) => new ICAL.Timezone(zone));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const { endDate } = new ICAL.Event(component);
    const zone = known.find(({ tzid }) => tzid === endDate.zone.tzid);
    return zone === undefined
      ? endDate.toJSDate()
      : new Date(endDate.convertToZone(ICAL.Timezone.utcTimezone).toJSDate());
  });
};

test("in every zone of the world a file gives back the instants it was made of, to the second", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(instants, zones), { minLength: 1, maxLength: 4 }), async (drawn) => {
      const events = drawn.map(([closesAt, timeZone]) =>
        eventAt(new Date(Math.floor(closesAt.getTime() / 1000) * 1000), timeZone),
      );
      expect(endsIn(await calendarFile(events, null, stamp))).toEqual(events.map(({ closesAt }) => closesAt));
    }),
    { numRuns: 300 },
  );
});

test.each(["America/St_Johns", "America/Toronto", "Australia/Lord_Howe", "Africa/Casablanca"])(
  "around both changes of the clocks in %s too",
  async (timeZone) => {
    const quarters = Array.from({ length: 2 * 366 * 4 }, (_, at) => at * 6 * 3_600_000);
    const around = quarters.map((after) => new Date(Date.UTC(2026, 0, 1) + after));
    const dense = [
      Date.UTC(2026, 2, 8),
      Date.UTC(2026, 3, 4, 12),
      Date.UTC(2026, 9, 3, 12),
      Date.UTC(2026, 10, 1),
    ].flatMap((day) => Array.from({ length: 24 * 4 }, (_, at) => new Date(day + at * 900_000)));
    const events = [...around, ...dense].map((closesAt) => eventAt(closesAt, timeZone));
    expect(endsIn(await calendarFile(events, null, stamp))).toEqual(events.map(({ closesAt }) => closesAt));
  },
);

test("a zone is told by its changes: offsets before and after, from the reading at which the old clock stopped", async () => {
  const text = await calendarFile(
    [eventAt(new Date("2026-11-29T14:12:00Z"), "America/St_Johns")],
    null,
    stamp,
  );
  expect(text).toContain(
    [
      "BEGIN:STANDARD",
      "DTSTART:20261101T020000",
      "TZOFFSETFROM:-0230",
      "TZOFFSETTO:-0330",
      "END:STANDARD",
    ].join("\r\n"),
  );
  expect(text).toContain("DTEND;TZID=America/St_Johns:20261129T104200");
});
