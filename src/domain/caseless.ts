/**
 * A pattern that matches letters in either case by itself, without the flag for it; what stands in `(?-i:…)` keeps its case. Where a process
 * holds much code of patterns already V8 compiles a pattern with that sign and the flag so that nothing behind the sign matches in either case.
 */
export const caseless = (source: string, flags: string): RegExp => {
  const groups: boolean[] = [];
  const written = source.replaceAll(tokens, (token) => {
    if (token.startsWith("(")) {
      groups.push(token === keepsCase || groups.at(-1) === true);
      return token === keepsCase ? "(?:" : token;
    }
    if (token === ")") groups.pop();
    return groups.at(-1) === true ? token : inEitherCase(token);
  });
  return new RegExp(written, flags);
};

const keepsCase = "(?-i:";

const escaped = String.raw`\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\dA-F]{4}|k<[^>]*>|.)`;
/** Escapes, beginnings and ends of groups, classes, and letters. */
const tokens = new RegExp(
  String.raw`${escaped}|\((?:\?(?:-i:|<?[=!]|:|<\w+>))?|\)|\[(?:\\.|[^\]\\])*\]|\p{L}`,
  "gu",
);

const inEitherCase = (token: string): string => {
  if (token.startsWith("[")) return `[${token.slice(1, -1).replaceAll(inClass, bothOf)}]`;
  return /^\p{L}$/u.test(token) ? `[${bothOf(token)}]` : token;
};

/** Escapes, ranges of letters, and letters. */
const inClass = new RegExp(String.raw`${escaped}|\p{L}-\p{L}|\p{L}`, "gu");

const bothOf = (letters: string): string => {
  if (letters.startsWith("\\")) return letters;
  const [small, capital] = [letters.toLowerCase(), letters.toUpperCase()];
  return small === capital || small.length !== capital.length ? letters : `${small}${capital}`;
};
