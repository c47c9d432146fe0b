/** Who an address belongs to, by whole labels of its domain (docs/domain.md sections 2 and 6). */

import { getDomain } from "tldts";
import type { Message } from "./letter.ts";

/** cic.gc.ca and everything below it; never xcic.gc.ca nor cic.gc.ca.example. */
export const isIrccDomain = (domain: string): boolean => isWithin(domain, "cic.gc.ca");

export const isIrccAddress = (address: string): boolean => isIrccDomain(domainOf(address));

/** One of IRCC's addresses stands in From; what that proves is another question. */
export const isFromIrcc = ({ from }: Pick<Message, "from">): boolean =>
  from.some(({ address }) => isIrccAddress(address));

/** A department of Canada's government, IRCC among them. */
export const isGovernmentAddress = (address: string): boolean => isGovernmentDomain(domainOf(address));

/** Other domains that IRCC's notices come from (docs/domain.md section 2, [21], [22]); no portal letter does. */
export const isOfficialAddress = (address: string): boolean =>
  officialDomains.some((parent) => isWithin(domainOf(address), parent));

const officialDomains = ["canada.ca", "international.gc.ca", "forces.gc.ca"];

/** Where Canada's missions write from, which have the immigration sections (docs/domain.md section 2, [22]). */
export const isMissionAddress = (address: string): boolean =>
  isWithin(domainOf(address), "international.gc.ca");

/** gc.ca and canada.ca, and everything below them. */
export const isGovernmentDomain = (domain: string): boolean =>
  isWithin(domain, "gc.ca") || isWithin(domain, "canada.ca");

/** Domains align if their owner is one (RFC 7489 section 3.1, relaxed). */
export const isAligned = (one: string, other: string): boolean =>
  one === other || ownerOf(one) === ownerOf(other);

/** gc.ca has a suffix's place in the list of suffixes, so that it aligns with nothing; but nobody other owns it. */
export const isGovernmentItself = (domain: string): boolean => domain === "gc.ca";

/** The domain that somebody registered and this host lies in: "google.com" of "mx.google.com". */
export const ownerOf = (host: string): string => {
  const owner = getDomain(host, { allowPrivateDomains: true }) ?? host;
  return sameOwner[owner] ?? owner;
};

/** Mail services whose hosts bear several names. */
const sameOwner: Readonly<Record<string, string>> = {
  "office365.com": "outlook.com",
  "exchangelabs.com": "outlook.com",
  "me.com": "icloud.com",
  "mac.com": "icloud.com",
  "apple.com": "icloud.com",
};

/** What follows the last @, in lower case, without a trailing dot; empty where there is no @. */
export const domainOf = (address: string): string => {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : normalize(address.slice(at + 1));
};

/** True if `domain` is `parent` or lies below it, by whole labels. */
export const isWithin = (domain: string, parent: string): boolean => {
  const [inner, outer] = [normalize(domain), normalize(parent)];
  return outer !== "" && (inner === outer || inner.endsWith(`.${outer}`));
};

/** True if an entry is this address, or `@domain` of it. Addresses compare without case. */
export const isListed = (address: string, entries: readonly string[]): boolean =>
  entries.some((entry) => matches(address.toLowerCase(), entry.trim().toLowerCase()));

const normalize = (domain: string): string => domain.trim().toLowerCase().replace(/\.$/, "");

const matches = (address: string, entry: string): boolean =>
  entry.startsWith("@") ? domainOf(address) === entry.slice(1) : entry !== "" && address === entry;
