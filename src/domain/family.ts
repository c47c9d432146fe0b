/**
 * Words that mean the same, in both languages: what a rule asks for instead of one wording.
 *
 * A family is written as people write: entries between commas, "postée, mise à la poste". `*` ends a stem
 * ("télécharg*") or begins an ending ("*erons"); `(a|b|)` are alternatives, the last one of them nothing.
 */

export type Family = {
  /** Worked out each time, since they are many and asked for but once. */
  readonly entries: readonly string[];
  readonly sort: "thing" | "deed" | "lookalike" | "hedge";
};

const family =
  (sort: Family["sort"]) =>
  (...words: readonly string[]): Family => ({
    sort,
    get entries() {
      return entriesOf(words);
    },
  });

/** The same whether it is denied or not. */
export const thing = family("thing");

/** One that is denied, or only supposed, was not done. */
export const deed = family("deed");

/** What holds words of other families and means none of them: "permanent residence fee" tells of no residence. */
export const lookalike = family("lookalike");

/** By which a sentence does not state what it says. */
export const hedge = family("hedge");

const entriesOf = (words: readonly string[]): readonly string[] =>
  words
    .flatMap((text) => text.split(","))
    .flatMap(expand)
    .map((entry) => entry.replaceAll(/\s+/g, " ").trim())
    .filter((entry) => entry !== "");

/** "(a|b) c" is "a c" and "b c". */
const expand = (entry: string): readonly string[] => {
  const choice = /\(([^()]*)\)/.exec(entry);
  if (choice === null) return [entry];
  const [whole, alternatives = ""] = choice;
  const [before, after] = [entry.slice(0, choice.index), entry.slice(choice.index + whole.length)];
  return alternatives.split("|").flatMap((alternative) => expand(before + alternative + after));
};
