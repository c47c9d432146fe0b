/** Who an address belongs to, by whole labels of its domain (docs/domain.md sections 2 and 6). */

import type { Address } from "./letter.ts";

/** cic.gc.ca and everything below it; never xcic.gc.ca nor cic.gc.ca.example. */
export const isIrccDomain = (domain: string): boolean => isWithin(domain, "cic.gc.ca");

export const isIrccAddress = (address: string): boolean => isIrccDomain(domainOf(address));

/** A department of Canada's government, IRCC among them. */
export const isGovernmentAddress = (address: string): boolean => isGovernmentDomain(domainOf(address));

/** gc.ca and canada.ca, and everything below them. */
export const isGovernmentDomain = (domain: string): boolean =>
  isWithin(domain, "gc.ca") || isWithin(domain, "canada.ca");

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

/** True where the sender wants to be taken for IRCC without being it. */
export const posesAsIrcc = ({ name, address }: Address): boolean =>
  !isIrccAddress(address) &&
  (/\bircc\b|cic\.gc\.ca|immigration, r.fugi|immigration, refugees/i.test(name) ||
    /(?:^|[^a-z])ircc(?:[^a-z]|$)|cic[.-]gc[.-]ca|[.-]gc-ca|gc\.ca\./i.test(address));

const normalize = (domain: string): string => domain.trim().toLowerCase().replace(/\.$/, "");

const matches = (address: string, entry: string): boolean =>
  entry.startsWith("@") ? domainOf(address) === entry.slice(1) : entry !== "" && address === entry;
