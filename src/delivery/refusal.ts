/** Why a mail did not go out, in plain words, and what to do about it. */

import { refusalIn, type ProviderRefusal } from "../domain/provider-refusals.ts";
import { SignInFailure } from "../flow/failures.ts";
import { SendFailure } from "../flow/ports.ts";
import { TransmitError, type SmtpOptions } from "./connection.ts";

/** What nodemailer's errors carry beside their message. */
type SmtpError = Error & {
  readonly code?: string;
  /** The code of the system error behind `code`. */
  readonly originalCode?: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly command?: string;
};

type Addresses = { readonly from: string; readonly to: string };

type Told = { readonly error: SmtpError; readonly options: SmtpOptions; readonly mail: Addresses };

/** What happened, and what to do. */
type Words = readonly [what: string, advice: string];

/**
 * The failure that the flow works with. `permanent` only where a 5xx answered the sign-in or the mail
 * itself (RFC 5321 section 4.2.1); `unknown` where the mail had been handed over and no answer came.
 */
export const sendFailure = (thrown: unknown, options: SmtpOptions, mail: Addresses): SendFailure => {
  if (thrown instanceof SignInFailure) return ofSignIn(thrown);
  const error = causeOf(thrown);
  const handedOver = thrown instanceof TransmitError && thrown.handedOver;
  const unknown = handedOver && error.responseCode === undefined;
  const told = { error, options, mail };
  const [what, advice] = unknown ? gone : words(told);
  const where = `${options.host}:${options.port}`;
  const message = withoutSecrets(`sending a mail through ${where}: ${what}; ${advice}`, options);
  return new SendFailure(message, {
    permanent: isPermanent(error, options),
    unknown,
    everyMail: !/^(MAIL|RCPT|DATA)/.test(error.command ?? ""),
    // The server's answer may repeat what we said to it.
    cause: withoutSecrets(error.message, options) === error.message ? error : undefined,
  });
};

/** Nobody was even asked to take the mail. */
const ofSignIn = (failure: SignInFailure): SendFailure =>
  new SendFailure(
    `sending a mail: ${failure.message.replace("Landfall keeps trying", "Landfall tries again")}`,
    {
      permanent: false,
      unknown: false,
      everyMail: true,
      cause: failure,
    },
  );

/** True where the connection itself ended, rather than the server refusing what was said over it. */
export const isConnectionLoss = (thrown: unknown): boolean => {
  const { code, responseCode } = causeOf(thrown);
  return responseCode === 421 || ["ECONNECTION", "ESOCKET", "ETIMEDOUT"].includes(code ?? "");
};

const causeOf = (thrown: unknown): SmtpError => {
  const error = thrown instanceof TransmitError ? thrown.cause : thrown;
  return isError(error) ? error : new Error(String(error));
};

/** By shape: an error may come from another realm. */
const isError = (value: unknown): value is SmtpError =>
  typeof value === "object" && value !== null && "message" in value && typeof value.message === "string";

/** A login that came at a bad time is no wrong login, whatever the code. */
const isPermanent = (
  { responseCode, response = "", command = "" }: SmtpError,
  { host }: SmtpOptions,
): boolean => {
  const isBadTime = command.startsWith("AUTH") && refusalIn(response, host)?.means === "later";
  return (responseCode ?? 0) >= 500 && /^(AUTH|MAIL|RCPT|DATA)/.test(command) && !isBadTime;
};

const gone: Words = [
  "the connection ended after the mail was handed over, before the server answered: it may have gone out",
  "Landfall looks for it in the mailbox before it sends it again",
];

const words = (told: Told): Words =>
  byAnswer(told) ?? bySystem(told) ?? [told.error.message, "Landfall tries again"];

/** The server answered, and said no. */
const byAnswer = ({ error, options, mail }: Told): Words | undefined => {
  const { response, responseCode = 0, command = "" } = error;
  if (response === undefined) return undefined;
  const said = `("${plain(response)}")`;
  const known = refusalIn(response, options.host);
  if (known !== undefined) return ofProvider(known, said);
  if (error.code === "EAUTH") return aboutLogin(options, said, responseCode);
  if (error.code === "ETLS") return noStartTls(said);
  if (responseCode === 530)
    return [`the server wants a login first ${said}`, "set SMTP_USER and SMTP_PASSWORD"];
  if (isQuota(response))
    return [`a limit is reached ${said}`, "Landfall tries again; look at the account's limits"];
  if (responseCode < 500) return [`the server asks to come back later ${said}`, "Landfall tries again"];
  if (command.startsWith("MAIL"))
    return [
      `the server refused the sender "${mail.from}" ${said}`,
      "set REMIND_FROM to an address this account may send from",
    ];
  if (command.startsWith("RCPT"))
    return [`the server refused the recipient "${mail.to}" ${said}`, "check REMIND_TO"];
  return [`the server refused the mail ${said}`, "look up its answer in your provider's help pages"];
};

