import { expect, test } from "@jest/globals";
import { phrasebooks } from "../../../src/domain/wording/books.ts";
import { datedMoment, wallClockOf } from "../../../src/domain/wording/moments.ts";

const longMoment = (at: Date, timeZone: string) => phrasebooks.en.moment.long(wallClockOf(at, timeZone));
const shortMoment = (at: Date, timeZone: string) => phrasebooks.en.moment.short(wallClockOf(at, timeZone));

const instant = new Date("2026-11-29T15:42:59.999Z");

test("a moment names weekday, date, time, zone and offset", () => {
  expect(longMoment(instant, "America/Toronto")).toBe(
    "Sunday 29 November 2026, 10:42 (America/Toronto, UTC−5)",
  );
});

test("zones east of Greenwich, with half hours, and on another day are told as they are", () => {
  expect(longMoment(instant, "Asia/Kolkata")).toBe("Sunday 29 November 2026, 21:12 (Asia/Kolkata, UTC+5:30)");
  expect(longMoment(instant, "Pacific/Auckland")).toBe(
    "Monday 30 November 2026, 04:42 (Pacific/Auckland, UTC+13)",
  );
  expect(longMoment(instant, "UTC")).toBe("Sunday 29 November 2026, 15:42 (UTC)");
  expect(longMoment(instant, "Europe/London")).toBe("Sunday 29 November 2026, 15:42 (Europe/London, UTC+0)");
});

test("the hour that comes twice in autumn is told apart by its offset", () => {
  const first = longMoment(new Date("2026-11-01T05:30:00Z"), "America/Toronto");
  const second = longMoment(new Date("2026-11-01T06:30:00Z"), "America/Toronto");
  expect(first).toBe("Sunday 1 November 2026, 01:30 (America/Toronto, UTC−4)");
  expect(second).toBe("Sunday 1 November 2026, 01:30 (America/Toronto, UTC−5)");
});

test("midnight is 00:00 of the day that begins", () => {
  expect(shortMoment(new Date("2026-09-03T04:00:00Z"), "America/Toronto")).toBe("Thu 3 Sep, 00:00");
});

test("an unknown zone is an error", () => {
  expect(() => longMoment(instant, "Mars/Olympus")).toThrow(RangeError);
});

test("in French the clock says 10 h 42, and the first of a month is the 1er", () => {
  const { long, short } = phrasebooks.fr.moment;
  expect(long(wallClockOf(instant, "America/Toronto"))).toBe(
    "dimanche 29 novembre 2026 à 10\u00A0h\u00A042 (America/Toronto, UTC−5)",
  );
  expect(short(wallClockOf(new Date("2026-08-01T13:05:00Z"), "America/Montreal"))).toBe(
    "sam. 1er août à 9\u00A0h\u00A005",
  );
  expect(long(wallClockOf(instant, "UTC"))).toContain("(UTC)");
});

test("in Chinese a moment goes from the year to the minute", () => {
  const { long, short } = phrasebooks.zh.moment;
  const at = wallClockOf(instant, "Asia/Shanghai");
  expect(long(at)).toBe("2026年11月29日（星期日）23:42（Asia/Shanghai，UTC+8）");
  expect(short(at)).toBe("11月29日（周日）23:42");
  expect(long(wallClockOf(instant, "UTC"))).toContain("（UTC）");
});

test("in a terminal the year stands too", () => {
  expect(datedMoment(instant, "America/Toronto")).toBe("Sun 29 Nov 2026, 10:42");
});
