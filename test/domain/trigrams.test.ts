import { globSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { forms } from "../../src/domain/notice-forms.ts";
import type { Phrase } from "../../src/domain/phrase.ts";
import { plainTextOf } from "../../src/domain/sentences.ts";
import * as portal1Signs from "../../src/domain/portal1-signs.ts";
import * as signs from "../../src/domain/signs.ts";
import { mayHold, needOf, trigramsOf } from "../../src/domain/trigrams.ts";
import { parseMessage } from "../../src/mailbox/parse.ts";

const held = (text: string, source: string): boolean => mayHold(trigramsOf(text), needOf(source));

test.each([
  ["eye colou?r", "her eye color", "his eye colour is", "eye", "colour of eyes"],
  ["(?:sign|log) ?in\\b", "please login here", "sign in", "sing along", "lo gin"],
  ["photo[^.]{0,80}(?:refused|rejected)", "photo was rejected", "photo refused", "photo", "rejected"],
  ["(?<!no )answer(?! not)", "an answer", "answer", "reply", "answe"],
  ["a{3}b*c+def", "aaacdef", "aaabbccdef", "aacde", "abc"],
])("%s asks for the letters it spells out", (source, one, other, neither, nor) => {
  expect([one, other, neither, nor].map((text) => held(text, source))).toEqual([true, true, false, false]);
});

const phrases: readonly Phrase[] = [
  ...[...Object.values(portal1Signs), ...Object.values(signs)]
    .flat()
    .filter((sign) => typeof sign === "object")
    .map(({ phrase }) => phrase),
  ...forms.map(({ body }) => body),
];

test("no phrase is lost: what a letter says, it may hold", async () => {
  for (const file of globSync("fixtures/letters/*/*.eml")) {
    const { subject, text } = await parseMessage(readFileSync(file), null);
    const plain = plainTextOf(`${subject}\n\n${text}`);
    for (const { pattern, need } of phrases.flat()) {
      pattern.lastIndex = 0;
      if (pattern.test(plain))
        expect({ pattern, may: mayHold(trigramsOf(plain), need) }).toMatchObject({ may: true });
    }
  }
});

test("whatever a pattern matches, it may hold", () => {
  for (const { pattern, need } of phrases
    .flat()
    .filter(({ pattern: { source } }) => !/\(\?[<!=]/.test(source)))
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(pattern.source.replaceAll("\\b", ""))), (text) => {
        pattern.lastIndex = 0;
        expect(!pattern.test(text) || mayHold(trigramsOf(text), need)).toBe(true);
      }),
      { numRuns: 5 },
    );
});
