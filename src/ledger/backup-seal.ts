/**
 * A copy of the ledger shows by itself that it is what was written: it holds a keyed hash of all its rows. Sound pages
 * alone would not tell of somebody who changed a row.
 */

import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";

/** Makes a keyed hash of a digest. This room holds no key. */
export type Sign = (digest: string) => string;

/** "none": a copy of an older Landfall, or no copy at all. */
export type SealState = "whole" | "broken" | "none";

export const sealBackup = (file: string, sign: Sign): void => {
  using database = new DatabaseSync(file);
  const seal = sign(digestOf(database));
  database.exec("begin; drop table if exists backup_seal; create table backup_seal (seal text not null)");
  database.prepare("insert into backup_seal values (?)").run(seal);
  database.exec("commit");
};

export const stateOfSeal = (file: string, sign: Sign): SealState => {
  using database = new DatabaseSync(file, { readOnly: true });
  if (!hasSeal(database)) return "none";
  const row = database.prepare("select seal from backup_seal").get();
  return row?.["seal"] === sign(digestOf(database)) ? "whole" : "broken";
};

/** A ledger that is written to is no sealed copy any more. */
export const breakSeal = (file: string): void => {
  using database = new DatabaseSync(file);
  database.exec("drop table if exists backup_seal");
};

const hasSeal = (database: DatabaseSync): boolean =>
  database.prepare("select 1 from sqlite_schema where name = 'backup_seal'").get() !== undefined;

const digestOf = (database: DatabaseSync): string => {
  const hash = createHash("sha256");
  const schema = database
    .prepare("select type, name, sql from sqlite_schema where name <> 'backup_seal' order by type, name")
    .all();
  hash.update(JSON.stringify(schema.map((row) => Object.values(row))));
  hash.update(JSON.stringify(database.prepare("pragma user_version").get()));
  for (const { type, name } of schema) {
    if (type !== "table") continue;
    hash.update(`\0${String(name)}\0`);
    for (const row of database.prepare(`select * from "${String(name)}"`).iterate())
      hash.update(JSON.stringify(Object.values(row)));
  }
  return hash.digest("hex");
};
