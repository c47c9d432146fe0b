/**
 * The casebook: which case each letter is filed in. A pure function of the letters, of where they were filed
 * before, and of what the person said.
 *
 * Where the rules once filed a letter for certain is its home: there it stays, so that judging again changes
 * nothing, until the person says otherwise; what then is tied elsewhere by that which founds a case, and by
 * nothing here, goes along. Homes are found as if the person had moved nothing, so that every word can be taken
 * back. What is uncertain is looked at anew whenever a letter comes. Until it is known it makes a case of its
 * own: there it opens its windows, and closes nobody else's.
 */

import { caseFilesOf, type Member } from "./case-files.ts";
import { correct, type Correction } from "./correction.ts";
import type { CaseEvent } from "./events.ts";
import { bySight } from "./instants.ts";
import { type EventfulLetter, eventsOfLetter } from "./letter-events.ts";
import type { Finding, Letter } from "./letter.ts";
import { founding, ties, whose, type CaseFile, type Grounds, type Whose } from "./whose.ts";
import { assignmentsOf, correctionsOf, mergersOf, type Word } from "./words.ts";

/** Where a letter is filed. Candidates: the cases that an uncertain one may belong to. */
export type Filing = {
  readonly caseId: string;
  readonly certain: boolean;
  readonly by: Grounds | null;
  readonly candidates: readonly string[];
  /** Where the rules alone filed it first for certain. */
  readonly home: string | null;
  /** The case that it once made, or that it came back from nowhere for: should it have to make one again, it is the same. */
  readonly own?: string;
};

/** A judged letter without its text, as far as filing needs it. */
export type FiledLetter = Pick<Letter, "id" | "identifiers" | "seenAt"> & {
  /** Whose mailbox it came into; absent where there is only one. */
  readonly mailbox?: string;
  readonly messageId: string | null;
  readonly references: readonly string[];
  readonly finding: Finding;
  readonly filing: Filing | null;
  /** Of one that lies nowhere: the case that it lay in last. */
  readonly left?: string;
};

type Filings = ReadonlyMap<string, Filing>;

/** What a letter brings to the case that it is filed in, the person's correction taken in. */
export const eventsOf = (
  letter: EventfulLetter,
  finding: Finding,
  correction: Correction | undefined,
  caseId: string,
): readonly CaseEvent[] =>
  correction?.notMine === true ? [] : eventsOfLetter(letter, correct(finding, correction), caseId);

/**
 * Files every letter: where it is filed, by letter. A letter that moves no case opens none; a suspicious one, and
 * one that is not the person's, is filed nowhere. `caseIds`: every case that ever was, as a new one is named anew.
 */
export const fileLetters = (
  letters: readonly FiledLetter[],
  words: readonly Word[],
  caseIds: readonly string[],
): Filings => {
  const corrections = correctionsOf(words);
  const corrected = letters
    .map((letter) => ({ ...letter, finding: correct(letter.finding, corrections.get(letter.id)) }))
    .filter(({ id, finding }) => finding.trust !== "suspicious" && corrections.get(id)?.notMine !== true)
    .toSorted(bySight);
  const moving = corrected.filter((letter) => eventsOfLetter(letter, letter.finding, "").length > 0);
  const moves = movesOf(words);
  const names = [...caseIds, ...moving.flatMap(({ filing }) => filing?.home ?? [])];
  const alone = fileMoving(moving, settledBefore(moving, nothingMoved), names);
  const settled = alone.size === 0 || moves === nothingMoved ? alone : refile(moving, moves, alone, names);
  const others = corrected.filter(({ id }) => !settled.has(id));
  const before = new Map(letters.map((letter) => [letter.id, letter]));
  const homed = [...settled].map(
    ([id, filing]) => [id, { ...filing, home: homeIn(alone, id), ...ownOf(filing, before.get(id)) }] as const,
  );
  return new Map([...homed, ...fileAlong(others, moves, membersOf(moving, settled))]);
};

/** What the person moved: letters into cases, cases into others. */
type Moves = { readonly letters: ReadonlyMap<string, string>; readonly cases: ReadonlyMap<string, string> };

const nothingMoved: Moves = { letters: new Map(), cases: new Map() };

const movesOf = (words: readonly Word[]): Moves => {
  const cases = mergersOf(words);
  const assignments = [...assignmentsOf(words)];
  if (cases.size === 0 && assignments.length === 0) return nothingMoved;
  return { cases, letters: new Map(assignments.map(([id, caseId]) => [id, cases.get(caseId) ?? caseId])) };
};

const homeIn = (alone: Filings, id: string): string | null => {
  const filing = alone.get(id);
  return filing?.certain === true ? filing.caseId : null;
};

/** Once more with what the person moved; each letter that the rules filed starts from its home. */
const refile = (
  moving: readonly FiledLetter[],
  moves: Moves,
  alone: Filings,
  names: readonly string[],
): Filings => {
  const athome = moving.map((letter) => {
    const home = homeIn(alone, letter.id);
    return home === null || letter.filing === null
      ? { ...letter, filing: alone.get(letter.id) ?? null }
      : { ...letter, filing: { ...letter.filing, by: alone.get(letter.id)?.by ?? null, home } };
  });
  const taken = [...names, ...[...alone.values()].map(({ caseId }) => caseId)];
  return fileMoving(athome, settledBefore(athome, moves), taken);
};

