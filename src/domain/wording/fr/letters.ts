/** How letters and things to do are named in French. A no-break space stands before the colon. */

import type { Kind } from "../../letter.ts";
import { capital } from "../capital.ts";
import { sortOf, type ToldLetter } from "../doubt.ts";

/** "Courriel Portail 2 reçu", "Courriel Portail 2 et courriel CRPe (non vérifié) reçus". */
export const nameArrivals = (letters: readonly ToldLetter[]): string => {
  const kinds = [...new Set(letters.map(sortOf))];
  const doubts = kinds.map((kind) => doubtOf(letters.filter((letter) => sortOf(letter) === kind)));
  const names = kinds.map((kind) => `courriel ${named[kind] ?? "d’IRCC"}`);
  const [first = ""] = doubts;
  const received = kinds.length === 1 ? "reçu" : "reçus";
  return doubts.every((doubt) => doubt === first)
    ? capital(`${listed(names)} ${received}${first}`)
    : capital(`${listed(names.map((name, index) => name + doubts[index]!))} ${received}`);
};

/** "le courriel Portail 2". */
export const nameLetter = (kind: Kind): string => `le courriel ${named[kind] ?? "d’IRCC"}`;

/** One or two tasks by name, more by number. */
export const nameTasks = (names: readonly string[]): string =>
  names.length <= 2 ? listed(names) : `${number(names.length)} choses à faire`;

/** The first task by name, the others by number. */
export const nameFirst = ([first = "", ...others]: readonly string[]): string => {
  if (others.length === 0) return first;
  return `${first} et ${number(others.length)} autre${others.length === 1 ? "" : "s"}`;
};

/** In a word, as far as there are tasks to count; in the feminine, as "chose" and "échéance" are. */
export const number = (count: number): string => numbers[count] ?? String(count);

export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} et ${words.at(-1)}`;

const numbers = ["aucune", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"];

const named: Readonly<Record<string, string>> = {
  portal1: "Portail\u00A01",
  portal2: "Portail\u00A02",
  ecopr: "CRPe",
  photo_returned: "de refus de la photo",
  passport_request: "de demande de passeport",
};

const doubtOf = (letters: readonly ToldLetter[]): string => {
  if (letters.every(({ doubted }) => doubted)) return " (non vérifié)";
  return letters.some(({ doubted }) => doubted) ? " (en partie non vérifié)" : "";
};
