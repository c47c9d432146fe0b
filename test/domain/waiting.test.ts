import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CaseEvent } from "../../src/domain/events.ts";
import { byTime } from "../../src/domain/instants.ts";
import type { Note, ToldNote } from "../../src/domain/notes.ts";
import { waitingNotes, waitsOf } from "../../src/domain/waiting.ts";
import { after, days, event, hours, monday, toronto } from "../helpers/world.ts";

const quiet = { ...toronto, quietHours: { from: 21 * 60, to: 8 * 60 } };
const plan = (events: readonly CaseEvent[], now: Date, told: readonly ToldNote[] = []): readonly Note[] =>
  waitingNotes(waitsOf("case-1", events, quiet.timeZone, now), told, quiet, now);
const steps = (notes: readonly Note[]): readonly string[] =>
  notes.map(({ key }) => key.slice(key.lastIndexOf(".") + 1));
const told = (notes: readonly Note[], at: Date): readonly ToldNote[] =>
  notes.map(({ key, topic }) => ({ key, topic, at }));

const invited = event("invited", after(-days(2)));
const answered = event("answered", monday);
const portal2 = event("credentialed", after(days(3)));
const photo = event("done:photo", after(days(4)));
const ecopr = event("confirmed", after(days(20)));

test("after the answer Portal 2 is waited for, 14 and 31 days", () => {
  const notes = plan([invited, answered], after(days(1)));
  expect(steps(notes)).toEqual(["portal2-14d", "portal2-31d"]);
  expect(notes[0]?.dueAt).toEqual(after(days(14)));
});

test("before the answer, and after a bounce, nothing is waited for", () => {
  expect(plan([invited], after(days(40)))).toEqual([]);
  expect(plan([invited, answered, event("reply_bounced", after(hours(1)))], after(days(40)))).toEqual([]);
});

test("Portal 2 ends that waiting, and the photo begins the next", () => {
  expect(plan([invited, answered, portal2], after(days(40)))).toEqual([]);
  const notes = plan([invited, answered, portal2, photo], after(days(40)));
  expect(steps(notes)).toEqual(["ecopr-90d"]);
  expect(notes[0]?.wantedAt).toEqual(after(days(94)));
});

test("a photo that was returned is waited for again only once it is done again", () => {
  const returned = event("photo_returned", after(days(9)));
  expect(plan([portal2, photo, returned], after(days(10)))).toEqual([]);
  const again = event("done:photo", after(days(11)));
  expect(plan([portal2, photo, returned, again], after(days(12)))[0]?.wantedAt).toEqual(after(days(101)));
});

test("after the eCoPR the card is waited for, until it came", () => {
  expect(steps(plan([portal2, photo, ecopr], after(days(21))))).toEqual([
    "card-60d",
    "card-120d",
    "card-180d",
  ]);
  expect(plan([ecopr, event("done:card", after(days(30)))], after(days(100)))).toEqual([]);
  expect(plan([ecopr, event("card_received", after(days(30)))], after(days(100)))).toEqual([]);
});

test("an eCoPR letter that comes twice does not begin the waiting anew", () => {
  const again = event("confirmed", after(days(25)));
  expect(plan([ecopr, again], after(days(26)))[0]?.wantedAt).toEqual(after(days(80)));
});

test("what passed while Landfall was off is told at the latest step alone", () => {
  expect(steps(plan([ecopr], after(days(20 + 130))))).toEqual(["card-120d", "card-180d"]);
  expect(steps(plan([ecopr], after(days(20 + 400))))).toEqual(["card-180d"]);
});

test("a note that falls due at night waits for the morning", () => {
  const late = event("answered", new Date("2026-11-10T04:30:00Z"));
  expect(plan([late], after(days(1)))[0]?.dueAt).toEqual(new Date("2026-11-24T13:00:00Z"));
});

describe("whatever happens, in whatever order it is learnt", () => {
  const milestones = [
    "invited",
    "answered",
    "credentialed",
    "done:photo",
    "confirmed",
    "done:card",
    "undone:card",
  ] as const;
  const story = fc.array(
    fc.record({ milestone: fc.constantFrom(...milestones), day: fc.integer({ min: 0, max: 200 }) }),
    { maxLength: 8 },
  );

  test("no step is told twice, and none after a later one", () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 1, max: 40 }), (parts, pause) => {
        const events = parts.map(({ milestone, day }, index) => event(milestone, after(days(day) + index)));
        let known: readonly ToldNote[] = [];
        for (let day = 0; day < 420; day += pause) {
          const now = after(days(day));
          const seen = events.filter(({ at }) => at <= now);
          const due = plan(seen, now, known).filter(({ dueAt }) => dueAt <= now);
          expect(due.length).toBeLessThanOrEqual(1);
          known = [...known, ...told(due, now)];
        }
        expect(new Set(known.map(({ key }) => key)).size).toBe(known.length);
        const inOrder = Map.groupBy(known, ({ key }) => key.slice(0, key.lastIndexOf("-")));
        for (const group of inOrder.values()) {
          const lengths = group
            .toSorted((a, b) => byTime(a.at, b.at))
            .map(({ key }) => Number(/(\d+)d$/.exec(key)?.[1]));
          expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });
});
