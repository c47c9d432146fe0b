import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { everyMatch } from "../../src/domain/every-match.ts";

const patterns = [/a/g, /a+b?/gi, /(?<![a-z])(?=a|ba)/gi, /x*/g, /x*/gu, /(?<one>[ab])(?<two>😀)?/gu, /😀/g];
const texts = fc.string({ unit: fc.constantFrom("a", "b", "A", "x", " ", "\n", "é", "😀", "\uD83D") });

test("the matches are those of matchAll, with their places and groups, however often they are asked for", () => {
  fc.assert(
    fc.property(fc.constantFrom(...patterns), texts, (pattern, text) => {
      const expected = [...text.matchAll(pattern)];
      expect(everyMatch(text, pattern)).toEqual(expected);
      expect(everyMatch(text, pattern)).toEqual(expected);
    }),
  );
});

test("a pattern that would match at one place for ever is refused", () => {
  expect(() => everyMatch("a", /a/)).toThrow("not a global pattern");
});