/** What stays: what the person moved, and what is at home, unless it is tied elsewhere now. */
const settledBefore = (moving: readonly FiledLetter[], moves: Moves): Filings => {
  const settled = new Map(
    moving.flatMap(({ id, filing }) => {
      const assigned = moves.letters.get(id);
      if (assigned !== undefined) return [[id, certainly(assigned, "person")] as const];
      const home = filing?.home ?? null;
      if (home === null) return [];
      return [[id, certainly(moves.cases.get(home) ?? home, filing?.by ?? null)] as const];
    }),
  );
  if (moves === nothingMoved) return settled;
  const files = caseFilesOf(membersOf(moving, settled));
  for (const letter of moving) {
    const filing = settled.get(letter.id);
    if (filing === undefined || !canFollow(filing) || !isTied(letter, files, filing.caseId)) continue;
    const others = moving.filter(({ id }) => id !== letter.id);
    const here = caseFilesOf(membersOf(others, settled)).filter(({ caseId }) => caseId === filing.caseId);
    if (!isTied(letter, here, null)) settled.delete(letter.id);
  }
  return settled;
};

/** What the person moved may have taken with it all that tied a letter; but what opened a case stays there. */
const canFollow = ({ by }: Filing): boolean => by !== "person" && by !== "opened it" && by !== "answer";

/** True if what founds a case ties the letter to one of these, other than `except`. */
const isTied = ({ identifiers }: FiledLetter, files: readonly CaseFile[], except: string | null): boolean =>
  files.some((file) => file.caseId !== except && founding.some((clue) => ties(identifiers, file, clue)));

/** Again and again from the start, as long as one more letter becomes certain. */
const fileMoving = (
  moving: readonly FiledLetter[],
  settled: Filings,
  caseIds: readonly string[],
): Filings => {
  const filed = new Map(settled);
  const uncertain = new Map<string, Filing>();
  const names = [...caseIds, ...[...settled.values()].map(({ caseId }) => caseId)];
  for (let letter = nextOf(moving, filed, uncertain); letter; letter = nextOf(moving, filed, uncertain)) {
    const all = new Map([...filed, ...uncertain]);
    const verdict = whose(cluesOf(letter), caseFilesOf(membersOf(moving, all)));
    const filing = filingOf(letter, verdict, all, names);
    names.push(filing.caseId);
    if (!filing.certain) uncertain.set(letter.id, filing);
    else {
      filed.set(letter.id, filing);
      uncertain.clear();
    }
  }
  return new Map([...filed, ...uncertain]);
};

const nextOf = (moving: readonly FiledLetter[], ...filed: readonly Filings[]): FiledLetter | undefined =>
  moving.find(({ id }) => filed.every((each) => !each.has(id)));

const filingOf = (letter: FiledLetter, verdict: Whose, all: Filings, names: readonly string[]): Filing => {
  if (verdict.fits === "none") return certainly(ownCase(letter, all, names), "opened it");
  if (verdict.fits === "several")
    return {
      caseId: ownCase(letter, all, names),
      certain: false,
      by: null,
      candidates: verdict.candidates,
      home: null,
    };
  const { caseId, by } = verdict;
  const lying = [...all.values()].filter((filing) => filing.caseId === caseId);
  return lying.some(({ certain }) => certain) || lying[0] === undefined
    ? certainly(caseId, by)
    : { ...lying[0], by };
};

/** The case that it made or lay in before, where nothing else lies there; else a new one. */
const ownCase = (letter: FiledLetter, all: Filings, names: readonly string[]): string => {
  const { own } = ownOf(letter.filing, letter);
  const taken = [...all.values()].some(({ caseId }) => caseId === own);
  return own !== undefined && !taken ? own : nextCaseId(names);
};

/** The case that a letter made: where it lies now, or lay before the person moved it, or before it lay nowhere. */
const ownOf = (
  filing: Filing | null,
  before: Pick<FiledLetter, "filing" | "left"> | undefined,
): Pick<Filing, "own"> => {
  const made = filing !== null && (!filing.certain || filing.by === "opened it");
  const earlier = before?.filing ? ownOf(before.filing, undefined).own : before?.left;
  const own = made ? filing.caseId : (filing?.own ?? earlier);
  return own === undefined ? {} : { own };
};

/** "case-1", "case-2" and so on: one higher than any there ever was. */
export const nextCaseId = (caseIds: readonly string[]): string =>
  `case-${1 + Math.max(0, ...caseIds.map((id) => Number(/^case-(\d+)$/.exec(id)?.[1] ?? 0)))}`;

/** Letters that move nothing lie where they fit, for the person to see; where that is uncertain, nowhere. */
const fileAlong = (letters: readonly FiledLetter[], moves: Moves, members: readonly Member[]): Filings => {
  if (letters.length === 0) return new Map();
  const files: readonly CaseFile[] = caseFilesOf(members).filter(({ certain }) => certain);
  return new Map(
    letters.flatMap((letter) => {
      const assigned = moves.letters.get(letter.id);
      if (assigned !== undefined) return [[letter.id, certainly(assigned, "person")] as const];
      const verdict =
        letter.finding.trust === null ? { fits: "none" as const } : whose(cluesOf(letter), files);
      return verdict.fits === "one" ? [[letter.id, certainly(verdict.caseId, verdict.by)] as const] : [];
    }),
  );
};

const membersOf = (letters: readonly FiledLetter[], filed: Filings): readonly Member[] =>
  letters.flatMap(({ id, finding, identifiers, messageId, mailbox }) => {
    const filing = filed.get(id);
    const { kind, forwarded } = finding;
    return filing === undefined
      ? []
      : [{ ...filing, kind, forwarded, identifiers, messageId, ...(mailbox !== undefined && { mailbox }) }];
  });

const cluesOf = ({ identifiers, references, mailbox, finding: { kind, forwarded } }: FiledLetter) => ({
  identifiers,
  references,
  forwarded,
  invites: kind === "portal1" && !forwarded,
  ...(mailbox !== undefined && { mailbox }),
});

const certainly = (caseId: string, by: Grounds | null): Filing => ({
  caseId,
  certain: true,
  by,
  candidates: [],
  home: null,
});
