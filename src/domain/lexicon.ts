/** Which families the words of a letter belong to. */

import type { Family } from "./family.ts";
import { fold } from "./fold.ts";
import { rememberedEach } from "./remembered.ts";
import { tokensOf } from "./tokens.ts";
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

/** The first words of entries, which those that begin alike share; `families`: of those that end here. */
export type Match = {
  readonly length: number;
  readonly families: readonly number[];
  readonly isLookalike: boolean;
  readonly isHedge: boolean;
  readonly next: ReadonlyMap<string, Match>;
};

/** Letters use the same few thousand words. */
export const wordOf = rememberedEach((token): Word => {
  learnWords();
  const patterns = patternsOf(token);
  return { patterns, begins: patterns.flatMap((pattern) => root.next.get(pattern) ?? []) };
}, 10_000);

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
const patternsOf = (token: string): readonly string[] => {
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

type Growing = {
  readonly length: number;
  families: readonly number[];
  isLookalike: boolean;
  isHedge: boolean;
  next: Map<string, Growing>;
};

/** Most entries end where no other goes on: they share what is empty. */
const none: readonly number[] = [];
const nothing = new Map<string, Growing>();

const grow = (length: number): Growing => ({
  length,
  families: none,
  isLookalike: false,
  isHedge: false,
  next: nothing,
});

const root = grow(0);
const known = new Set<string>();

const plant = (entry: string, number: number): void => {
  let here = root;
  for (const pattern of patternsOfEntry(entry)) {
    known.add(pattern);
    const next = here.next.get(pattern) ?? grow(here.length + 1);
    if (here.next === nothing) here.next = new Map();
    here.next.set(pattern, next);
    here = next;
  }
  here.families = [...here.families, number];
  here.isLookalike ||= families[number]?.sort === "lookalike";
  here.isHedge ||= families[number]?.sort === "hedge";
};

const patternsOfEntry = (entry: string): readonly string[] => entry.split(" ").flatMap(patternsOfWord);

/** Thousands of entries are made of some hundred words. */
const patternsOfWord = rememberedEach((word): readonly string[] => {
  const tokens = tokensOf(fold(word.replaceAll("*", "")));
  if (word.startsWith("*")) return tokens.map((token) => `*${token}`);
  return tokens.map((token, at) => (word.endsWith("*") && at === tokens.length - 1 ? `${token}*` : token));
}, 10_000);

/** A letter whose accents were lost on the way has "t?l?charg?e" or "tlcharge" for "téléchargée". */
const spellings = (entry: string): readonly string[] => {
  const composed = entry.normalize("NFC");
  // Without its last letter "noté" would be "not".
  if (!/[à-öø-ÿ]/.test(composed) || /[à-öø-ÿ](?!\p{L})/u.test(composed)) return [composed];
  // "Confirmée" would be "confirme", which is what a letter does and not what becomes of a status.
  if (/(?<!\p{L})[a-z]+ées?(?!\p{L})/u.test(composed))
    return [composed, composed.replaceAll(/[à-öø-ÿ]/g, "?")];
  const bare = composed.replaceAll(/[à-öø-ÿ]/g, "");
  const marked = composed.replaceAll(/[à-öø-ÿ]/g, "?");
  // "Écartée" would be "carte".
  return bare.length < shortestBare ? [composed, marked] : [composed, marked, bare];
};

const shortestBare = 6;

let hasLearnt = false;

/** Takes a tenth of a second, which nobody who only connects need wait for: done ahead, or with the first word. */
export const learnWords = (): void => {
  if (hasLearnt) return;
  hasLearnt = true;
  for (const [number, { entries }] of families.entries())
    for (const spelling of new Set(entries.flatMap(spellings))) plant(spelling, number);
  share(root, new Map());
};

/**
 * Entries that end alike share their ends: of sixty thousand branches some five thousand differ, and they would take a
 * tenth of all memory. Returns the branch that stands for all like it; `branches`: those so far, with their numbers, by
 * what they hold.
 */
const share = (branch: Growing, branches: Map<string, Shared>): Shared => {
  let held = `${branch.length} ${branch.families.join()}`;
  for (const [pattern, next] of branch.next) {
    const like = share(next, branches);
    branch.next.set(pattern, like.branch);
    held += ` ${pattern} ${like.number}`;
  }
  const like = branches.get(held) ?? { branch, number: branches.size };
  branches.set(held, like);
  return like;
};

type Shared = { readonly branch: Growing; readonly number: number };
