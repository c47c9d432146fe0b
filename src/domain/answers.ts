/**
 * Answers to reminders: what the person writes back, and the subject of an answer that a button prepares.
 *
 * An answer is one line in English, French or Chinese, every word of which is known: "done photo, but the address …"
 * is not half understood but not at all.
 */

import {
  allWords,
  chineseNumbers,
  dayWords,
  fillers,
  latinNumbers,
  taskWords,
  unitWords,
  verbs,
  verbWords,
  type Verb,
} from "./answer-words.ts";
import { foldLine } from "./fold.ts";
import { withoutQuotes } from "./forward.ts";
import { dayMs, hourMs, minuteMs } from "./instants.ts";
import { tasks as allTasks, type Task } from "./letter.ts";

export type { Verb } from "./answer-words.ts";

/** "all": whatever the reminder tells of, said so; none named: whatever it tells of, where that is clear. */
export type Subjects = "all" | readonly Task[];

export type Command = {
  readonly verb: Verb;
  readonly tasks: Subjects;
  /** How long to wait, for snooze alone; null where it was not said. */
  readonly ms: number | null;
};

/** Which reminder is answered: its id, and what nobody but its reader can know (20 hex digits). */
export type Mark = { readonly reminderId: string; readonly token: string };

/** The subject of a prepared answer: `Landfall: snooze photo 1 day [<reminder>~<token>]`. */
export const answerSubject = (command: Command, { reminderId, token }: Mark): string =>
  `Landfall: ${canonical(command)} [${reminderId}~${token}]`;

/** The command as it is written for everybody: `done photo`, `snooze photo 1 day`. */
export const canonical = ({ verb, tasks, ms }: Command): string =>
  [verb, ...(tasks === "all" ? ["all"] : tasks), ...(ms === null ? [] : [duration(ms)])].join(" ");

/** What a subject says, if a button prepared it; null for any other. The token is not checked here. */
export const readAnswerSubject = (subject: string): (Mark & { readonly command: Command | null }) | null => {
  const found = prepared.exec(subject.slice(0, 1_000));
  const { command = "", id = "", token = "" } = found?.groups ?? {};
  return found === null ? null : { reminderId: id, token, command: readCommand(command) };
};

const prepared = /Landfall:(?<command>[^[\]]{0,200})\[\s*(?<id>[^\s[\]~]+)\s*~\s*(?<token>[0-9a-f]{20})\s*\]/;

/** The first line of a mail that the person wrote themselves; null where there is none, but perhaps a signature. */
export const ownLineOf = (text: string): string | null => {
  const lines = withoutQuotes(text.slice(0, longestText)).split("\n");
  const first = lines.find((line) => line.trim() !== "")?.trim();
  return first === undefined || isSignature(foldLine(first)) ? null : first;
};

/** RFC 3676 section 4.3, and what phones and Outlook put below a mail by themselves. */
const isSignature = (line: string): boolean =>
  /^--$|^(?:sent (?:from|with|via)|get outlook|envoye (?:de|depuis|avec|a partir|via)|obtenez outlook|telechargez outlook|发自|从我的|来自我的|获取 ?outlook)/.test(
    line,
  );

const longestText = 60_000;
const longestLine = 200;

/** One line; null unless every word of it is understood and together they say one thing. */
export const readCommand = (line: string): Command | null => {
  if (line.length > longestLine) return null;
  const pieces = piecesOf(foldLine(line));
  if (pieces === null) return null;
  const said = distinct(pieces.flatMap((piece) => ("verb" in piece ? [piece.verb] : [])));
  const named = new Set(pieces.flatMap((piece) => ("task" in piece ? [piece.task] : [])));
  const waits = pieces.flatMap((piece) => ("ms" in piece ? [piece.ms] : []));
  const [verb = waits.length > 0 ? "snooze" : impliedBy(pieces)] = said;
  if (verb === undefined || said.length > 1 || waits.length > (verb === "snooze" ? 1 : 0)) return null;
  const all = pieces.some((piece) => "all" in piece);
  if (all && named.size > 0) return null;
  return { verb, tasks: all ? "all" : allTasks.filter((task) => named.has(task)), ms: waits[0] ?? null };
};

