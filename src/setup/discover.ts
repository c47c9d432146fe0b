/** From an address to its servers: known providers, then what the domain itself says of its mail. */

import { domainToASCII } from "node:url";
import { autoconfigPlaces, readAutoconfig } from "./autoconfig.ts";
import { providerOfDomain, providerOfExchangers, type Provider, type Servers } from "./providers.ts";

/** Questions to the network. Each answers empty, or null, where there is nothing, or no answer in time. */
export type Lookups = {
  /** Mail exchangers of a domain, lower case, without a final dot. */
  readonly mx: (domain: string) => Promise<readonly string[]>;
  /** The first choice of a service (RFC 2782). */
  readonly srv: (name: string) => Promise<{ readonly host: string; readonly port: number } | null>;
  readonly text: (url: string) => Promise<string | null>;
};

export type Discovered = Servers & {
  /** Null where the provider is not one of the known. */
  readonly provider: Provider | null;
  /** Who said so, in plain words. */
  readonly source: string;
};

/** Null where nobody says anything. */
export const discover = async (address: string, lookups: Lookups): Promise<Discovered | null> => {
  const domain = domainToASCII(address.slice(address.lastIndexOf("@") + 1)).toLowerCase();
  if (domain === "") return null;
  const known = providerOfDomain(domain);
  if (known !== undefined) return ofProvider(known, "known to Landfall");
  const hosting = providerOfExchangers(await lookups.mx(domain));
  if (hosting !== undefined) return ofProvider(hosting, `the mail of ${domain} is kept by ${hosting.name}`);
  return (await byAutoconfig(domain, address, lookups)) ?? (await byServiceRecords(domain, lookups));
};

const ofProvider = (provider: Provider, source: string): Discovered => ({
  imap: provider.imap,
  smtp: provider.smtp,
  provider,
  source,
});

const byAutoconfig = async (
  domain: string,
  address: string,
  lookups: Lookups,
): Promise<Discovered | null> => {
  const files = await Promise.all(autoconfigPlaces(domain, address).map((place) => lookups.text(place)));
  const [servers] = files.flatMap((file) => (file === null ? [] : (readAutoconfig(file) ?? [])));
  return servers === undefined
    ? null
    : { ...servers, provider: null, source: `the configuration file of ${domain}` };
};

/** RFC 6186, and RFC 8314 section 5.1 for submission over TLS. */
const byServiceRecords = async (domain: string, { srv }: Lookups): Promise<Discovered | null> => {
  const [imaps, imap, submissions, submission] = await Promise.all(
    ["_imaps", "_imap", "_submissions", "_submission"].map((service) => srv(`${service}._tcp.${domain}`)),
  );
  const reading = encrypted(imaps, imap);
  if (reading === null) return null;
  const sending = encrypted(submissions, submission);
  return { imap: reading, smtp: sending, provider: null, source: `the service records of ${domain}` };
};

type Target = { readonly host: string; readonly port: number };

const encrypted = (implicit: Target | null | undefined, upgraded: Target | null | undefined) => {
  if (implicit) return { ...implicit, security: "tls" as const };
  return upgraded ? { ...upgraded, security: "starttls" as const } : null;
};
