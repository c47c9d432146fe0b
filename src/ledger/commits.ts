/** How commits treat the disk: each waits for it, but for those of a transaction that was said to need none. */

import type { DatabaseSync } from "node:sqlite";

type Durability = "full" | "normal";

/** Switches `pragma synchronous`, which counts for what begins afterwards, only where it changes. */
export class Commits {
  readonly #sqlite: DatabaseSync;
  #now: Durability | undefined;
  #next: Durability = "full";

  constructor(sqlite: DatabaseSync) {
    this.#sqlite = sqlite;
  }

  /** Said by whoever has the connection to itself, right before its transaction begins. */
  relaxNext(): void {
    this.#next = "normal";
  }

  /** Told of every statement that is about to run. */
  before(sql: string): void {
    if (this.#sqlite.isTransaction || reads.test(sql)) return;
    this.#switch(sql === "begin" ? this.#next : "full");
    this.#next = "full";
  }

  #switch(durability: Durability): void {
    if (durability === this.#now) return;
    this.#sqlite.exec(`pragma synchronous = ${durability}`);
    this.#now = durability;
  }
}

const reads = /^\s*(?:select|with)\b/i;