/** "printed", "answered", "imprimé" and "j'ai répondu" say what was done, and that it was. */
const impliedBy = (pieces: readonly Piece[]): Verb | undefined =>
  pieces.some((piece) => "task" in piece && piece.isPast) ? "done" : undefined;

type Piece =
  | { readonly verb: Verb }
  | { readonly task: Task; readonly isPast: boolean }
  | { readonly ms: number }
  | { readonly all: true }
  | { readonly filler: true };

/** The line as known words, left to right; null where one is not known. */
const piecesOf = (line: string): readonly Piece[] | null => {
  const pieces: Piece[] = [];
  for (let at = separators(line, 0); at < line.length; at = separators(line, at)) {
    const next = waitAt(line, at) ?? wordAt(line, at);
    if (next === null) return null;
    pieces.push(next.piece);
    at += next.length;
  }
  return pieces;
};

type Next = { readonly piece: Piece; readonly length: number };

/** Of all words that stand at this place the longest one. */
const wordAt = (line: string, at: number): Next | null => {
  const found = vocabulary.find(([word]) => line.startsWith(word, at) && isWhole(word, line, at));
  return found === undefined ? null : { piece: found[1], length: found[0].length };
};

/** Latin words end where no letter follows; Chinese ones, and "l'", end anywhere. */
const isWhole = (word: string, line: string, at: number): boolean =>
  !/[a-z0-9]$/.test(word) || !/[a-z0-9]/.test(line.charAt(at + word.length));

/** "6h", "6 hours", "une semaine", "两天". */
const waitAt = (line: string, at: number): Next | null => {
  waitForm.lastIndex = at;
  const [whole, count = "", unit = ""] = waitForm.exec(line) ?? [];
  const ms = (counts.get(count) ?? Number(count)) * (units.get(unit) ?? 0);
  return whole === undefined || ms === 0 ? null : { piece: { ms }, length: whole.length };
};

const units: ReadonlyMap<string, number> = new Map(unitWords);
const counts: ReadonlyMap<string, number> = new Map(
  [latinNumbers, chineseNumbers].flatMap((all) =>
    all.flatMap((same, index) => same.map((word) => [word, index + 1] as const)),
  ),
);

const oneOf = (words: Iterable<string>): string =>
  [...words].toSorted((a, b) => b.length - a.length).join("|");

/** "and" is no "an d": a word for a number stands apart. */
const waitForm = new RegExp(
  `(\\d{1,3}|(?:${oneOf(latinNumbers.flat())})(?= )|${oneOf(chineseNumbers.flat())}) ?(${oneOf(units.keys())})(?![a-z0-9])`,
  "y",
);

const separators = (line: string, from: number): number => {
  let at = from;
  while (at < line.length && /[\s,;:.!&+/"*()。、,!-]/.test(line.charAt(at))) at += 1;
  return at;
};

const pastForms = /^(?:replied|answered|printed|imprime|repondu)$/;

/** Every known word with what it means, the longest first. */
const vocabulary: readonly (readonly [string, Piece])[] = [
  ...verbs.flatMap((verb) => verbWords[verb].map((word) => [word, { verb }] as const)),
  ...allTasks.flatMap((task) =>
    taskWords[task].map((word) => [word, { task, isPast: pastForms.test(word) }] as const),
  ),
  ...dayWords.map(([word, ms]) => [word, { ms }] as const),
  ...allWords.map((word) => [word, { all: true }] as const),
  ...fillers.map((word) => [word, { filler: true }] as const),
].toSorted(([a], [b]) => b.length - a.length);

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

const duration = (ms: number): string => {
  const [unit, name] = longUnits.find(([size]) => ms % size === 0) ?? [minuteMs, "minute"];
  const count = Math.max(1, Math.round(ms / unit));
  return `${count} ${name}${count === 1 ? "" : "s"}`;
};

const longUnits = [
  [dayMs, "day"],
  [hourMs, "hour"],
] as const;
