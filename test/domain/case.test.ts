import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { stageOf } from "../../src/domain/case.ts";
import type { CaseEvent } from "../../src/domain/events.ts";
import { stages, type Milestone } from "../../src/domain/milestones.ts";
import { windowsOf } from "../../src/domain/windows.ts";
import { after, days, event, monday } from "../helpers/world.ts";

const zone = "America/Toronto";
const now = after(days(400));
const stage = (events: readonly CaseEvent[], at: Date = now) => stageOf(events, windowsOf(events, zone, at));

const milestones: readonly Milestone[] = [
  "invited",
  "answered",
  "credentialed",
  "photo_returned",
  "confirmed",
  "card_received",
  "done:photo",
  "undone:photo",
  "done:presence",
  "done:address",
];
const anyEvent = fc
  .record({
    milestone: fc.constantFrom(...milestones),
    day: fc.integer({ min: 0, max: 60 }),
    lag: fc.integer({ min: 0, max: 5 }),
    trust: fc.constantFrom("verified" as const, "unverified" as const),
    forwarded: fc.boolean(),
  })
  .map(({ milestone, day, lag, trust, forwarded }) =>
    event(milestone, after(days(day)), {
      seenAt: after(days(day + lag)),
      trust: milestone.includes(":") ? "verified" : trust,
      forwarded,
      id: `${day}.${lag}.${milestone}.${trust}.${forwarded}`,
    }),
  );
const anyEvents = fc.array(anyEvent, { maxLength: 12 });
const seen = (events: readonly CaseEvent[], at: Date) => [stage(events, at), windowsOf(events, zone, at)];

test("the order in which letters come in does not matter", () => {
  const shuffled = anyEvents.chain((events) =>
    fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
  );
  fc.assert(
    fc.property(shuffled, fc.integer({ min: 0, max: 80 }), ([events, other], day) => {
      expect(seen(other, after(days(day)))).toEqual(seen(events, after(days(day))));
    }),
  );
});

test("a letter that comes twice counts once", () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      expect(seen([...events, ...events], now)).toEqual(seen(events, now));
    }),
  );
});

test("a late letter never moves a case back", () => {
  const letters = anyEvents.map((events) => events.filter(({ source }) => source !== "person"));
  const late = anyEvent.filter(({ milestone }) => !milestone.startsWith("undone"));
  fc.assert(
    fc.property(letters, late, (events, letter) => {
      const before = stages.indexOf(stage(events));
      expect(stages.indexOf(stage([...events, letter]))).toBeGreaterThanOrEqual(before);
    }),
  );
});

test("a case goes through its stages as its letters come", () => {
  const story: readonly CaseEvent[] = [
    event("invited", monday),
    event("answered", after(days(1))),
    event("credentialed", after(days(10))),
    event("done:presence", after(days(11))),
    event("done:address", after(days(11))),
    event("done:photo", after(days(12))),
    event("confirmed", after(days(20))),
    event("done:card", after(days(60))),
  ];
  const told = story.map((_, index) => stage(story.slice(0, index + 1)));
  expect(stage([])).toBe("waiting");
  expect(told).toEqual([
    "invited",
    "answered",
    "in_portal",
    "in_portal",
    "in_portal",
    "in_review",
    "confirmed",
    "complete",
  ]);
});

test("an answer that came back was no answer", () => {
  const events = [event("invited", monday), event("answered", after(days(1)))];
  expect(stage([...events, event("reply_bounced", after(days(1) + 60_000))])).toBe("invited");
});

test("a person's word that the card did not come takes the case back to the eCoPR", () => {
  const events = [event("confirmed", monday), event("done:card", after(days(9)))];
  expect(stage([...events, event("undone:card", after(days(10)))])).toBe("confirmed");
});
