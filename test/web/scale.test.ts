import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { scaleOf } from "../../src/web/scale.ts";
import { after, days } from "../helpers/world.ts";

test("what comes later never stands further to the left, whatever the silences between", () => {
  const offsets = fc.array(fc.integer({ min: 0, max: days(900) }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(offsets, (all) => {
      const instants = all.toSorted((a, b) => a - b).map((offset) => after(offset));
      const places = instants.map((at) => scaleOf(instants, 10, 300).x(at));
      expect(places.every((place) => place >= 10 - 1e-6 && place <= 300 + 1e-6)).toBe(true);
      expect(places.every((place, index) => index === 0 || place >= places[index - 1]!)).toBe(true);
    }),
  );
});

test("a year of silence leaves room for the week that matters", () => {
  const scale = scaleOf([after(0), after(days(365)), after(days(372))], 0, 100);
  expect(100 - scale.x(after(days(365)))).toBeGreaterThan(30);
  expect(scale.silences).toHaveLength(1);
});
