/** Text as sentences: what a letter says in one breath belongs together. */

import { fold } from "./fold.ts";
import { interned, remembered, rememberedEach } from "./remembered.ts";

/** What empty lines part. No rule reads over them, so each is read by itself: IRCC's letters are made of the same ones. */
export const paragraphsOf = remembered((text): readonly string[] => text.split("\n\n").map(interned));

/** `fold`, for a whole letter. */
export const foldText = remembered((text): string => paragraphsOf(text).map(foldParagraph).join("\n\n"));

/** `fold`, for what `paragraphsOf` gives. */
export const foldParagraph = rememberedEach(fold);

/** Folded sentences; an item of a list stands alone. Line breaks within stay, so that cells can be told apart. */
export const sentencesOf = remembered((text): readonly string[] => paragraphsOf(text).flatMap(sentencesIn));

/** The same of one paragraph. */
export const sentencesIn = rememberedEach((paragraph): readonly string[] =>
  foldParagraph(paragraph)
    .split(/\n\s*\n|\n(?= ?(?:[-*•·▪–o] |\d{1,2}[.)] ))/)
    .flatMap((part) => part.trim().split(/(?<=[.!]|\w\?)\s+/))
    .filter((sentence) => sentence !== "")
    .map(interned),
);

/** Folded sentences, one a line. */
export const plainTextOf = remembered((text): string => sentencesOf(text).map(joinLines).join("\n"));

export const joinLines = (sentence: string): string =>
  sentence.includes("\n") ? sentence.replaceAll(/\s+/g, " ") : sentence;
