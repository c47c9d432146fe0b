/** Where the mailbox lies, and what sends: what is set already, else found, else asked for. */

import type { Asker } from "./ask.ts";
import { discover, type Discovered, type Lookups } from "./discover.ts";
import type { Provider } from "./providers.ts";
import type { Answers } from "./questions.ts";

type ServerQuestion = { readonly address: string; readonly known: Answers; readonly lookups: Lookups };

/** The servers: those already set, else found, else asked for. */
export const askServers = async (
  asker: Asker,
  { address, known, lookups }: ServerQuestion,
): Promise<{ readonly provider: Provider | null; readonly answers: Answers }> => {
  const isSame = known["IMAP_USER"] === address && known["IMAP_HOST"] !== undefined;
  const found = await discover(address, isSame ? onlyTable : lookups);
  if (isSame || (known["IMAP_HOST"] !== undefined && !asker.canRetry))
    return { provider: found?.provider ?? null, answers: pick(known, serverNames) };
  if (found === null) return { provider: null, answers: await askForServers(asker, known) };
  asker.say(`Servers: ${found.imap.host} and ${found.smtp?.host ?? "none to send with"} (${found.source}).`);
  return { provider: found.provider, answers: serversOf(found) };
};

/** A mailbox that is set up already needs no network to know whose it is. */
const onlyTable: Lookups = { mx: async () => [], srv: async () => null, text: async () => null };

const serverNames = ["IMAP_HOST", "IMAP_PORT", "IMAP_SECURITY", "SMTP_HOST", "SMTP_PORT", "SMTP_SECURITY"];

const pick = (answers: Answers, names: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)));

const serversOf = ({ imap, smtp }: Discovered): Answers => ({
  IMAP_HOST: imap.host,
  IMAP_PORT: String(imap.port),
  IMAP_SECURITY: imap.security,
  ...(smtp && { SMTP_HOST: smtp.host, SMTP_PORT: String(smtp.port), SMTP_SECURITY: smtp.security }),
});

const askForServers = async (asker: Asker, known: Answers): Promise<Answers> => {
  asker.say("The servers of this address could not be found; your provider's help pages name them.");
  const reading = await asker.text({
    name: "IMAP_HOST",
    message: "IMAP server (with :port where it is not the usual one)",
    initial: known["IMAP_HOST"],
    check: (text) => (text === "" ? "a host name, such as imap.example.com" : null),
  });
  const imap = await serverIn(asker, "IMAP", reading);
  const sending = await asker.text({
    name: "SMTP_HOST",
    message: "SMTP server (empty if you have none)",
    initial: known["SMTP_HOST"] ?? "",
  });
  const smtp = sending === "" ? {} : await serverIn(asker, "SMTP", sending);
  return { ...pick(known, serverNames), ...imap, ...smtp };
};

/** `imap.example.com:143`; an IPv6 address has more colons than one. Of a port that says nothing it is asked how it is protected. */
const serverIn = async (asker: Asker, kind: "IMAP" | "SMTP", text: string): Promise<Answers> => {
  const [, host = text, port] = /^([^:]+):(\d+)$/.exec(text) ?? [];
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
