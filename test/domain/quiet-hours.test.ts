import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { afterQuiet, beforeQuiet, type QuietHours } from "../../src/domain/quiet-hours.ts";
import { hours } from "../helpers/world.ts";

const zone = "America/Toronto";
const night: QuietHours = { from: 21 * 60, to: 8 * 60 };
const at = (text: string): Date => new Date(text);

describe("quiet hours from 21:00 to 08:00", () => {
  test("move what falls into the night to its evening, or to its morning", () => {
    const late = at("2026-11-09T23:30:00-05:00");
    const early = at("2026-11-10T03:10:00-05:00");
    for (const instant of [late, early]) {
      expect(beforeQuiet(instant, night, zone)).toEqual(at("2026-11-09T21:00:00-05:00"));
      expect(afterQuiet(instant, night, zone)).toEqual(at("2026-11-10T08:00:00-05:00"));
    }
  });

  test("leave the day alone, from the morning's first minute on", () => {
    for (const text of [
      "2026-11-09T08:00:00-05:00",
      "2026-11-09T14:00:00-05:00",
      "2026-11-09T20:59:59-05:00",
    ]) {
      expect(beforeQuiet(at(text), night, zone)).toEqual(at(text));
      expect(afterQuiet(at(text), night, zone)).toEqual(at(text));
    }
  });

  test("follow the wall clock through both changes of the clocks", () => {
    const spring = at("2027-03-14T05:00:00-04:00");
    expect(beforeQuiet(spring, night, zone)).toEqual(at("2027-03-13T21:00:00-05:00"));
    expect(afterQuiet(spring, night, zone)).toEqual(at("2027-03-14T08:00:00-04:00"));
    const autumn = at("2026-11-01T01:30:00-04:00");
    expect(beforeQuiet(autumn, night, zone)).toEqual(at("2026-10-31T21:00:00-04:00"));
    expect(afterQuiet(autumn, night, zone)).toEqual(at("2026-11-01T08:00:00-05:00"));
  });
});

test("quiet hours within one day move to their own two ends", () => {
  const noon: QuietHours = { from: 12 * 60, to: 13 * 60 + 30 };
  const instant = at("2026-11-09T12:45:00-05:00");
  expect(beforeQuiet(instant, noon, zone)).toEqual(at("2026-11-09T12:00:00-05:00"));
  expect(afterQuiet(instant, noon, zone)).toEqual(at("2026-11-09T13:30:00-05:00"));
});

test("without quiet hours nothing moves", () => {
  const instant = at("2026-11-10T03:10:00-05:00");
  expect(beforeQuiet(instant, null, zone)).toEqual(instant);
  expect(afterQuiet(instant, null, zone)).toEqual(instant);
});

test("nothing that warns moves later, nothing that is over moves earlier, and neither by more than a day", () => {
  const anyInstant = fc.date({
    min: at("2024-01-01T00:00:00Z"),
    max: at("2029-01-01T00:00:00Z"),
    noInvalidDate: true,
  });
  const anyQuiet = fc.record({ from: fc.nat(1439), to: fc.nat(1439) }).filter(({ from, to }) => from !== to);
  const anyZone = fc.constantFrom(
    "America/St_Johns",
    zone,
    "Asia/Kolkata",
    "Europe/Paris",
    "Pacific/Auckland",
    "UTC",
  );
  fc.assert(
    fc.property(anyInstant, anyQuiet, anyZone, (instant, quiet, timeZone) => {
      const earlier = instant.getTime() - beforeQuiet(instant, quiet, timeZone).getTime();
      const later = afterQuiet(instant, quiet, timeZone).getTime() - instant.getTime();
      for (const moved of [earlier, later]) {
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBeLessThanOrEqual(hours(25));
      }
    }),
  );
});
