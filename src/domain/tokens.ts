/** The words of a folded text, as rules compare them. One pass, one look at each letter. */

/** Words, and of the signs those that end a thought. */
export const tokensOf = (text: string): readonly string[] => {
  const tokens: string[] = [];
  let [at, inAddress] = [0, false];
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      const end = endOfWord(text, at);
      tokens.push(wordOf(text.slice(at, end)));
      at = end;
      continue;
    }
    if (code === space || code === lineFeed) inAddress = false;
    else if (text.startsWith("://", at)) [inAddress, at] = [true, at + 2];
    else if (code === slash && inAddress) at = endOfAddress(text, at) - 1;
    else if (",:;".includes(text[at] ?? "")) tokens.push(text[at] ?? "");
    at += 1;
  }
  return tokens;
};

const [space, lineFeed, slash, hyphen, apostrophe, question] = [0x20, 0x0a, 0x2f, 0x2d, 0x27, 0x3f];

/** Letters and digits of any script; of the signs beyond ASCII the one that stands for a lost letter. */
const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x30 && code <= 0x39) ||
  (code > 0xbf && !(code >= 0x2000 && code < 0x2070) && !(code >= 0x3000 && code < 0x3040));

/** "e-mail" and "don't" are one word each, "l'image" and "sign-in" are two; "t?l?charg?e" lost its accents. */
const endOfWord = (text: string, start: number): number => {
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) continue;
    const joins =
      (code === question && isLetter(text.charCodeAt(at + 1))) ||
      (code === hyphen && at - start <= longestPrefix && isLetter(text.charCodeAt(at + 1))) ||
      (code === apostrophe && text[at + 1] === "t" && !isLetter(text.charCodeAt(at + 2)));
    if (!joins) break;
  }
  return at;
};

const longestPrefix = 2;

/** A lost letter is one sign, whatever stands for it, and a joint is none. */
const wordOf = (word: string): string =>
  /[-?\uFFFD]/.test(word) ? word.replaceAll("-", "").replaceAll(/[?\uFFFD]+/g, "?") : word;

const endOfAddress = (text: string, start: number): number => {
  let at = start;
  while (at < text.length && text.charCodeAt(at) !== space && text.charCodeAt(at) !== lineFeed) at += 1;
  return at;
};
