/**
 * The outbox: mails leave one by one over a connection that is kept for a while.
 *
 * Not nodemailer's pool, which can neither be warmed nor tell whether a mail had been handed over when
 * its connection ended; that is what decides between "send again" and "look for it first".
 */

import type SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Mail, Outbox } from "../flow/ports.ts";
import {
  openConnection,
  isReady,
  transmit,
  TransmitError,
  type SmtpOptions,
  type Source,
} from "./connection.ts";
import { prepare, toSource } from "./message.ts";
import { isConnectionLoss, sendFailure } from "./refusal.ts";

export type { SmtpOptions } from "./connection.ts";

export type SmtpOutbox = Outbox & {
  /** Connects and signs in ahead of the next mail. A failure is left for that mail to meet. */
  warm(): Promise<void>;
};

/** Opens nothing yet: the first mail, or `warm`, connects. */
export const openOutbox = (options: SmtpOptions): SmtpOutbox => new KeptConnection(options);

/** Below the five minutes for which RFC 5321 section 4.5.3.2.7 has a server wait. */
const idleMs = 4 * 60_000;
/** What is being sent when the outbox closes gets this long to end. */
const farewellMs = 3_000;

class KeptConnection implements SmtpOutbox {
  readonly #options: SmtpOptions;
  #connection: Promise<SMTPConnection> | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;
  /** Takes no more mails. */
  #closed = false;
  /** Ends those under way. */
  #gone = false;

  constructor(options: SmtpOptions) {
    this.#options = options;
  }

  send(mail: Mail): Promise<string> {
    if (this.#closed) return Promise.reject(sendFailure(stopping(), this.#options, mail));
    const sent = this.#last.then(() => this.#sendNow(mail));
    this.#last = sent.catch(() => undefined);
    return sent;
  }

  async warm(): Promise<void> {
    if (this.#closed) return;
    await Promise.all([this.#connect(), prepare()]).catch(() => undefined);
    this.#rest();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idle);
    await within(farewellMs, this.#last);
    this.#gone = true;
    // One that is still opening is closed when it opens.
    const opening = this.#connection?.catch(() => undefined);
    const connection = await Promise.race([opening, nextTurn()]);
    connection?.close();
  }

  async #sendNow(mail: Mail): Promise<string> {
    try {
      if (this.#gone) throw stopping();
      clearTimeout(this.#idle);
      return await this.#deliver(await toSource(mail));
    } catch (error) {
      throw sendFailure(error, this.#options, mail);
    } finally {
      this.#rest();
    }
  }

  async #deliver(source: Source): Promise<string> {
    const kept = this.#connection !== null;
    try {
      return await this.#transmit(source);
    } catch (error) {
      // The server had ended a connection that lay idle, and not a byte had gone: once more on a new one.
      const untouched = !(error instanceof TransmitError && error.handedOver);
      if (kept && untouched && isConnectionLoss(error)) return this.#transmit(source);
      throw error;
    }
  }

  async #transmit(source: Source): Promise<string> {
    const opening = this.#connect();
    const connection = await opening;
    try {
      return await transmit(connection, source);
    } catch (error) {
      const usable = !isConnectionLoss(error) && (await isReady(connection));
      if (!usable) {
        connection.close();
        this.#forget(opening);
      }
      throw error;
    }
  }

  #connect(): Promise<SMTPConnection> {
    if (this.#connection !== null) return this.#connection;
    const opening: Promise<SMTPConnection> = this.#open(() => this.#forget(opening));
    this.#connection = opening;
    return opening;
  }

  async #open(forget: () => void): Promise<SMTPConnection> {
    try {
      const connection = await openConnection(this.#options);
      connection.once("end", forget);
      if (this.#gone) connection.close();
      return connection;
    } catch (error) {
      forget();
      throw error;
    }
  }

  #forget(opening: Promise<SMTPConnection>): void {
    if (this.#connection === opening) this.#connection = null;
  }

  #rest(): void {
    clearTimeout(this.#idle);
    if (this.#closed) return;
    this.#idle = setTimeout(
      () =>
        void this.#connection?.then(
          (connection) => connection.quit(),
          () => undefined,
        ),
      idleMs,
    );
    this.#idle.unref();
  }
}

const stopping = (): Error => new Error("Landfall is stopping");

const nextTurn = (): Promise<undefined> => new Promise((resolve) => setImmediate(() => resolve(undefined)));

const within = async <T>(ms: number, work: Promise<T> | undefined): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};
