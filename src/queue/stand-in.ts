/** Letters that a failing queue cannot carry: judged right here. */

import type { Log } from "../flow/ports.ts";
import { Turns } from "../flow/turns.ts";

type Judge = (letterId: string) => Promise<void>;

/**
 * While Redis is away, full or silent, nobody would be told of a letter. What is done twice does no harm: a letter that is
 * judged already is left as it is. One that fails is tried again by the next sweep.
 */
export class StandIn {
  readonly #log: Log;
  readonly #begun = new Map<string, Promise<void>>();
  #judge: Judge | null = null;

  constructor(log: Log) {
    this.#log = log;
  }

  /** From now on, until closed. Returns the handler for the queue: whoever calls it, one letter is judged at a time. */
  work(judge: Judge): { readonly judge: Judge; close(): Promise<void> } {
    const turns = new Turns();
    const inTurn: Judge = async (letterId) => turns.take(async () => judge(letterId));
    this.#judge = inTurn;
    return {
      judge: inTurn,
      close: async () => {
        this.#judge = null;
        await Promise.all(this.#begun.values());
      },
    };
  }

  /** Adds a letter to the queue, or judges it where that fails. */
  behind(addJob: (letterId: string) => Promise<void>): (letterId: string) => Promise<void> {
    return async (letterId) => {
      try {
        await addJob(letterId);
      } catch (error) {
        if (!this.#take(letterId)) throw error;
        this.#log.warn({ letter: letterId, error }, "queue: it fails; a letter is judged without it");
      }
    };
  }

  /** False where nobody works. */
  #take(letterId: string): boolean {
    if (this.#judge === null) return false;
    if (this.#begun.has(letterId)) return true;
    const done = this.#judge(letterId)
      .catch((error: unknown) => {
        this.#log.warn({ letter: letterId, error }, "letter failed; the next sweep tries again");
      })
      .finally(() => this.#begun.delete(letterId));
    this.#begun.set(letterId, done);
    return true;
  }
}
