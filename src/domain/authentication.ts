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

/** Domains align if their owner is one (RFC 7489 section 3.1, relaxed), or if both are IRCC's. */
export const isAligned = (one: string, other: string): boolean =>
  one === other || registrable(one) === registrable(other) || (isIrccSigner(one) && isIrccSigner(other));

/** gc.ca has a suffix's place in the list of suffixes, but no owner other than the government. */
const isIrccSigner = (domain: string): boolean => isIrccDomain(domain) || domain === "gc.ca";

const suspicious = (why: string): Verdict => ({ trust: "suspicious", why });
const unverified = (why: string): Verdict => ({ trust: "unverified", why });
const verified = (why: string): Verdict => ({ trust: "verified", why });

type Field = { readonly at: number } & AuthenticationResults;

/** Only the provider's own fields count: anyone can write another one into a mail before sending it. */
const ownResults = (
  headers: readonly Header[],
  authservId: string | null,
): { readonly results: readonly MethodResult[] } | { readonly why: string } => {
  const fields: readonly Field[] = headers.flatMap((header, at) =>
    header.name === "authentication-results" ? [{ at, ...readAuthenticationResults(header.value) }] : [],
  );
  const wanted = authservId?.trim().toLowerCase() ?? null;
  const topmost = wanted === null ? fields[0] : fields.find((field) => isNamed(field, wanted));
  if (topmost === undefined)
    return {
      why: `no Authentication-Results${wanted === null ? "" : ` of ${wanted}`}: nothing is known of who sent it`,
    };
  if (wanted === null && !isProviders(topmost, headers))
    return {
      why: "the topmost Authentication-Results may not be the mailbox provider's own; it is not counted",
    };
  return { results: ofOneProvider(topmost, fields, headers) };
};

/** AUTHSERV_ID=none stands for a field without a name. */
const isNamed = (field: Field, wanted: string): boolean =>
  wanted === "none" ? field.authservId === null : field.authservId === wanted;

/**
 * A provider may write one field a method (opendkim and opendmarc, Fastmail). Where its own Received stands
 * above them, a field further down may be the sender's: then it can only accuse. Side matters are passed over.
 */
const ofOneProvider = (
  topmost: Field,
  fields: readonly Field[],
  headers: readonly Header[],
): readonly MethodResult[] => {
  const end = headers.findIndex((header, at) => at > topmost.at && isReceived(header));
  const together = fields.filter(
    (field) =>
      field.authservId === topmost.authservId && field.at >= topmost.at && (end < 0 || field.at < end),
  );
  if (!headers.slice(0, topmost.at).some(isReceived)) return together.flatMap(({ results }) => results);
  const first = together.findIndex(({ results }) => results.some(({ method }) => !sideMatters.test(method)));
  return together.flatMap(({ results }, at) =>
    at <= first ? results : results.filter(({ result }) => result === "fail"),
  );
};

const sideMatters = /^(?:arc|bimi|x-.*)$/;

/** True if no host outside the provider's domain took the message in after the field was written. */
const isProviders = ({ authservId, at }: Field, headers: readonly Header[]): boolean => {
  const provider = authservId ?? namelessProvider(headers);
  if (provider === null) return false;
  const home = registrable(provider);
  const above = headers
    .slice(0, at)
    .filter(isReceived)
    .map(({ value }) => readReceived(value));
  const below = headers.slice(at).find(isReceived);
  const isHome = (host: string | null): boolean => host !== null && registrable(host) === home;
  return (
    above.every(({ by, from, isFromInternet }) =>
      by === null ? !isFromInternet && (from === null || isHome(from)) : isHome(by),
    ) &&
    (above.length === 0 || above.some(({ by }) => isHome(by)) || isHome(readReceived(below?.value ?? "").by))
  );
};

/** Outlook.com writes its results without a name; its own hops stand on top. */
const namelessProvider = (headers: readonly Header[]): string | null => {
  const by = readReceived(headers.find(isReceived)?.value ?? "").by;
  return by !== null && isWithin(by, "outlook.com") ? "outlook.com" : null;
};

const registrable = (host: string): string => getDomain(host, { allowPrivateDomains: true }) ?? host;

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
