/** What is done with one connection for as long as it lives: look, wait for news, look again. */

import type { ImapFlow } from "imapflow";
import type { Clock, Cursor, Log, Sink } from "../flow/ports.ts";
import type { Pulse } from "../flow/pulse.ts";
import { Bell } from "./bell.ts";
import { askInstead, canIdle, type MailboxOptions } from "./connection.ts";
import { findFolders, type Folders } from "./folders.ts";
import { type Look, lookAhead, lookBackIn } from "./look.ts";
import { openFolder, type OpenFolder } from "./read.ts";
import { sampleOpenFolder } from "./sample.ts";
import { beating, noPulse, WORK } from "./signs.ts";
import { heardWithin } from "./silence.ts";
import type { Troubles } from "./troubles.ts";
import { holdsMessage, sinceDay, type Terms } from "./search.ts";

export type Watching = {
  readonly options: MailboxOptions;
  /** What to search for; whom the person trusts may change while the mailbox is watched. */
  readonly terms: () => Promise<Terms>;
  readonly sink: Sink;
  readonly clock: Clock;
  readonly log: Log;
  /** What will end the watch soon although all is well now; null: nothing that is known. */
  readonly trouble?: () => string | null;
  readonly pulse?: Pulse;
};

type Listener = {
  /** Every folder was looked at, all that was found is taken. */
  readonly looked: () => Promise<void>;
  /** Something the operator should know. */
  readonly notice: (message: string) => void;
};

type Question = { readonly messageId: string; readonly answer: (holds: boolean | null) => void };

/** A message may be announced a little before it can be fetched: so often, so soon we look again. */
const LOOKS_AGAIN = 3;
const SHORTLY = 1000;

export class Session {
  readonly #client: ImapFlow;
  readonly #watching: Watching;
  readonly #signal: AbortSignal;
  readonly #look: Look;
  readonly #pulse: Pulse;
  readonly #bell = new Bell();
  readonly #cursors = new Map<string, Cursor>();
  readonly #questions: Question[] = [];
  #terms: Terms | null = null;
  #open: OpenFolder | null = null;
  /** Messages that the open folder held at the last look, as the server counts. */
  #count = 0;
  /** Looks in a row for something announced that was not there. */
  #inVain = 0;
  #nextPoll = 0;
  #failure: unknown = null;

