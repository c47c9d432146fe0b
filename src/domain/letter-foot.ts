/** The foot of a mail: what programs, lists and offices put below a letter. Where it leads is not the letter's word. */

import { foldLine } from "./fold.ts";
import type { Address } from "./letter.ts";
import { foldText } from "./sentences.ts";

/** Of anybody, or of a list or a program that looks through mail. */
export type Foot = "any" | "of a service";

/**
 * The line at which the foot begins; the number of lines where there is none. Foot is only what says nothing of the matter.
 * `signer`: whoever may have signed below the letter without a line of dashes.
 */
export const footOf = (text: string, kind: Foot, signer?: Address): number => {
  const lines = foldText(text).split("\n");
  const signature = signer === undefined ? [] : signatureOf(signer);
  const isStart = (line: string): boolean =>
    begins.test(line) || signature.some((words) => line.trimStart().startsWith(words));
  const at = lines.findIndex(
    (line, number) => isStart(line.slice(0, longestLine)) && isFoot(lines.slice(number).join(" "), kind),
  );
  return at < 0 ? lines.length : at;
};

/** What a signature begins with: the name without what stands behind it ("Anna Roy, RCIC"), the address. */
const signatureOf = ({ name, address }: Address): readonly string[] =>
  [
    foldLine(name.slice(0, longestLine))
      .split(/[,;|(/–—]| - /)[0]
      ?.trim() ?? "",
    address,
  ].filter((words) => words.length >= shortestSignature);

const shortestSignature = 5;

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
