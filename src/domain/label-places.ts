/** Where in a text the labels of secrets may begin: one pass for all of them together, as every cut looks through it. */

import { remembered } from "./remembered.ts";

type Places = (text: string) => readonly number[];

/** The places of words, given in lower case, that no letter nor bracket stands before. */
export const startsOf = (...words: readonly string[]): Places => {
  const label = labelCount;
  labelCount += 1;
  for (const word of words) {
    const first = word.charCodeAt(0);
    byFirstLetter[first] = [...(byFirstLetter[first] ?? []), { label, word }];
  }
  return (text) => placesOf(text)[label] ?? [];
};

let labelCount = 0;
type Begin = { readonly label: number; readonly word: string };
const byFirstLetter: (readonly Begin[] | undefined)[] = Array.from({ length: 128 });

const placesOf = remembered((text): readonly (readonly number[])[] => {
  const lower = toLower(text);
  const places = Array.from({ length: labelCount }, (): number[] => []);
  let isInWord = false;
  for (let at = 0; at < lower.length; at += 1) {
    const code = lower.charCodeAt(at);
    const begins = isInWord ? undefined : byFirstLetter[code];
    isInWord = (code >= letterA && code <= letterZ) || code === bracket;
    if (begins !== undefined) note(begins, lower, at, places);
  }
  return places;
});

const note = (begins: readonly Begin[], lower: string, at: number, places: readonly number[][]): void => {
  for (const { label, word } of begins)
    if (lower.startsWith(word, at) && places[label]!.at(-1) !== at) places[label]!.push(at);
};

const [letterA, letterZ, bracket] = [0x61, 0x7a, 0x5b];

/** Of the same length, so that places agree: "İ" has no single small letter. */
const toLower = (text: string): string => {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replaceAll("İ", "ı").toLowerCase();
};
