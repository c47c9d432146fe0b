/** The person puts letters into cases, takes them out, and makes one case of two. */

import { nextCaseId } from "../domain/casebook.ts";
import type { Milestone } from "../domain/milestones.ts";
import { mergersOf, type Said } from "../domain/words.ts";
import { chooseCase, chooseLetter } from "./choose.ts";
import type { CaseRecord, Ledger, StoredLetter } from "./ports.ts";
import type { ReplanPorts } from "./replan.ts";
import { speak, takeBack, takeBackLast, type Problem } from "./word.ts";

export type Moved = {
  readonly ok: true;
  readonly letterIds: readonly string[];
  /** Where they lie now; null: in no case. */
  readonly caseId: string | null;
  /** Those of them that lie in no case all the same: they are suspicious, or nobody's. */
  readonly nowhere: readonly string[];
  /** What the person had said of cases that no letter lies in any more. */
  readonly said: readonly SaidBefore[];
};

/** `into`: the case where it counts now, along with the letters; null where they went several ways, or nowhere. */
export type SaidBefore = {
  readonly caseId: string;
  readonly milestones: readonly Milestone[];
  readonly into: string | null;
};

/** Puts a letter into a case; null takes that back. */
export const assign = async (
  ports: ReplanPorts,
  wanted: string,
  caseId: string | null,
): Promise<Moved | Problem> => {
  const { ledger } = ports;
  const letter = await chooseLetter(ledger, wanted);
  if (typeof letter === "string") return { ok: false, problem: letter };
  const record = caseId === null ? null : await chooseAnyCase(ledger, caseId);
  if (typeof record === "string") return { ok: false, problem: record };
  const said =
    record === null
      ? await takeBack(ledger, (each) => each.what === "assigned" && each.letterId === letter.id)
      : ({ what: "assigned", letterId: letter.id, caseId: record.id } as const);
  if (said === null) return { ok: false, problem: `you put letter ${letter.id} into no case` };
  return await move(ports, [said], [letter]);
};

/** A case that its letters left goes by the name of the one they went to; they can be put back all the same. */
const chooseAnyCase = async (ledger: Ledger, wanted: string): Promise<CaseRecord | string> => {
  const emptied = (await ledger.cases()).find(
    ({ id, mergedInto }) => id === wanted && mergedInto !== undefined,
  );
  return emptied === undefined || mergersOf(await ledger.words()).has(emptied.id)
    ? await chooseCase(ledger, wanted)
    : emptied;
};

const move = async (
  ports: ReplanPorts,
  said: readonly Said[],
  letters: readonly StoredLetter[],
): Promise<Moved> => {
  const { ledger } = ports;
  const before = await saidIn(ledger);
  await speak(ports, { said, mailbox: letters[0]?.mailbox ?? "", letters });
  const letterIds = letters.map(({ id }) => id);
  const now = new Map((await ledger.filedLetters()).map(({ id, filing }) => [id, filing?.caseId]));
  const [caseId = null] = letterIds.flatMap((id) => now.get(id) ?? []);
  const nowhere = letterIds.filter((id) => now.get(id) === undefined);
  return { ok: true, letterIds, caseId, nowhere, said: await leftBehind(ledger, letters, before) };
};

type Utterance = { readonly id: string; readonly caseId: string; readonly milestone: Milestone };

/** All that the person said, and the case in which it counts. */
const saidIn = async (ledger: Ledger): Promise<readonly Utterance[]> =>
  [...(await ledger.allEvents()).values()].flat().filter(({ source }) => source === "person");

/** What counts in another case now, or in one where no letter lies any more. */
const leftBehind = async (
  ledger: Ledger,
  letters: readonly StoredLetter[],
  before: readonly Utterance[],
): Promise<readonly SaidBefore[]> => {
  const lived = new Set((await ledger.filedLetters()).map(({ filing }) => filing?.caseId));
  const left = new Set(letters.map(({ filing }) => filing?.caseId));
  const now = new Map((await saidIn(ledger)).map(({ id, caseId }) => [id, caseId]));
  const moved = before
    .filter(({ caseId }) => left.has(caseId))
    .map(({ id, caseId, milestone }) => ({ caseId, milestone, into: now.get(id) ?? caseId }))
    .filter(({ caseId, into }) => caseId !== into || !lived.has(caseId));
  return [...Map.groupBy(moved, ({ caseId, into }) => `${caseId} ${into}`).values()].map((group) => {
    const { caseId, into } = group[0]!;
    const milestones = group.map(({ milestone }) => milestone);
    return { caseId, milestones, into: into === caseId ? null : into };
  });
};

/** Takes letters out of their case, into a new one of their own. */
export const split = async (ports: ReplanPorts, wanted: readonly string[]): Promise<Moved | Problem> => {
  const letters: StoredLetter[] = [];
  for (const each of wanted) {
    const letter = await chooseLetter(ports.ledger, each);
    if (typeof letter === "string") return { ok: false, problem: letter };
    letters.push(letter);
  }
  const caseId = nextCaseId(await namesOf(ports.ledger));
  const said = letters.map(({ id }): Said => ({ what: "assigned", letterId: id, caseId }));
  return await move(ports, said, letters);
};

/** Every name that a case has, had, or may have again. */
const namesOf = async (ledger: Ledger): Promise<readonly string[]> => [
  ...(await ledger.cases()).map(({ id }) => id),
  ...(await ledger.filedLetters()).flatMap(({ filing }) => filing?.home ?? []),
  ...(await ledger.words()).flatMap(({ said }) => (said.what === "assigned" ? [said.caseId] : [])),
];

export type Merged = { readonly ok: true; readonly caseId: string; readonly into: string | null };

/** Makes one case of two; `into` null takes that back. */
export const merge = async (
  ports: ReplanPorts,
  wanted: string,
  into: string | null,
): Promise<Merged | Problem> => {
  const { ledger } = ports;
  const record = (await ledger.cases()).find(({ id }) => id === wanted) ?? (await chooseCase(ledger, wanted));
  if (typeof record === "string") return { ok: false, problem: record };
  const target = into === null ? null : await chooseCase(ledger, into);
  if (typeof target === "string") return { ok: false, problem: target };
  if (target?.id === record.id) return { ok: false, problem: `${wanted} and ${into} are one case already` };
  const said =
    target === null
      ? await takeBack(ledger, (each) => each.what === "merged" && each.caseId === record.id)
      : ({ what: "merged", caseId: record.id, into: target.id } as const);
  if (said === null) return { ok: false, problem: `you did not merge ${record.id} into another case` };
  await speak(ports, { said: [said], mailbox: record.mailbox });
  return { ok: true, caseId: record.id, into: target?.id ?? null };
};

export type Labelled = { readonly ok: true; readonly record: CaseRecord };

/** Gives a case a name that mails and `status` show; null takes the last one back. */
export const label = async (
  ports: ReplanPorts,
  wanted: string,
  name: string | null,
): Promise<Labelled | Problem> => {
  const { ledger } = ports;
  const record = await chooseCase(ledger, wanted);
  if (typeof record === "string") return { ok: false, problem: record };
  const isOfIt = (said: Said): boolean => said.what === "labelled" && said.caseId === record.id;
  const said: Said | null =
    name === null ? await takeBackLast(ledger, isOfIt) : { what: "labelled", caseId: record.id, label: name };
  if (said === null) return { ok: false, problem: `you gave ${record.id} no name` };
  await speak(ports, { said: [said], mailbox: record.mailbox });
  return { ok: true, record: (await ledger.case(record.id)) ?? record };
};