  /** Takes over a connected client; `signal` ends the session between two commands. */
  constructor(client: ImapFlow, watching: Watching, signal: AbortSignal, troubles: Troubles) {
    this.#client = client;
    this.#watching = watching;
    this.#signal = signal;
    const { sink, options, pulse = noPulse } = watching;
    this.#pulse = pulse;
    const heard = heardWithin(client, patience(options), (reason) => (this.#failure = reason));
    this.#look = { client, taker: beating(sink, pulse), mailbox: options.user, signal, troubles, heard };
  }

  /** Returns when the signal says stop; throws when the connection ends or a look fails. */
  async run(listener: Listener): Promise<void> {
    const ring = () => this.#bell.ring();
    this.#client.on("exists", ring).on("close", ring);
    this.#client.on("error", (error) => (this.#failure = error)); // says more than the command it ends
    this.#signal.addEventListener("abort", ring, { once: true });
    try {
      await this.#work(listener);
    } catch (error) {
      throw this.#failure ?? error;
    } finally {
      this.#signal.removeEventListener("abort", ring);
      for (const { answer } of this.#questions.splice(0)) answer(null);
    }
  }

  /** True if the folder we wait at holds a message with this Message-ID; null if it ended before it could be asked. */
  async holds(messageId: string): Promise<boolean | null> {
    return await new Promise((answer) => {
      this.#questions.push({ messageId, answer });
      this.#bell.ring();
    });
  }

  async #work(listener: Listener): Promise<void> {
    const folders = await findFolders(this.#client);
    for (const message of folders.missing) listener.notice(message);
    if (!canIdle(this.#client))
      listener.notice("the server has no IDLE: it is asked for news every half minute");
    await this.#recallCursors();
    while (!this.#signal.aborted) {
      if (performance.now() >= this.#nextPoll) {
        if (this.#open !== null) await this.#answer();
        await this.#lookEverywhere(folders);
        await this.#watching.sink.looked();
        await listener.looked();
      } else {
        await this.#lookForNews();
      }
      await this.#answerQuestions();
      await this.#waitForNews();
    }
  }

  /** Who is trusted now may have written before: then everything is looked through again. */
  async #termsNow(): Promise<Terms> {
    const terms = await this.#watching.terms();
    if (this.#terms !== null && JSON.stringify(terms) !== JSON.stringify(this.#terms)) this.#cursors.clear();
    this.#terms = terms;
    return terms;
  }

  async #recallCursors(): Promise<void> {
    await this.#termsNow();
    for (const cursor of await this.#watching.sink.cursors()) {
      if (cursor.uidValidity !== "0") this.#cursors.set(cursor.folder, cursor); // "0" was good for its session only
    }
  }

  /**
   * The main folder comes last and stays open. At the first look it comes first as well: an answer in Sent is
   * known by the letter that it answers.
   */
  async #lookEverywhere({ main, all }: Folders): Promise<void> {
    this.#nextPoll = performance.now() + this.#watching.options.pollMinutes * 60_000;
    const terms = await this.#termsNow();
    const others = all.filter((one) => one !== main);
    const first = this.#open === null && others.length > 0 ? [main] : [];
    for (const folder of [...first, ...others, main]) {
      this.#signal.throwIfAborted();
      this.#pulse.beat(WORK);
      const open = await openFolder(this.#client, folder);
      if (folder === main) await sampleOpenFolder(this.#client, this.#watching.sink);
      await this.#lookInto(open, terms);
    }
  }

  async #lookInto(open: OpenFolder, terms: Terms): Promise<void> {
    const cursor = this.#cursors.get(open.path);
    this.#open = open;
    this.#count = countOf(this.#client);
    if (cursor?.uidValidity === open.uidValidity) await this.#lookAhead(open, cursor, this.#count);
    else await this.#lookBack(open, terms);
  }

  /** No cursor, or another UIDVALIDITY: what the cursor counted is no longer there. */
  async #lookBack(open: OpenFolder, terms: Terms): Promise<void> {
    const { clock, options } = this.#watching;
    const since = sinceDay(clock.now(), options.lookbackDays);
    this.#cursors.set(open.path, await lookBackIn(this.#look, open, terms, since));
  }

  async #lookAhead(open: OpenFolder, from: Cursor, expected: number): Promise<boolean> {
    const reached = await lookAhead(this.#look, open, from, expected);
    this.#cursors.set(open.path, reached);
    return reached !== from;
  }

  /** The main folder is open and has announced something, or somebody else rang. */
  async #lookForNews(): Promise<void> {
    const cursor = this.#open === null ? undefined : this.#cursors.get(this.#open.path);
    if (this.#open === null || cursor === undefined) return;
    const count = countOf(this.#client);
    // In a new mailbox the very mail that comes now may be the one that lets its provider be known.
    if (count > this.#count) await sampleOpenFolder(this.#client, this.#watching.sink);
    const found = await this.#lookAhead(this.#open, cursor, count - this.#count);
    if (found) await this.#watching.sink.looked();
    this.#inVain = found || count <= this.#count ? 0 : this.#inVain + 1;
    if (this.#inVain === 0 || this.#inVain > LOOKS_AGAIN) this.#count = count;
  }

  async #answerQuestions(): Promise<void> {
    for (const { messageId, answer } of this.#questions.splice(0)) {
      answer(await holdsMessage(this.#client, messageId));
    }
  }

  /** A peer that vanished without a word answers no NOOP. */
  async #answer(): Promise<void> {
    await this.#look.heard(() => this.#client.noop());
  }

  /** The server tells with NOOP what came between the last fetch and now, and with IDLE what comes next. */
  async #waitForNews(): Promise<void> {
    await this.#answer();
    if (this.#bell.rung || this.#signal.aborted) return await this.#bell.wait(0);
    let waiting = true;
    const ended = (answer: boolean | undefined): void => {
      if (answer === false) askInstead(this.#client); // offered, and refused
      if (waiting) setTimeout(() => waiting && this.#bell.ring(), SHORTLY);
    };
    this.#client.idle().then(ended, () => ended(undefined)); // broken by our next command, or by the server
    const again = this.#inVain > 0 && this.#inVain <= LOOKS_AGAIN;
    const ms = again ? SHORTLY : Math.max(0, this.#nextPoll - performance.now());
    this.#pulse.beat(ms + WORK);
    await this.#bell.wait(ms);
    waiting = false;
  }
}

/** How long the server may say nothing while it is asked: half a poll, within reason, so that silence is noticed within two. */
const patience = ({ pollMinutes }: MailboxOptions): number =>
  Math.max(5000, Math.min(30_000, (pollMinutes * 60_000) / 2));

const countOf = (client: ImapFlow): number => (client.mailbox === false ? 0 : client.mailbox.exists);
