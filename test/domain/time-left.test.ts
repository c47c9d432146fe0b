import { expect, test } from "@jest/globals";
import { assert, integer, property } from "fast-check";
import { amountsOf, leftByClock } from "../../src/domain/time-left.ts";
import { englishDuration } from "../../src/domain/wording/en/dates.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  [2 * day + 3 * hour, "2 days 3 hours"],
  [2 * day, "2 days"],
  [2 * day - 1, "1 day 23 hours"],
  [5 * hour + 40 * minute, "5 hours 40 minutes"],
  [hour, "1 hour"],
  [12 * minute + 59_999, "12 minutes"],
  [minute, "1 minute"],
  [59_999, "less than a minute"],
  [-5, "less than a minute"],
])("%d ms are told as %s", (ms, words) => {
  expect(englishDuration(amountsOf(ms))).toBe(words);
});

const units: Readonly<Record<string, number>> = { day, hour, minute };

const inMs = (words: string): number =>
  [...words.matchAll(/(\d+) (day|hour|minute)/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (units[unit!] ?? 0),
    0,
  );

test("time left is never overstated, and never understated by an hour", () => {
  assert(
    property(integer({ min: 0, max: 400 * day }), (ms) => {
      const told = inMs(englishDuration(amountsOf(ms)));
      expect(told).toBeLessThanOrEqual(ms);
      expect(ms - told).toBeLessThan(hour);
    }),
  );
});

test("what is told is never more than what the clock leaves to the stated minute, and the last hour is exact", () => {
  const base = Date.UTC(2026, 10, 23);
  assert(
    property(integer({ min: 0, max: day }), integer({ min: 0, max: 30 * day }), (start, length) => {
      const now = new Date(base + start);
      const told = inMs(englishDuration(leftByClock(now, new Date(now.getTime() + length))));
      expect(told).toBeLessThan(length + minute);
      if (length < hour) expect(told).toBeLessThanOrEqual(length);
    }),
  );
});

test("a rung that goes out a second late still says two days", () => {
  const end = new Date("2026-11-29T15:42:09.400Z");
  expect(leftByClock(new Date("2026-11-27T15:42:10.900Z"), end)).toEqual([{ count: 2, unit: "day" }]);
});
