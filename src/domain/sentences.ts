/** Text as sentences: what a letter says in one breath belongs together. */

import { fold } from "./fold.ts";

/** Folded sentences; an item of a list stands alone. Line breaks within stay, so that cells can be told apart. */
export const sentencesOf = (text: string): readonly string[] =>
  fold(text)
    .split(/\n\s*\n|\n(?= ?(?:[-*•·▪–o] |\d{1,2}[.)] ))/)
    .flatMap((paragraph) => paragraph.trim().split(/(?<=[.!]|\w\?)\s+/))
    .filter((sentence) => sentence !== "");

export const joinLines = (sentence: string): string => sentence.replaceAll(/\s+/g, " ");
