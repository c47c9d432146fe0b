import { expect, test } from "@jest/globals";
import { clockProblem } from "../../src/domain/clock.ts";
import { after, days, hours, minutes, monday } from "../helpers/world.ts";

test("old mail says nothing of a clock", () => {
  expect(clockProblem({ internalDate: after(-days(90)), received: after(-days(90)) }, monday)).toBeNull();
  expect(clockProblem({ internalDate: null, received: null }, monday)).toBeNull();
});

test("mail that came later than now shows that the clock is slow", () => {
  expect(clockProblem({ internalDate: after(hours(3)), received: null }, monday)).toMatch(
    /slow, by 3 hours or more/,
  );
  expect(clockProblem({ internalDate: after(minutes(4)), received: after(minutes(4)) }, monday)).toBeNull();
});

test("mail that was moved here carries two times", () => {
  const moved = { internalDate: after(-hours(1)), received: after(-days(40)) };
  expect(clockProblem(moved, monday)).toMatch(/39 days 23 hours apart/);
});
