/**
 * `matchAll` without its copy of the pattern, which takes longer than most searches where the pattern is long.
 * Throws where the pattern is not global: it would match at one place for ever.
 */
export const everyMatch = (text: string, pattern: RegExp): readonly RegExpExecArray[] => {
  if (!pattern.global) throw new TypeError(`not a global pattern: ${pattern.source}`);
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex += pattern.unicode && isPair(text, match.index) ? 2 : 1;
  }
  return found;
};

/** A letter beyond the first plane is two units; from its second one a pattern with /u would go back to the first. */
const isPair = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff;
