/** What is to be doubted about a letter for where its links lead, and for what it brings. */

import type { Doubted } from "./doubt.ts";
import type { ReadingContext } from "./finding.ts";
import type { Message } from "./letter.ts";
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

/** Of letters that move a case or call into the portal; IRCC's other letters may lead anywhere. */
export const judgeLinks = (reading: Reading | null, linking: Linking): LinkFindings => {
  if (reading === null || !isGuarded(reading)) return { doubts: [], portals: [] };
  const { disguised, elsewhere, schemes } = strangeLinks(linking);
  const { own, foreign: asking } = signInsOf(linking.text, linking.links);
  const foreign = asking.filter((host) => !linking.known.some((domain) => isWithin(host, domain)));
  return {
    doubts: [
      ...foreign.filter((host) => !disguised.includes(host)).map(tellLink),
      ...disguised.map(tellDisguise),
      ...elsewhere.filter((host) => !foreign.includes(host) && !disguised.includes(host)).map(tellElsewhere),
      ...schemes.map(tellScheme),
    ],
    portals: own.map((host) => `it asks to sign in at ${host}`),
  };
};

/** What those letters never bring. */
export const doubtAttachments = (
  reading: Reading | null,
  { attachments = [] }: Pick<Message, "attachments">,
): readonly Doubted[] =>
  reading === null || !isGuarded(reading)
    ? []
    : attachments.map((type) => ({
        code: "attachment",
        detail: type,
        why: `it brings an attachment that can do harm (.${type}), which no letter of this kind does`,
      }));

/** True of a letter that makes the reader act, or believe that nothing is left to do. */
const isGuarded = ({ isPortal, tasks, subkind }: Reading): boolean =>
  isPortal || tasks.length > 0 || guarded.includes(subkind ?? "");

const guarded: readonly string[] = ["photo_returned", "passport_request", "account_notice", "card_mailed"];

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
