/** A lane of the outbox: one SMTP connection that is kept for a while, and opened anew where it ended. */

import { setImmediate as nextTurn } from "node:timers/promises";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import {
  openConnection,
  isReady,
  transmit,
  TransmitError,
  type SmtpOptions,
  type Source,
} from "./connection.ts";
import { isConnectionLoss } from "./refusal.ts";

/** Below the five minutes for which RFC 5321 section 4.5.3.2.7 has a server wait. */
const idleMs = 4 * 60_000;

/** Whoever sends over it sends one mail at a time. Opens nothing yet. */
export class Lane {
  readonly #options: SmtpOptions;
  #connection: Promise<SMTPConnection> | null = null;
  #idle: NodeJS.Timeout | undefined;
  #isOpen = false;
  #closed = false;

  constructor(options: SmtpOptions) {
    this.#options = options;
  }

  /** True while there is a connection, signed in. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Connects and signs in, unless that was done. */
  async open(): Promise<void> {
    await this.#connect();
    this.#rest();
  }

  /** Resolves with the server's answer. @throws TransmitError, NotMade; else what kept the connection from opening. */
  async send(source: Source): Promise<string> {
    clearTimeout(this.#idle);
    const kept = this.#connection !== null;
    try {
      return await this.#transmit(source);
    } catch (error) {
      // The server had ended a connection that lay idle, and not a byte had gone: once more on a new one.
      const untouched = !(error instanceof TransmitError && error.handedOver);
      if (kept && untouched && isConnectionLoss(error)) return await this.#transmit(source);
      throw error;
    } finally {
      this.#rest();
    }
  }

  /** Cuts the connection, also under a mail; one that is still opening is cut when it opens. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idle);
    const opening = this.#connection?.catch(() => undefined);
    const connection = await Promise.race([opening, nextTurn(undefined)]);
    connection?.close();
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
      this.#isOpen = true;
      connection.once("end", forget);
      if (this.#closed) connection.close();
      return connection;
    } catch (error) {
      forget();
      throw error;
    }
  }

  #forget(opening: Promise<SMTPConnection>): void {
    if (this.#connection !== opening) return;
    this.#connection = null;
    this.#isOpen = false;
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
