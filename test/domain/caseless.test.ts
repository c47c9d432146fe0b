import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { caseless } from "../../src/domain/caseless.ts";
import { redactText } from "../../src/domain/redact.ts";

test("secrets are cut also in a process that holds much code of patterns, which V8 compiles in another way then", () => {
  const others = Array.from(
    { length: 4_000 },
    (_none, at) =>
      new RegExp(`(?:a|b|c|x${at}|[d-f]{3,${(at % 50) + 4}}|foo${at}|(?:bar|baz${at}){2,9})+?z${at}$`, "iu"),
  );
  // The third time it is compiled for good.
  for (const other of others) for (let time = 0; time < 3; time += 1) other.test("abc".repeat(17));
  expect(redactText("Temporary password:\nMot de passe temporaire :\n\nQUILLz-817")).toBe(
    "Temporary password:\nMot de passe temporaire :\n\n[password removed]",
  );
  expect(redactText("Nouveau mot de passe :\n------\nBonjour")).toBe(
    "Nouveau mot de passe :\n------\nBonjour",
  );
});

const sources = [
  "pass[ -]?words?",
  String.raw`(?<![[a-z])num[eé]ro \p{L}{1,3}\u00A0?(?=x|Y)`,
  String.raw`(?<secret>[a-cé-ü]{2,4})\k<secret>`,
  "[^A-Za-z ]{1,3}|(?:b|C)(?!d)",
];
const texts = fc.string({
  unit: fc.constantFrom(..."pasword -PASWORDnumeroéÉNUx Yy\u00A0abcABCüd1[".split("")),
  maxLength: 24,
});

test("a pattern matches what it would with the flag for either case", () => {
  fc.assert(
    fc.property(fc.constantFrom(...sources), texts, (source, text) => {
      const found = caseless(source, "u").exec(text);
      const wanted = new RegExp(source, "iu").exec(text);
      expect([found?.index, found?.[0]]).toEqual([wanted?.index, wanted?.[0]]);
    }),
  );
});

test.each([
  ["Mot", "(?-i:[a-z][A-Z])?mot", true],
  ["aBmot", "^(?-i:[a-z][A-Z])MOT", true],
  ["ABmot", "^(?-i:[a-z][A-Z])MOT", false],
  ["abc", "^(?-i:(?:a|A)b)C$", true],
  ["aBc", "^(?-i:(?:a|A)b)C$", false],
])("what is to keep its case does, and nothing behind it: %s, %s", (text, source, matches) => {
  expect(caseless(source, "u").test(text)).toBe(matches);
});
