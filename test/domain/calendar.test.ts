import { expect, test } from "@jest/globals";
import { seriesOf, settledSince, uidOf } from "../../src/domain/calendar.ts";
import { after, days, event, monday } from "../helpers/world.ts";

const portal2 = event("credentialed", monday);
const zone = "America/Toronto";
const told = new Map([[`${portal2.id}.photo.opening`, monday]]);

test("an event keeps its name however the case goes on, and its number grows with it", () => {
  const later = [event("done:photo", after(days(1))), portal2];
  expect(seriesOf([portal2])).toEqual({ id: portal2.id, sequence: 1 });
  expect(seriesOf(later)).toEqual({ id: portal2.id, sequence: 2 });
  expect(uidOf(seriesOf(later), "photo")).toBe(`${portal2.id}.photo@landfall`);
  expect(seriesOf([])).toEqual({ id: "none", sequence: 0 });
});

test("an older letter that is found later changes no name", () => {
  const older = { ...event("invited", after(-days(30))), seenAt: after(days(2)) };
  expect(seriesOf([older, portal2]).id).toBe(portal2.id);
});

test("what was settled since the last mail, before its time, has to go from the calendar", () => {
  const events = [portal2, event("done:photo", after(days(1)))];
  const gone = settledSince(events, told, zone, after(days(2)));
  expect(gone.map(({ task, closesAt }) => [task, closesAt])).toEqual([["photo", after(days(7))]]);
});

test("the eCoPR settles all that was open", () => {
  const events = [portal2, event("confirmed", after(days(2)))];
  const gone = settledSince(events, told, zone, after(days(2)));
  expect(gone.map(({ task }) => task)).toEqual(["password", "presence", "address", "photo"]);
});

test("what was told already, what time ended, and a case that was never told of leave the calendar as it is", () => {
  const done = [portal2, event("done:photo", after(days(1)))];
  const toldSince = new Map([...told, ["x.address.rung-4d", after(days(3))] as const]);
  expect(settledSince(done, toldSince, zone, after(days(4)))).toEqual([]);
  expect(settledSince(done, told, zone, after(days(8)))).toEqual([]);
  expect(settledSince([portal2], told, zone, after(days(8)))).toEqual([]);
  expect(settledSince(done, new Map(), zone, after(days(2)))).toEqual([]);
});
