/** Text as sentences: what a letter says in one breath belongs together. */

import { fold } from "./fold.ts";

/** Many rules ask about one letter: the last answer is kept. */
const remembered = <T>(read: (text: string) => T): ((text: string) => T) => {
  let last: { readonly text: string; readonly answer: T } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, answer: read(text) };
    return last.answer;
  };
};

/** `fold`, for a whole letter. */
export const foldText = remembered(fold);

/** Folded sentences; an item of a list stands alone. Line breaks within stay, so that cells can be told apart. */
export const sentencesOf = remembered((text): readonly string[] =>
  foldText(text)
    .split(/\n\s*\n|\n(?= ?(?:[-*•·▪–o] |\d{1,2}[.)] ))/)
    .flatMap((paragraph) => paragraph.trim().split(/(?<=[.!]|\w\?)\s+/))
    .filter((sentence) => sentence !== ""),
);

/** Folded sentences, each in one line. */
export const plainSentencesOf = remembered((text): readonly string[] => sentencesOf(text).map(joinLines));

/** All of them, one a line: what is not said here is said in none. */
export const plainTextOf = remembered((text): string => plainSentencesOf(text).join("\n"));

export const joinLines = (sentence: string): string => sentence.replaceAll(/\s+/g, " ");
