/** What is to be doubted about a letter for where its links lead, for what it asks, and for what it brings. */

import type { Verdict } from "./authentication.ts";
import { mendAddresses } from "./broken-addresses.ts";
import { demandsIn } from "./demands.ts";
import type { Doubted } from "./doubt.ts";
import { errandsIn } from "./errands.ts";
import type { ReadingContext } from "./finding.ts";
import type { Message, Trust } from "./letter.ts";
import { footOf } from "./letter-foot.ts";
import { signInsOf } from "./links.ts";
import { isPublicMail } from "./public-mail.ts";
import { domainOf, isWithin, ownerOf } from "./sender.ts";
import type { Reading } from "./reading.ts";
import { type Linking, strangeLinks } from "./strange-links.ts";

export type LinkFindings = { readonly doubts: readonly Doubted[]; readonly portals: readonly string[] };

/** Domains of the reader's own office and of those that they trust, who may put their pages below a letter; TRUSTED_LINKS. */
export const ownDomains = (context: ReadingContext): readonly string[] => [
  ...[...context.ownAddresses, ...context.trustedForwarders]
    .map((entry) => ownerOf(domainOf(entry)))
    .filter((domain) => domain !== "" && !isPublicMail(domain)),
  ...(context.trustedLinks ?? []),
];

/** Of a letter that was sent to the person; below what nobody proved, only the foot of a service is passed over. */
export const linkingOf = (
  message: Pick<Message, "subject" | "links">,
  text: string,
  context: ReadingContext,
  { trust }: Verdict,
): Linking => ({
  text: `${message.subject}\n\n${text}`,
  links: message.links ?? [],
  known: ownDomains(context),
  foot: trust === "verified" ? "any" : "of a service",
});

/**
 * Of letters that move a case or call into the portal, and of all that nothing proves; what IRCC is proved to have sent may
 * lead anywhere otherwise, as to a survey.
 */
export const judgeLinks = (reading: Reading | null, letter: Linking, trust: Trust): LinkFindings => {
  if (!isGuarded(reading, trust)) return { doubts: [], portals: [] };
  // Who breaks an address hides it from programs: IRCC, proved to have written, does not.
  const isProved = trust === "verified";
  const linking = isProved ? letter : { ...letter, text: mendAddresses(letter.text) };
  const { disguised, elsewhere, schemes } = strangeLinks(linking);
  const { own, foreign: asking } = signInsOf(linking.text, linking.links);
  const foreign = asking.filter((host) => !linking.known.some((domain) => isWithin(host, domain)));
  return {
    doubts: [
      ...foreign.filter((host) => !disguised.includes(host)).map(tellLink),
      ...disguised.map(tellDisguise),
      ...elsewhere.filter((host) => !foreign.includes(host) && !disguised.includes(host)).map(tellElsewhere),
      ...schemes.map(tellScheme),
      ...(isProved ? [] : askedOutside(linking, reading)),
    ],
    portals: own.map((host) => `it asks to sign in at ${host}`),
  };
};

/** What leads elsewhere without a link. */
const askedOutside = ({ text, foot, signer }: Linking, reading: Reading | null): readonly Doubted[] => [
  ...(quickResponse.test(text) ? [tellScheme("QR code")] : []),
  ...demandsIn(text).map(tellDemand),
  ...(staysInPortal(reading)
    ? errandsIn(
        text
          .split("\n")
          .slice(0, footOf(text, foot, signer))
          .join("\n"),
      ).map(tellErrand)
    : []),
];

/** True of letters that everything is done about in the portal, or by e-mail. */
const staysInPortal = (reading: Reading | null): boolean =>
  reading?.isPortal === true || ["photo_returned", "account_notice"].includes(reading?.subkind ?? "");

/** What those letters never bring. */
export const doubtAttachments = (
  reading: Reading | null,
  { attachments = [] }: Pick<Message, "attachments">,
  trust: Trust,
): readonly Doubted[] =>
  !isGuarded(reading, trust)
    ? []
    : attachments.map((type) => ({
        code: "attachment",
        detail: type,
        why: `it brings an attachment that can do harm (.${type}), which no letter of this kind does`,
      }));

/** True of what nobody proved, and of a letter that makes the reader act, or believe that nothing is left to do. */
const isGuarded = (reading: Reading | null, trust: Trust): boolean => {
  if (trust !== "verified") return true;
  if (reading === null) return false;
  const { isPortal, tasks, subkind } = reading;
  return isPortal || tasks.length > 0 || guarded.includes(subkind ?? "");
};

const guarded: readonly string[] = ["photo_returned", "passport_request", "account_notice", "card_mailed"];

/** A link that nobody can read, and that a telephone opens where no program looks. */
const quickResponse =
  /\b(?:scan|scann\w+|num.ris\w+|balay\w+)\b[^.!?]{0,80}\bQR\b|\bQR[ -]?code\b|\bcode QR\b/i;

const tellLink = (host: string): Doubted => ({
  code: "link",
  detail: host,
  why: `it asks to sign in at ${host}, outside gc.ca and canada.ca`,
});

const tellDisguise = (host: string): Doubted => ({
  code: "disguise",
  detail: host,
  why: `a link shows an address of the government's and leads to ${host}`,
});

const tellElsewhere = (host: string): Doubted => ({
  code: "elsewhere",
  detail: host,
  why: `a link leads to ${host}, outside gc.ca and canada.ca`,
});

const tellScheme = (scheme: string): Doubted => ({
  code: "scheme",
  detail: scheme,
  why: `a link opens no page of the web ("${scheme}")`,
});

const tellDemand = (what: string): Doubted => ({
  code: "demand",
  detail: what,
  why: `it asks for what IRCC never asks for by e-mail ("${what}")`,
});

const tellErrand = (where: string): Doubted => ({
  code: "errand",
  detail: where,
  why: `it sends the reader to "${where}", which is not known to be IRCC's`,
});
