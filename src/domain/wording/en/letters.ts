/** How letters and things to do are named in English. */

import type { Kind } from "../../letter.ts";
import { capital } from "../capital.ts";
import { sortOf, type ToldLetter } from "../doubt.ts";

/** "Portal 2 arrived", "Portal 2 and an eCoPR letter (not verified) arrived". */
export const nameArrivals = (letters: readonly ToldLetter[]): string => {
  const kinds = [...new Set(letters.map(sortOf))];
  const doubts = kinds.map((kind) => doubtOf(letters.filter((letter) => sortOf(letter) === kind)));
  const names = kinds.map((kind) => arriving[kind] ?? "a letter from IRCC");
  const [first = ""] = doubts;
  return doubts.every((doubt) => doubt === first)
    ? capital(`${listed(names)} arrived${first}`)
    : capital(`${listed(names.map((name, index) => name + doubts[index]!))} arrived`);
};

/** "Portal 2 letter", "eCoPR letter". */
export const nameLetter = (kind: Kind): string => `${named[kind] ?? "IRCC"} letter`;

/** One or two tasks by name, more by number. */
export const nameTasks = (names: readonly string[]): string =>
  names.length <= 2 ? listed(names) : `${number(names.length)} things to do`;

/** The first task by name, the others by number. */
export const nameFirst = ([first = "", ...others]: readonly string[]): string =>
  first + (others.length === 0 ? "" : ` and ${number(others.length)} more`);

/** In a word, as far as there are tasks to count. */
export const number = (count: number): string => numbers[count] ?? String(count);

export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

const named: Readonly<Partial<Record<Kind, string>>> = {
  portal1: "Portal 1",
  portal2: "Portal 2",
  ecopr: "eCoPR",
};

const arriving: Readonly<Record<string, string>> = {
  ...named,
  ecopr: "an eCoPR letter",
  photo_returned: "a letter that returns your photo",
  passport_request: "a passport request",
};

const doubtOf = (letters: readonly ToldLetter[]): string => {
  if (letters.every(({ doubted }) => doubted)) return " (not verified)";
  return letters.some(({ doubted }) => doubted) ? " (not all verified)" : "";
};
