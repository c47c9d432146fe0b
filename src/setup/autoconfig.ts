/** Mozilla's autoconfiguration files: https://wiki.mozilla.org/Thunderbird:Autoconfiguration:ConfigFileFormat */

import type { Servers } from "./providers.ts";

/** Longest file read, in characters; real ones have a few thousand. */
const longest = 100_000;

/** Where a provider may have put its file, then where Mozilla keeps a copy. Only over TLS: it names where a password goes. */
export const autoconfigPlaces = (domain: string, address: string): readonly string[] => [
  `https://autoconfig.${domain}/mail/config-v1.1.xml?emailaddress=${encodeURIComponent(address)}`,
  `https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`,
  `https://autoconfig.thunderbird.net/v1.1/${domain}`,
];

/** The first encrypted IMAP server of the file, and its first encrypted SMTP server; null where it names none. */
export const readAutoconfig = (xml: string): Servers | null => {
  const text = xml.slice(0, longest);
  const imap = serversIn(text, "incomingServer", "imap")[0];
  return imap === undefined ? null : { imap, smtp: serversIn(text, "outgoingServer", "smtp")[0] ?? null };
};

const serversIn = (xml: string, element: string, type: string) =>
  xml
    .split(`<${element}`)
    .slice(1)
    .map((block) => block.split(`</${element}>`)[0] ?? "")
    .filter((block) => block.slice(0, 200).includes(`type="${type}"`))
    .flatMap(toServer);

const toServer = (block: string): readonly Servers["imap"][] => {
  const host = valueOf(block, "hostname").toLowerCase();
  const port = Number(valueOf(block, "port"));
  const security = ({ SSL: "tls", STARTTLS: "starttls" } as const)[valueOf(block, "socketType")];
  const isUsable = /^[\w.-]{1,253}$/.test(host) && port > 0 && port < 65_536 && security !== undefined;
  return isUsable ? [{ host, port, security }] : [];
};

const valueOf = (block: string, name: string): string =>
  (block.split(`<${name}>`)[1]?.split(`</${name}>`)[0] ?? "").trim();
