/**
 * Where a portal letter sends the reader beside the portal: to a telephone, a postal address, a payment. Portal 1 is answered by
 * e-mail, everything else is done in the portal (docs/domain.md section 3), so what nothing proves and asks for more is doubted.
 */

import { warns } from "./destinations.ts";
import { joinLines, sentencesOf } from "./sentences.ts";

/** The number, address or payment that is asked for, folded. */
export const errandsIn = (text: string): readonly string[] => {
  const found = sentencesOf(text.slice(0, longest)).flatMap((sentence, at, all) => {
    const own = joinLines(sentence);
    if (warns.test(own)) return [];
    // "Call our officer:", and the number in the paragraph below.
    const next = joinLines(all[at + 1] ?? "").slice(0, nearBy);
    return [...telephones(own, next), ...postalAddresses(own, next), ...payments(own)];
  });
  return [...new Set(found)];
};

const longest = 50_000;
const nearBy = 200;

const calling =
  /(?<!\b(?:will|we|we'll|may|might|would|officer|agent|to|phone) )\b(?:call|phone|telephone|dial|ring|text|contact|reach|talk to|speak (?:to|with)|fax|hotline|helpline|appele[rz]|telephone[rz]|compose[rz]|contacte[rz]|communique[rz]|joindre|joignez|texte[rz])\b(?! you)/;
const number =
  /(?<![\w-])(?:\+|00)\d[\d .()-]{6,17}\d|(?<![\w-])(?:1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)|(?<![\w-])1?\d{10}(?!\d)/g;

const telephones = (own: string, next: string): readonly string[] => {
  const start = calling.exec(own)?.index;
  if (start === undefined) return [];
  const words = /:\W*$/.test(own) ? `${own} ${next}` : own;
  return (words.slice(start).match(number) ?? []).filter((found) => !governments.has(digitsOf(found)));
};

const digitsOf = (found: string): string => found.replaceAll(/\D/g, "").replace(/^(?:00)?1(?=\d{10}$)/, "");

/**
 * IRCC's client support and its line for the deaf, 1 800 O-Canada, the border agency, Service Canada, the tax agency, passports,
 * consular help: as on canada.ca in 2026; whoever knows more may add to it.
 */
const governments: ReadonlySet<string> = new Set(
  "8882422100 8885768502 8006226232 8004619999 8662746627 8669935465 8009598281 8005676868 6139444000 6133214243 6139968885".split(
    " ",
  ),
);

const posting =
  /(?<!\b(?:will|we|we'll|ircc|would|then|(?<!(?:have|need|needs|asked|required|want you) )to|devons|allons|de|d'|pour) )\b(?:mail|courier|ship|post|send|return|deliver|drop off|envoye[rz]|poste[rz]|expedie[rz]|retourne[rz]|faites parvenir|faire parvenir)\b(?!(?: |-)(?:you|us|nous|your (?:current |correct |new )?address|votre adresse)\b)/;
const street =
  /\b\d{1,5}[a-z]?,? (?:[a-z'.-]{1,20} ){0,4}(?:street|st|road|rd|avenue|ave|boulevard|blvd|drive|lane|way|crescent|court|highway|square|plaza)\b|\b\d{1,5}[a-z]?,? (?:rue|chemin|route|boulevard|avenue|place)(?: [a-z'-]{1,20}){1,3}|\b(?:p\. ?o\. ?box|po box|post office box|case postale|c\. ?p\.|suite|unit|bureau) #?\d{1,6}|\b[a-z]\d[a-z] ?\d[a-z]\d\b/;
/** Postal codes of Canada's government in Ottawa, and of IRCC's centre in Sydney. */
const governmentsPost = /\bk1a ?\d[a-z]\d\b|\bb1p ?\d[a-z]\d\b/;

const postalAddresses = (own: string, next: string): readonly string[] => {
  const start = posting.exec(own)?.index;
  if (start === undefined) return [];
  const words = `${own} ${next}`.slice(start);
  const [found] = street.exec(words) ?? [];
  return found === undefined || governmentsPost.test(words) ? [] : [found.trim()];
};

const paying =
  /\b(?:pay|paye[rz]|payment|paiement|transfer|wire|remit|deposit|top up|virement|transfere[rz]|verse[rz]|regle[rz]|acquitte[rz]|settle|bring|apporte[rz]|remette[rz])\b/;
const amount =
  /(?:\$|€|£|\bcad?\$?|\busd?\$?|\beur)\s?\d|\d ?(?:\$|€|£|cad\b|usd\b|eur\b|dollars?\b|euros?\b)/;
const ways =
  /\b(?:e-?transfer|interac|wire transfer|bank (?:transfer|account|draft)|money order|virement|mandat[- ]poste|compte bancaire|paypal|zelle|venmo|cash ?app|alipay|iban|swift|usdt|wallet)\b/;
/** What a fee of IRCC's is called, and where it is paid. */
const official =
  /\bonline\b|\ben ligne\b|canada\.ca|right of permanent residence|\brprf\b|droit de residence/;

const payments = (own: string): readonly string[] => {
  if (ways.test(own) && paying.test(own)) return [ways.exec(own)?.[0] ?? ""];
  return paying.test(own) && amount.test(own) && !official.test(own) ? [paying.exec(own)?.[0] ?? ""] : [];
};
