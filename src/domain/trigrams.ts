/**
 * Which phrases a text cannot hold, told without searching for them. Whatever matches a pattern holds the letters that
 * the pattern spells out; where three of those in a row are nowhere in the text, the pattern is nowhere either.
 */

/** The runs of three letters in a text, as a bitmap of their hashes: 4 kB, a new one for every letter. */
export type Trigrams = Uint32Array;

/** What a text must hold: all of `all`, and of each group in `oneOf` what one of its members needs. */
export type Need = { readonly all: readonly number[]; readonly oneOf: readonly (readonly Need[])[] };

const size = 1 << 15;

export const trigramsOf = (text: string): Trigrams => {
  const found = new Uint32Array(size / 32);
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) {
    hash = ((hash << 5) ^ text.charCodeAt(at)) & (size - 1);
    found[hash >> 5]! |= 1 << hash;
  }
  return found;
};

/** False where the text cannot match what `need` was read from; true says nothing. */
export const mayHold = (text: Trigrams, { all, oneOf }: Need): boolean =>
  all.every((trigram) => has(text, trigram)) &&
  oneOf.every((needs) => needs.some((need) => mayHold(text, need)));

const has = (text: Trigrams, trigram: number): boolean => ((text[trigram >> 5] ?? 0) & (1 << trigram)) !== 0;

/** Reads the source of a pattern. Of what it does not understand it asks nothing. */
export const needOf = (source: string): Need => {
  const { needs } = readAlternatives(source, 0);
  return needs.length === 1 && needs[0] !== undefined ? needs[0] : { all: [], oneOf: [needs] };
};

type Alternatives = { readonly needs: readonly Need[]; readonly end: number };

const readAlternatives = (source: string, start: number): Alternatives => {
  const needs: Need[] = [];
  let at = start;
  for (;;) {
    const { need, end } = readSequence(source, at);
    needs.push(need);
    if (source[end] !== "|") return { needs, end };
    at = end + 1;
  }
};

/** One alternative, up to `|`, `)` or the end. `run`: the letters that must stand side by side. */
const readSequence = (source: string, start: number): { readonly need: Need; readonly end: number } => {
  const all: number[] = [];
  const oneOf: (readonly Need[])[] = [];
  let [at, run] = [start, ""];
  while (at < source.length && source[at] !== "|" && source[at] !== ")") {
    const atom = readAtom(source, at);
    const { isOptional, isOnce, end } = readQuantifier(source, atom.end);
    if (atom.letter !== null && !isOptional) run += atom.letter;
    if (!(atom.isEmpty || (atom.letter !== null && isOnce))) {
      all.push(...hashes(run));
      run = "";
    }
    if (atom.needs !== null && !isOptional) oneOf.push(atom.needs);
    at = end;
  }
  all.push(...hashes(run));
  return { need: { all, oneOf }, end: at };
};

/** `letter`: it matches just this; `isEmpty`: it matches no letter at all, as `\b`; `needs`: it is a group. */
type Atom = {
  readonly letter: string | null;
  readonly isEmpty: boolean;
  readonly needs: readonly Need[] | null;
  readonly end: number;
};

const readAtom = (source: string, at: number): Atom => {
  const sign = source[at] ?? "";
  if (sign === "(") return readGroup(source, at);
  if (sign === "[") return other(endOfClass(source, at));
  if (sign === ".") return other(at + 1);
  if (sign === "^" || sign === "$") return { ...other(at + 1), isEmpty: true };
  if (sign !== "\\") return { ...other(at + 1), letter: sign };
  const escaped = source[at + 1] ?? "";
  if (escaped === "b") return { ...other(at + 2), isEmpty: true };
  return /[a-z\d]/i.test(escaped) ? other(endOfEscape(source, at)) : { ...other(at + 2), letter: escaped };
};

const other = (end: number): Atom => ({ letter: null, isEmpty: false, needs: null, end });

/** A look ahead or behind is passed over: it may say what must not be there. */
const readGroup = (source: string, at: number): Atom => {
  const [opening = ""] = /^\((?:\?(?::|<?[=!]|<\w+>))?/.exec(source.slice(at, at + 40)) ?? [];
  const isLook = /[=!]$/.test(opening);
  const { needs, end } = readAlternatives(source, at + opening.length);
  return { letter: null, isEmpty: isLook, needs: isLook ? null : needs, end: end + 1 };
};

const endOfClass = (source: string, start: number): number => {
  let at = start + 1;
  while (at < source.length && source[at] !== "]") at += source[at] === "\\" ? 2 : 1;
  return at + 1;
};

/** `\d`, `\u00A0`, `\p{L}` and their kin. */
const endOfEscape = (source: string, at: number): number =>
  at + (/^\\(?:u[\da-f]{4}|x[\da-f]{2}|[pPu]\{[^}]*\}|.)/i.exec(source.slice(at, at + 40))?.[0].length ?? 2);

type Quantifier = { readonly isOptional: boolean; readonly isOnce: boolean; readonly end: number };

const readQuantifier = (source: string, at: number): Quantifier => {
  const [whole = "", sign = "", least = "1"] =
    /^(?:([?*+])|\{(\d+)(?:,\d*)?\})\??/.exec(source.slice(at, at + 20)) ?? [];
  const isOptional = sign === "?" || sign === "*" || Number(least) === 0;
  return { isOptional, isOnce: whole === "", end: at + whole.length };
};

const hashes = (run: string): readonly number[] => {
  const found: number[] = [];
  for (let at = 2; at < run.length; at += 1)
    found.push(
      ((run.charCodeAt(at - 2) << 10) ^ (run.charCodeAt(at - 1) << 5) ^ run.charCodeAt(at)) & (size - 1),
    );
  return found;
};
