import { expect, test } from "@jest/globals";
import { seriesOf, settledSince, uidOf } from "../../src/domain/calendar.ts";
import { after, days, event, monday } from "../helpers/world.ts";

const portal2 = event("credentialed", monday);
const zone = "America/Toronto";

test("an event keeps its name however the case goes on, and its number grows with time", () => {
  const later = [event("done:photo", after(days(1))), portal2];
  const [one, two] = [seriesOf([portal2], monday), seriesOf(later, after(days(1)))];
  expect([one.id, two.id]).toEqual([portal2.id, portal2.id]);
  expect(two.sequence).toBeGreaterThan(one.sequence);
  expect(uidOf(two, "photo")).toBe(`${portal2.id}.photo@landfall`);
  expect(seriesOf([], monday).id).toBe("none");
});

test("an older letter that is found later changes no name", () => {
  const older = { ...event("invited", after(-days(30))), seenAt: after(days(2)) };
  expect(seriesOf([older, portal2], after(days(2))).id).toBe(portal2.id);
});

test("what was settled since the last mail, before its time, has to go from the calendar", () => {
  const events = [portal2, event("done:photo", after(days(1)))];
  const gone = settledSince(events, monday, zone, after(days(2)));
  expect(gone.map(({ task, closesAt }) => [task, closesAt])).toEqual([["photo", after(days(7))]]);
});

test("the eCoPR settles all that was open", () => {
  const events = [portal2, event("confirmed", after(days(2)))];
  const gone = settledSince(events, monday, zone, after(days(2)));
  expect(gone.map(({ task }) => task)).toEqual(["password", "presence", "address", "photo"]);
});

test("what was told already, what time ended, and a case that was never told of leave the calendar as it is", () => {
  const done = [portal2, event("done:photo", after(days(1)))];
  expect(settledSince(done, after(days(3)), zone, after(days(4)))).toEqual([]);
  expect(settledSince(done, monday, zone, after(days(8)))).toEqual([]);
  expect(settledSince([portal2], monday, zone, after(days(8)))).toEqual([]);
  expect(settledSince(done, null, zone, after(days(2)))).toEqual([]);
});
