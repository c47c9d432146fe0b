/** How letters and things to do are named in Chinese: Portal 1, Portal 2 and eCoPR keep the names applicants use. */

import { sortOf, type ToldLetter } from "../doubt.ts";

/** "收到 Portal 2 邮件", "收到 Portal 2 邮件和 eCoPR 邮件（未核实）". */
export const nameArrivals = (letters: readonly ToldLetter[]): string => {
  const kinds = [...new Set(letters.map(sortOf))];
  const doubts = kinds.map((kind) => doubtOf(letters.filter((letter) => sortOf(letter) === kind)));
  const names = kinds.map(nameLetter);
  const [first = ""] = doubts;
  return doubts.every((doubt) => doubt === first)
    ? `收到 ${listed(names)}${first}`
    : `收到 ${listed(names.map((name, index) => name + doubts[index]!))}`;
};

/** "Portal 2 邮件". */
export const nameLetter = (kind: string): string => `${named[kind] ?? "IRCC"} 邮件`;

/** One or two tasks by name, more by number. */
export const nameTasks = (names: readonly string[]): string =>
  names.length <= 2 ? listed(names) : `有${number(names.length)}件事要做`;

/** The first task by name, the others by number. */
export const nameFirst = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names[0]}等${number(names.length)}件事`;

/** As counted before a measure word. */
export const number = (count: number): string => numbers[count] ?? String(count);

export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join("、")}和${spaced(words.at(-1)!)}`;

/** Between a Chinese and a Latin letter stands a space. */
const spaced = (word: string): string => (/^[A-Za-z]/.test(word) ? ` ${word}` : word);

const numbers = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九"];

const named: Readonly<Record<string, string>> = {
  portal1: "Portal 1",
  portal2: "Portal 2",
  ecopr: "eCoPR",
  photo_returned: "照片退回",
  passport_request: "护照请求",
};

const doubtOf = (letters: readonly ToldLetter[]): string => {
  if (letters.every(({ doubted }) => doubted)) return "（未核实）";
  return letters.some(({ doubted }) => doubted) ? "（部分未核实）" : "";
};
