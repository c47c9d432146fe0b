import { expect, test } from "@jest/globals";
import type { ToldNote } from "../../src/domain/notes.ts";
import { isOverdue, outageNotes, stillAwake, type Looked } from "../../src/domain/outage.ts";
import { after, days, hours, minutes, monday } from "../helpers/world.ts";

const refused: Looked = {
  lastLookAt: monday,
  watchedSince: after(-days(9)),
  problem: "the password was refused",
};
const silent: Looked = { ...refused, problem: null };
const patience = { pollMs: minutes(5), awakeSince: after(-days(1)) };
const due = (
  now: Date,
  looked = refused,
  told: readonly ToldNote[] = [],
  more = patience,
): readonly string[] =>
  outageNotes(looked, told, more, now).map(({ key }) => key.slice(key.lastIndexOf("-") + 1));

test("is told after 6 hours, a day and three days, each once", () => {
  const told: ToldNote[] = [];
  const times: (readonly [string, number])[] = [];
  for (let hour = 0; hour < 24 * 9; hour += 1) {
    const now = after(hours(hour));
    for (const { key, topic } of outageNotes(refused, told, patience, now)) {
      told.push({ key, topic, at: now });
      times.push([key.slice(key.lastIndexOf("-") + 1), hour]);
    }
  }
  expect(times).toEqual([
    ["6h", 6],
    ["24h", 24],
    ["3d", 72],
  ]);
});

test("a look that worked ends it, and the next outage is another one", () => {
  const first = outageNotes(refused, [], patience, after(hours(7)));
  const told = first.map(({ key, topic }) => ({ key, topic, at: after(hours(7)) }));
  const again = { ...refused, lastLookAt: after(hours(8)) };
  expect(due(after(hours(9)), again, told)).toEqual([]);
  expect(due(after(hours(15)), again, told)).toEqual(["6h"]);
});

test("after a restart the latest step alone is told, and only after a try", () => {
  const started = { ...patience, awakeSince: after(days(2)) };
  expect(due(after(days(2) + minutes(1)), refused, [], started)).toEqual([]);
  expect(due(after(days(2) + minutes(15)), refused, [], started)).toEqual(["24h"]);
});

test("a mailbox that was never seen counts from the first try", () => {
  const never = { ...refused, lastLookAt: null, watchedSince: monday };
  expect(due(after(hours(5)), never)).toEqual([]);
  expect(due(after(hours(6)), never)).toEqual(["6h"]);
  expect(due(after(hours(6)), { ...never, watchedSince: null })).toEqual([]);
});

test("whoever looks once a day is not told of six hours without a look, unless it failed", () => {
  const daily = { ...patience, pollMs: days(1), awakeSince: after(-days(5)) };
  expect(due(after(hours(20)), silent, [], daily)).toEqual([]);
  expect(due(after(days(4)), silent, [], daily)).toEqual(["3d"]);
  expect(due(after(hours(20)), refused, [], daily)).toEqual(["6h"]);
});

test("a machine that slept, or whose clock jumped, has to try first", () => {
  const awake = { since: monday, seenAt: after(minutes(10)) };
  expect(stillAwake(awake, after(minutes(11))).since).toEqual(monday);
  expect(stillAwake(awake, after(days(7))).since).toEqual(after(days(7)));
  expect(stillAwake(awake, after(-days(1))).since).toEqual(after(-days(1)));
});

test("a look is overdue after three polls", () => {
  expect(isOverdue(silent, minutes(5), after(minutes(15)))).toBe(false);
  expect(isOverdue(silent, minutes(5), after(minutes(16)))).toBe(true);
  expect(isOverdue({ ...silent, lastLookAt: null, watchedSince: null }, minutes(5), monday)).toBe(true);
});
