/** The watcher of one mailbox: connects, works, and comes back whenever the connection is lost. */

import { setTimeout as sleep } from "node:timers/promises";
import type { ImapFlow } from "imapflow";
import type { Mailbox, MailboxHealth } from "../flow/ports.ts";
import type { Pulse } from "../flow/pulse.ts";
import { backoff, connect, disconnect } from "./connection.ts";
import { explain, type Refusal } from "./refusal.ts";
import { Session, type Watching } from "./session.ts";
import { noPulse, WORK } from "./signs.ts";
import { Troubles } from "./troubles.ts";

export type { Watching } from "./session.ts";

/** Providers lock accounts after a few wrong passwords: so often in a row, then only at long intervals. */
const REFUSALS_IN_A_ROW = 3;
const AFTER_REFUSALS = 30 * 60_000;
const PAUSE =
  "the password was refused three times: not tried again for half an hour, lest the account be locked; set the right one and start again";
/** Where somebody has to change something first. */
const AFTER_LASTING_FAILURE = 5 * 60_000;
/** How long somebody who asks for a message waits for a connection, looking so often whether there is one. */
const PATIENCE_TO_ASK = 60_000;
const ASK_AGAIN = 250;
/** How long a session may take to end by itself. */
const PATIENCE = 700;

export class Watch implements Mailbox {
  readonly #watching: Watching;
  readonly #random: () => number;
  readonly #pulse: Pulse;
  readonly #stopping = new AbortController();
  #sleeping = new AbortController();
  readonly #troubles = new Troubles();
  readonly #noticed = new Set<string>();
  #session: Session | null = null;
  #client: ImapFlow | null = null;
  #health: MailboxHealth;
  /** Tries since the last successful look. */
  #attempt = 0;
  #running: Promise<void> = Promise.resolve();

  constructor(watching: Watching, random: () => number = Math.random) {
    this.#watching = watching;
    this.#random = random;
    this.#pulse = watching.pulse ?? noPulse;
    const { user } = watching.options;
    this.#health = {
      user,
      state: "connecting",
      lastLookAt: null,
      problem: null,
      refusals: 0,
      refusedAt: null,
    };
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Ends whatever is under way, within a second. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const force = setTimeout(() => this.#client?.close(), PATIENCE);
    await this.#running;
    clearTimeout(force);
  }

  /** Something was mended: a pause before the next try ends now. */
  tryNow(): void {
    this.#sleeping.abort();
  }

  async holds(messageId: string): Promise<boolean> {
    const { signal } = this.#stopping;
    const giveUpAt = performance.now() + PATIENCE_TO_ASK;
    while (performance.now() < giveUpAt) {
      signal.throwIfAborted();
      const holds = await this.#session?.holds(messageId);
      if (typeof holds === "boolean") return holds;
      await this.#sleep(ASK_AGAIN);
    }
    return false;
  }

  /** For ever: a failure of whatever kind leads to the next try, and only `stop` ends it. */
  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.#recall();
        await this.#pauseAfterRefusals();
        await this.#connectAndWork();
      } catch (error) {
        if (!signal.aborted) await this.#recover(error);
      }
    }
    await this.#tell({ state: "stopped" }).catch((error: unknown) => this.#complain(error));
  }

  /** What an earlier run, or an earlier try, has left: above all how often the password was refused. */
  async #recall(): Promise<void> {
    const known = await this.#watching.sink.health();
    await this.#tell({ ...known, user: this.#health.user, state: "connecting" });
  }

  async #pauseAfterRefusals(): Promise<void> {
    const { refusals, refusedAt } = this.#health;
    if (refusals < REFUSALS_IN_A_ROW || refusedAt === null) return;
    const next = new Date(refusedAt.getTime() + AFTER_REFUSALS);
    if (next <= this.#watching.clock.now()) return;
    await this.#tell({ state: "refused" }).catch((failure: unknown) => this.#complain(failure));
    this.#watching.log.warn({ nextTry: next.toISOString() }, PAUSE);
    await this.#sleep(this.#watching.clock.msUntil(next));
  }

  async #connectAndWork(): Promise<void> {
    const { signal } = this.#stopping;
    this.#pulse.beat(WORK);
    const client = await connect(this.#watching.options, signal);
    this.#client = client;
    try {
      await this.#tell({ refusals: 0, refusedAt: null });
      this.#session = new Session(client, this.#watching, signal, this.#troubles);
      await this.#session.run({ looked: () => this.#looked(), notice: (message) => this.#notice(message) });
    } finally {
      this.#session = null;
      this.#client = null;
      await disconnect(client);
    }
  }

  async #looked(): Promise<void> {
    if (this.#attempt > 0) this.#watching.log.info({ tries: this.#attempt }, "the mailbox is watched again");
    this.#attempt = 0;
    const problem = this.#watching.trouble?.() ?? null;
    await this.#tell({ state: "watching", lastLookAt: this.#watching.clock.now(), problem });
    this.#pulse.looked();
  }

  #notice(message: string): void {
    if (this.#noticed.has(message)) return;
    this.#noticed.add(message);
    this.#watching.log.warn({}, message);
  }

  async #recover(reason: unknown): Promise<void> {
    this.#pulse.failed();
    const refusal = explain(reason, this.#watching.options);
    if (refusal.wrongPassword && this.#health.refusals + 1 >= REFUSALS_IN_A_ROW)
      return await this.#giveIn(refusal);
    const wait = this.#waitAfter(refusal);
    await this.#tell(this.#afterFailure(refusal)).catch((failure: unknown) => this.#complain(failure));
    this.#watching.log.warn({ tryAgainInMs: wait }, refusal.message);
    this.#attempt += 1;
    await this.#sleep(wait);
  }

  /** Pauses here and now: should the ledger not have taken the count, the next turn would not know of it. */
  async #giveIn(refusal: Refusal): Promise<void> {
    const told = { ...refusal, message: `${refusal.message} (${PAUSE})` };
    await this.#tell(this.#afterFailure(told)).catch((failure: unknown) => this.#complain(failure));
    this.#watching.log.warn({}, refusal.message);
    await this.#pauseAfterRefusals();
  }

  #waitAfter({ passing, wrongPassword, waitMs }: Refusal): number {
    const wait = passing || wrongPassword ? backoff(this.#attempt, this.#random()) : AFTER_LASTING_FAILURE;
    return Math.max(wait, waitMs);
  }

  #afterFailure({ message, wrongPassword, refused }: Refusal): Partial<MailboxHealth> {
    if (!wrongPassword) return { state: refused ? "refused" : "connecting", problem: message };
    const refusals = this.#health.refusals + 1;
    return { state: "refused", problem: message, refusals, refusedAt: this.#watching.clock.now() };
  }

  async #tell(news: Partial<MailboxHealth>): Promise<void> {
    this.#health = { ...this.#health, ...news };
    await this.#watching.sink.report(this.#health);
  }

  #complain(error: unknown): void {
    this.#watching.log.error({ err: error }, "the state of the mailbox could not be written down");
  }

  /** Ends early, without an error, when `stop` or `tryNow` is called. */
  async #sleep(ms: number): Promise<void> {
    this.#pulse.beat(ms + WORK);
    this.#sleeping = new AbortController();
    const signal = AbortSignal.any([this.#stopping.signal, this.#sleeping.signal]);
    await sleep(ms, undefined, { signal }).catch(() => {});
  }
}
