/** Letters and the cursors that go with them: seen means stored. */

import { type Kysely, sql } from "kysely";
import { correct, type Correction } from "../domain/correction.ts";
import type { Kind } from "../domain/letter.ts";
import { correctionsOf } from "../domain/words.ts";
import type { Cursor, JudgedLetter, Ledger, NewLetter, Scope, StoredLetter } from "../flow/ports.ts";
import { insertAnswers } from "./answers.ts";
import { saveCursor } from "./cursors.ts";
import { fromJson } from "./damage.ts";
import type { Database, OpenDatabase } from "./database.ts";
import type { FiledLetters } from "./filed-letters.ts";
import { filingOf, leftIn, toFinding, toMessage } from "./letter-rows.ts";
import { ofMailbox } from "./scope.ts";
import { instant, type LetterRow, type Tables } from "./tables.ts";

type LetterStore = Pick<
  Ledger,
  "store" | "knownMessageIds" | "letter" | "lettersLike" | "letters" | "unjudged"
>;

type Opened = Pick<OpenDatabase, "db" | "recomputable">;
type Beside = {
  readonly filed: FiledLetters;
  readonly words: Ledger["words"];
  readonly scope: Scope | null;
};

export const letterStore = ({ db, recomputable }: Opened, { filed, words, scope }: Beside): LetterStore => ({
  // The cursor is lost with the letters, if at all, and they are read again.
  store: async (letters, cursor, answers = []) =>
    recomputable(async (work) => {
      for (const { id } of letters) filed.touch(id);
      await insertAnswers(work, answers);
      return store(work, letters, cursor);
    }),
  knownMessageIds: async (ids, kinds) => knownMessageIds(await lettersById(db, ids), words, kinds),
  letter: async (id) => {
    const row = await db.selectFrom("letters").selectAll().where("id", "=", id).executeTakeFirst();
    return row && fromRow(row);
  },
  lettersLike: async (prefix) => {
    const rows = await db
      .selectFrom("letters")
      .selectAll()
      .where(sql<boolean>`substr(id, 1, ${prefix.length}) = ${prefix}`)
      .orderBy("id")
      .limit(5)
      .execute();
    return rows.map(fromRow);
  },
  letters: async () => {
    const rows = await oldestFirst(db).selectAll().where("finding", "is not", null).execute();
    return rows.map(fromRow).filter(isJudged);
  },
  unjudged: async () => {
    const rows = await oldestFirst(db)
      .select("id")
      .where("finding", "is", null)
      .where(ofMailbox(scope))
      .execute();
    return rows.map((row) => row.id);
  },
});

const store = async (
  work: Kysely<Tables>,
  letters: readonly NewLetter[],
  cursor: Cursor | null,
): Promise<readonly string[]> => {
  const added = [];
  for (const letter of letters) if (await insertLetter(work, letter)) added.push(letter.id);
  if (cursor) await saveCursor(work, cursor);
  return added;
};

/**
 * True where the letter must be judged: it is new, or it was known and now turns out to lie in Sent, which makes it
 * the person's own reply. Elsewhere the same letter seen again changes nothing.
 */
const insertLetter = async (work: Kysely<Tables>, letter: NewLetter): Promise<boolean> => {
  const written = await work
    .insertInto("letters")
    .values(toRow(letter))
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet((known) => ({
          role: known.ref("excluded.role"),
          place: known.ref("excluded.place"),
          finding: known.ref("excluded.finding"),
        }))
        .where("letters.role", "<>", "sent")
        .where("excluded.role", "=", "sent"),
    )
    .returning("id")
    .executeTakeFirst();
  return written !== undefined;
};

const lettersOfIrcc: readonly Kind[] = ["portal1", "portal2", "ecopr", "other_ircc"];

/** What the person said of a letter decides; whom nobody refers to needs no word of theirs. */
const knownMessageIds = async (
  rows: readonly Referred[],
  words: Ledger["words"],
  kinds: readonly Kind[] | undefined,
): Promise<ReadonlySet<string>> => {
  if (rows.length === 0) return new Set();
  const corrections = correctionsOf(await words());
  const known = rows.filter((row) => isKnown(row, corrections.get(row.id), kinds));
  return new Set(known.map(({ message_id }) => message_id));
};

type Referred = { readonly id: string; readonly message_id: string; readonly finding: string | null };

/** A list is one JSON parameter, so that the statement stays the same however long the list. */
const lettersById = async (db: Database, ids: readonly string[]): Promise<readonly Referred[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<Referred>`
    select id, message_id, finding from letters
    where message_id in (select value from json_each(${JSON.stringify(ids)}))`.execute(db);
  return rows;
};

/** One of these kinds, as the person says it is; without kinds any of IRCC's, or one that waits to be judged. */
const isKnown = (
  { finding }: Referred,
  correction: Correction | undefined,
  kinds: readonly Kind[] | undefined,
): boolean => {
  if (correction?.notMine === true) return false;
  if (finding === null) return kinds === undefined;
  const { kind, trust } = correct(toFinding(fromJson(finding)), correction);
  return (kinds ?? lettersOfIrcc).includes(kind) && trust !== "suspicious";
};

const oldestFirst = (db: Database) => db.selectFrom("letters").orderBy("seen_at").orderBy("id");

const toRow = (letter: NewLetter): LetterRow => ({
  id: letter.id,
  mailbox: letter.mailbox,
  message_id: letter.message.messageId,
  role: letter.place.role,
  place: JSON.stringify(letter.place),
  message: JSON.stringify(letter.message),
  identifiers: JSON.stringify(letter.identifiers),
  seen_at: instant(letter.seenAt),
  finding: letter.finding && JSON.stringify(letter.finding),
  case_id: null,
  filing: null,
});

const fromRow = (row: LetterRow): StoredLetter => ({
  id: row.id,
  mailbox: row.mailbox,
  place: fromJson(row.place),
  message: toMessage(fromJson(row.message)),
  identifiers: fromJson(row.identifiers),
  seenAt: new Date(row.seen_at),
  finding: row.finding === null ? null : toFinding(fromJson(row.finding)),
  filing: filingOf(row),
  ...leftIn(row),
});

const isJudged = (letter: StoredLetter): letter is StoredLetter & JudgedLetter => letter.finding !== null;
