/** What is written when letters were judged or the person spoke: findings, filings, events, words. */

import { type Kysely, sql } from "kysely";
import type { FiledLetter, Filing } from "../domain/casebook.ts";
import { withoutText } from "../domain/letter.ts";
import type { Change, Judgement, Ledger } from "../flow/ports.ts";
import { saveCase } from "./cases.ts";
import { type Changes, remember } from "./changes.ts";
import { type Database, recomputable } from "./database.ts";
import { replaceEvents } from "./events.ts";
import { filingOf, toFinding, toMessage, type StoredFiling } from "./letter-rows.ts";
import type { LetterRow, Tables } from "./tables.ts";
import { insertWord } from "./words.ts";

export const filingStore = (db: Database, changes: Changes): Pick<Ledger, "filedLetters" | "record"> => ({
  filedLetters: remember(changes, ["letters"], filedLetters(db)),
  record: async (change) =>
    // What follows from the letters can be found out again; the person's word cannot.
    (change.words ?? []).length === 0
      ? recomputable(db, (work) => write(work, change))
      : db.transaction().execute((work) => write(work, change)),
});

const write = async (
  work: Kysely<Tables>,
  { words = [], cases = [], judgements = [] }: Change,
): Promise<void> => {
  for (const word of words) await insertWord(work, word);
  for (const record of cases) await saveCase(work, record);
  for (const judgement of judgements) await saveJudgement(work, judgement);
};

/** A row is taken apart once, until it changes: with each letter that comes all others are asked for again. */
const filedLetters = (db: Database): (() => Promise<readonly FiledLetter[]>) => {
  let known = new Map<string, FiledLetter>();
  return async () => {
    const { rows } = await sql<FiledRow>`
      select id, message_id, identifiers, seen_at, finding, case_id, filing, message -> 'references' as refs
      from letters where finding ->> 'kind' <> 'not_ircc' or case_id is not null
      order by seen_at, id`.execute(db);
    known = new Map(
      rows.map((row) => {
        const text = JSON.stringify(row);
        return [text, known.get(text) ?? toFiled(row)];
      }),
    );
    return [...known.values()];
  };
};

type FiledRow = Omit<LetterRow, "finding"> & { readonly finding: string; readonly refs: string };

const toFiled = (row: FiledRow): FiledLetter => ({
  id: row.id,
  messageId: row.message_id,
  references: JSON.parse(row.refs),
  identifiers: JSON.parse(row.identifiers),
  seenAt: new Date(row.seen_at),
  finding: toFinding(JSON.parse(row.finding)),
  filing: filingOf(row),
});

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
        ? { message: JSON.stringify(withoutText(toMessage(JSON.parse(known.message)))) }
        : {}),
    })
    .where("id", "=", letterId)
    .execute();
  await replaceEvents(work, letterId, events);
};

const toStored = (filing: Filing | null, known: Pick<LetterRow, "case_id" | "filing">): StoredFiling => {
  const before: Partial<StoredFiling> | null = known.filing === null ? null : JSON.parse(known.filing);
  const left = known.case_id === null || known.case_id === filing?.caseId ? [] : [known.case_id];
  return {
    certain: filing?.certain ?? false,
    by: filing?.by ?? null,
    candidates: filing?.candidates ?? [],
    home: filing?.home ?? null,
    was: [...new Set([...(before?.was ?? []), ...left])],
  };
};
