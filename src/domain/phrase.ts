/** Several wordings of one thing, looked for in a letter. Only those that it may hold are searched for. */

import { pattern } from "./fold.ts";
import { remembered } from "./remembered.ts";
import { mayHold, type Need, needOf, trigramsOf } from "./trigrams.ts";

type Wording = { readonly pattern: RegExp; readonly need: Need };

export type Phrase = readonly Wording[];

/** Patterns as `pattern` of `fold.ts` takes them, for folded text. */
export const phrase = (...wordings: readonly string[]): Phrase =>
  wordings.map((wording) => {
    const whole = pattern(wording, "g");
    return { pattern: whole, need: needOf(whole.source) };
  });

/** True if some line of a folded text says so, and nothing of `unless` beside it. */
export const isSaid = (text: string, said: Phrase, ...unless: readonly RegExp[]): boolean => {
  const trigrams = lettersOf(text);
  return said.some((wording) => mayHold(trigrams, wording.need) && isIn(text, wording.pattern, unless));
};

const lettersOf = remembered(trigramsOf);

const isIn = (text: string, wording: RegExp, unless: readonly RegExp[]): boolean => {
  for (let from = 0; from <= text.length;) {
    const at = indexOf(text, wording, from);
    if (at < 0) return false;
    const end = endOfLine(text, at);
    const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, end);
    // What runs on into the next line is not said in one breath.
    if (indexOf(line, wording, 0) >= 0 && !unless.some((other) => other.test(line))) return true;
    from = end + 1;
  }
  return false;
};

const indexOf = (text: string, wording: RegExp, from: number): number => {
  wording.lastIndex = from;
  return wording.exec(text)?.index ?? -1;
};

const endOfLine = (text: string, at: number): number => {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
};
