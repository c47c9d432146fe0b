/** Reminders that are due when they are added: worked off right there, a step ahead of the queue. */

import { Permanent, type Log } from "../flow/ports.ts";
import { backoff, type Remind } from "./reminders.ts";

/** What more is due at the same moment takes its turn in the queue. */
const atMost = 4;

type AddJob = (reminderId: string, delayMs: number) => Promise<void>;

/**
 * The first mail of a letter need not go through Redis and back to be sent by the very process that planned it. A job is made
 * of it only if it is to be woken again. Should the process die, it is as if Redis had lost a job: the next sweep adds it.
 */
export class AtOnce {
  readonly #addJob: AddJob;
  readonly #log: Log;
  readonly #running = new Map<string, Promise<void>>();
  #remind: Remind | null = null;

  constructor(addJob: AddJob, log: Log) {
    this.#addJob = addJob;
    this.#log = log;
  }

  /** As a queue's own `add`; one that runs is left alone. */
  async add(reminderId: string, delayMs: number): Promise<void> {
    const remind = this.#remind;
    if (this.has(reminderId)) return;
    if (delayMs > 0 || remind === null || this.#running.size >= atMost)
      return await this.#addJob(reminderId, delayMs);
    const run = this.#run(remind, reminderId).finally(() => this.#running.delete(reminderId));
    this.#running.set(reminderId, run);
  }

  has(reminderId: string): boolean {
    return this.#running.has(reminderId);
  }

  /** From now on, until closed; what runs then comes to its end. */
  work(remind: Remind): { close(): Promise<void> } {
    this.#remind = remind;
    return {
      close: async () => {
        this.#remind = null;
        await Promise.all(this.#running.values());
      },
    };
  }

  async #run(remind: Remind, reminderId: string): Promise<void> {
    const again = await this.#wake(remind, reminderId);
    if (again === null) return;
    try {
      await this.#addJob(reminderId, again);
    } catch (error) {
      this.#log.warn({ reminder: reminderId, error }, "queue: could not add a reminder; the next sweep will");
    }
  }

  /** In how many milliseconds it is to be woken again; null where it is not. */
  async #wake(remind: Remind, reminderId: string): Promise<number | null> {
    try {
      return (await remind(reminderId))?.again ?? null;
    } catch (error) {
      const final = error instanceof Permanent;
      const outcome = final ? "reminder given up" : "reminder failed; it is tried again";
      this.#log.warn({ reminder: reminderId, error }, outcome);
      return final ? null : backoff(1);
    }
  }
}
