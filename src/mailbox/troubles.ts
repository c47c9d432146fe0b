/** Messages at which the connection broke: one that breaks it each time must not keep those behind it from being read. */

import { Unloadable } from "../flow/failures.ts";

/** So often the connection may break while a message is on its way, before its headers have to do. */
const TRIES = 4;

export class Troubles {
  readonly #breaks = new Map<string, number>();

  /** True for a message to be fetched alone, so that it takes no other down with it. */
  suspects(message: string): boolean {
    return this.#breaks.has(message);
  }

  givenUp(message: string): boolean {
    return (this.#breaks.get(message) ?? 0) >= TRIES;
  }

  /** Fetches these messages, and remembers them should it fail. */
  async during<T>(messages: readonly string[], fetch: () => Promise<T>): Promise<T> {
    try {
      const fetched = await fetch();
      for (const message of messages) this.#breaks.delete(message);
      return fetched;
    } catch (error) {
      if (error instanceof Unloadable) throw error; // no message's fault
      for (const message of messages) this.#breaks.set(message, (this.#breaks.get(message) ?? 0) + 1);
      throw error;
    }
  }
}
