/** The person puts letters into cases, takes them out, and makes one case of two. */

import { nextCaseId } from "../domain/casebook.ts";
import { chooseCase, chooseLetter } from "./choose.ts";
import type { CaseRecord, Ledger, StoredLetter } from "./ports.ts";
import type { ReplanPorts } from "./replan.ts";
import { speak, takeBack, type Problem } from "./word.ts";

export type Moved = {
  readonly ok: true;
  readonly letterIds: readonly string[];
  /** Where they lie now; null: in no case. */
  readonly caseId: string | null;
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
  const record = caseId === null ? null : await chooseCase(ledger, caseId);
  if (typeof record === "string") return { ok: false, problem: record };
  const said =
    record === null
      ? await takeBack(ledger, (each) => each.what === "assigned" && each.letterId === letter.id)
      : ({ what: "assigned", letterId: letter.id, caseId: record.id } as const);
  if (said === null) return { ok: false, problem: `you put letter ${letter.id} into no case` };
  await speak(ports, { said: [said], mailbox: letter.mailbox, letters: [letter] });
  const now = await ledger.letter(letter.id);
  return { ok: true, letterIds: [letter.id], caseId: now?.filing?.caseId ?? null };
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
  const said = letters.map(({ id }) => ({ what: "assigned", letterId: id, caseId }) as const);
  await speak(ports, { said, mailbox: letters[0]?.mailbox ?? "", letters });
  return { ok: true, letterIds: letters.map(({ id }) => id), caseId };
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

/** Gives a case a name that mails and `status` show. */
export const label = async (
  ports: ReplanPorts,
  wanted: string,
  name: string,
): Promise<Labelled | Problem> => {
  const record = await chooseCase(ports.ledger, wanted);
  if (typeof record === "string") return { ok: false, problem: record };
  await speak(ports, {
    said: [{ what: "labelled", caseId: record.id, label: name }],
    mailbox: record.mailbox,
  });
  return { ok: true, record: { ...record, label: name } };
};
