/** What each sentence of a text speaks of: which families, and whether it states, denies or only supposes them. */

import type { Match } from "./entry-tree.ts";
import { familyCount, matchesAt, numberOf, type Word, wordOf } from "./lexicon.ts";
import { remembered, rememberedEach } from "./remembered.ts";
import { paragraphsOf, sentencesIn } from "./sentences.ts";
import { tokensOf } from "./tokens.ts";
import { beforehand, boundary, negation, supposition } from "./vocabulary/hedges.ts";

/** Of every family by its number how it stands there, as bits; 0 for not at all. */
export type Sense = Uint8Array;

export const [stated, denied, supposed] = [1, 2, 4] as const;

/** Sentence by sentence, and all of them together. */
type Senses = { readonly sentences: readonly Sense[]; readonly whole: Sense };

export const sensesOf = remembered((text): Senses => {
  const paragraphs = paragraphsOf(text).map(readParagraph);
  const whole = new Uint8Array(familyCount);
  for (const { present } of paragraphs) for (const { family, how } of present) whole[family]! |= how;
  return { sentences: paragraphs.flatMap(({ sentences }) => sentences), whole };
});

/** `present`: the few families that stand in it, and how. */
type Paragraph = {
  readonly sentences: readonly Sense[];
  readonly present: readonly { readonly family: number; readonly how: number }[];
};

const readParagraph = rememberedEach((paragraph): Paragraph => {
  const sentences = sentencesIn(paragraph).flatMap(readSentence);
  const present = sentences.flatMap((sense) =>
    Array.from(sense, (how, family) => ({ family, how })).filter(({ how }) => how !== 0),
  );
  return { sentences, present };
});

/** A semicolon ends a sentence too. */
const readSentence = rememberedEach((sentence): readonly Sense[] => {
  const tokens = tokensOf(sentence);
  const words = tokens.map(wordOf);
  const senses: Sense[] = [];
  for (let start = 0; start < tokens.length;) {
    const semicolon = tokens.indexOf(";", start);
    const end = semicolon < 0 ? tokens.length : semicolon;
    senses.push(readClause({ tokens, words, start, end }));
    start = end + 1;
  }
  return senses;
});

type Clause = {
  readonly tokens: readonly string[];
  readonly words: readonly Word[];
  readonly start: number;
  readonly end: number;
};

const readClause = (clause: Clause): Sense => {
  const { tokens, words, start, end } = clause;
  const sense = new Uint8Array(familyCount);
  const until: Until = { hidden: 0, denied: 0, supposed: 0 };
  for (let at = start; at < end; at += 1) {
    if (words[at]!.begins.length === 0) {
      if (pauses.includes(tokens[at] ?? "")) until.denied = 0;
      continue;
    }
    if (at < until.hidden) continue;
    const how = at < until.supposed ? supposed : at < until.denied ? denied : stated;
    for (const match of matchesAt(words, at)) {
      for (const family of match.families) sense[family]! |= how;
      if (match.isLookalike) until.hidden = at + match.length;
      if (match.isHedge) reach(match, until, at, clause);
    }
  }
  return sense;
};

/** No denial reaches over them. */
const pauses = [",", ":"];

/** Up to which word something holds. */
type Until = { hidden: number; denied: number; supposed: number };

const negations = numberOf(negation);
const boundaries = numberOf(boundary);
const suppositions = numberOf(supposition);
const beforehands = numberOf(beforehand);

/** How far a denial reaches: "do not need to be sent". */
const reachOfDenial = 5;

const reach = ({ families, length }: Match, until: Until, at: number, { tokens, end }: Clause): void => {
  const behind = at + length;
  if (families.includes(boundaries)) until.denied = 0;
  if (families.includes(negations)) until.denied = behind + reachOfDenial;
  if (families.includes(suppositions)) until.supposed = end;
  if (families.includes(beforehands)) {
    const comma = tokens.indexOf(",", behind);
    until.supposed = Math.max(until.supposed, comma < 0 ? end : comma);
  }
};
