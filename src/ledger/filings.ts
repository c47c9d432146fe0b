/** What is written when letters were judged or the person spoke: findings, filings, events, words. */

import type { Kysely } from "kysely";
import type { Filing } from "../domain/casebook.ts";
import { withoutText } from "../domain/letter.ts";
import type { Change, Judgement, Ledger } from "../flow/ports.ts";
import { saveCase } from "./cases.ts";
import { fromJson } from "./damage.ts";
import type { OpenDatabase } from "./database.ts";
import { replaceEvents } from "./events.ts";
import type { FiledLetters } from "./filed-letters.ts";
import { toMessage, type StoredFiling } from "./letter-rows.ts";
import type { LetterRow, Tables } from "./tables.ts";
import { insertWord } from "./words.ts";

type Opened = Pick<OpenDatabase, "db" | "recomputable">;

export const filingStore = (
  { db, recomputable }: Opened,
  filed: FiledLetters,
): Pick<Ledger, "filedLetters" | "record"> => ({
  filedLetters: () => filed.read(),
  record: async (change) => {
    for (const { letterId } of change.judgements ?? []) filed.touch(letterId);
    // What follows from the letters can be found out again; the person's word cannot.
    return (change.words ?? []).length === 0
      ? recomputable((work) => write(work, change))
      : db.transaction().execute((work) => write(work, change));
  },
});

const write = async (
  work: Kysely<Tables>,
  { words = [], cases = [], judgements = [] }: Change,
): Promise<void> => {
  for (const word of words) await insertWord(work, word);
  for (const record of cases) await saveCase(work, record);
  for (const judgement of judgements) await saveJudgement(work, judgement);
};

const saveJudgement = async (work: Kysely<Tables>, judgement: Judgement): Promise<void> => {
  const { letterId, finding, filing, events } = judgement;
  const known = await work
    .selectFrom("letters")
    .select(["case_id", "filing", "message"])
    .where("id", "=", letterId)
    .executeTakeFirst();
  if (known === undefined) return;
  await work
    .updateTable("letters")
    .set({
      finding: JSON.stringify(finding),
      case_id: filing?.caseId ?? null,
      filing: JSON.stringify(toStored(filing, known)),
      // Nothing of other people's mail is kept; `secure_delete` overwrites what was there.
      ...(finding.kind === "not_ircc"
        ? { message: JSON.stringify(withoutText(toMessage(fromJson(known.message)))) }
        : {}),
    })
    .where("id", "=", letterId)
    .execute();
  await replaceEvents(work, letterId, events);
};

const toStored = (filing: Filing | null, known: Pick<LetterRow, "case_id" | "filing">): StoredFiling => {
  const before: Partial<StoredFiling> | null = known.filing === null ? null : fromJson(known.filing);
  const left = known.case_id === null || known.case_id === filing?.caseId ? [] : [known.case_id];
  return {
    certain: filing?.certain ?? false,
    by: filing?.by ?? null,
    candidates: filing?.candidates ?? [],
    home: filing?.home ?? null,
    ...(filing?.own === undefined ? {} : { own: filing.own }),
    was: [...(before?.was ?? []).filter((caseId) => !left.includes(caseId)), ...left],
  };
};
