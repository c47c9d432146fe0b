/** A sink that keeps what the watcher hands it, and lets a test wait for it. */

import type { Cursor, Found, Log, MailboxHealth, Sink } from "../../src/flow/ports.ts";
import type { Message, Role } from "../../src/domain/letter.ts";

export class KeepingSink implements Sink {
  readonly found: Found[] = [];
  readonly judged: Message[] = [];
  readonly kept = new Map<string, Cursor>();
  readonly healths: MailboxHealth[] = [];
  looks = 0;
  /** Recent mail as it was shown; null: it is not asked for. */
  sample: readonly Message[] | null = null;
  #waiters: (() => void)[] = [];
  judge: (message: Message, role: Role) => "whole" | "headers" | "no" = () => "whole";
  /** Runs before a letter is taken; throws what a broken ledger would. */
  beforeTake: () => Promise<void> = async () => {};

  get subjects(): readonly string[] {
    return this.found.map(({ message }) => message.subject);
  }

  get last(): MailboxHealth | undefined {
    return this.healths.at(-1);
  }

  async cursors(): Promise<readonly Cursor[]> {
    return [...this.kept.values()];
  }

  async wanted(message: Message, role: Role): Promise<"whole" | "headers" | "no"> {
    this.judged.push(message);
    return this.judge(message, role);
  }

  async verified(message: Message): Promise<Message> {
    return message;
  }

  async wantsSample(): Promise<boolean> {
    return this.sample !== null;
  }

  async learn(sample: readonly Message[]): Promise<void> {
    this.sample = sample;
  }

  async take(found: readonly Found[], cursor: Cursor | null): Promise<void> {
    await this.beforeTake();
    this.found.push(...found);
    if (cursor !== null) this.kept.set(cursor.folder, cursor);
    this.#tell();
  }

  async looked(): Promise<void> {
    this.looks += 1;
    this.#tell();
  }

  async health(): Promise<MailboxHealth | undefined> {
    return this.last;
  }

  async report(health: MailboxHealth): Promise<void> {
    this.healths.push(health);
    this.#tell();
  }

  /** Resolves as soon as `fact` holds, asked anew whenever something came in. */
  async until(fact: () => boolean): Promise<void> {
    while (!fact()) await new Promise<void>((resolve) => this.#waiters.push(resolve));
  }

  async untilWatching(): Promise<void> {
    await this.until(() => this.last?.state === "watching");
  }

  #tell(): void {
    for (const wake of this.#waiters.splice(0)) wake();
  }
}

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
