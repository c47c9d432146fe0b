/** All desks: one for each mailbox that is watched. One that breaks leaves the others alone. */

import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Config, LocalConfig } from "./config.ts";
import { openDesk, type Desk, type Shared } from "./desk.ts";
import { AFewAtATime, workByHand, type Hands } from "./flow/by-hand.ts";
import type { IngestPorts } from "./flow/ingest.ts";
import { judgeLetter } from "./flow/judge.ts";
import type { Waking } from "./flow/deliver.ts";
import { remind } from "./flow/remind.ts";
import type { ReplanPorts } from "./flow/replan.ts";
import { sweepAll } from "./flow/sweep.ts";
import { Turns } from "./flow/turns.ts";
import { configOfMailbox, opened, sealedMailboxes, type StoredMailbox } from "./mailboxes.ts";

/** How long mails that are under way without the queue may take to end. */
const drainMs = 3000;

/** What `run` is given: a mailbox of its own, or none but those that the ledger keeps. */
export type RunConfig = LocalConfig & Partial<Config>;

export class Desks {
  readonly #config: RunConfig;
  readonly #shared: Shared;
  #desks: ReadonlyMap<string, Desk> = new Map();
  /** The kept mailboxes as they lay in the ledger when the desks were opened. */
  #seen: string | null = null;
  /** Mailboxes that were removed. */
  #gone: readonly string[] = [];
  #turn: Promise<void> = Promise.resolve();
  #stopped = false;
  readonly #judging = new Turns();
  /** When reminders that were to be woken again want to be, in milliseconds of this process: their jobs may never come. */
  readonly #asleep = new Map<string, number>();
  readonly #byHand: AFewAtATime;

  constructor(config: RunConfig, shared: Shared) {
    this.#config = config;
    this.#shared = shared;
    this.#byHand = new AFewAtATime(async (id) => this.remind(id), shared.log);
  }

  /** Opens the desks, and opens them anew whenever the kept mailboxes have changed. Mostly it finds nothing to do. */
  async sync(): Promise<void> {
    const turn = this.#turn.catch(() => undefined).then(async () => this.#sync());
    this.#turn = turn;
    await turn;
  }

