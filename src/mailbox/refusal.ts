/** Why a mailbox could not be opened or read, in plain words, and what to do about it. */

import { refusalIn, type ProviderRefusal } from "../domain/provider-refusals.ts";
import { LedgerFailure, SignInFailure, Unloadable } from "../flow/failures.ts";
import type { MailboxOptions } from "./connection.ts";

/** What a refusal is put into words with. */
type Place = Pick<MailboxOptions, "host" | "port" | "user" | "password">;

export type Refusal = {
  /** What happened and what to do, from the one who keeps trying. */
  readonly message: string;
  /** The same, from a command that tried once. */
  readonly triedOnce: string;
  /** True only where the server judged user name and password and said no. */
  readonly wrongPassword: boolean;
  /** The server said no to the login, for whatever reason but that it has no time. */
  readonly refused: boolean;
  /** Whether trying again can help without anybody changing anything. */
  readonly passing: boolean;
  /** Not worth a try before so many milliseconds. */
  readonly waitMs: number;
};

/** The fields of an error by which imapflow, Node and the server's answer can be told apart. */
type Failure = {
  readonly message?: string;
  readonly code?: string;
  readonly authenticationFailed?: boolean;
  readonly serverResponseCode?: string;
  readonly responseStatus?: string;
  readonly responseText?: string;
  readonly response?: unknown;
  readonly reason?: string;
  /** How long the server asks to be left alone, in milliseconds. */
  readonly throttleReset?: number;
  readonly mailboxMissing?: boolean;
  readonly tlsFailed?: boolean;
};

/** `todo` is null where there is nothing to do but to wait. */
type Words = { readonly what: string; readonly todo: string | null; readonly passing: boolean };

const passing = (what: string, todo: string | null = null): Words => ({ what, todo, passing: true });
const lasting = (what: string, todo: string): Words => ({ what, todo, passing: false });

/** Never throws. The message holds host, port and the server's own words, never the password. */
export const explain = (error: unknown, options: Place): Refusal => {
  if (error instanceof LedgerFailure) return ofLedger(error);
  if (error instanceof Unloadable) return ofProgram(error);
  if (error instanceof SignInFailure) return ofSignIn(error);
  const failure: Failure = typeof error === "object" && error !== null ? error : { message: String(error) };
  const known = refusalIn(saying(failure), options.host);
  if (known === undefined && options.password === null && isWrongPassword(failure))
    return wrongAccount(failure, options);
  const wrongPassword = known === undefined ? isWrongPassword(failure) : known.means === "secret";
  const words = known === undefined ? unlisted(failure, options, wrongPassword) : ofProvider(known, failure);
  const failed = `opening the mailbox on ${options.host}:${options.port}: ${words.what}`;
  return {
    message: `${failed}; ${words.todo ?? "Landfall keeps trying"}`,
    triedOnce: `${failed}; ${words.todo ?? "try again later"}`,
    wrongPassword,
    refused: wrongPassword || known?.means === "setting",
    passing: words.passing,
    waitMs: Math.max(
      minuteMs * (known?.waitMinutes ?? 0),
      Math.min(failure.throttleReset ?? 0, longestWaitMs),
    ),
  };
};

const minuteMs = 60_000;
/** However long the server asks to be left alone: a window may close meanwhile. */
const longestWaitMs = 60 * minuteMs;

const ofProvider = ({ what, todo, means }: ProviderRefusal, failure: Failure): Words => ({
  what: `${what} ("${saying(failure)}")`,
  todo,
  passing: means === "later",
});

const unlisted = (failure: Failure, options: Place, wrongPassword: boolean): Words =>
  wrongPassword ? aboutPassword(failure, options) : aboutTheRest(failure, options);

/** The issuer gave a token, and the server does not take it: it is somebody else's, or not for mail. */
const wrongAccount = (failure: Failure, { host, port, user }: Place): Refusal => {
  const message = `opening the mailbox on ${host}:${port}: the server does not take the sign-in for "${user}" ("${saying(failure)}"); sign in again, with the account of this very mailbox: landfall sign-in`;
  const waitMs = minuteMs * 30;
  return { message, triedOnce: message, wrongPassword: false, refused: true, passing: false, waitMs };
};

/** The server was not even asked. */
const ofSignIn = ({ message, ended }: SignInFailure): Refusal => ({
  message,
  triedOnce: message.replace("Landfall keeps trying", "try again later"),
  wrongPassword: false,
  refused: ended,
  passing: !ended,
  waitMs: 0,
});

/** Not the mailbox's fault: what was read could not be written down. */
const ofLedger = ({ message }: LedgerFailure): Refusal => ({
  message: `${message}; Landfall keeps trying`,
  triedOnce: message,
  wrongPassword: false,
  refused: false,
  passing: true,
  waitMs: 0,
});

/** Trying again cannot help, but costs nothing, and tells the person again. */
const ofProgram = ({ message }: Unloadable): Refusal => ({
  message,
  triedOnce: message,
  wrongPassword: false,
  refused: false,
  passing: false,
  waitMs: minuteMs,
});

