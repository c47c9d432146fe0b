/** What was read stays good until somebody writes to where it was read from, here or in another process. */

import type { DatabaseSync } from "node:sqlite";
import type { Tables } from "./tables.ts";

export type Table = keyof Tables;

export type Changes = {
  /** Told of every statement that runs here. */
  readonly wrote: (sql: string) => void;
  /** The same text for as long as nobody wrote to any of these tables. */
  readonly state: (tables: readonly Table[]) => string;
};

/** Writes of this connection are counted by table; SQLite itself tells of those of all others. */
export const watchChanges = (sqlite: DatabaseSync): Changes => {
  const own = new Map<string, number>();
  const ofOthers = sqlite.prepare("pragma data_version");
  return {
    wrote: (sql) => {
      const table = tableWritten(sql);
      if (table !== undefined) own.set(table, (own.get(table) ?? 0) + 1);
    },
    state: (tables) =>
      [Number(ofOthers.get()?.["data_version"]), ...tables.map((table) => own.get(table) ?? 0)].join(),
  };
};

const tableWritten = (sql: string): string | undefined =>
  /^\s*(?:insert into|update|delete from)\s+"?(\w+)/i.exec(sql)?.[1];

/** Reads again only where something changed; callers get the same value and must not alter it. */
export const remember = <T>(
  changes: Changes,
  tables: readonly Table[],
  read: () => Promise<T>,
): (() => Promise<T>) => {
  let known: { readonly state: string; readonly value: T } | undefined;
  return async () => {
    const state = changes.state(tables);
    if (known?.state !== state) known = { state, value: await read() };
    return known.value;
  };
};
