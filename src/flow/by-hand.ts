/** What jobs would do, done without them while the queue fails: the ledger knows what there is to do. */

import { repliesLast } from "../domain/letter.ts";
import type { NotePorts } from "./notes.ts";
import type { Log } from "./ports.ts";
import { replanAsTimePassed, waitingReminders, type Held } from "./sweep.ts";
import { unreadLetters } from "./unread.ts";

export type Hands = {
  readonly judge: (letterId: string) => Promise<void>;
  /** Begins with it, sooner or later; one that is to sleep on is left alone. */
  readonly remind: (reminderId: string) => void;
  /** True once the process is to end. */
  readonly isOver: () => boolean;
};

/**
 * One pass, in the place of the sweep's. Nothing goes twice where a job is at work as well: a letter that is judged already is
 * left as it is, and a mail is claimed. What fails is tried again with the next pass.
 */
export const workByHand = async (ports: NotePorts, held: Held, hands: Hands): Promise<void> => {
  const { ledger, clock, log } = ports;
  for (const letterId of await unjudgedInOrder(ports, held)) {
    if (hands.isOver()) return;
    await hands.judge(letterId).catch((error: unknown) => {
      log.warn({ letter: letterId, error }, "letter failed; the next pass tries again");
    });
  }
  await replanAsTimePassed(ports, held);
  for await (const page of waitingReminders(ledger)) {
    const due = page.filter(({ dueAt }) => dueAt <= clock.now());
    for (const { id } of due) hands.remind(id);
  }
};

/** An own reply is known by the letter that it answers. */
const unjudgedInOrder = async ({ ledger }: NotePorts, held: Held): Promise<readonly string[]> => {
  return (await unreadLetters(ledger))
    .filter(({ id }) => !held.has(id))
    .toSorted((one, other) => repliesLast(one.place.role, other.place.role))
    .map(({ id }) => id);
};

/** So many at a time, each once; nobody waits for them. What has not begun at the end is left: the ledger knows it. */
export class AFewAtATime {
  readonly #work: (id: string) => Promise<unknown>;
  readonly #log: Log;
  readonly #waiting = new Set<string>();
  readonly #running = new Map<string, Promise<void>>();
  #isOver = false;

  constructor(work: (id: string) => Promise<unknown>, log: Log) {
    this.#work = work;
    this.#log = log;
  }

  add(id: string): void {
    if (this.#isOver || this.#running.has(id)) return;
    this.#waiting.add(id);
    this.#begin();
  }

  /** What runs comes to its end. */
  async close(): Promise<void> {
    this.#isOver = true;
    this.#waiting.clear();
    await Promise.all(this.#running.values());
  }

  #begin(): void {
    for (const id of this.#waiting) {
      if (this.#running.size >= atMost) return;
      this.#waiting.delete(id);
      this.#running.set(id, this.#run(id));
    }
  }

  async #run(id: string): Promise<void> {
    try {
      await this.#work(id);
    } catch (error) {
      this.#log.warn({ reminder: id, error }, "reminder failed; the next pass tries again");
    }
    this.#running.delete(id);
    this.#begin();
  }
}

const atMost = 4;
