/** Which parts of a regular expression may take exponential time, by their shape alone. */

/**
 * Groups that are repeated without bound and hold a repetition without bound of what could be the next round's
 * beginning, or alternatives of which two can begin alike. What begins with a letter of its own is told apart by it.
 */
export const ambiguousRepetitions = (source: string): readonly string[] =>
  groupsOf(source)
    .filter(({ isEndless, inner }) => isEndless && isAmbiguous(inner))
    .map(({ whole }) => whole);

type Group = { readonly whole: string; readonly inner: string; readonly isEndless: boolean };

/** Every group, with what repeats it. */
const groupsOf = (source: string): readonly Group[] => {
  const open: number[] = [];
  const groups: Group[] = [];
  for (const { sign, at, end } of signsOf(source)) {
    if (sign === "(") open.push(at);
    if (sign !== ")") continue;
    const start = open.pop() ?? 0;
    const [quantifier = ""] = endless.exec(source.slice(end)) ?? [];
    groups.push({
      whole: source.slice(start, end) + quantifier,
      inner: source.slice(start + 1, at).replace(/^\?(?::|<\w+>)/, ""),
      isEndless: quantifier !== "",
    });
  }
  return groups;
};

const endless = /^(?:[*+]|\{\d+,\})/;

type Sign = { readonly sign: string; readonly at: number; readonly end: number };

/** One by one: an escape or a class is one sign. */
const signsOf = (source: string): readonly Sign[] =>
  [
    ...source.matchAll(/\\(?:u\{[^}]+\}|u[\da-f]{4}|x[\da-f]{2}|p\{[^}]*\}|.)|\[(?:\\.|[^\]\\])*\]|[^]/gi),
  ].map(({ 0: sign, index: at }) => ({ sign, at, end: at + sign.length }));

const isAmbiguous = (inner: string): boolean => {
  const alternatives = alternativesOf(inner).map((each) => signsOf(each).map(({ sign }) => sign));
  const isAlike = alternatives.some((one, at) =>
    alternatives.slice(at + 1).some((other) => beginAlike(one, other)),
  );
  return isAlike || alternatives.some((each) => holdsEndless(each) && !isMarked(each));
};

const alternativesOf = (inner: string): readonly string[] => {
  const parts = [""];
  let depth = 0;
  for (const { sign } of signsOf(inner)) {
    depth += Number(sign === "(") - Number(sign === ")");
    if (sign === "|" && depth === 0) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return parts;
};

/** Until one ends, or may be repeated, two alternatives can be told apart by any sign. */
const beginAlike = (one: readonly string[], other: readonly string[]): boolean => {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const [first = "", second = ""] = [one[at], other[at]];
    const [next = "", afterwards = ""] = [one[at + 1], other[at + 1]];
    if (/[?*{]/.test(next + afterwards)) return true;
    if (!overlap(first, second)) return false;
    if (first === "" || second === "" || next === "+" || afterwards === "+") return true;
  }
  return true;
};

/** Tried on every letter of ASCII: a group, a dot or nothing can begin with any. */
const overlap = (one: string, other: string): boolean => {
  if ([one, other].some((sign) => sign === "" || sign === "(" || sign === ".")) return true;
  const [first, second] = [one, other].map((sign) => new RegExp(`^${sign}$`, "iu"));
  return letters.some((letter) => first?.test(letter) === true && second?.test(letter) === true);
};

const letters = Array.from({ length: 0x250 }, (_none, code) => String.fromCodePoint(code));

const holdsEndless = (signs: readonly string[]): boolean =>
  signs.some((_sign, at) => at > 0 && endless.test(signs.slice(at).join("")));

/** Each round begins, or ends, with a sign that must be there and that nothing else in it can be. */
const isMarked = (signs: readonly string[]): boolean => {
  const isOnce = !/^[*?+{]/.test(signs[1] ?? "");
  return (isOnce && isAlone(signs[0], signs.slice(1))) || isAlone(signs.at(-1), signs.slice(0, -1));
};

const isAlone = (mark: string | undefined, rest: readonly string[]): boolean =>
  mark !== undefined &&
  !/^[()*+?{}.^$]/.test(mark) &&
  !rest.some((sign) => !/^(?:[?:*+{}(),|\d]|\\b)$/i.test(sign) && overlap(mark, sign));

/**
 * Two repetitions without bound, side by side, of what can be the same sign: where the rest fails, every way to share
 * the signs between them is tried. What may be left out between them does not keep them apart.
 */
export const neighbours = (source: string): readonly string[] => {
  const found: string[] = [];
  let before: readonly Repeated[] = [];
  for (const atom of atomsOf(source)) {
    if (atom.isEndless)
      found.push(
        ...before.filter(({ sign }) => overlap(sign, atom.sign)).map(({ whole }) => whole + atom.whole),
      );
    if (!atom.isOptional) before = [];
    if (atom.isEndless) before = [...before, atom];
  }
  return found;
};

type Repeated = {
  readonly sign: string;
  readonly whole: string;
  readonly isEndless: boolean;
  readonly isOptional: boolean;
};

/** Signs with what repeats them. A bracket or a bar is one that nothing else can be: groups are looked at elsewhere. */
const atomsOf = (source: string): readonly Repeated[] => {
  const atoms: Repeated[] = [];
  let end = 0;
  for (const { sign, at, end: behind } of signsOf(source)) {
    if (at < end) continue;
    const [quantifier = ""] = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(behind)) ?? [];
    end = behind + quantifier.length;
    if (/^(?:\\b|[\^$])$/.test(sign)) continue;
    const isStructure = /^[()|]$/.test(sign);
    atoms.push({
      sign: isStructure ? "\u0000" : sign,
      whole: sign + quantifier,
      isEndless: !isStructure && /^(?:[*+]|\{\d+,\})/.test(quantifier),
      isOptional: !isStructure && /^(?:[*?]|\{0)/.test(quantifier),
    });
  }
  return atoms;
};
