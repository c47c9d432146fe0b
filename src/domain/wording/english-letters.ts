/** How letters are named in English. */

import type { Kind } from "../letter.ts";
import type { ToldLetter } from "./doubt.ts";

/** "Portal 2 arrived", "Portal 2 and an eCoPR letter (not verified) arrived". */
export const nameArrivals = (letters: readonly ToldLetter[]): string => {
  const kinds = [...new Set(letters.map(({ kind }) => kind))];
  const doubts = kinds.map((kind) => doubtOf(letters.filter((letter) => letter.kind === kind)));
  const names = kinds.map((kind) => arriving[kind] ?? "a letter from IRCC");
  const [first = ""] = doubts;
  return doubts.every((doubt) => doubt === first)
    ? capital(`${listed(names)} arrived${first}`)
    : capital(`${listed(names.map((name, index) => name + doubts[index]!))} arrived`);
};

/** "Portal 2 letter", "eCoPR letter". */
export const nameLetter = (kind: Kind): string => `${named[kind] ?? "IRCC"} letter`;

export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const named: Readonly<Partial<Record<Kind, string>>> = {
  portal1: "Portal 1",
  portal2: "Portal 2",
  ecopr: "eCoPR",
};

const arriving: Readonly<Partial<Record<Kind, string>>> = { ...named, ecopr: "an eCoPR letter" };

const doubtOf = (letters: readonly ToldLetter[]): string => {
  if (letters.every(({ doubted }) => doubted)) return " (not verified)";
  return letters.some(({ doubted }) => doubted) ? " (not all verified)" : "";
};
