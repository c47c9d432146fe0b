/** Whose eCoPR a letter is about: the reader's, or that of another person of the family. */

import { everyMatch } from "./every-match.ts";
import { salutationIn } from "./identifiers.ts";
import { statement, states, type Statement } from "./statement.ts";
import * as documents from "./vocabulary/documents.ts";
import { condition } from "./vocabulary/hedges.ts";
import * as kin from "./vocabulary/kin.ts";
import * as portal from "./vocabulary/portal.ts";
import * as things from "./vocabulary/things.ts";

/** True if it is about another person's, and not about the reader's as well. */
export const isOfFamily = (subject: string, body: string): boolean =>
  namesOtherHolder(body) ||
  (!states(body, ownEcopr) && (familyEcopr.some((each) => states(body, each)) || states(subject, kinsEcopr)));

/** Of another person of the family: it says nothing of the reader's own. */
export const familyEcopr: readonly Statement[] = [
  statement({
    means: "the eCoPR of a member of the family can be downloaded",
    source: "3, eCoPR [13]",
    says: [
      [things.ecopr, kin.ofKin, documents.available],
      [things.ecopr, kin.ofKin, documents.fetch],
      [things.ecopr, kin.ofKin, documents.open],
      [kin.severalEcoprs, kin.ofKin, documents.available],
      [kin.severalEcoprs, kin.ofKin, documents.fetch],
    ],
    unless: [kin.forAll, kin.ownEcopr, kin.signing],
  }),
  statement({
    means: "a member of the family is a permanent resident",
    source: "3, eCoPR [7]",
    says: [
      [kin.ofKin, things.status, documents.granted],
      [kin.kinNamed, things.resident],
    ],
    unless: [kin.forAll, kin.signing],
  }),
];

/** In a subject. */
export const kinsEcopr = statement({
  means: "the eCoPR of a member of the family",
  source: "3, eCoPR [13]",
  says: [[things.ecopr, kin.ofKin]],
  unless: [kin.forAll, kin.ownEcopr],
});

/** It is, beside whosever else's, the reader's. */
export const ownEcopr = statement({
  means: "the reader's own eCoPR can be downloaded",
  source: "3, eCoPR [13]",
  says: [[kin.ownEcopr, documents.available]],
  unless: [condition, portal.screen],
});

/** True if the document is that of another person than the one who is addressed. */
const namesOtherHolder = (text: string): boolean => {
  const addressed = wordsOf(salutationIn(text));
  const holders = everyMatch(text.slice(0, longest), holder)
    .flatMap((match) => (match[1] ?? "").split(between))
    .map(wordsOf);
  if (addressed.length === 0 || holders.length === 0) return false;
  return holders.every((words) => !areOne(words, addressed));
};

const longest = 20_000;
const nameWord = String.raw`\p{Lu}[\p{L}'’-]{1,30}`;
const name = String.raw`${nameWord}(?:[ \u00A0]${nameWord}){1,4}`;
/** "Of Tobe Okafor and of Mira Okafor": it may be the reader's too. */
const and = String.raw`(?:,? (?:and|et)|,)[ \n](?:(?:for|of|de|pour)[ \n])?`;
const holder = new RegExp(
  String.raw`(?:\b(?:e-?CoPR|e-?COPR|CRPe|CRP)\)?|\b[Cc]onfirmation (?:of [Pp]ermanent [Rr]esidence|de (?:la )?résidence permanente)(?: \([^()\n]{2,40}\))?) (?:for|of|issued to|de|pour|au nom de)[ \n](?:(?:Mr|Mrs|Ms|Mx|M|Mme)\.? )?(${name}(?:${and}${name}){0,5})`,
  "gu",
);
const between = new RegExp(and, "u");

const wordsOf = (words: string | null): readonly string[] =>
  (words ?? "")
    .toLowerCase()
    .split(/[ \u00A0,.]+/)
    .filter(Boolean);

/** One may be written with fewer names than the other. */
const areOne = (some: readonly string[], others: readonly string[]): boolean =>
  some.every((word) => others.includes(word)) || others.every((word) => some.includes(word));
