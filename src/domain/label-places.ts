/** Where in a text the labels of secrets may begin: one pass for all of them together, as every cut looks through it. */

import { remembered } from "./remembered.ts";

type Places = (text: string) => readonly number[];

/** The places of words, given in lower case, that no letter nor bracket stands before. */
export const startsOf = (...words: readonly string[]): Places => {
  const label = labelCount;
  labelCount += 1;
  for (const word of words) byLetter.set(word[0], [...(byLetter.get(word[0]) ?? []), { label, word }]);
  any = null;
  return (text) => placesOf(text)[label] ?? [];
};

let labelCount = 0;
type Begin = { readonly label: number; readonly word: string };
const byLetter = new Map<string | undefined, readonly Begin[]>();
let any: RegExp | null = null;

const placesOf = remembered((text): readonly (readonly number[])[] => {
  const places: number[][] = [];
  for (let label = 0; label < labelCount; label += 1) places.push([]);
  any ??= anyOf([...byLetter.values()].flat());
  // It matches nothing but a place: the next one begins farther on.
  for (any.lastIndex = 0; any.test(text); any.lastIndex += 1) note(text, any.lastIndex, places);
  return places;
});

const anyOf = (begins: readonly Begin[]): RegExp =>
  new RegExp(`(?<![a-z[])(?=${begins.map(({ word }) => word).join("|")})`, "gi");

const note = (text: string, at: number, places: readonly number[][]): void => {
  const here = text.slice(at, at + longestWord).toLowerCase();
  for (const { label, word } of byLetter.get(here[0]) ?? [])
    if (here.startsWith(word) && places[label]!.at(-1) !== at) places[label]!.push(at);
};

/** In characters, with room to spare. */
const longestWord = 32;
