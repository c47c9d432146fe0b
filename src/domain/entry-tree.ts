/** All entries of a vocabulary word by word, as a tree in which those that begin alike share their first words. */

import type { Family } from "./family.ts";
import { fold } from "./fold.ts";
import { rememberedEach } from "./remembered.ts";
import { tokensOf } from "./tokens.ts";

/** The first words of entries; `families`: of those that end here, by their places in the vocabulary. */
export type Match = {
  readonly length: number;
  readonly families: readonly number[];
  readonly isLookalike: boolean;
  readonly isHedge: boolean;
  readonly next: ReadonlyMap<string, Match>;
};

/** `patterns`: every word, stem ("télécharg*") and ending ("*erons") that entries are made of. */
export type Tree = { readonly root: Match; readonly patterns: ReadonlySet<string> };

type Growing = {
  readonly length: number;
  families: readonly number[];
  isLookalike: boolean;
  isHedge: boolean;
  next: Map<string, Growing>;
};

export const grow = (families: readonly Family[]): Tree => {
  const root = sprout(0);
  const patterns = new Set<string>();
  for (const [number, { entries, sort }] of families.entries())
    for (const spelling of new Set(entries.flatMap(spellings))) {
      const last = plant(root, patternsOfEntry(spelling), patterns);
      last.families = [...last.families, number];
      last.isLookalike ||= sort === "lookalike";
      last.isHedge ||= sort === "hedge";
    }
  share(root, new Map());
  return { root, patterns };
};

/** Most entries end where no other goes on: they share what is empty. */
const none: readonly number[] = [];
const nothing = new Map<string, Growing>();

const sprout = (length: number): Growing => ({
  length,
  families: none,
  isLookalike: false,
  isHedge: false,
  next: nothing,
});

const plant = (root: Growing, entry: readonly string[], patterns: Set<string>): Growing => {
  let here = root;
  for (const pattern of entry) {
    patterns.add(pattern);
    const next = here.next.get(pattern) ?? sprout(here.length + 1);
    if (here.next === nothing) here.next = new Map();
    here.next.set(pattern, next);
    here = next;
  }
  return here;
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
