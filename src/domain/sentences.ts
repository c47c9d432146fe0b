/** Text as sentences: what a letter says in one breath belongs together. */

import { fold } from "./fold.ts";
import { interned, remembered } from "./remembered.ts";

/** `fold`, for a whole letter. */
export const foldText = remembered(fold);

/** Folded sentences; an item of a list stands alone. Line breaks within stay, so that cells can be told apart. */
export const sentencesOf = remembered((text): readonly string[] =>
  foldText(text)
    .split(/\n\s*\n|\n(?= ?(?:[-*•·▪–o] |\d{1,2}[.)] ))/)
    .flatMap((paragraph) => paragraph.trim().split(/(?<=[.!]|\w\?)\s+/))
    .filter((sentence) => sentence !== "")
    .map(interned),
);

/** Folded sentences, one a line. */
export const plainTextOf = remembered((text): string => sentencesOf(text).map(joinLines).join("\n"));

export const joinLines = (sentence: string): string =>
  sentence.includes("\n") ? sentence.replaceAll(/\s+/g, " ") : sentence;
