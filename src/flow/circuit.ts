/**
 * A circuit before an outbox: a server that refuses everybody is not asked by every reminder. What is known of it is
 * shared by all of them, and kept in the ledger, so that a restart does not ask again either.
 */

import { hourMs, minuteMs, shift } from "../domain/instants.ts";
import { NotMade, SendFailure, type Clock, type Mail, type Outbox, type Trouble } from "./ports.ts";

/** What is known of a server that refuses. `tries`: so often in a row. */
export type Outage = Trouble & { readonly tries: number };

export type CircuitParts = {
  readonly clock: Clock;
  /** What an earlier run has left. */
  readonly known: Outage | null;
  /** Told each time that what is known changes. */
  readonly report: (outage: Outage | null) => void;
  /** In [0, 1). */
  readonly random?: () => number;
};

/** One mail may be refused for what it is; so many in a row, and it is the server. */
const refusedInARow = 5;
/** A wrong password may cost the account: once more soon, then seldom. */
const afterFirstLogin = 10 * minuteMs;

export class Circuit implements Outbox {
  readonly #outbox: Outbox;
  readonly #parts: CircuitParts;
  #outage: Outage | null;
  #refused = 0;
  /** One mail tries whether the server is back; the others wait for what comes of it. */
  #trying = false;

  constructor(outbox: Outbox, parts: CircuitParts) {
    this.#outbox = outbox;
    this.#parts = parts;
    this.#outage = parts.known;
  }

  trouble(): Trouble | null {
    if (this.#outage === null || !this.#trying) return this.#outage;
    const soon = shift(this.#parts.clock.now(), minuteMs / 4);
    return { ...this.#outage, until: soon };
  }

  async send(mail: Mail): Promise<string> {
    const trouble = this.trouble();
    if (trouble !== null && trouble.until > this.#parts.clock.now())
      throw new SendFailure(trouble.problem, { ...trouble, unknown: false, everyMail: true });
    const wasKnown = this.#outage !== null;
    this.#trying = wasKnown;
    try {
      const answer = await this.#outbox.send(mail);
      this.#works();
      return answer;
    } catch (error) {
      // Of those that were under way together, the first one tells of the server what there is to tell.
      if (wasKnown === (this.#outage !== null)) this.#fails(error);
      throw error;
    } finally {
      if (wasKnown) this.#trying = false;
    }
  }

  /** What kept the server from taking mails was mended: it is asked again at once. */
  forgive(): void {
    this.#works();
  }

  async close(): Promise<void> {
    await this.#outbox.close();
  }

  #works(): void {
    this.#refused = 0;
    if (this.#outage === null) return;
    this.#outage = null;
    this.#parts.report(null);
  }

  #fails(error: unknown): void {
    if (!(error instanceof SendFailure) || error instanceof NotMade) return;
    this.#refused += 1;
    if (!error.everyMail && this.#refused < refusedInARow && this.#outage === null) return;
    const now = this.#parts.clock.now();
    const tries = (this.#outage?.tries ?? 0) + 1;
    this.#outage = {
      since: this.#outage?.since ?? now,
      until: shift(now, this.#pause(error, tries)),
      permanent: error.permanent,
      problem: error.message,
      tries,
    };
    this.#parts.report(this.#outage);
  }

  #pause({ permanent, everyMail }: SendFailure, tries: number): number {
    if (permanent && everyMail) return tries === 1 ? afterFirstLogin : hourMs;
    const longest = Math.min(minuteMs * 2 ** Math.min(tries - 1, 16), hourMs);
    return Math.round(longest * (1 - (this.#parts.random ?? Math.random)() / 5));
  }
}
