/** One SMTP connection: opened, signed in, one mail after the other. */

import { Readable } from "node:stream";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import type { AccessToken } from "../flow/ports.ts";
import type { Trace } from "../flow/pulse.ts";
import { bearer } from "./bearer.ts";

export type SmtpOptions = {
  readonly host: string;
  readonly port: number;
  readonly security: "tls" | "starttls" | "none";
  /** Null where the server wants no login. */
  readonly user: string | null;
  readonly password: string | null;
  /** In the place of a password. */
  readonly accessToken?: AccessToken;
  /** Told what is said, where somebody wants to know. */
  readonly trace?: Trace;
};

export type Source = {
  readonly from: string;
  readonly to: string;
  /** The whole message, RFC 5322, made once: asked for early, it is in the making while the server is told whom it is for. @throws NotMade */
  readonly raw: () => Promise<Buffer>;
};

/** Why a mail did not get the server's yes. `handedOver`: bytes of it had left when that happened. */
export class TransmitError extends Error {
  override readonly name = "TransmitError";
  readonly handedOver: boolean;
  constructor(cause: Error, handedOver: boolean) {
    super(cause.message, { cause });
    this.handedOver = handedOver;
  }
}

const seconds = 1000;

/** RFC 5321 section 4.5.3.2: commands and the final answer are waited for at most five minutes. */
const timeouts = {
  connectionTimeout: 30 * seconds,
  greetingTimeout: 30 * seconds,
  socketTimeout: 300 * seconds,
  socketCloseTimeout: seconds,
};

/** Opens a connection and signs in. @throws nodemailer's error (code, response, responseCode, command), or SignInFailure. */
export const openConnection = async (options: SmtpOptions): Promise<SMTPConnection> => {
  const { accessToken } = options;
  if (accessToken === undefined) return await openWith({ pass: options.password ?? "" }, options);
  try {
    return await openWith({ token: await accessToken() }, options);
  } catch (error) {
    if (!isRefusedLogin(error)) throw error;
    // Withdrawn before its end, or this machine's clock is wrong: another one tells.
    return await openWith({ token: await accessToken({ renew: true }) }, options);
  }
};

type Secret = { readonly pass: string } | { readonly token: string };

const openWith = async (secret: Secret, options: SmtpOptions): Promise<SMTPConnection> => {
  const { default: Connection } = await import("nodemailer/lib/smtp-connection");
  const connection = new Connection({
    host: options.host,
    port: options.port,
    secure: options.security === "tls",
    requireTLS: options.security === "starttls",
    ignoreTLS: options.security === "none",
    tls: { minVersion: "TLSv1.2" }, // whatever NODE_OPTIONS says
    ...("token" in secret && { customAuth: { XOAUTH2: bearer(options.user ?? "", secret.token) } }),
    ...timeouts,
    ...(options.trace && { transactionLog: true, logger: smtpLogger(options.trace) }),
  });
  try {
    await connected(connection);
    await signedIn(connection, options.user, secret);
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
};

const nothing = (): void => undefined;

/** Commands and answers as nodemailer tells them, without passwords; never the mail itself. */
const smtpLogger = (trace: Trace) => {
  const debug = (entry: unknown, text: unknown): void => {
    const tnx = typeof entry === "object" && entry !== null && "tnx" in entry ? entry.tnx : undefined;
    if (tnx === "client" || tnx === "server") trace("SMTP", tnx === "client" ? "C" : "S", String(text));
  };
  return { debug, trace: nothing, info: nothing, warn: nothing, error: nothing, fatal: nothing };
};

const isRefusedLogin = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === "EAUTH";

const connected = (connection: SMTPConnection): Promise<void> =>
  new Promise((resolve, reject) => {
    // Stays for the whole life of the connection: an error event that nobody hears ends the process.
    connection.on("error", reject);
    connection.connect((error) => (error ? reject(error) : resolve()));
  });

const signedIn = (connection: SMTPConnection, user: string | null, secret: Secret): Promise<void> =>
  new Promise((resolve, reject) => {
    if (user === null || !connection.allowsAuth) return resolve();
    // A connection that ends in between is told by the error event alone.
    connection.once("error", reject);
    const how = "pass" in secret ? secret : { method: "XOAUTH2" };
    connection.login({ user, ...how }, (error) => (error ? reject(error) : resolve()));
  });

/** Has it made ahead. Where the server takes no mail just now, or not for this recipient, nobody asks for it any more. */
export const begin = (raw: Source["raw"]): void => void raw().catch(() => undefined);

/** Resolves with the server's last answer. @throws TransmitError, NotMade */
export const transmit = (connection: SMTPConnection, { from, to, raw }: Source): Promise<string> =>
  new Promise((resolve, reject) => {
    // Between DATA and the final dot there is nothing to be said but to hang up.
    const giveUp = (notMade: Error): void => {
      connection.close();
      reject(notMade);
    };
    // A stream and not the buffer: that it was read tells that the server had asked for the mail.
    const body = new Readable({
      read() {
        raw().then((bytes) => void (this.push(bytes), this.push(null)), giveUp);
      },
    });
    connection.send({ from, to: [to] }, body, (error, info) =>
      error === null && info !== undefined
        ? resolve(info.response)
        : reject(new TransmitError(error ?? new Error("no answer"), body.readableDidRead)),
    );
    begin(raw);
  });

/** After a refused mail: true once the session is ready for the next one. */
export const isReady = (connection: SMTPConnection): Promise<boolean> =>
  new Promise((resolve) => {
    const ended = (): void => resolve(false);
    connection.once("end", ended);
    connection.reset((error) => {
      connection.off("end", ended);
      resolve(error === null);
    });
  });
