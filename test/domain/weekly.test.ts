import { describe, expect, test } from "@jest/globals";
import type { ToldNote } from "../../src/domain/notes.ts";
import { weeklyNotes } from "../../src/domain/weekly.ts";
import { after, days, hours, monday } from "../helpers/world.ts";

const mondayAtEight = { weekday: 1, minutes: 8 * 60 };
const longAgo = after(-days(100));
const hoursOf = (timeZone: string, quiet = false) => ({
  timeZone,
  quietHours: quiet ? { from: 21 * 60, to: 8 * 60 } : null,
});
const next = (now: Date, timeZone = "America/Toronto", told: readonly ToldNote[] = [], openSince = longAgo) =>
  weeklyNotes({ time: mondayAtEight, openSince }, told, hoursOf(timeZone), now)[0];

test("comes on the day and at the time that the person named", () => {
  expect(next(after(days(1)))).toMatchObject({
    key: "weekly-2026-11-16",
    dueAt: new Date("2026-11-16T13:00:00Z"),
  });
});

test("one that was missed is told late on the same day, and left out a day later", () => {
  const late = after(hours(5));
  expect(next(late)?.key).toBe("weekly-2026-11-09");
  expect(next(late, "America/Toronto", [{ key: "weekly-2026-11-09", topic: "weekly", at: late }])?.key).toBe(
    "weekly-2026-11-16",
  );
  expect(next(after(days(1) + hours(5)))?.key).toBe("weekly-2026-11-16");
});

test("none tells of a week in which there was no case yet", () => {
  expect(next(after(hours(5)), "America/Toronto", [], after(hours(4)))?.key).toBe("weekly-2026-11-16");
});

test("a time at night waits for the morning", () => {
  const night = { weekday: 1, minutes: 22 * 60 };
  const [note] = weeklyNotes(
    { time: night, openSince: longAgo },
    [],
    hoursOf("America/Toronto", true),
    after(days(2)),
  );
  expect(note).toMatchObject({ key: "weekly-2026-11-16", dueAt: new Date("2026-11-17T13:00:00Z") });
});

describe.each(["America/Toronto", "America/St_Johns", "Europe/Paris", "Asia/Shanghai", "Asia/Kolkata"])(
  "over a year in %s",
  (timeZone) => {
    test("there is exactly one a week, at the same time on the wall, clock changes or not", () => {
      const told: ToldNote[] = [];
      const walls = new Set<string>();
      for (let now = monday; now < after(days(372)); now = after(hours(3), now)) {
        const note = next(now, timeZone, told);
        if (note === undefined || note.dueAt > now) continue;
        told.push({ key: note.key, topic: "weekly", at: now });
        walls.add(
          note.dueAt.toLocaleString("en-GB", {
            timeZone,
            weekday: "short",
            hour: "2-digit",
            minute: "2-digit",
          }),
        );
      }
      expect(told).toHaveLength(54);
      expect(new Set(told.map(({ key }) => key)).size).toBe(54);
      expect(walls).toEqual(new Set(["Mon 08:00"]));
    });
  },
);
