/** Letters were judged, or the person spoke: file the letters anew, and write down what changes. */

import { eventsOf, fileLetters, type FiledLetter, type Filing } from "../domain/casebook.ts";
import { emptiedInto } from "../domain/emptied.ts";
import type { Clue } from "../domain/letter.ts";
import { correctionsOf, labelsOf, mergersOf, type Word } from "../domain/words.ts";
import type { CaseRecord, Change, Judgement, Ledger, StoredLetter } from "./ports.ts";

/** What is new: letters with the findings they have now, and words that were just said. */
export type News = {
  readonly mailbox: string;
  readonly letters?: readonly FiledLetter[];
  readonly words?: readonly Word[];
};

/**
 * Takes the news in: one transaction writes the words, the cases, the findings, and where every letter lies. Returns
 * the ids of the cases that may look different now.
 */
export const takeIn = async (ledger: Ledger, news: News): Promise<readonly string[]> => {
  const [known, said, cases] = await Promise.all([ledger.filedLetters(), ledger.words(), ledger.cases()]);
  const change = changeOf({ known, said, cases }, news);
  await ledger.record(change);
  return touchedBy(change, known);
};

/** The cases that letters came to, or left. */
const touchedBy = ({ judgements = [] }: Change, known: readonly FiledLetter[]): readonly string[] => {
  const before = new Map(known.map(({ id, filing }) => [id, filing?.caseId]));
  const touched = judgements.flatMap(({ letterId, filing }) => [filing?.caseId, before.get(letterId)]);
  return [...new Set(touched.filter((id) => id !== undefined))];
};

/** A letter as it is filed; null until it is judged. */
export const toFiled = ({ message, finding, ...letter }: StoredLetter): FiledLetter | null =>
  finding === null
    ? null
    : { ...letter, finding, messageId: message.messageId, references: message.references };

type Known = {
  readonly known: readonly FiledLetter[];
  readonly said: readonly Word[];
  readonly cases: readonly CaseRecord[];
};

const changeOf = ({ known, said, cases }: Known, news: News): Change => {
  const letters = [
    ...new Map([...known, ...(news.letters ?? [])].map((letter) => [letter.id, letter])).values(),
  ];
  const words = [...said, ...(news.words ?? [])];
  const filings = fileLetters(letters, words, namesOf(cases, words));
  return {
    words: news.words ?? [],
    cases: changedCases({ cases, letters, words, filings, mailbox: news.mailbox }),
    judgements: changedLetters({ letters, words, filings }, said, news),
  };
};

const namesOf = (cases: readonly CaseRecord[], words: readonly Word[]): readonly string[] => [
  ...cases.map(({ id }) => id),
  ...words.flatMap(({ said }) => (said.what === "assigned" ? [said.caseId] : [])),
];

type Filed = {
  readonly letters: readonly FiledLetter[];
  readonly words: readonly Word[];
  readonly filings: ReadonlyMap<string, Filing>;
};

const changedLetters = (
  { letters, words, filings }: Filed,
  before: readonly Word[],
  news: News,
): readonly Judgement[] => {
  const isNew = new Set(news.letters?.map(({ id }) => id));
  const [corrected, earlier] = [correctionsOf(words), correctionsOf(before)];
  return letters.flatMap((letter) => {
    const { id, finding } = letter;
    const filing = filings.get(id) ?? null;
    const correction = corrected.get(id);
    const same = isSameFiling(filing, letter.filing) && isSame(correction, earlier.get(id));
    if (same && !isNew.has(id)) return [];
    const events = filing === null ? [] : eventsOf(letter, finding, correction, filing.caseId);
    return [{ letterId: id, finding, filing, events }];
  });
};

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** Asked of every letter there is, with each one that comes. */
const isSameFiling = (one: Filing | null, other: Filing | null): boolean =>
  one?.caseId === other?.caseId &&
  one?.home === other?.home &&
  one?.own === other?.own &&
  one?.certain === other?.certain &&
  one?.by === other?.by &&
  one?.candidates.join() === other?.candidates.join();

/** Cases that are new, renamed, merged, or emptied into another. The first one bears the mailbox's name: mostly there is no other. */
const changedCases = ({
  cases,
  letters,
  words,
  filings,
  mailbox,
}: Filed & { readonly cases: readonly CaseRecord[]; readonly mailbox: string }): readonly CaseRecord[] => {
  const labels = labelsOf(words);
  const mergedInto = mergedBy(words, emptiedInto(letters, words, filings));
  const known = new Map(cases.map((record) => [record.id, record]));
  const opened = letters.flatMap((letter) => {
    const caseId = filings.get(letter.id)?.caseId;
    if (caseId === undefined || known.has(caseId)) return [];
    const record = { id: caseId, label: known.size === 0 ? mailbox : nameFor(letter, caseId), mailbox };
    known.set(caseId, record);
    return [record];
  });
  // Of a name that was taken back nothing is left but what the case was called before anybody named it.
  const wasNamed = new Set(words.flatMap(({ said }) => (said.what === "labelled" ? [said.caseId] : [])));
  const firstName = ({ id, mailbox: own }: CaseRecord): string => {
    const first = letters.find((letter) => filings.get(letter.id)?.caseId === id);
    return id === cases[0]?.id || first === undefined ? own : nameFor(first, id);
  };
  return [...cases, ...opened].flatMap((record) => {
    const into = mergedInto(record.id);
    const now: CaseRecord = {
      id: record.id,
      label: labels.get(record.id) ?? (wasNamed.has(record.id) ? firstName(record) : record.label),
      mailbox: record.mailbox,
      ...(into === undefined ? {} : { mergedInto: into }),
    };
    return opened.includes(record) || !isSame(now, record) ? [now] : [];
  });
};

/** Into which case another goes: by the person's word, else along with its letters. */
const mergedBy = (
  words: readonly Word[],
  emptied: ReadonlyMap<string, string>,
): ((caseId: string) => string | undefined) => {
  const mergers = mergersOf(words);
  return (caseId) => {
    const into = mergers.get(caseId) ?? caseId;
    const end = emptied.get(into) ?? into;
    return end === caseId ? undefined : end;
  };
};

/** By what the person most likely knows the case by. */
export const nameFor = (
  { identifiers: { hints = {} } }: Pick<FiledLetter, "identifiers">,
  caseId: string,
): string => {
  for (const [clue, words] of naming) {
    const hint = hints[clue];
    if (hint !== undefined) return `${words} ${hint}`.trim();
  }
  return caseId;
};

const naming: readonly (readonly [Clue, string])[] = [
  ["accountName", "account"],
  ["applicationNumber", "application"],
  ["uci", "UCI"],
  ["recipient", ""],
];