/** Response codes of RFC 5530 and words that say "not now" rather than "not you". */
const notNow = new Set(["UNAVAILABLE", "LIMIT", "INUSE", "SERVERBUG", "OVERQUOTA", "THROTTLED"]);
const notNowText = /too many|try again|temporar|unavailable|throttl|rate.?limit|overload|maximum number/iu;

const isWrongPassword = (failure: Failure): boolean =>
  failure.authenticationFailed === true && serverSpoke(failure) && !isNotNow(failure);

/** imapflow also sets `authenticationFailed` where it never tried: no common method, login disabled. */
const serverSpoke = (failure: Failure): boolean =>
  failure.responseStatus === "NO" ||
  failure.responseStatus === "BAD" ||
  failure.serverResponseCode !== undefined;

const isNotNow = (failure: Failure): boolean =>
  failure.code === "ETHROTTLE" ||
  notNow.has(failure.serverResponseCode?.toUpperCase() ?? "") ||
  (failure.serverResponseCode !== "AUTHENTICATIONFAILED" && notNowText.test(saying(failure)));

/** The server's own words, on one line and bounded. */
const saying = (failure: Failure): string => {
  const response = typeof failure.response === "string" ? failure.response : undefined;
  const text = failure.responseText ?? response ?? failure.reason ?? failure.message ?? "";
  return text.replaceAll(/\s+/gu, " ").trim().slice(0, 200);
};

const aboutPassword = (failure: Failure, { host, user }: Place): Words => {
  const hint = /gmail|google|yahoo|icloud|me\.com/iu.test(host)
    ? "this provider takes only an app password, made in the account's security settings"
    : "where two-step verification is on, most providers ask for an app password";
  return lasting(
    `the server refused user name or password of "${user}" ("${saying(failure)}")`,
    `check IMAP_USER and IMAP_PASSWORD (${hint})`,
  );
};

const aboutTheRest = (failure: Failure, options: Place): Words => {
  const known = byCode(failure.code ?? "", options);
  if (known !== undefined) return known;
  if (isNotNow(failure)) return passing(`the server has no time for us ("${saying(failure)}")`);
  if (failure.authenticationFailed === true) {
    return lasting(
      `no way to sign in was found ("${saying(failure)}")`,
      "set IMAP_SECURITY to tls or starttls",
    );
  }
  if (failure.mailboxMissing === true) {
    return lasting("the folder is not there", "check that IMAP_USER names the right account");
  }
  if (/STARTTLS/iu.test(failure.message ?? "")) return withoutStarttls;
  if (failure.tlsFailed === true) return noTls(failure);
  return passing(`"${saying(failure) || "unknown failure"}"`);
};

const withoutStarttls = lasting(
  "the server offers no STARTTLS",
  "set IMAP_SECURITY=tls and its port (mostly 993), or ask the provider which one it has",
);

const noTls = (failure: Failure): Words =>
  lasting(`no encrypted connection came about ("${saying(failure)}")`, "check IMAP_SECURITY and IMAP_PORT");

const byCode = (code: string, options: Place): Words | undefined =>
  table(options)[code] ?? (code.startsWith("ERR_SSL") || code === "EPROTO" ? notSpeakingTls : undefined);

const notSpeakingTls = lasting(
  "the server does not speak TLS on this port",
  "check IMAP_PORT (993 for tls, 143 for starttls) and IMAP_SECURITY",
);

const table = ({ host, port }: Place): Readonly<Record<string, Words>> => {
  const timeOut = passing(
    "the server did not answer in time",
    "check the network, IMAP_PORT and IMAP_SECURITY",
  );
  const untrusted = lasting(
    "the server's certificate is not trusted by this machine",
    "check IMAP_HOST; where the server is your own, give its authority in NODE_EXTRA_CA_CERTS",
  );
  const cut = passing("the connection was cut");
  return {
    ENOTFOUND: passing(`no such host ("${host}")`, "check IMAP_HOST, and that this machine is online"),
    EAI_AGAIN: passing(`the name "${host}" could not be looked up`, "check that this machine is online"),
    ECONNREFUSED: passing(`nobody answers on port ${port}`, "check IMAP_HOST and IMAP_PORT"),
    EHOSTUNREACH: passing("the host cannot be reached", "check that this machine is online"),
    ENETUNREACH: passing("the network cannot be reached", "check that this machine is online"),
    ETIMEDOUT: timeOut,
    ETIMEOUT: timeOut,
    CONNECT_TIMEOUT: timeOut,
    UPGRADE_TIMEOUT: timeOut,
    GREETING_TIMEOUT: timeOut,
    ECONNRESET: cut,
    EPIPE: cut,
    EConnectionClosed: cut,
    DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
    SELF_SIGNED_CERT_IN_CHAIN: untrusted,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
    UNABLE_TO_GET_ISSUER_CERT: untrusted,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
    CERT_HAS_EXPIRED: lasting(
      "the server's certificate has expired",
      "check this machine's clock, then tell the provider",
    ),
    CERT_NOT_YET_VALID: lasting("the server's certificate is not valid yet", "check this machine's clock"),
    ERR_TLS_CERT_ALTNAME_INVALID: lasting(
      `the server's certificate is for another host than "${host}"`,
      "set IMAP_HOST to the name that the provider gives",
    ),
  };
};
