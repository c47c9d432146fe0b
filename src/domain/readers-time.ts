/** Whether a sentence gives the reader some time, be it for something that it does not name once more. */

import { rememberedPieces } from "./remembered.ts";

const number =
  "(?:[a-z]{1,12}(?:-[a-z]{1,12})? ?)?(?:\\(?\\d{1,3}\\)?)?[ -]?(?:calendar |full |business |working )?(?:day|week|hour|jour|semaine|heure)";

/** "Within 5 days", "d'ici 5 jours", "you have 5 days". */
const time = new RegExp(
  [
    `\\b(?:within|in no more than|in at most|in less than|in the next|in the coming|no later than|not later than|by the end of|before the end of|over the next) (?:the next |a period of |at most |a maximum of )?${number}`,
    `\\byou(?: have|'ve got| have got| are given|'ll have| will have) (?:up to |only |just |a further |another )?${number}`,
    `\\b(?:d'ici|dans les|dans un delai (?:maximal |maximum )?de|au plus tard dans(?: les)?|sous) (?:les )?${number}`,
    `\\bvous (?:avez|disposez de|aurez|beneficiez de) (?:seulement |encore )?${number}`,
    `\\b(?:deadline|date limite|delai|echeance) ?: ?(?:within )?${number}`,
    `\\bif (?:we|you) (?:do not|don't|fail to) [a-z ]{1,60}\\b(?:in|within) ${number}`,
    `\\b(?:reach|get to) (?:us|our office) in ${number}`,
    `\\b(?:due|expected|wanted|awaited|attendue?s?)(?: in| within| dans)? ${number}`,
    `${number}s? (?:to|for|pour|at most|at the latest|au plus)\\b`,
    `^[^.;]{1,40}: ?(?:within )?${number}s?$`,
  ].join("|"),
);

/** What is over, comes, or is good for so long; what somebody else does; what happens where the reader does not. */
const otherTime =
  /\b(?:we|us|our|nous|notre|officer|agent|bureau|valid|valable|valide|expire\w*|return\w*|retourn\w*|renvoy\w*|access\w*|lock\w*|bloqu\w*|cards?|carte|hear|arriv\w*|deliver\w*|livr\w*|ship\w*|process\w*|trait\w*|receive|recevr\w*|register|health|sante|landing|arrival|may take|can take|takes|taken|prise?s|prend\w*|stay|leave|sejour\w*|quitt\w*|appeal|appel|review\w*|revis\w*|reconsider\w*|decision|challenge|contest\w*|dispute|withdraw\w*|refund|rembours\w*|complain\w*|fees?|frais|becom\w*|became|devenu\w*|devenir|obtention|apply|move|moved|demenag\w*)\b/;

/** "You no longer have 30 days", "do not wait 30 days". */
const isDenied = /\bno longer have\b|\b(?:not|n't|never) wait\b|\bn'avez plus\b|\bn'attendez pas\b/;

/** Of those "we" asks. */
const asksReader =
  /\bwe(?:'re| are| have to)? (?:ask|asking|request|requesting|require|need|must have|must receive|expect)\b|\bif we (?:do not|don't|have not|haven't) (?:have|receive|received|get|got|hear|heard)\b|\bhear(?: back)? from you\b|\bnous devons (?:l[ae]s? |l')?recevoir\b|\bsi nous ne (?:les |l')?(?:recevons|avons)\b|\bnous (?:vous )?(?:demandons|prions|invitons|avons besoin|attendons)\b|\b(?:nous|to us|us) (?:faire parvenir|envoyer|transmettre|fournir|retourner|l[ae]s?|these|the|this|your|it|them)\b|\b(?:send|give|provide|tell|email|e-mail|mail) us\b|\b(?:to|reach) (?:us|our office)\b|\b(?:for|on|pour|sur) (?:the|your|la|votre) (?:pr |permanent resident )?(?:card|carte)\b|\b(?:by|in) return\b|\breturn e-?mail\b|\b(?:after|of|from|once) you (?:receive|get) (?:this|it)\b/g;

/** What then follows is IRCC's: "If we do not receive your reply within 30 days, we may proceed without it." */
const consequence =
  /(?<=\b(?:if (?:we|you) (?:do not|don't|fail to)|si (?:vous|nous) ne)\b[^,;]{1,120}), (?:we|ircc|it|(?:the|your) (?:application|file)|nous|votre|la|le)\b.{0,300}$/;

/** `line`: folded, without line breaks; `clause`: the part of it that tells the time. */
export const isReadersTime = (line: string, clause = line): boolean =>
  (tellsTime(clause) || tellsTime(line)) && !isOthersTime(line);

const tellsTime = rememberedPieces((line): boolean => time.test(line));
const isOthersTime = rememberedPieces(
  (line): boolean =>
    isDenied.test(line) || otherTime.test(line.replace(consequence, "").replaceAll(asksReader, " ")),
);

/** It says nothing but the time. */
export const isTimeAlone = (line: string): boolean => alone.test(line);

const alone =
  /^you (?:have|'ve got) [^,;]{3,25}(?: (?:from|after|of) [^,;]{1,40})?$|^vous (?:avez|disposez de) [^,;]{3,30}$/;

/** It speaks of what was just asked for, so that its time may be longer than the usual one. */
export const pointsBack = (line: string): boolean => isTimeAlone(line) || back.test(line);

const back =
  /\b(?:it|one|so|this|that|these|them|another|again|en|une autre|un autre|le faire|ces renseignements|following|suivants?|information|nouvel(?:le)?s?)\b/;

/** Of what is asked for on other days than these, or done by others. */
export const isGeneral = (line: string): boolean => general.test(line);

const general =
  /\b(?:(?:we|nous|officer|agent) (?:will |then |usually |normally )?(?:look|review|examin|check|process|verif|assess|trait|etudi)\w*|if you move|si vous demenagez|taken (?:within|in|less)|prises? (?:dans|il y a)|if you (?:leave|are outside)|si vous quittez)\b/;

/** "It will be available for 20 days", and then it is gone. */
export const isAvailableFor = (line: string): boolean => available.test(line);

const available = new RegExp(
  `\\b(?:(?:deleted|removed|erased|taken down|supprimee?|retiree?|effacee?) (?:after|in|within|apres|dans)|(?:access|view|download|open) (?:it|them|this|the document) for) (?:only |the )?${number}|` +
    `\\b(?:available|accessible|accessed|downloaded|online|disponible|offerte?|en ligne)(?: there| in [a-z ]{3,30}| only| que| seulement){0,2} (?:for|pendant|durant) (?:only |up to )?${number}|` +
    `\\b(?:after|apres) ${number}s?,? [a-z' ]{1,60}\\b(?:no longer|plus) (?:be )?(?:available|accessible|accessed|downloaded|disponible|la)\\b`,
);
