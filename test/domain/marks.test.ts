import { expect, test } from "@jest/globals";
import { marksOf, withMarks } from "../../src/domain/marks.ts";

const text = `Hello,

To confirm your permanent residence, please reply to this
email with your eye colour and height.

Thank you`;

test("the phrases that decided are marked where they stand, over line ends too, and nothing else is changed", () => {
  const marks = marksOf(text, { kind: "portal1", subkind: null });
  const said = marks.map(({ start, end }) => text.slice(start, end));
  expect(said).toContain("reply to this\nemail");
  expect(said).toContain("eye colour");
  expect(withMarks(text, marks)).toContain("»reply to this\nemail«");
  expect(withMarks(text, marks).replaceAll(/[»«]/g, "")).toBe(text);
});

test("in a text without them nothing is marked", () => {
  expect(marksOf("Nothing of the kind.", { kind: "portal1", subkind: null })).toEqual([]);
  expect(marksOf(text, { kind: "not_ircc", subkind: null })).toEqual([]);
});
