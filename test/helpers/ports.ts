/** Ports for the flow: a real ledger in a temporary folder, a clock that is turned by hand, hands that remember. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock, Content, Delayed, Mail, Outbox, Queues } from "../../src/flow/ports.ts";
import { nothingUnderWay, type RemindPorts } from "../../src/flow/remind.ts";
import { openLedger, type OpenLedger } from "../../src/ledger/ledger.ts";
import { composeReminder } from "../../src/delivery/compose.ts";
import { silentLog } from "../../src/system.ts";
import { monday, toronto } from "./world.ts";

export type TurnableClock = Clock & { set(instant: Date): void };

export const turnableClock = (start: Date): TurnableClock => {
  let now = start;
  return {
    now: () => now,
    msUntil: (instant) => Math.max(0, instant.getTime() - now.getTime()),
    set: (instant) => void (now = instant),
  };
};

/** A queue that only remembers what was put into it. */
export class RememberingQueues implements Queues {
  readonly letters = new Set<string>();
  readonly reminders = new Map<string, number>();

  async addLetter(letterId: string): Promise<void> {
    this.letters.add(letterId);
  }
  async addReminder(reminderId: string, delayMs: number): Promise<void> {
    this.reminders.set(reminderId, delayMs);
  }
  async rouse(due: readonly Delayed[]): Promise<number> {
    const late = due.filter(({ id, delayMs }) => (this.reminders.get(id) ?? 0) > delayMs);
    for (const { id, delayMs } of late) this.reminders.set(id, delayMs);
    return late.length;
  }
  async missingLetters(ids: readonly string[]): Promise<readonly string[]> {
    return ids.filter((id) => !this.letters.has(id));
  }
  async works(): Promise<boolean> {
    return true;
  }
  async missingReminders(ids: readonly string[]): Promise<readonly string[]> {
    return ids.filter((id) => !this.reminders.has(id));
  }
}

/** An outbox that keeps the mails, or fails as it is told to. */
export class KeepingOutbox implements Outbox {
  readonly mails: (Mail & Content)[] = [];
  failure: Error | null = null;

  async send(mail: Mail): Promise<string> {
    if (this.failure !== null) throw this.failure;
    this.mails.push({ ...mail, ...(await mail.content()) });
    return "250 taken";
  }
  async close(): Promise<void> {}
}

export type World = AsyncDisposable & {
  readonly dataDir: string;
  readonly ledger: OpenLedger;
  readonly clock: TurnableClock;
  readonly queues: RememberingQueues;
  readonly outbox: KeepingOutbox;
  /** What was laid into the inbox. */
  readonly laid: KeepingOutbox;
  /** Message-IDs that lie in the mailbox. */
  readonly inbox: Set<string>;
  readonly ports: RemindPorts;
};

export const openWorld = async (): Promise<World> => {
  const folder = await mkdtemp(join(tmpdir(), "landfall-flow-"));
  const ledger = await openLedger(folder, { messageIdDomain: "landfall.example" });
  const clock = turnableClock(monday);
  const queues = new RememberingQueues();
  const outbox = new KeepingOutbox();
  const laid = new KeepingOutbox();
  const inbox = new Set<string>();
  const ports: RemindPorts = {
    ledger,
    clock,
    queues,
    outbox,
    inbox: laid,
    notify: null,
    log: silentLog,
    planning: toronto,
    notes: {
      waiting: ["portal2", "ecopr", "card"],
      weekly: null,
      pollMs: 300_000,
      mailsPerDay: 20,
      mailbox: "person@example.net",
      awakeSince: () => monday,
    },
    language: null,
    mailbox: { holds: async (messageId) => inbox.has(messageId) },
    compose: (words, envelope) =>
      composeReminder(words, {
        ...envelope,
        from: "landfall@example.net",
        to: "person@example.net",
        answers: null,
      }),
    ...nothingUnderWay(),
  };
  return {
    dataDir: folder,
    ledger,
    clock,
    queues,
    outbox,
    laid,
    inbox,
    ports,
    [Symbol.asyncDispose]: async () => {
      await ledger[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
