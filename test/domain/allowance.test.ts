import { expect, test } from "@jest/globals";
import { countOf, mayGo } from "../../src/domain/allowance.ts";
import type { Counted, NoteTopic } from "../../src/domain/notes.ts";
import { after, days, hours, monday } from "../helpers/world.ts";

const reminder: Counted = { notes: [], tellsOfWindows: true };
const note = (...topics: readonly NoteTopic[]): Counted => ({
  notes: topics.map((topic) => ({ key: topic, topic, caseId: null, wantedAt: monday, dueAt: monday })),
  tellsOfWindows: false,
});
const far = { closesAt: after(days(3)) };
const full = { spent: [reminder, reminder, reminder], waiting: 0 };
const room = { spent: [reminder], waiting: 0 };

test("above the most of a day a reminder waits, but not one that closes within a day", () => {
  expect(mayGo({ ...reminder, ...far }, room, 3, monday)).toBe(true);
  expect(mayGo({ ...reminder, ...far }, full, 3, monday)).toBe(false);
  expect(mayGo({ ...reminder, closesAt: after(days(1)) }, full, 3, monday)).toBe(true);
  expect(mayGo({ ...reminder, closesAt: after(hours(2)) }, full, 3, monday)).toBe(true);
});

test("one digest a day is outside of it, a second one is not", () => {
  const first = { ...note("suspicious"), closesAt: null };
  const second = { ...note("unknown"), closesAt: null };
  expect(mayGo(first, full, 3, monday)).toBe(true);
  expect(mayGo(second, { ...full, spent: [...full.spent, first] }, 3, monday)).toBe(false);
  expect(mayGo(second, { ...room, spent: [...room.spent, first] }, 3, monday)).toBe(true);
  expect(countOf([reminder, first])).toBe(1);
  expect(countOf([reminder, first, second])).toBe(2);
});

test("the summary of what waits, and of a mailbox that cannot be looked at, always goes", () => {
  expect(mayGo({ ...note("held"), closesAt: null }, full, 3, monday)).toBe(true);
  expect(mayGo({ ...note("outage"), closesAt: null }, full, 3, monday)).toBe(true);
  expect(countOf([note("held"), note("outage")])).toBe(0);
});

test("reminders of windows go before notes", () => {
  const waiting = { ...note("waiting"), closesAt: null };
  expect(mayGo(waiting, room, 3, monday)).toBe(true);
  expect(mayGo(waiting, { ...room, waiting: 2 }, 3, monday)).toBe(false);
});
