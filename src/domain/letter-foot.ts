/** The foot of a mail: what programs, lists and offices put below a letter. Where it leads is not the letter's word. */

import { foldText } from "./sentences.ts";

/** Of anybody, or of a list or a program that looks through mail. */
export type Foot = "any" | "of a service";

/** The line at which the foot begins; the number of lines where there is none. Foot is only what says nothing of the matter. */
export const footOf = (text: string, kind: Foot): number => {
  const lines = foldText(text).split("\n");
  const at = lines.findIndex(
    (line, number) => begins.test(line.slice(0, longestLine)) && isFoot(lines.slice(number).join(" "), kind),
  );
  return at < 0 ? lines.length : at;
};

const longestLine = 300;

const begins =
  /^[\s>]{0,9}(?:-- ?$|[-_=*]{3,}\s{0,9}$|sent (?:from|with|via)\b|envoye (?:de|depuis|avec|a partir)\b|get outlook\b|obtenez outlook\b|virus-free|sans virus|(?:this|the) (?:e-?mail|message|communication)\b|ce (?:courriel|message)\b|confidential|avis de confid|you (?:have )?receive|vous (?:recevez|avez recu)|to unsubscribe|unsubscribe|follow us|suivez-nous|disclaimer|caution)/;

const isFoot = (rest: string, kind: Foot): boolean =>
  !matter.test(rest) &&
  (kind === "any" || service.test(rest)) &&
  (rest.replaceAll(/\S*[.:/@]\S*/g, " ").match(/[a-z]{2,}/g)?.length ?? 0) > 2;

const service =
  /scanned|virus|gateway|filter|mailing list|subscri|google group|intended recipient|destinataire|liste de diffusion|analyse/;

/** What the letters speak of. */
const matter =
  /portal|portail|e-?copr|\bcrpe|password|mot de passe|photo|passport|passeport|permanent|sign[ -]?in|log[ -]?in|\baccount|\bcompte\b|client|your (?:application|file|card|document|detail)|(?:votre|vos) (?:demande|dossier|carte|document|renseignement)/;
