/** English, French, or both (IRCC's portal letters come in both; docs/domain.md section 2). */

import type { Language } from "./letter.ts";
import { rememberedEach } from "./remembered.ts";
import { sentencesOf } from "./sentences.ts";

/** Told by the small words that every sentence needs; null where there are too few. */
export const languageOf = (text: string): Language | null => {
  let [english, french, length] = [0, 0, 0];
  for (const sentence of sentencesOf(text)) {
    const { en, fr } = count(sentence);
    [english, french, length] = [english + en, french + fr, length + sentence.length];
    if (length > longest) break;
  }
  if (english + french < 2) return null;
  if (Math.min(english, french) * 4 >= Math.max(english, french)) return "bilingual";
  return english > french ? "en" : "fr";
};

const longest = 20_000;

const englishWords =
  "the and you your to of is are this that with for from have has will please not be by must within days when as it we our";
const frenchWords =
  "le la les et vous votre vos de du des est sont ce cette avec pour dans un une au aux que qui ne pas veuillez nous notre jours par sur";

const languages: ReadonlyMap<string, "en" | "fr"> = new Map([
  ...englishWords.split(" ").map((word) => [word, "en"] as const),
  ...frenchWords.split(" ").map((word) => [word, "fr"] as const),
]);

/** Addresses, whose dots and slashes hold them together, count for none. */
const count = rememberedEach((text): Readonly<Record<"en" | "fr", number>> => {
  const counts = { en: 0, fr: 0 };
  for (const word of text.split(/[\s,;:()'"]+/)) {
    const language = languages.get(word);
    if (language !== undefined) counts[language] += 1;
  }
  return counts;
});
