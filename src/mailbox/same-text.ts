/** Whether a plain text says what the HTML beside it says. A gateway's notice below an empty text does not. */

/** Looks for some of the HTML's words in the text; without words there is nothing that it could lack. */
export const saysTheSame = (plain: string, html: string): boolean => {
  const words = wordsOf(html);
  const found = words.filter((word) => plain.includes(word)).length;
  return found * 2 >= words.length;
};

/** Up to so many, from wherever they stand: a letter may begin with the same greeting as its notice. */
const enough = 24;
const longest = 100_000;

const wordsOf = (html: string): readonly string[] => {
  const text = [...html.slice(0, longest).matchAll(/>([^<>]{4,2000})/g)]
    .flatMap(([, shown = ""]) => (shown.includes("{") ? [] : [shown]))
    .join(" ")
    .replaceAll(/&[#\w]{1,10};/g, " ");
  const words = text.match(/[a-z]{5,30}/g) ?? [];
  const step = Math.max(1, Math.floor(words.length / enough));
  return words.filter((_, at) => at % step === 0);
};
