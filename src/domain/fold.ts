/** Text made comparable: letters without case or accent, one kind of dash, apostrophe and space. */

/** Folds text for comparison. Line breaks stay; other white space becomes single spaces. */
export const fold = (text: string): string => {
  const lower = text
    .replaceAll(beyondAscii, foldLetters)
    .replaceAll(/[`´]/g, "'")
    .replaceAll(/[^\S\n]{2,}|[^\S \n]/g, " ")
    .toLowerCase();
  return /copr|crp/.test(lower)
    ? lower.replaceAll(/\be[- ]?copr\b/g, "ecopr").replaceAll(/\bcrp[- ]?e\b|\be-?crp\b/g, "crpe")
    : lower;
};

/** Most of a letter is ASCII, which needs none of this. */
const beyondAscii = /[^\0-\x7F]+/g;

/** A letter has hundreds of accents, and most of them twice. */
const foldLetters = (letters: string): string => {
  const known = folded.get(letters);
  if (known !== undefined) return known;
  const fresh = foldRun(letters);
  if (letters.length <= 2 && folded.size < mostFolded) folded.set(letters, fresh);
  return fresh;
};

const folded = new Map<string, string>();
const mostFolded = 1_000;

const foldRun = (letters: string): string =>
  letters
    .replaceAll(mojibake, repair)
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{Cf}]/gu, "")
    .replaceAll(/[‘’ʼ´′]/g, "'")
    .replaceAll(/[‐‑‒–—―−]/g, "-");

/** Folds text into one line. */
export const foldLine = (text: string): string => fold(text).replaceAll(/\s+/g, " ").trim();

/**
 * A pattern for folded text, written as people write it. A letter with an accent also matches where
 * the accent, or the whole letter, was lost on the way ("t?l?charg?e").
 */
export const pattern = (source: string, flags = ""): RegExp =>
  new RegExp(
    source
      .normalize("NFC")
      .replaceAll(/[à-öø-ÿ]/g, lenient)
      .replaceAll("'", "['?]?"),
    flags,
  );

const lenient = (letter: string): string => `[${letter.normalize("NFD").charAt(0)}?\uFFFD]{0,2}`;

// UTF-8 that was read as Latin-1 somewhere on the way: "Ã©" for "é".
const mojibake = /[\u00C2\u00C3][\u0080-\u00BF]/g;

const repair = (pair: string): string =>
  String.fromCodePoint(((pair.charCodeAt(0) & 0x1f) << 6) | (pair.charCodeAt(1) & 0x3f));

/** Any of these, as one pattern. */
export const anyOf = (...texts: readonly string[]): RegExp =>
  pattern(texts.map((text) => `(?:${text})`).join("|"));
