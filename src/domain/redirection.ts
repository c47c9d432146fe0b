/**
 * Mail that a trusted somebody's mailbox sent on by itself: SPF fails there, and a signature may break. What only that
 * explains is no forgery. It is no proof either.
 */

import { sealsOf } from "./arc.ts";
import type { MethodResult } from "./authres.ts";
import type { Header, Verification } from "./letter.ts";
import { isPublicMail } from "./public-mail.ts";
import { giverNameOf, isReceived, takerOf } from "./received.ts";
import { domainOf, isAligned, isListed, isWithin, ownerOf } from "./sender.ts";

export type Redirectors = {
  readonly ownAddresses: readonly string[];
  readonly trustedForwarders: readonly string[];
  /** Domains whose word on what they received is taken (TRUSTED_ARC_SEALERS). */
  readonly trustedArcSealers?: readonly string[];
};

/** `provider`: its name in Authentication-Results. `author`: the domain of From. */
export type Passage = {
  readonly headers: readonly Header[];
  readonly results: readonly MethodResult[];
  readonly provider: string | null;
  readonly author: string;
  readonly verification?: Verification | undefined;
};

/** Who sent it on, in plain words; null where nobody trusted did. */
export const redirectorOf = (passage: Passage, redirectors: Redirectors): string | null =>
  forwarderOf(passage, redirectors) ?? sealerOf(passage, redirectors.trustedArcSealers ?? []);

/** A trusted forwarder is who the provider found to have sent it, or runs the server that handed it over. */
const forwarderOf = (passage: Passage, { ownAddresses, trustedForwarders }: Redirectors): string | null => {
  // Nobody's server needs to send its own mail on: what fails there is forged.
  const entries = [...trustedForwarders, ...ownAddresses].filter(
    (entry) => !isAligned(domainOf(entry), passage.author),
  );
  const [sender] = passesOf(passage.results, "spf")
    .map(({ properties }) => envelopeAddress(properties["smtp.mailfrom"] ?? ""))
    .filter((address) => isListed(address, entries));
  if (sender !== undefined) return `it was sent on by ${sender}, whom you trust`;
  const proved = [...passesOf(passage.results, "spf"), ...passesOf(passage.results, "dkim")].flatMap(
    ({ properties: { "smtp.mailfrom": from, "header.d": signer } }) => [from ?? [], signer ?? []].flat(),
  );
  const hosts = [...proved.map((value) => domainOf(`@${value}`)), giverOf(passage)];
  const office = entries.map((entry) => domainOf(entry)).find((domain) => isOfficeOf(hosts, domain, entries));
  return office === undefined ? null : `it was sent on by the servers of ${office}, which you trust`;
};

/** Of a domain that anybody can have an address at, one address says nothing of the others. */
const isOfficeOf = (hosts: readonly (string | null)[], domain: string, entries: readonly string[]): boolean =>
  (!isPublicMail(domain) || entries.includes(`@${domain}`)) &&
  hosts.some((host) => host !== null && host !== "" && isAligned(host, domain));

const passesOf = (results: readonly MethodResult[], wanted: string): readonly MethodResult[] =>
  results.filter(({ method, result }) => method === wanted && result === "pass");

/** Gmail sends on as ana+caf_=maria=example.com@gmail.com. */
const envelopeAddress = (mailFrom: string): string =>
  mailFrom.replace(/^([^+@]{1,100})\+caf_=[^@]{1,200}@/, "$1@");

/** The name, looked up by the provider, of the host that handed the mail over to it. */
const giverOf = ({ headers, provider }: Passage): string | null => {
  if (provider === null) return null;
  const own = headers.filter(isReceived).filter(({ value }) => {
    const by = takerOf(value);
    return by !== null && ownerOf(by) === ownerOf(provider);
  });
  return giverNameOf(own.at(-1)?.value ?? "");
};

/**
 * Everybody who sealed must be trusted, as each could have changed it, but the provider itself, which seals last;
 * and who sealed first must have found it to be the author's. The chain holds by the provider's word (arc=pass),
 * else by our own check.
 */
const sealerOf = (passage: Passage, trusted: readonly string[]): string | null => {
  const holds =
    passesOf(passage.results, "arc").length > 0 ||
    (passage.verification?.arc === true && !passage.results.some(({ method }) => method === "arc"));
  const all = holds ? sealsOf(passage.headers) : [];
  const isProviders = (domain: string): boolean =>
    passage.provider !== null && isAligned(domain, passage.provider);
  const seals = isProviders(all.at(-1)?.domain ?? "") ? all.slice(0, -1) : all;
  const [first] = seals;
  if (first === undefined || !seals.every(({ domain }) => trusted.some((sealer) => isWithin(domain, sealer))))
    return null;
  return provedAuthor(first.results, passage.author)
    ? `it was sent on by ${first.domain}, a trusted ARC sealer that had found it to be from ${passage.author}`
    : null;
};

const provedAuthor = (results: readonly MethodResult[], author: string): boolean =>
  !results.some(({ method, result }) => method === "dmarc" && result === "fail") &&
  results.some(({ method, result, properties }) => {
    if (result !== "pass") return false;
    const named = {
      dmarc: properties["header.from"] ?? author,
      dkim: properties["header.d"] ?? properties["header.i"],
      spf: properties["smtp.mailfrom"],
    }[method];
    return named !== undefined && isAligned(domainOf(`@${named}`), author);
  });
