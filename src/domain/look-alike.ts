/** Senders who want to be taken for IRCC without being it (docs/domain.md section 6). */

import type { Doubted } from "./doubt.ts";
import { fold } from "./fold.ts";
import type { Address } from "./letter.ts";
import { isOfficialName } from "./official-name.ts";
import { isPublicMail } from "./public-mail.ts";
import { domainOf, isGovernmentDomain, isIrccAddress } from "./sender.ts";

/** How a sender poses as IRCC; null where it does not. */
export const poseOf = ({ name, address }: Address): Doubted | null => {
  if (isIrccAddress(address)) return null;
  const domain = domainOf(address);
  const local = localOf(address);
  if (looksLikeIrcc(domain) || bearsName.test(local) || showsIrcc.test(local))
    return {
      code: "lookAlike",
      detail: address,
      why: `its address ${address} looks like one of IRCC's and is none`,
    };
  if (isGovernmentDomain(domain)) return null;
  return /\bircc\b|cic\.gc\.ca|immigration, refugi|immigration, refugees/.test(fold(name)) ||
    isOfficialName(name)
    ? {
        code: "named",
        detail: address,
        why: `its sender is named "${name}", but its address ${address} is none of IRCC's`,
      }
    : null;
};

/** True of a sender who bears the department's name, or writes from an address of it, and from no domain of the government's. */
export const isCalledIrcc = ({ name, address }: Address): boolean => {
  const domain = domainOf(address);
  if (isGovernmentDomain(domain)) return false;
  const shows = showsIrcc.test(fold(name)) || showsIrcc.test(localOf(address));
  return shows || isOfficialName(name) || looksLikeIrcc(domain) || isHidden(address);
};

/** In the name of a sender, of a group of them (RFC 5322 section 3.4), or before the @ of an address: programs show it as theirs. */
const showsIrcc = /@(?:[a-z0-9-]{1,63}\.){0,3}cic\.gc\.ca/;

const localOf = (address: string): string => address.slice(0, address.lastIndexOf("@"));

/** "ircc.no-reply" at a service where anybody can have an address; an office may have one of that name for IRCC's mail. */
const isHidden = (address: string): boolean => {
  const local = localOf(address);
  return isPublicMail(domainOf(address)) && (bearsName.test(local) || isOfficialName(local));
};

const bearsName = /(?:^|[^a-z])ircc(?:[^a-z]|$)/;

/** True of a domain that can be read as one of IRCC's: a letter more or less, in another order of labels, in another script. */
export const looksLikeIrcc = (domain: string): boolean => {
  if (isWithinIrcc(domain)) return false;
  return bearsName.test(domain) || isNearIrcc(domain);
};

/** The same, but for domains that only have the department's name in them: those of forums, advisers, newsletters. */
export const copiesIrcc = (domain: string): boolean => !isGovernmentDomain(domain) && isNearIrcc(domain);

const isNearIrcc = (domain: string): boolean => {
  const last = lastLabels(domain, 3);
  return (
    /cic[.-]?gc[.-]?ca/.test(domain) ||
    (last.includes(".") && distance(last, "cic.gc.ca") <= 2) ||
    isHomograph(last) ||
    (!isGovernmentDomain(domain) && looksLikeGovernment(domain))
  );
};

/** "gcca.org", "gc-ca.org", "international-gc.ca", "canada.ca.example", "notification-canada.ca"; "air-canada.ca" is nobody's look-alike. */
const looksLikeGovernment = (domain: string): boolean =>
  /(?:^|[.-])(?:cic|ircc|international|notification|canada)-gc\.|(?:^|[.-])gc-?ca(?:[.-]|$)|-gc\.ca$|(?:^|[.-])gc\.ca\.|(?:^|\.)(?:(?:notification|international|cic|ircc|gc)[.-])?canada[.-]?ca(?:[.-]|$)|(?:^|\.)(?:notification|international)[.-]canada\.ca$/.test(
    domain,
  ) || posedDomains.some((posed) => distance(lastLabels(domain, 3), posed) <= 2);

const posedDomains = ["international.gc.ca", "notification.canada.ca"];

const lastLabels = (domain: string, count: number): string => domain.split(".").slice(-count).join(".");

/** A display name that shows an address which is not the sender's, and not even of the government. */
export const foreignNameOf = ({ name }: Address): string | null => {
  const shown = /[^\s<>"'()@]{1,64}@([a-z0-9.-]{1,200})/i.exec(name);
  return shown === null || isGovernmentDomain(shown[1] ?? "") ? null : shown[0];
};

const isWithinIrcc = (domain: string): boolean => isIrccAddress(`x@${domain}`);

/** "xn--ic-nmc.gc.ca": what is left in ASCII of a label in another script (RFC 3492) is part of IRCC's own. */
const isHomograph = (domain: string): boolean => {
  const labels = domain.split(".");
  const plain = labels.map((label) =>
    label.startsWith("xn--") ? label.slice(4, Math.max(label.lastIndexOf("-"), 4)) : label,
  );
  return labels.some((label) => label.startsWith("xn--")) && distance(plain.join("."), "cic.gc.ca") <= 3;
};

/** Edits between two short words (Levenshtein). */
const distance = (one: string, other: string): number => {
  if (one.length > longest) return longest;
  let row = Array.from({ length: other.length + 1 }, (_none, at) => at);
  for (let at = 0; at < one.length; at += 1) {
    const next = [at + 1];
    for (let to = 1; to <= other.length; to += 1)
      next.push(
        Math.min(
          (row[to] ?? 0) + 1,
          (next[to - 1] ?? 0) + 1,
          (row[to - 1] ?? 0) + Number(other[to - 1] !== one[at]),
        ),
      );
    row = next;
  }
  return row[other.length] ?? longest;
};

const longest = 40;
