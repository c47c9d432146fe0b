import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { fold } from "../../src/domain/fold.ts";
import { foldText } from "../../src/domain/sentences.ts";

const pieces = [
  "a",
  "E-CoPR",
  "CRP-e",
  " ",
  "\t",
  "\u00A0",
  "\n",
  "\n\n",
  "\r",
  "é",
  "e\u0301",
  "\u0301",
  "Ã©",
  "–",
  "’",
  "Σ",
  "İ",
  ".",
];

test("a text folded paragraph by paragraph is the text folded whole", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      expect(foldText(parts.join(""))).toBe(fold(parts.join("")));
    }),
    { numRuns: 2_000 },
  );
});
