/** Text as it is seen: what is invisible in a number or a word would hide it from whoever looks for it. */

/** Without soft hyphens and spaces of no width, and with ordinary figures. In addresses they stay: they tell of forgers. */
export const plainText = (text: string): string =>
  isStrange.test(text)
    ? text
        .replaceAll(wide, (letters) => letters.normalize("NFKC"))
        .replaceAll(amongFigures, "")
        .replaceAll(inWord, (word) => word.replaceAll(invisible, ""))
    : text;

const isStrange = /[\u00AD\u200B-\u200F\u2060\uFEFF\uFF10-\uFF19]/;

/** Figures, and what stands among them in the same width. */
const wide = /[\uFF0D\uFF10-\uFF19\uFF21-\uFF3A]{1,40}/g;

const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const amongFigures = /(?<=[\dA-Z-])[\u00AD\u200B-\u200F\u2060\uFEFF]{1,9}(?=[\d-])/g;
const inWord =
  /(?<![^\s("'«>*|])\p{L}{1,30}(?:[\u00AD\u200B\u2060\uFEFF]{1,3}\p{L}{1,30}){1,9}(?![\p{L}\p{N}\p{Cf}/@_-]|[.:]\S)/gu;
