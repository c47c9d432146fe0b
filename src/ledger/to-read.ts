/** A database file opened for a look, also where nothing can be written beside it. */

import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";

/** @throws what SQLite throws. */
export const openToRead = (file: string, timeout = 0): DatabaseSync => {
  const sqlite = new DatabaseSync(file, { readOnly: true, timeout });
  return isSealedOff(sqlite, file) ? openUnchanging(sqlite, file) : sqlite;
};

/** Even to read, SQLite needs a file beside the ledger; on a disk that may only be read it cannot have one. */
const isSealedOff = (sqlite: DatabaseSync, file: string): boolean => {
  try {
    sqlite.prepare("pragma user_version").get();
    return false;
  } catch (error) {
    const { size } = statSync(`${file}-wal`, { throwIfNoEntry: false }) ?? { size: 0 };
    return cannotBeOpened(error) && size === 0;
  }
};

/** Nobody writes there, and the log is empty: https://sqlite.org/uri.html#uriimmutable */
const openUnchanging = (sqlite: DatabaseSync, file: string): DatabaseSync => {
  sqlite.close();
  const address = pathToFileURL(file);
  address.searchParams.set("immutable", "1");
  return new DatabaseSync(address, { readOnly: true });
};

/** https://sqlite.org/rescode.html#cantopen */
const cannotBeOpened = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "errcode" in error && (Number(error.errcode) & 0xff) === 14;
