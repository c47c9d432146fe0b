import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { remembered, rememberedEach, rememberedPieces } from "../../src/domain/remembered.ts";

const counting = () => {
  const asked: string[] = [];
  const read = (text: string) => {
    asked.push(text);
    return text.length;
  };
  return { asked, read };
};

test("what is asked of two texts in turn is read once of each", () => {
  const { asked, read } = counting();
  const ask = remembered(read);
  for (let turn = 0; turn < 3; turn += 1) expect([ask("subject"), ask("text")]).toEqual([7, 4]);
  expect(asked).toEqual(["subject", "text"]);
});

test("a sentence is read once, one too long to be one each time, and a full memory begins anew", () => {
  const { asked, read } = counting();
  const ask = rememberedEach(read, 2);
  for (const text of ["a", "b", "a", "b", "c", "a"]) ask(text);
  expect(asked).toEqual(["a", "b", "c", "a"]);
  const long = "x".repeat(501);
  expect([ask(long), ask(long)]).toEqual([501, 501]);
  expect(asked.filter((text) => text === long)).toHaveLength(2);
});

test("a piece is read once, and one too long to be kept each time", () => {
  const { asked, read } = counting();
  const ask = rememberedPieces(read);
  const whole = "You have 14 days to change the password. ".repeat(20);
  for (const length of [20, 20, 600, 600]) expect(ask(whole.slice(0, length))).toBe(length);
  expect(asked.map(({ length }) => length)).toEqual([20, 600, 600]);
});

test("what follows from a list is worked out once for that list, and anew for one that is only like it", () => {
  const { asked, read } = counting();
  const ask = remembered((list: readonly string[]) => list.map(read));
  const list = ["a", "bc"];
  expect([ask(list), ask(list), ask([...list])]).toEqual([
    [1, 2],
    [1, 2],
    [1, 2],
  ]);
  expect(asked).toEqual(["a", "bc", "a", "bc"]);
});

test("whatever is asked in whatever order, the answers are those of the reader", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 3 })), (texts) => {
      const [one, each] = [
        remembered((text) => text.toUpperCase()),
        rememberedEach((text) => text.toUpperCase(), 3),
      ];
      for (const text of texts)
        expect([one(text), each(text)]).toEqual([text.toUpperCase(), text.toUpperCase()]);
    }),
  );
});