  /** One pass: what is to be done for each mailbox now and then. */
  async pass(): Promise<void> {
    await this.sync();
    const desks = [...this.#desks.values()];
    // A letter that comes today may belong to a case whose mailbox is gone: somebody has to remind of it.
    if (this.#gone.length > 0) await this.#shared.ledger.handOver(this.#gone, [...this.#desks.keys()]);
    await Promise.all([
      ...desks.flatMap(({ passes }) => passes.map(async (work) => work())),
      this.#sweep(desks.map(({ ingest }) => ingest)),
    ]);
  }

  /** One at a time, by whichever way it comes, so that each finds the case as the one before left it. */
  async judge(letterId: string): Promise<void> {
    await this.#turn.catch(() => undefined);
    const desk = this.#only ?? (await this.#deskOfLetter(letterId));
    if (desk !== undefined) await this.#judging.take(async () => judgeLetter(desk.ingest, letterId));
  }

  /** What belongs to a mailbox that is not watched rests; the sweep takes it up again once it is. */
  async remind(reminderId: string): Promise<Waking> {
    await this.#turn.catch(() => undefined);
    const desk = this.#only ?? (await this.#deskOfReminder(reminderId));
    const waking = desk && (await remind(desk.reminding, reminderId));
    if (waking === undefined) this.#asleep.delete(reminderId);
    else this.#asleep.set(reminderId, performance.now() + waking.again);
    return waking;
  }

  /** For the person's word, told in this very process, whichever mailbox it is about. */
  get replanPorts(): ReplanPorts {
    const { ledger, queues, clock, log } = this.#shared;
    const planningOf = (mailbox: string) => this.#desks.get(mailbox)?.ingest.planning;
    return { ledger, queues, clock, log, planning: this.#config.planning, planningOf };
  }

  /** Stops looking; what runs comes to its end before `close`. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#turn.catch(() => undefined);
    await this.#stopLooking();
    await Promise.race([this.#byHand.close(), sleep(drainMs, undefined, { ref: false })]);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#desks.values()].map(async (desk) => desk[Symbol.asyncDispose]()));
    this.#desks = new Map();
  }

  async #sweep(desks: readonly IngestPorts[]): Promise<void> {
    const { queues, log } = this.#shared;
    if (await queues.works()) return await sweepAll(desks);
    log.warn({}, "queue: it fails; letters and reminders that are due are done without it");
    await Promise.all(desks.map(async (ports) => workByHand(ports, ports.held, this.#hands)));
  }

  get #hands(): Hands {
    return {
      judge: async (letterId) => this.judge(letterId),
      remind: (id) => {
        if ((this.#asleep.get(id) ?? 0) <= performance.now()) this.#byHand.add(id);
      },
      isOver: () => this.#stopped,
    };
  }

  get #only(): Desk | undefined {
    const [only, ...others] = this.#desks.values();
    return others.length === 0 && this.#seen === noOthers ? only : undefined;
  }

  async #sync(): Promise<void> {
    const sealed = await sealedMailboxes(this.#shared.ledger);
    const seen = JSON.stringify([...sealed]);
    if (seen === this.#seen || this.#stopped) return;
    await this.#stopLooking();
    await this.close();
    const others = opened(sealed, this.#shared.key);
    this.#desks = await this.#open(others);
    this.#seen = seen;
    for (const { watch } of this.#desks.values()) watch.start();
    this.#gone = others
      .filter(({ state, user }) => state === "removed" && !this.#desks.has(user))
      .map(({ user }) => user);
    await this.#tellOfOthers(others);
  }

  async #stopLooking(): Promise<void> {
    await Promise.all([...this.#desks.values()].map(async ({ watch }) => watch.stop()));
  }

  async #open(others: readonly StoredMailbox[]): Promise<ReadonlyMap<string, Desk>> {
    const { ledger } = this.#shared;
    const main = mainConfig(this.#config);
    if (main !== null)
      await ledger.adopt(
        main.imap.user,
        others.map(({ user }) => user),
      );
    const watched = others.filter(({ state, user }) => state === "watched" && user !== main?.imap.user);
    const desks = new Map<string, Desk>();
    const planningOf = (mailbox: string) => desks.get(mailbox)?.ingest.planning;
    const several = others.length > 0 ? { planningOf } : {};
    if (main !== null) {
      const scope = { mailbox: main.imap.user, isMain: true };
      const own = others.length > 0 ? ledger.of(scope) : ledger;
      desks.set(main.imap.user, await openDesk(main, { ...this.#shared, ...several, own, tag: "" }));
    }
    for (const mailbox of watched) {
      const desk = await this.#openOther(mailbox, planningOf);
      if (desk !== null) desks.set(mailbox.user, desk);
    }
    return desks;
  }

  /** Null where its settings do not hold; that is told, and the others go on. */
  async #openOther(
    mailbox: StoredMailbox,
    planningOf: NonNullable<ReplanPorts["planningOf"]>,
  ): Promise<Desk | null> {
    const { ledger, log } = this.#shared;
    const { user } = mailbox;
    try {
      const config = configOfMailbox(mailbox, this.#config);
      const own = ledger.of({ mailbox: user, isMain: false });
      return await openDesk(config, { ...this.#shared, planningOf, own, tag: tagOf(user) });
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      log.error({}, `a mailbox is not watched: ${problem}`);
      const nothing = { lastLookAt: null, refusals: 0, refusedAt: null };
      await ledger.setHealth({ user, state: "refused", problem, ...nothing });
      return null;
    }
  }

  /** A watcher's last word is that it stopped; of a mailbox that is gone nobody wants to hear even that. */
  async #tellOfOthers(others: readonly StoredMailbox[]): Promise<void> {
    const { ledger } = this.#shared;
    const paused = others.filter(({ state }) => state === "paused").map(({ user }) => user);
    for (const health of await ledger.health()) {
      if (this.#gone.includes(health.user)) await ledger.leave(health.user);
      else if (paused.includes(health.user))
        await ledger.setHealth({ ...health, state: "paused", problem: null });
    }
  }

  async #deskOfLetter(letterId: string): Promise<Desk | undefined> {
    const letter = await this.#shared.ledger.letter(letterId);
    return letter && this.#desks.get(letter.mailbox);
  }

  async #deskOfReminder(reminderId: string): Promise<Desk | undefined> {
    const { ledger } = this.#shared;
    const reminder = await ledger.reminder(reminderId);
    if (reminder === undefined) return undefined;
    if (reminder.kind === "note") return this.#desks.get(reminder.mailbox ?? this.#config.imap?.user ?? "");
    const record = await ledger.case(reminder.caseId);
    return record && this.#desks.get(record.mailbox);
  }
}

/** What `#seen` is where the settings' mailbox is the only one. */
const noOthers = "[]";

const mainConfig = (config: RunConfig): Config | null => {
  const { imap, smtp = null, remindTo, remindFrom, mayAppend = true } = config;
  if (imap === undefined || remindTo === undefined || remindFrom === undefined) return null;
  const { notifyUrl = null, answersTo = null } = config;
  return { ...config, imap, smtp, remindTo, remindFrom, mayAppend, notifyUrl, answersTo };
};

/** The same for ever for one mailbox, and telling nobody which it is. */
const tagOf = (user: string): string => createHash("sha256").update(user).digest("hex").slice(0, 8);
