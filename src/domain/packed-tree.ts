/** A tree of entries as plain numbers and words, so that a package brings it along and need not grow it. */

import type { Match, Tree } from "./entry-tree.ts";
import type { Family } from "./family.ts";

type Vocabulary = Readonly<Record<string, Family>>;

/**
 * As JSON. `families`: names, by the numbers they have here; `patterns`: words, stems and endings; `branches`: of each
 * its length, how many families end there, which, and then by pairs a pattern and the branch behind it. A branch stands
 * behind all that it leads to; the root is the last.
 */
export type PackedTree = {
  readonly families: readonly string[];
  readonly patterns: readonly string[];
  readonly branches: readonly (readonly number[])[];
};

export const packTree = ({ root, patterns }: Tree, vocabulary: Vocabulary): PackedTree => {
  const words = [...patterns];
  const numberOfWord = new Map(words.map((word, number) => [word, number]));
  const branches: (readonly number[])[] = [];
  const numbers = new Map<Match, number>();
  const pack = (branch: Match): number => {
    const before = numbers.get(branch);
    if (before !== undefined) return before;
    const next = [...branch.next].flatMap(([word, match]) => [numberOfWord.get(word)!, pack(match)]);
    const number = branches.push([branch.length, branch.families.length, ...branch.families, ...next]) - 1;
    numbers.set(branch, number);
    return number;
  };
  pack(root);
  return { families: Object.keys(vocabulary), patterns: words, branches };
};

/** Families get the numbers that they have in this vocabulary. */
export const unpackTree = ({ families, patterns, branches }: PackedTree, vocabulary: Vocabulary): Tree => {
  const numbers = new Map(Object.keys(vocabulary).map((name, number) => [name, number]));
  const numberOf = families.map((name) => numbers.get(name)!);
  const sorts = Object.values(vocabulary).map(({ sort }) => sort);
  const unpacked: Match[] = [];
  for (const [length = 0, ending = 0, ...rest] of branches) {
    const ends = rest.slice(0, ending).map((number) => numberOf[number]!);
    const next = new Map<string, Match>();
    for (let at = ending; at < rest.length; at += 2) next.set(patterns[rest[at]!]!, unpacked[rest[at + 1]!]!);
    unpacked.push({
      length,
      families: ends,
      isLookalike: ends.some((number) => sorts[number] === "lookalike"),
      isHedge: ends.some((number) => sorts[number] === "hedge"),
      next,
    });
  }
  return { root: unpacked.at(-1)!, patterns: new Set(patterns) };
};
