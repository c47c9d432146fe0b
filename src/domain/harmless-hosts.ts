/**
 * Where a genuine letter may lead besides gc.ca and canada.ca, and where nobody else can lay a page (docs/domain.md section 2
 * knows no complete list, so TRUSTED_LINKS adds to it). No host that shows what its users upload belongs here.
 */

import { rememberedEach } from "./remembered.ts";
import { isWithin } from "./sender.ts";

export const isHarmless = rememberedEach(
  (host): boolean => exactly.has(host.replace(/^www\./, "")) || below.some((site) => isWithin(host, site)),
);

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Provinces, visa application centres, sign-in partners, couriers. */
const below = words(`
  ontario.ca quebec.ca gouv.qc.ca gov.bc.ca alberta.ca saskatchewan.ca gov.sk.ca manitoba.ca gov.mb.ca gnb.ca
  novascotia.ca princeedwardisland.ca gov.pe.ca gov.nl.ca yukon.ca gov.nt.ca gov.nu.ca
  vfsglobal.com vfsglobal.ca tlscontact.com blsinternational.com csc-cvac.com
  securekeyconcierge.com interac.ca verified.me
  canadapost.ca canadapost-postescanada.ca postescanada.ca purolator.com fedex.com ups.com dhl.com usps.com`);

/** A site's front door, where there are pages of other people's on hosts beside it. */
const exactly: ReadonlySet<string> = new Set(
  words(`
  adobe.com get.adobe.com get2.adobe.com helpx.adobe.com reader.adobe.com
  facebook.com twitter.com x.com instagram.com youtube.com linkedin.com ca.linkedin.com
  aka.ms microsoft.com support.microsoft.com apple.com support.apple.com apps.apple.com play.google.com
  support.google.com mozilla.org avast.com avg.com mcafee.com mail.yahoo.com overview.mail.yahoo.com
  proton.me college-ic.ca 211.ca`),
);
