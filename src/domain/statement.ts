/**
 * What a sentence states: the families of words that stand in it together, whichever of them, in whatever order.
 * What is denied ("was not accepted") or only supposed ("once it is accepted", "will be accepted") is not stated.
 */

import type { Family } from "./family.ts";
import { numberOf } from "./lexicon.ts";
import { denied, type Sense, sensesOf, stated, supposed } from "./sense.ts";

/** A family that has to stand in the sentence, or in it or one of the two before. */
type Part = Family | { readonly denied: Family } | { readonly asked: Family } | { readonly earlier: Family };

/** The sentence denies it. */
export const not = (family: Family): Part => ({ denied: family });

/** The sentence asks for it, on a condition or not: "if you agree, reply". */
export const asked = (family: Family): Part => ({ asked: family });

/** "Your photo is too dark. Please upload another one." */
export const earlier = (family: Family): Part => ({ earlier: family });

/** One thing that letters say. */
export type Statement = {
  readonly means: string;
  /** Section of docs/domain.md. */
  readonly source: string;
  readonly says: readonly Compiled[];
  readonly unless: readonly number[];
};

type Wanted = { readonly family: number; readonly as: number; readonly earlier: boolean };
type Compiled = readonly Wanted[];

type Wording = {
  readonly means: string;
  readonly source: string;
  /** Each of them says it; all families of one must be there. */
  readonly says: readonly (readonly Part[])[];
  /** A sentence with one of these speaks of something else. */
  readonly unless?: readonly Family[];
};

export const statement = ({ means, source, says, unless = [] }: Wording): Statement => ({
  means,
  source,
  says: says.map((parts) => parts.map(compile)),
  unless: unless.map(numberOf),
});

const compile = (part: Part): Wanted => {
  if ("denied" in part) return { family: numberOf(part.denied), as: denied, earlier: false };
  if ("asked" in part) return { family: numberOf(part.asked), as: stated | supposed, earlier: false };
  const family = "earlier" in part ? part.earlier : part;
  const as = family.sort === "thing" ? stated | denied | supposed : stated;
  return { family: numberOf(family), as, earlier: "earlier" in part };
};

/** True if some sentence of the text states it. */
export const states = (text: string, { says, unless }: Statement): boolean => {
  const { sentences, whole } = sensesOf(text);
  const possible = says.filter((wanted) => wanted.every(({ family, as }) => (whole[family]! & as) !== 0));
  return (
    possible.length > 0 &&
    sentences.some(
      (sentence, at) =>
        unless.every((family) => sentence[family] === 0) &&
        possible.some((wanted) => holds(wanted, sentence, sentences.slice(Math.max(at - reach, 0), at))),
    )
  );
};

/** "It" seldom means what stands farther back. */
const reach = 2;

const holds = (wanted: Compiled, sentence: Sense, before: readonly Sense[]): boolean =>
  wanted.every(
    ({ family, as, earlier: mayBeEarlier }) =>
      (sentence[family]! & as) !== 0 || (mayBeEarlier && before.some((each) => (each[family]! & as) !== 0)),
  );
