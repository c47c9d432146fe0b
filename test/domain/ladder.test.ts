import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CaseEvent } from "../../src/domain/events.ts";
import { comesAfter, type Planning } from "../../src/domain/ladder.ts";
import type { Notice } from "../../src/domain/plan.ts";
import { planReminders } from "../../src/domain/reminders.ts";
import { windowsOf } from "../../src/domain/windows.ts";
import { after, days, event, hours, minutes, monday, toronto } from "../helpers/world.ts";
import { zones } from "../helpers/zones.ts";

/** Instants around which clocks are changed, leap day among them, and any other. */
const anyStart = fc
  .tuple(
    fc.constantFrom(
      "2026-10-25T12:00:00Z",
      "2027-03-08T12:00:00Z",
      "2027-03-22T12:00:00Z",
      "2028-02-22T12:00:00Z",
      "2026-06-15T12:00:00Z",
    ),
    fc.integer({ min: 0, max: 10 * 24 * 60 }),
  )
  .map(([text, later]) => after(minutes(later), new Date(text)));

const anyQuiet = fc.constantFrom(null, { from: 21 * 60, to: 8 * 60 }, { from: 0, to: 6 * 60 });
const anyZone = fc.constantFrom(...zones);

type Told = { readonly at: Date; readonly notice: Notice; readonly timeZone: string };
type Life = {
  readonly events: readonly CaseEvent[];
  readonly start: Date;
  readonly zoneAt: (now: Date) => string;
  /** When TIME_ZONE is edited. */
  readonly edited: Date;
  readonly quietHours: Planning["quietHours"];
};

/** Lives through a case that nobody acts on; returns everything told, in order. */
const live = ({ events, start, zoneAt, edited, quietHours }: Life): readonly Told[] => {
  const told: Told[] = [];
  let now = start;
  for (let turn = 0; turn < 200; turn += 1) {
    const timeZone = zoneAt(now);
    const settled = new Map(told.map(({ notice }) => [notice.key, notice.dueAt]));
    const planning = { ...toronto, timeZone, quietHours };
    const mails = planReminders({ caseId: "case-1", events, settled }, planning, now);
    const due = mails.filter(({ dueAt }) => dueAt <= now);
    if (due.length > 1) throw new Error("two e-mails at once");
    if (due[0] !== undefined) {
      told.push(...due[0].notices.map((notice) => ({ at: now, notice, timeZone })));
      continue;
    }
    const next = [edited, ...mails.map(({ dueAt }) => dueAt)].filter((instant) => instant > now);
    if (next.length === 0) return told;
    now = new Date(Math.min(...next.map((instant) => instant.getTime())));
  }
  throw new Error("a case that never ends");
};

const anyLife = fc
  .record({
    start: anyStart,
    first: anyZone,
    second: anyZone,
    edit: fc.integer({ min: 1, max: 15 * 24 * 60 }),
    quietHours: anyQuiet,
  })
  .map(({ start, first, second, edit, quietHours }): Life => {
    const edited = after(minutes(edit), start);
    return {
      events: [event("credentialed", start)],
      start,
      edited,
      quietHours,
      zoneAt: (now) => (now < edited ? first : second),
    };
  });

const rungMs = (key: string): number => {
  const [, amount = "", unit = ""] = /rung-(\d+)([dh])$/.exec(key) ?? [];
  return Number(amount) * (unit === "d" ? days(1) : hours(1));
};

describe("a person who changes zone while windows are open", () => {
  test("is told nothing twice, nothing at once with another, everything in order", () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const told = live(life);
        expect(new Set(told.map(({ notice }) => notice.key)).size).toBe(told.length);
        for (const [, ofTask] of Map.groupBy(told, ({ notice }) => notice.task))
          for (const [index, { notice }] of ofTask.entries())
            if (index > 0) expect(comesAfter(notice, ofTask[index - 1]!.notice)).toBe(true);
      }),
    );
  });

  test("is never reminded late, and told of no closing before it happened", () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        for (const { at, notice, timeZone } of live(life)) {
          const window = windowsOf(life.events, timeZone, at).find(({ task }) => task === notice.task)!;
          const closesAt = window.closesAt!.getTime();
          if (notice.step === "closing") expect(closesAt).toBeLessThanOrEqual(at.getTime());
          if (notice.step !== "rung") continue;
          const onTime = closesAt - rungMs(notice.key);
          expect(at.getTime()).toBeLessThanOrEqual(Math.max(onTime, life.edited.getTime()));
        }
      }),
    );
  });

  test("loses neither the last rung nor the closing of any window", () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const keys = new Set(live(life).map(({ notice }) => notice.key.replace(/^[^.]+\./, "")));
        for (const task of ["password", "presence", "address", "photo"])
          expect([keys.has(`${task}.rung-6h`), keys.has(`${task}.closing`)]).toEqual([true, true]);
      }),
    );
  });
});

test("the place of a notice on its ladder is known by its name, whatever its time", () => {
  const due = (name: string, at = monday) => ({ key: `l1.photo.${name}`, dueAt: at });
  const order = ["opening", "rung-30d", "rung-4d", "rung-1d", "rung-6h", "rung-30m", "closing"];
  for (const [index, name] of order.entries())
    for (const [other, earlier] of order.entries())
      expect(comesAfter(due(name), due(earlier))).toBe(index > other);
  expect(comesAfter(due("nudge-7d"), due("nudge-3d", after(days(9))))).toBe(true);
  expect(comesAfter(due("rung-1d", after(days(1))), due("snooze-p1"))).toBe(true);
});
