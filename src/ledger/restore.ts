/** A copy put back in the ledger's place; what lay there is kept beside it. */

import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { breakSeal, stateOfSeal, type Sign } from "./backup-seal.ts";
import { damageOf } from "./damage.ts";
import { openDatabase } from "./database.ts";
import { ledgerFile, makePrivateFile, setAside } from "./files.ts";
import { ledgerVersion } from "./migrations.ts";
import { carryOver } from "./repair.ts";

export type Restored = {
  /** Where the ledger lies now that was there; null where there was none. */
  readonly aside: string | null;
  readonly letters: number;
  readonly events: number;
  /** Mails that had gone out since the copy was made, and are not sent again. */
  readonly sentSince: number;
  /** Letters of the copy that had been forgotten since, and are back. */
  readonly forgottenSince: number;
};

export type RestoreOptions = {
  readonly sign: Sign;
  /** As in `forget.ts`. */
  readonly markOf: (letterId: string) => string;
  /** Take a copy whose seal is missing or does not hold. */
  readonly unsealed: boolean;
  readonly now: Date;
};

/**
 * Only where nobody else has the ledger open. Nothing is moved before the copy was found sound.
 * @throws Error in plain words where it is not.
 */
export const restoreLedger = async (
  dataDir: string,
  copy: string,
  { sign, markOf, unsealed, now }: RestoreOptions,
): Promise<Restored> => {
  const problem = problemWith(copy) ?? (unsealed ? null : problemWithSeal(copy, sign));
  if (problem !== null) throw new Error(`restoring "${copy}": ${problem}`);
  const file = ledgerFile(dataDir);
  const incoming = `${file}.incoming`;
  makePrivateFile(dataDir, incoming);
  try {
    copyFileSync(copy, incoming);
    chmodSync(incoming, 0o600);
    breakSeal(incoming);
    const aside = existsSync(file) ? setAside(dataDir, "before-restore", now) : null;
    renameSync(incoming, file);
    await bringUpToDate(dataDir);
    const before = aside === null ? null : join(aside, basename(file));
    const sentSince = before === null ? 0 : sentSinceIn(before, file);
    const forgottenSince = before === null ? 0 : forgottenSinceIn(before, file, markOf);
    return { aside, ...counts(file), sentSince, forgottenSince };
  } finally {
    rmSync(incoming, { force: true });
  }
};

const problemWith = (copy: string): string | null => {
  if (!existsSync(copy)) return "there is no such file";
  const damage = damageOf(copy);
  if (damage !== null) return `it is damaged ("${damage}"); take an older one`;
  using database = new DatabaseSync(copy, { readOnly: true });
  const version = Number(database.prepare("pragma user_version").get()?.["user_version"] ?? 0);
  const isLedger = database.prepare("select 1 from sqlite_schema where name = 'letters'").get() !== undefined;
  if (!isLedger || version === 0) return "it is no copy of a ledger";
  return version > ledgerVersion
    ? `it was written by a newer landfall (version ${version}, this one knows ${ledgerVersion}); update landfall`
    : null;
};

const problemWithSeal = (copy: string, sign: Sign): string | null =>
  ({
    whole: null,
    broken:
      "its seal does not hold: it was changed since it was written, or made under another key. Put the key that belongs to it into place (the file `key` in DATA_DIR, or LANDFALL_KEY), or take another copy; --unsealed takes it as it is",
    none: "it bears no seal, so nothing shows that nobody changed it (an older landfall wrote none); --unsealed takes it as it is",
  })[stateOfSeal(copy, sign)];

const bringUpToDate = async (dataDir: string): Promise<void> => {
  const { db } = await openDatabase(dataDir, false);
  await db.destroy();
};

const sentSinceIn = (from: string, to: string): number => {
  const before = gone(to);
  carryOver(from, to, { cases: "true", reminders: "status in ('claimed', 'sent', 'failed')" });
  return gone(to) - before;
};

/** The marks are kept: what came after the copy and was forgotten is not read again. Letters that the copy holds were asked for with it. */
const forgottenSinceIn = (from: string, to: string, markOf: RestoreOptions["markOf"]): number => {
  carryOver(from, to, { forgotten: "true" });
  using database = new DatabaseSync(to, { readOnly: true });
  const marks = new Set(
    database
      .prepare("select mark from forgotten")
      .all()
      .map(({ mark }) => mark),
  );
  const ids = database.prepare("select id from letters").all();
  return ids.filter(({ id }) => marks.has(markOf(String(id)))).length;
};

const gone = (file: string): number =>
  count(file, "select count(*) as n from reminders where status in ('claimed', 'sent', 'failed')");

const counts = (file: string): Pick<Restored, "letters" | "events"> => ({
  letters: count(file, "select count(*) as n from letters"),
  events: count(file, "select count(*) as n from events"),
});

const count = (file: string, query: string): number => {
  using database = new DatabaseSync(file, { readOnly: true });
  return Number(database.prepare(query).get()?.["n"] ?? 0);
};
