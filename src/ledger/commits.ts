/** How commits treat the disk: each waits for it, but for those of a transaction that was said to need none. */

import type { DatabaseSync } from "node:sqlite";

type Durability = "full" | "normal";

/** What no commit waited for is on disk after so long. */
const settleMs = 3000;

/** Switches `pragma synchronous`, which counts for what begins afterwards, only where it changes. */
export class Commits {
  readonly #sqlite: DatabaseSync;
  #now: Durability | undefined;
  #next: Durability = "full";
  #settling: NodeJS.Timeout | undefined;

  constructor(sqlite: DatabaseSync) {
    this.#sqlite = sqlite;
  }

  /** Said by whoever has the connection to itself, right before its transaction begins. */
  relaxNext(): void {
    this.#next = "normal";
    this.#settleSoon();
  }

  /** Told of every statement that is about to run. */
  before(sql: string): void {
    if (this.#sqlite.isTransaction || reads.test(sql)) return;
    this.#switch(sql === "begin" ? this.#next : "full");
    this.#next = "full";
  }

  /** The database is about to be closed, which brings everything to disk. */
  end(): void {
    clearTimeout(this.#settling);
  }

  #switch(durability: Durability): void {
    if (durability === this.#now) return;
    this.#sqlite.exec(`pragma synchronous = ${durability}`);
    this.#now = durability;
  }

  #settleSoon(): void {
    if (this.#settling !== undefined) return;
    this.#settling = setTimeout(() => this.#settle(), settleMs);
    this.#settling.unref();
  }

  /** A checkpoint waits for the disk, and for nobody else; where it cannot be had, the next one will do. */
  #settle(): void {
    this.#settling = undefined;
    if (this.#sqlite.isTransaction) return this.#settleSoon();
    try {
      this.#sqlite.exec("pragma wal_checkpoint(passive)");
    } catch {
      this.#settleSoon();
    }
  }
}

const reads = /^\s*(?:select|with)\b/i;
