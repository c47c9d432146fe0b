/** Where the mailbox lies, and what sends: what was given or is set already, else found, else asked for. */

import { problemOf } from "../config/fields.ts";
import type { Asker } from "./ask.ts";
import { discover, type Discovered, type Lookups } from "./discover.ts";
import type { Provider } from "./providers.ts";
import type { Answers } from "./questions.ts";

type ServerQuestion = {
  readonly address: string;
  /** What is set already, what was given included. */
  readonly known: Answers;
  /** What was given this time, as a flag or a variable: it wins over what is found. */
  readonly given: Answers;
  readonly lookups: Lookups;
};

/** The servers: those given, those set already for this address, else found, else asked for. */
export const askServers = async (
  asker: Asker,
  { address, known, given, lookups }: ServerQuestion,
): Promise<{ readonly provider: Provider | null; readonly answers: Answers }> => {
  const isSame = known["IMAP_USER"] === address && known["IMAP_HOST"] !== undefined;
  const isGiven = given["IMAP_HOST"] !== undefined;
  const found = await discover(address, isSame || isGiven ? onlyTable : lookups);
  const provider = found?.provider ?? null;
  if (isSame) return { provider, answers: pick(known, serverNames) };
  if (isGiven) return { provider, answers: pick(given, serverNames) };
  if (found !== null) {
    asker.say(
      `Servers: ${found.imap.host} and ${found.smtp?.host ?? "none to send with"} (${found.source}).`,
    );
    return { provider, answers: { ...serversOf(found), ...pick(given, serverNames) } };
  }
  asker.say("The servers of this address could not be found; your provider's help pages name them.");
  return { provider, answers: await enterServers(asker, known) };
};

/** A mailbox that is set up already needs no network to know whose it is. */
const onlyTable: Lookups = { mx: async () => [], srv: async () => null, text: async () => null };

const namesOf = (kind: Kind): readonly string[] =>
  ["HOST", "PORT", "SECURITY"].map((what) => `${kind}_${what}`);

type Kind = "IMAP" | "SMTP";

export const senderNames = namesOf("SMTP");
export const serverNames = [...namesOf("IMAP"), ...senderNames];

const pick = (answers: Answers, names: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)));

const serversOf = ({ imap, smtp }: Discovered): Answers => ({
  IMAP_HOST: imap.host,
  IMAP_PORT: String(imap.port),
  IMAP_SECURITY: imap.security,
  ...(smtp && { SMTP_HOST: smtp.host, SMTP_PORT: String(smtp.port), SMTP_SECURITY: smtp.security }),
});

/** Both servers as the person knows them; what is set already is offered. */
export const enterServers = async (asker: Asker, known: Answers): Promise<Answers> => {
  const question = { message: "IMAP server (with :port where it is not the usual one)" };
  const imap = await enterServer(asker, known, {
    ...question,
    kind: "IMAP",
    initial: written(known, "IMAP"),
  });
  return { ...imap, ...(await enterSender(asker, known)) };
};

/** The server to send with alone; nothing where there is none. */
export const enterSender = async (asker: Asker, known: Answers): Promise<Answers> => {
  const question = { message: "SMTP server that sends reminders (or none)" };
  return enterServer(asker, known, { ...question, kind: "SMTP", initial: written(known, "SMTP") ?? none });
};

const none = "none";

type OneServer = { readonly kind: Kind; readonly message: string; readonly initial: string | undefined };

const enterServer = async (
  asker: Asker,
  known: Answers,
  { kind, message, initial }: OneServer,
): Promise<Answers> => {
  const name = `${kind}_HOST` as const;
  const check = (text: string): string | null => problemOf(name, hostAndPort(text)[0]);
  const text = await asker.text({ name, message, initial, check });
  if (kind === "SMTP" && (text === none || text === "")) return {};
  return text === initial ? pick(known, namesOf(kind)) : await serverIn(asker, kind, text);
};

/** As it would be typed; undefined where none is set. */
const written = (known: Answers, kind: Kind): string | undefined => {
  const [host, port] = [known[`${kind}_HOST`], known[`${kind}_PORT`]];
  return host === undefined || port === undefined ? host : `${host}:${port}`;
};

/** `imap.example.com:143`; an IPv6 address has more colons than one. */
const hostAndPort = (text: string): readonly [host: string, port: string | undefined] => {
  const [, host = text, port] = /^([^:]+):(\d+)$/.exec(text) ?? [];
  return [host, port];
};

/** Of a port that says nothing it is asked how it is protected. */
const serverIn = async (asker: Asker, kind: Kind, text: string): Promise<Answers> => {
  const [host, port] = hostAndPort(text);
  if (port === undefined) return { [`${kind}_HOST`]: host };
  const security =
    usualSecurity[port] ??
    (await asker.choose(
      { name: `${kind}_SECURITY`, message: `How is port ${port} protected?`, initial: "tls" },
      protections,
    ));
  return { [`${kind}_HOST`]: host, [`${kind}_PORT`]: port, [`${kind}_SECURITY`]: security };
};

/** RFC 8314, section 3. */
const usualSecurity: Readonly<Record<string, string>> = {
  993: "tls",
  143: "starttls",
  465: "tls",
  587: "starttls",
};

const protections = [
  { value: "tls", label: "TLS from the beginning" },
  { value: "starttls", label: "STARTTLS" },
  { value: "none", label: "not at all (a server on this very machine)" },
];
