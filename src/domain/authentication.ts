/** Did IRCC send this? What the mailbox provider's own Authentication-Results say (RFC 8601; issue's rule of trust). */

import { getDomain } from "tldts";
import { type AuthenticationResults, type MethodResult, readAuthenticationResults } from "./authres.ts";
import type { Header, Message, Trust } from "./letter.ts";
import { isReceived, readReceived } from "./received.ts";
import { domainOf, isIrccDomain, isWithin } from "./sender.ts";

/** A verdict with its reason in plain words. */
export type Verdict = { readonly trust: Trust; readonly why: string };

/**
 * Judges the author of a message. `authservId` is the provider's name in Authentication-Results;
 * null: the name in the topmost one, which must then stand above every foreign Received.
 */
export const authenticate = (message: Message, authservId: string | null): Verdict => {
  const domains = [...new Set(message.from.map(({ address }) => domainOf(address)))];
  const [domain] = domains;
  if (message.from.length > 1)
    return suspicious("it names more than one author (From), which no letter does");
  if (domain === undefined) return suspicious("it names no author (From)");
  const own = ownResults(message.headers, authservId);
  return "why" in own ? unverified(own.why) : weigh(own.results, domain);
};

/** Domains align if one is the other or lies below it, or if both are IRCC's. */
export const isAligned = (one: string, other: string): boolean =>
  isWithin(one, other) || isWithin(other, one) || (isIrccDomain(one) && isIrccDomain(other));

const suspicious = (why: string): Verdict => ({ trust: "suspicious", why });
const unverified = (why: string): Verdict => ({ trust: "unverified", why });
const verified = (why: string): Verdict => ({ trust: "verified", why });

/** Only the provider's own field counts: anyone can write another one into a mail before sending it. */
const ownResults = (
  headers: readonly Header[],
  authservId: string | null,
): AuthenticationResults | { readonly why: string } => {
  const fields = headers.flatMap((header, at) =>
    header.name === "authentication-results" ? [{ at, ...readAuthenticationResults(header.value) }] : [],
  );
  if (authservId !== null)
    return (
      fields.find((field) => field.authservId === authservId.trim().toLowerCase()) ?? {
        why: `no Authentication-Results of ${authservId}: nothing is known of who sent it`,
      }
    );
  const [topmost] = fields;
  if (topmost === undefined) return { why: "no Authentication-Results: nothing is known of who sent it" };
  const provider = topmost.authservId ?? namelessProvider(headers);
  if (provider === null || isBelowForeignHop(headers.slice(0, topmost.at), provider))
    return {
      why: "the topmost Authentication-Results may not be the mailbox provider's own; it is not counted",
    };
  return topmost;
};

/** Outlook.com writes its results without a name; its own hops stand on top. */
const namelessProvider = (headers: readonly Header[]): string | null => {
  const by = readReceived(headers.find(isReceived)?.value ?? "").by;
  return by !== null && isWithin(by, "outlook.com") ? "outlook.com" : null;
};

/** True if a host outside the provider's domain took the message in after the field was written. */
const isBelowForeignHop = (above: readonly Header[], provider: string): boolean => {
  const home = registrable(provider);
  return above
    .filter(isReceived)
    .map(({ value }) => readReceived(value).by)
    .some((host) => host !== null && registrable(host) !== home);
};

const registrable = (host: string): string => getDomain(host, { allowPrivateDomains: false }) ?? host;

/** The rule of trust: suspicious wins, then verified; all else is unverified. */
const weigh = (results: readonly MethodResult[], from: string): Verdict => {
  const dmarc = results
    .filter(
      ({ method, properties }) => method === "dmarc" && isAligned(properties["header.from"] ?? from, from),
    )
    .map(({ result }) => result);
  const passes = results.filter(({ result }) => result === "pass").flatMap(authenticatedDomain);
  const aligned = passes.filter(({ domain }) => isAligned(domain, from));
  const signed = aligned.find(({ method }) => method === "dkim");
  if (dmarc.includes("fail")) return suspicious(`the mailbox provider says: dmarc=fail for ${from}`);
  if (dmarc.includes("pass")) return verified(`the mailbox provider says: dmarc=pass for ${from}`);
  if (aligned.length === 0) {
    const [other] = passes;
    if (other !== undefined)
      return suspicious(`it passes ${other.method} only for ${other.domain}, not for ${from}`);
    if (results.some(({ method, result }) => method === "spf" && result === "fail"))
      return suspicious(`the mailbox provider says: spf=fail, and no signature of ${from}`);
  }
  if (signed !== undefined) return verified(`signed by ${signed.domain} (dkim=pass)`);
  return unverified(`the mailbox provider can neither confirm nor deny that ${from} sent it`);
};

type Pass = { readonly method: "dkim" | "spf"; readonly domain: string };

/** The domain that a passing dkim (header.d, else header.i) or spf (smtp.mailfrom, else smtp.helo) speaks for. */
const authenticatedDomain = ({ method, properties }: MethodResult): Pass[] => {
  if (method !== "dkim" && method !== "spf") return [];
  const [first, second] =
    method === "dkim"
      ? [properties["header.d"], properties["header.i"]]
      : [properties["smtp.mailfrom"], properties["smtp.helo"]];
  const value = first ?? second ?? "";
  const domain = value.includes("@") ? domainOf(value) : value.replace(/\.$/, "");
  return domain === "" ? [] : [{ method, domain }];
};
