/** Which families the words of a letter belong to. */

import type { Match, Tree } from "./entry-tree.ts";
import type { Family } from "./family.ts";
import { learnt } from "./learnt.ts";
import { rememberedEach } from "./remembered.ts";
import { vocabulary } from "./vocabulary/all.ts";

const families: readonly Family[] = Object.values(vocabulary);

export const familyCount = families.length;

const numbers: ReadonlyMap<Family, number> = new Map(families.map((family, number) => [family, number]));

/** A family's place in every table of them. */
export const numberOf = (family: Family): number => {
  const number = numbers.get(family);
  if (number === undefined) throw new Error(`this family is in no vocabulary: ${family.entries.join(", ")}`);
  return number;
};

/** A word of a letter: the words, stems and endings of entries that it is, and the entries it begins. */
export type Word = { readonly patterns: readonly string[]; readonly begins: readonly Match[] };

/** Letters use the same few thousand words. */
export const wordOf = rememberedEach((token): Word => {
  const { root, patterns: known } = learnWords();
  const patterns = patternsOf(token, known);
  return { patterns, begins: patterns.flatMap((pattern) => root.next.get(pattern) ?? []) };
}, 10_000);

/** Takes a clone a quarter of a second, which nobody who only connects need wait for: done ahead, or with the first word. */
export const learnWords = (): Tree => (tree ??= learnt());

let tree: Tree | undefined;

/** Every entry that begins at this word. What only looks like others hides those that are shorter. */
export const matchesAt = (words: readonly Word[], start: number): readonly Match[] => {
  const begins = words[start]?.begins ?? [];
  if (begins.length === 0) return begins;
  const found: Match[] = [];
  for (const match of begins) follow(match, words, start + 1, found);
  const lookalike = longestLookalike(found);
  return lookalike === 0 ? found : found.filter(({ length }) => length >= lookalike);
};

const follow = (match: Match, words: readonly Word[], at: number, found: Match[]): void => {
  if (match.families.length > 0) found.push(match);
  if (match.next.size === 0) return;
  for (const pattern of words[at]?.patterns ?? []) {
    const next = match.next.get(pattern);
    if (next !== undefined) follow(next, words, at + 1, found);
  }
};

const longestLookalike = (matches: readonly Match[]): number => {
  let longest = 0;
  for (const { isLookalike, length } of matches) if (isLookalike && length > longest) longest = length;
  return longest;
};

/** An ending says something only of a word that is not known by itself: "trouverez". */
const patternsOf = (token: string, known: ReadonlySet<string>): readonly string[] => {
  const found = [token, ...stemsOf(token)].filter((pattern) => known.has(pattern));
  return found.length > 0 ? found : endingsOf(token).filter((pattern) => known.has(pattern));
};

const [shortestStem, longestStem, shortestEnding, longestEnding] = [3, 14, 4, 6];

const stemsOf = (word: string): readonly string[] =>
  lengths(word, shortestStem, longestStem).map((length) => `${word.slice(0, length)}*`);

const endingsOf = (word: string): readonly string[] =>
  lengths(word, shortestEnding, longestEnding).map((length) => `*${word.slice(-length)}`);

const lengths = (word: string, shortest: number, longest: number): readonly number[] =>
  Array.from(
    { length: Math.max(0, Math.min(word.length, longest) - shortest + 1) },
    (_none, at) => at + shortest,
  );
