/** Whose a case is, as a person may be shown: hints of what its letters name, and what is uncertain. */

import type { Filing } from "./casebook.ts";
import { clues, type Clue, type Letter } from "./letter.ts";

/** A letter, and where it is filed. */
type Filed = Pick<Letter, "id" | "identifiers"> & { readonly filing: Filing | null };

export type Whose = {
  /** Such as "application …567"; never a whole number. */
  readonly hints: readonly string[];
  /** True where it is the case of one letter that may belong to another. */
  readonly uncertain: boolean;
  readonly candidates: readonly string[];
  readonly letterIds: readonly string[];
};

export const whoseIs = (caseId: string, letters: readonly Filed[]): Whose => {
  const own = letters.filter(({ filing }) => filing?.caseId === caseId);
  return {
    hints: clues.flatMap((clue) => hintsOf(clue, own)),
    uncertain: own.length > 0 && own.every(({ filing }) => filing?.certain === false),
    candidates: [...new Set(own.flatMap(({ filing }) => filing?.candidates ?? []))],
    letterIds: own.map(({ id }) => id),
  };
};

const hintsOf = (clue: Clue, letters: readonly Filed[]): readonly string[] => {
  const hints = new Set(letters.flatMap(({ identifiers }) => identifiers.hints?.[clue] ?? []));
  return [...hints].map((hint) => `${clueWords[clue]} ${hint}`.trim());
};

const clueWords: Readonly<Record<Clue, string>> = {
  applicationNumber: "application",
  uci: "UCI",
  accountName: "account",
  recipient: "to",
  person: "",
};
