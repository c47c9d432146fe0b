import { expect, test } from "@jest/globals";
import type { Family } from "../../src/domain/family.ts";
import { fold } from "../../src/domain/fold.ts";
import { familyCount, matchesAt, numberOf, wordOf } from "../../src/domain/lexicon.ts";
import { forms } from "../../src/domain/notice-forms.ts";
import * as mentionSigns from "../../src/domain/mention-signs.ts";
import * as portal1Signs from "../../src/domain/portal1-signs.ts";
import * as ecoprSigns from "../../src/domain/ecopr-signs.ts";
import * as signs from "../../src/domain/signs.ts";
import { tokensOf } from "../../src/domain/tokens.ts";
import { vocabulary } from "../../src/domain/vocabulary/all.ts";
import { kinsPaper, ofKin, own } from "../../src/domain/whose-notice.ts";
import { familyEcopr, kinsEcopr, ownEcopr } from "../../src/domain/whose-ecopr.ts";

const everyFamily = Object.entries(vocabulary);

const familiesIn = (text: string): ReadonlySet<number> => {
  const words = tokensOf(fold(text)).map(wordOf);
  return new Set(words.flatMap((_word, at) => matchesAt(words, at).flatMap(({ families }) => families)));
};

/** A word that the entry is written for. */
const example = (entry: string): string => entry.replace(/^\*/, "x").replaceAll("*", "");

test.each(everyFamily)("every entry of %s is found where it stands", (_name, family: Family) => {
  for (const entry of family.entries)
    expect({ entry, found: familiesIn(example(entry)).has(numberOf(family)) }).toEqual({
      entry,
      found: true,
    });
});

test("every thing and every deed is asked for by some rule", () => {
  const used = new Set(
    [
      ...[signs, mentionSigns, portal1Signs, ecoprSigns].flatMap((table) => Object.values(table)).flat(),
      ...forms.flatMap((form) => [form, ...(form.unlessLetter ?? []), ...Object.values(form.over ?? {})]),
      ...familyEcopr,
      kinsEcopr,
      ownEcopr,
      ...Object.values(ofKin),
      own,
      kinsPaper,
    ].flatMap(({ says, unless }) => [...unless, ...says.flat().map(({ family }) => family)]),
  );
  const idle = everyFamily
    .filter(([, { sort }]) => sort === "thing" || sort === "deed")
    .filter(([, family]) => !used.has(numberOf(family)))
    .map(([name]) => name);
  expect(idle).toEqual([]);
  expect(familyCount).toBe(everyFamily.length);
});

test("words are told apart by what joins them", () => {
  expect(tokensOf(fold("Don’t re-send the e-mail: l’image, sign-in; t?l?charg?e? (CRP-e)"))).toEqual(
    "don't resend the email : l image , sign in ; t?l?charg?e crpe".split(" "),
  );
});

test("of an address only the host is words", () => {
  expect(tokensOf("see https://portal.example/card-mailed?x=1 now")).toEqual(
    "see https portal example now".split(" "),
  );
});

test("the vocabulary is learnt with the first letter, so it stays small", () => {
  const sizes = everyFamily.map(([name, { entries }]) => ({ name, size: entries.length }));
  expect(sizes.filter(({ size }) => size > 5_500)).toEqual([]);
  expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(60_000);
});