const ofProvider = ({ what, todo, means }: ProviderRefusal, said: string): Words => [
  `${what} ${said}`,
  [...(todo === null ? [] : [todo]), ...(means === "later" ? ["Landfall tries again"] : [])].join("; "),
];

const aboutLogin = (options: SmtpOptions, said: string, responseCode: number): Words => {
  const { user, host, accessToken } = options;
  if (responseCode < 500)
    return [`the server could not check the login just now ${said}`, "Landfall tries again"];
  return accessToken !== undefined
    ? [
        `the server does not take the sign-in for "${user}" ${said}`,
        "sign in again, with the account of this very mailbox: landfall sign-in",
      ]
    : [
        `the server refused the user name or the password of "${user}" ${said}`,
        `check SMTP_USER and SMTP_PASSWORD${/gmail|google|yahoo|icloud|me\.com/.test(host) ? " (this provider wants an app password)" : ""}`,
      ];
};

const noStartTls = (said = ""): Words => [
  `the server does not offer STARTTLS ${said}`.trim(),
  "set SMTP_SECURITY=tls and the port that goes with it, mostly 465",
];

/** RFC 3463: X.2.2 mailbox full, X.4.5 and X.5.3 too much at once; and the words that providers use. */
const isQuota = (response: string): boolean =>
  /\b[45]\.(2\.2|4\.5|5\.3)\b|quota|rate limit|sending limit|too many messages|mailbox (is )?full/i.test(
    response,
  );

/** No answer: the network, the name or the certificate. */
const bySystem = ({ error, options }: Told): Words | undefined => {
  const code = error.originalCode ?? error.code ?? "";
  if (/CERT|SIGNATURE|SELF_SIGNED/.test(code) || /certificate|self.signed/i.test(error.message))
    return [
      `the server's certificate is not trusted (${plain(error.message)})`,
      "check SMTP_HOST, and the date of this machine",
    ];
  if (/wrong version number|EPROTO/i.test(`${code} ${error.message}`))
    return [
      "the server speaks no TLS on this port",
      "set SMTP_SECURITY=starttls with port 587, or tls with port 465",
    ];
  if (/STARTTLS/.test(error.message)) return noStartTls();
  return system(options)[code];
};

const system = ({ host, port }: SmtpOptions): Readonly<Record<string, Words>> => {
  const unknownHost: Words = [`there is no server named "${host}"`, "check SMTP_HOST"];
  const silent: Words = [
    `no answer from "${host}" on port ${port}`,
    "check SMTP_HOST, SMTP_PORT and the firewall; Landfall tries again",
  ];
  const ended: Words = ["the connection ended before the mail was handed over", "Landfall tries again"];
  return {
    ENOTFOUND: unknownHost,
    EDNS: unknownHost,
    EAI_AGAIN: [`the name "${host}" cannot be looked up just now`, "check the network; Landfall tries again"],
    ECONNREFUSED: [`nothing listens on port ${port} of "${host}"`, "check SMTP_HOST and SMTP_PORT"],
    ETIMEDOUT: silent,
    EHOSTUNREACH: silent,
    ENETUNREACH: silent,
    GREETING_TIMEOUT: silent,
    CONNECTION_TIMEOUT: silent,
    ECONNRESET: ended,
    EPIPE: ended,
    ECONNECTION: ended,
    ESOCKET: ended,
  };
};

/** A server's words on one line, bounded. */
const plain = (text: string): string =>
  text
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, 200);

/** Cuts out the password, as it is and in the forms in which it goes over the wire (RFC 4616, LOGIN). */
const withoutSecrets = (text: string, { user, password }: SmtpOptions): string => {
  if (!password) return text;
  const forms = [base64(`\0${user}\0${password}`), base64(password), password];
  return forms.reduce((rest, form) => rest.replaceAll(form, "***"), text);
};

const base64 = (value: string): string => Buffer.from(value).toString("base64");
