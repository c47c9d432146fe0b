/** Whose a case is, as a person may be shown: hints of what its letters name, and what is uncertain. */

import { clues, type Clue } from "../domain/letter.ts";
import type { ShownLetter } from "./present.ts";

export type Whose = {
  /** Such as "application …567"; never a whole number. */
  readonly hints: readonly string[];
  /** True where it is the case of one letter that may belong to another. */
  readonly uncertain: boolean;
  readonly candidates: readonly string[];
  readonly letterIds: readonly string[];
};

export const whoseIs = (caseId: string, letters: readonly ShownLetter[]): Whose => {
  const own = letters.filter(({ filing }) => filing?.caseId === caseId);
  return {
    hints: clues.flatMap((clue) => hintsOf(clue, own)),
    uncertain: own.length > 0 && own.every(({ filing }) => filing?.certain === false),
    candidates: [...new Set(own.flatMap(({ filing }) => filing?.candidates ?? []))],
    letterIds: own.map(({ id }) => id),
  };
};

const hintsOf = (clue: Clue, letters: readonly ShownLetter[]): readonly string[] => {
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

/** With several cases each is named with its id and its hints. */
export const nameOf = (
  { id, label, hints }: Whose & { readonly id: string; readonly label: string },
  cases: number,
): string => (cases < 2 ? label : [`${id}, ${label}`, hints.join(", ")].filter(Boolean).join("; "));

/** What to do about a letter that may belong to several cases. */
export const uncertainLines = ({ uncertain, candidates, letterIds }: Whose): readonly string[] =>
  uncertain
    ? [
        "",
        `  Uncertain: it may belong to ${candidates.join(" or ")}. \`landfall assign ${letterIds[0] ?? "LETTER"} ${candidates[0] ?? "CASE"}\` says so; \`landfall split ${letterIds[0] ?? "LETTER"}\` says that it is a case of its own.`,
      ]
    : [];
