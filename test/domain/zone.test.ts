import { expect, test } from "@jest/globals";
import { TZDate } from "@date-fns/tz/date";
import { addDays } from "date-fns/addDays";
import fc from "fast-check";
import { addWallDays, fromWall, toWall } from "../../src/domain/zone.ts";
import { days, hours } from "../helpers/world.ts";
import { zones } from "../helpers/zones.ts";

const at = (text: string): number => Date.parse(text);
const anyInstant = fc.integer({ min: at("2024-01-01T00:00:00Z"), max: at("2030-01-01T00:00:00Z") });
const anyZone = fc.constantFrom(...zones);

test("a clock reading leads back to the instant it was taken at, or to the first that shows the same", () => {
  fc.assert(
    fc.property(anyInstant, anyZone, (instant, zone) => {
      const back = fromWall(toWall(instant, zone), zone);
      expect([instant, instant - hours(1)]).toContain(back);
    }),
  );
});

test("so many days later the clock shows the same, as date-fns counts them", () => {
  fc.assert(
    fc.property(anyInstant, fc.integer({ min: -60, max: 60 }), anyZone, (instant, count, zone) => {
      const ours = addWallDays(instant, count, zone);
      const theirs = addDays(new TZDate(instant, zone), count).getTime();
      // Where a clock shows an hour twice, or skips one, either of two answers will do.
      expect([0, hours(1)]).toContain(Math.abs(ours - theirs));
      if (ours !== theirs) expect(zone).toMatch(/^America|Europe/);
    }),
  );
});

test("a skipped hour is read as if the clock had not been changed, an hour shown twice as the first", () => {
  const skipped = at("2027-03-14T02:30:00Z");
  expect(new Date(fromWall(skipped, "America/Toronto"))).toEqual(new Date("2027-03-14T07:30:00Z"));
  const twice = at("2026-11-01T01:30:00Z");
  expect(new Date(fromWall(twice, "America/Toronto"))).toEqual(new Date("2026-11-01T05:30:00Z"));
});

test("from leap day on days are counted as anywhere else", () => {
  const leap = at("2028-02-29T15:00:00Z");
  expect(addWallDays(leap, 7, "America/Toronto")).toBe(leap + days(7));
  expect(addWallDays(at("2028-02-22T15:00:00Z"), 7, "America/Toronto")).toBe(leap);
});
