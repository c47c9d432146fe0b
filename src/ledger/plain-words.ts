/** What SQLite says, in plain words: what happened and what to do. */

import { LedgerFailure } from "../flow/failures.ts";
import { mend } from "./damage.ts";

/** A constraint that does not hold is our own mistake, and stays as it is. */
const constraint = 19;

export const inPlainWords = <T>(act: () => T): T => {
  try {
    return act();
  } catch (cause) {
    if (!isOfSqlite(cause) || (cause.errcode & 0xff) === constraint) throw cause;
    throw new LedgerFailure(`the ledger: ${wordsOf(cause)}`, { cause });
  }
};

type SqliteError = Error & { readonly errcode: number };

export const isOfSqlite = (error: unknown): error is SqliteError =>
  typeof error === "object" && error !== null && "errcode" in error && typeof error.errcode === "number";

export const cannotOpen = (file: string, cause: unknown): Error =>
  new LedgerFailure(`opening the ledger "${file}": ${wordsOf(cause)}`, { cause });

const wordsOf = (cause: unknown): string => {
  const [reason, advice] = (isOfSqlite(cause) ? wordsFor(cause) : undefined) ?? [saying(cause), checkFolder];
  return `${reason}; ${advice}`;
};

/** What was said already in plain words stays as it is. */
export const plainly = (cause: unknown): string => (isOfSqlite(cause) ? wordsOf(cause) : saying(cause));

const saying = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

const checkFolder = "check that DATA_DIR exists and is yours";

/** By the primary result code, the low byte: https://sqlite.org/rescode.html */
const wordsFor = ({ errcode, message }: SqliteError): readonly [reason: string, advice: string] | undefined =>
  ({
    5: [`another program is writing to it ("${message}")`, "try again in a moment"] as const,
    8: [`its folder may only be read ("${message}")`, mayWrite] as const,
    // On a very full disk SQLite cannot even make the file that its readers share, and calls that an I/O error.
    10: [`the disk is full, or does not do its work ("${message}")`, makeRoom] as const,
    11: [`it is damaged ("${message}")`, mend] as const,
    13: [`the disk is full ("${message}")`, "make room on it; nothing was half written"] as const,
    14: [`it may not be opened ("${message}")`, mayWrite] as const,
    26: [`it is damaged, or no ledger ("${message}")`, mend] as const,
  })[errcode & 0xff];

const makeRoom = "make room on it; landfall doctor says how much there is";

const mayWrite = "use a DATA_DIR that this user may write to, which SQLite needs even to read";
