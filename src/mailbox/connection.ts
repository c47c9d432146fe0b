/** One connection to the mailbox server: how it is opened, how it ends, how long to wait for the next. */

import type { ImapFlow } from "imapflow";
import type { Trace } from "../flow/pulse.ts";
import { imapLogger } from "./trace.ts";
import type { AccessToken } from "../flow/ports.ts";

export type MailboxOptions = {
  readonly host: string;
  readonly port: number;
  readonly security: "tls" | "starttls" | "none";
  readonly user: string;
  /** Null where there are access tokens in its place. */
  readonly password: string | null;
  readonly accessToken?: AccessToken;
  /** How far the first look goes back, in days. */
  readonly lookbackDays: number;
  /** How often every folder is looked at, announcements or not; may be a fraction. */
  readonly pollMinutes: number;
  /** Told what is said, where somebody wants to know. */
  readonly trace?: Trace;
};

const MINUTE = 60_000;
/** Many servers hang up after 10 minutes without a word (RFC 2177 says 29, practice says less). */
const IDLE_RENEWAL = 9 * MINUTE;
const POLL_WITHOUT_IDLE = 30_000;
/** Nothing bigger is ever asked for (`read` takes messages whole up to 25 MB): an answer that is, is a lie. */
const LARGEST_LITERAL = 32 * 1024 * 1024;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = MINUTE;

/**
 * A connected and authenticated client; one client serves one connection only. Throws what
 * `explain` (refusal.ts) puts into words. An aborted `signal` ends even a pending attempt.
 */
export const connect = async (options: MailboxOptions, signal: AbortSignal): Promise<ImapFlow> => {
  const { accessToken } = options;
  if (accessToken === undefined) return await connectWith({ pass: options.password ?? "" }, options, signal);
  try {
    return await connectWith({ accessToken: await accessToken() }, options, signal);
  } catch (error) {
    if (!isRefusedLogin(error)) throw error;
    // Withdrawn before its end, or this machine's clock is wrong: another one tells.
    return await connectWith({ accessToken: await accessToken({ renew: true }) }, options, signal);
  }
};

type Secret = { readonly pass: string } | { readonly accessToken: string };

const connectWith = async (
  secret: Secret,
  options: MailboxOptions,
  signal: AbortSignal,
): Promise<ImapFlow> => {
  const { ImapFlow } = await import("imapflow"); // big: loaded by those only who connect
  signal.throwIfAborted();
  const client = new ImapFlow(settings(options, secret));
  client.on("error", ignore); // an `error` nobody hears would end the process; the pending command tells it too
  const close = () => client.close();
  signal.addEventListener("abort", close, { once: true });
  try {
    await client.connect();
  } finally {
    signal.removeEventListener("abort", close);
  }
  if (!canIdle(client)) askInstead(client);
  return client;
};

/** IDLE is part of the base protocol in IMAP4rev2 (RFC 9051), which we do not enable. */
export const canIdle = (client: ImapFlow): boolean => client.capabilities.has("IDLE");

/** Without IDLE imapflow asks with NOOP, at the interval that otherwise renews IDLE. */
export const askInstead = (client: ImapFlow): void => {
  client.maxIdleTime = POLL_WITHOUT_IDLE;
};

/** Says goodbye (LOGOUT) and waits for the answer no longer than half a second. */
export const disconnect = async (client: ImapFlow): Promise<void> => {
  const timer = setTimeout(() => client.close(), 500);
  await client.logout().catch(ignore);
  clearTimeout(timer);
  client.close();
};

/**
 * Milliseconds to wait before try number `attempt` (from 0): exponential with full jitter, so that
 * many clients of a restarted server do not come back at once. `random` lies in [0, 1).
 */
export const backoff = (attempt: number, random: number): number =>
  Math.max(100, Math.round(random * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(attempt, 16))));

const ignore = (): void => {};

const isRefusedLogin = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "authenticationFailed" in error &&
  error.authenticationFailed === true;

const settings = (options: MailboxOptions, secret: Secret) => ({
  host: options.host,
  port: options.port,
  secure: options.security === "tls",
  ...(options.security === "tls" ? {} : { doSTARTTLS: options.security === "starttls" }),
  auth: { user: options.user, ...secret },
  logger: options.trace === undefined ? (false as const) : imapLogger(options.trace), // not its own, which holds mail
  tls: { minVersion: "TLSv1.2" as const }, // whatever NODE_OPTIONS says
  clientInfo: { name: "Landfall", vendor: false as const, "support-url": false as const },
  disableAutoIdle: true, // it starts 15 s late; the session idles by itself
  disableAutoEnable: true, // CONDSTORE makes the server count what we never ask
  disableCompression: true,
  maxLiteralSize: LARGEST_LITERAL,
  maxIdleTime: IDLE_RENEWAL,
  connectionTimeout: 30_000,
  // A dead peer that never hung up is noticed within this time after a command, hence within two polls.
  socketTimeout: Math.min(5 * MINUTE, Math.max(MINUTE, options.pollMinutes * MINUTE)),
});
