import { expect, test } from "@jest/globals";
import { isOutlived } from "../../src/domain/retention.ts";
import { after, days, event, monday } from "../helpers/world.ts";

const keeping = { timeZone: "America/Toronto", retainDays: 100 };
const landed = [event("credentialed", monday), event("confirmed", after(days(20)))];
const complete = [...landed, event("done:card", after(days(60)))];

test("a case is kept for so many days after the card came", () => {
  expect(isOutlived(complete, keeping, after(days(160) - 1))).toBe(false);
  expect(isOutlived(complete, keeping, after(days(160)))).toBe(true);
});

test("where nothing was ever said of the card, it is waited for half a year longer", () => {
  expect(isOutlived(landed, keeping, after(days(299)))).toBe(false);
  expect(isOutlived(landed, keeping, after(days(300)))).toBe(true);
});

test("a word more counts anew, and what has not come to its end is kept for ever", () => {
  expect(isOutlived([...complete, event("undone:card", after(days(150)))], keeping, after(days(300)))).toBe(
    false,
  );
  expect(isOutlived([event("invited", monday)], keeping, after(days(5000)))).toBe(false);
  expect(isOutlived([], keeping, after(days(5000)))).toBe(false);
});
