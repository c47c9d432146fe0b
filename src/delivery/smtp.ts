/**
 * The outbox: mails leave over a few connections that are kept for a while. One is enough in quiet times.
 *
 * Not nodemailer's pool, which can neither be warmed nor tell whether a mail had been handed over when
 * its connection ended; that is what decides between "send again" and "look for it first".
 */

import { NotMade, type Mail, type Outbox } from "../flow/ports.ts";
import { begin, TransmitError, type SmtpOptions, type Source } from "./connection.ts";
import { Lane } from "./lane.ts";
import { prepare, toSource } from "./message.ts";
import { sendFailure } from "./refusal.ts";

export type { SmtpOptions } from "./connection.ts";

export type SmtpOutbox = Outbox & {
  /** Connects and signs in ahead of the next mail. A failure is left for that mail to meet. */
  warm(): Promise<void>;
};

/** Opens nothing yet: the first mail, or `warm`, connects. */
export const openOutbox = (options: SmtpOptions): SmtpOutbox => new Lanes(options);

/** Another connection is opened for so many mails under way; providers allow few at a time. */
const mailsPerLane = 4;
const mostLanes = 5;
/** What is being sent when the outbox closes gets this long to end. */
const farewellMs = 3_000;

type Waiting = { readonly take: (lane: Lane) => void; readonly turnAway: (error: unknown) => void };

class Lanes implements SmtpOutbox {
  readonly #options: SmtpOptions;
  readonly #lanes: Lane[] = [];
  readonly #busy = new Set<Lane>();
  /** Mails that wait for a lane. */
  #waiting: Waiting[] = [];
  readonly #underWay = new Set<Promise<string>>();
  /** Takes no more mails. */
  #closed = false;

  constructor(options: SmtpOptions) {
    this.#options = options;
  }

  async send(mail: Mail): Promise<string> {
    const sending = this.#send(mail);
    this.#underWay.add(sending);
    try {
      return await sending;
    } catch (error) {
      throw error instanceof NotMade ? error : sendFailure(error, this.#options, mail);
    } finally {
      this.#underWay.delete(sending);
    }
  }

  async warm(): Promise<void> {
    if (this.#closed) return;
    const first = this.#lanes[0] ?? this.#addLane();
    await Promise.all([first.open(), prepare()]).catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await within(farewellMs, Promise.allSettled(this.#underWay));
    this.#turnAway(stopping());
    await Promise.all(this.#lanes.map(async (lane) => lane.close()));
  }

  async #send(mail: Mail): Promise<string> {
    if (this.#closed) throw stopping();
    const source = await toSource(mail);
    const taking = this.#takeLane();
    // In a crowd there is time to make it now.
    if (this.#waiting.length > 0) begin(source.raw);
    const lane = await taking;
    try {
      return await this.#sendOver(lane, source);
    } finally {
      this.#give(lane);
    }
  }

  async #sendOver(lane: Lane, source: Source): Promise<string> {
    try {
      return await lane.send(source);
    } catch (error) {
      // There is no connection to be had: whoever waits need not find out too, least of all by signing in again.
      const others = this.#lanes.some((other) => other !== lane && other.isOpen);
      const reached = error instanceof TransmitError || error instanceof NotMade;
      if (!reached && !others) this.#turnAway(error);
      throw error;
    }
  }

  #takeLane(): Promise<Lane> {
    return new Promise((take, turnAway) => {
      this.#waiting.push({ take, turnAway });
      this.#serve();
    });
  }

  #give(lane: Lane): void {
    this.#busy.delete(lane);
    this.#serve();
  }

  #serve(): void {
    while (this.#waiting.length > 0) {
      const lane = this.#nextLane();
      if (lane === null) return;
      this.#busy.add(lane);
      this.#waiting.shift()!.take(lane);
    }
  }

  /** An open lane; else one to open, unless another mail is just finding out whether that can be done. */
  #nextLane(): Lane | null {
    const free = this.#lanes.filter((lane) => !this.#busy.has(lane));
    const open = free.find(({ isOpen }) => isOpen);
    if (open !== undefined) return open;
    if ([...this.#busy].some(({ isOpen }) => !isOpen)) return null;
    const wanted = Math.min(Math.ceil(this.#underWay.size / mailsPerLane), mostLanes);
    return free[0] ?? (this.#lanes.length < wanted ? this.#addLane() : null);
  }

  #addLane(): Lane {
    const lane = new Lane(this.#options);
    this.#lanes.push(lane);
    return lane;
  }

  #turnAway(error: unknown): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { turnAway } of waiting) turnAway(error);
  }
}

const stopping = (): Error => new Error("Landfall is stopping");

const within = async (ms: number, work: Promise<unknown>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
};
