/** English, French, or both (IRCC's portal letters come in both; docs/domain.md section 2). */

import { foldText } from "./sentences.ts";
import type { Language } from "./letter.ts";

/** Told by the small words that every sentence needs; null where there are too few. */
export const languageOf = (text: string): Language | null => {
  const words = foldText(text)
    .slice(0, longest)
    .replaceAll(/https?:\S{0,500}|\S{0,64}@\S{0,200}|\[[a-z ]{1,30} removed\]/g, " ")
    .match(/[a-z]+/g);
  const english = count(words ?? [], englishWords);
  const french = count(words ?? [], frenchWords);
  if (english + french < 2) return null;
  if (Math.min(english, french) * 4 >= Math.max(english, french)) return "bilingual";
  return english > french ? "en" : "fr";
};

const longest = 20_000;

const englishWords = new Set(
  "the and you your to of is are this that with for from have has will please not be by must within days when as it we our".split(
    " ",
  ),
);
const frenchWords = new Set(
  "le la les et vous votre vos de du des est sont ce cette avec pour dans un une au aux que qui ne pas veuillez nous notre jours par sur".split(
    " ",
  ),
);

const count = (words: readonly string[], known: ReadonlySet<string>): number =>
  words.filter((word) => known.has(word)).length;
