import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { digestNotes, isOld } from "../../src/domain/digest.ts";
import { groupNotes, notesAlong } from "../../src/domain/note-plan.ts";
import type { NotedLetter, PlannedNote, ToldNote } from "../../src/domain/notes.ts";
import { notedLetter, suspicious } from "../helpers/notes.ts";
import { after, days, hours, minutes, monday, toronto } from "../helpers/world.ts";

const quiet = { ...toronto, quietHours: { from: 21 * 60, to: 8 * 60 } };
const plan = (
  letters: readonly NotedLetter[],
  now: Date,
  told: readonly ToldNote[] = [],
): readonly PlannedNote[] => groupNotes(digestNotes(letters, told, quiet), quiet, now);
const toldBy = (mail: PlannedNote | undefined, at: Date): readonly ToldNote[] =>
  (mail?.notes ?? []).map(({ key, topic }) => ({ key, topic, at }));

test("a letter that nobody recognised is told at once", () => {
  const [mail, ...others] = plan([notedLetter("a", monday)], monday);
  expect(mail).toMatchObject({ id: "a-unknown", caseId: null, dueAt: monday });
  expect(others).toEqual([]);
});

test("letters that fit a kind, and are believed, need no note", () => {
  const known = notedLetter("a", monday, { subkind: "aor" });
  expect(
    plan([known, notedLetter("b", monday, { kind: "portal2", subkind: "credentials" })], monday),
  ).toEqual([]);
});

test("a letter unknown and one that may be false share a mail", () => {
  const mails = plan([notedLetter("a", monday), notedLetter("b", after(minutes(1)), suspicious)], monday);
  expect(mails.map(({ notes }) => notes.map(({ key }) => key))).toEqual([["a-unknown", "b-suspicious"]]);
});

test("what comes later on the same day waits for the next morning, and is told together", () => {
  const first = toldBy(plan([notedLetter("a", monday)], monday)[0], monday);
  const later = [notedLetter("b", after(hours(1))), notedLetter("c", after(hours(5)))];
  const [mail, ...others] = plan(later, after(hours(5)), first);
  expect(mail?.dueAt).toEqual(new Date("2026-11-10T13:00:00Z"));
  expect(mail?.notes).toHaveLength(2);
  expect(others).toEqual([]);
});

test("junk that comes every day leads to one warning a day", () => {
  const junk = Array.from({ length: 40 }, (_none, at) =>
    notedLetter(`j${at}`, after(hours(3 * at)), suspicious),
  );
  let told: readonly ToldNote[] = [];
  const mornings: Date[] = [];
  for (let now = monday; now < after(days(7)); now = after(hours(1), now)) {
    const open = junk.filter(
      ({ id, seenAt }) => seenAt <= now && !told.some(({ key }) => key.startsWith(`${id}-`)),
    );
    const due = plan(open, now, told).find(({ dueAt }) => dueAt <= now);
    if (due === undefined) continue;
    told = [...told, ...toldBy(due, now)];
    mornings.push(now);
  }
  expect(told).toHaveLength(40);
  expect(mornings.map((at) => at.toISOString().slice(0, 10))).toEqual([
    "2026-11-09",
    "2026-11-10",
    "2026-11-11",
    "2026-11-12",
    "2026-11-13",
    "2026-11-14",
  ]);
});

test("letters that were months old when they were found wait for the morning", () => {
  const night = new Date("2026-11-10T04:00:00Z");
  const old = notedLetter("a", night, { receivedAt: after(-days(90)) });
  expect(isOld(old)).toBe(true);
  expect(plan([old], night)[0]?.dueAt).toEqual(new Date("2026-11-10T13:00:00Z"));
  expect(plan([notedLetter("b", night)], night)[0]?.dueAt).toEqual(night);
});

test("they go along with a letter that is told of in that night", () => {
  const night = new Date("2026-11-10T04:00:00Z");
  const pending = digestNotes([notedLetter("a", night, { receivedAt: after(-days(90)) })], [], quiet);
  expect(notesAlong(pending, "case-1", night)).toHaveLength(1);
});

test("a reminder takes along what is wanted within two hours", () => {
  const pending = digestNotes([notedLetter("a", monday), notedLetter("b", after(hours(3)))], [], toronto);
  expect(notesAlong(pending, "case-1", monday).map(({ key }) => key)).toEqual(["a-unknown"]);
});

test("whenever letters come and whenever the mails go out, each letter is told once, and each topic once a day", () => {
  const letter = fc.record({ at: fc.integer({ min: 0, max: 60 * 24 * 8 }), false: fc.boolean() });
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 30 }), fc.integer({ min: 1, max: 240 }), (letters, step) => {
      const all = letters.map((each, index) =>
        notedLetter(`l${index}`, after(minutes(each.at)), each.false ? suspicious : {}),
      );
      let told: readonly ToldNote[] = [];
      for (let now = monday; now < after(days(11)); now = after(minutes(step), now)) {
        const open = all.filter(({ seenAt }) => seenAt <= now);
        const due = plan(open, now, told).find(({ dueAt }) => dueAt <= now);
        told = [...told, ...toldBy(due, now)];
      }
      expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
      expect(told).toHaveLength(all.length);
      const mails = new Set(told.map(({ topic, at }) => `${topic} ${at.toISOString()}`));
      const daysOf = new Set(
        told.map(
          ({ topic, at }) => `${topic} ${at.toLocaleDateString("en-CA", { timeZone: toronto.timeZone })}`,
        ),
      );
      expect(mails.size).toBe(daysOf.size);
    }),
    { numRuns: 30 },
  );
});
