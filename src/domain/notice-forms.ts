/**
 * The letters of IRCC's that are neither portal letter nor eCoPR, as a table. Of most no exact subject is
 * known (docs/domain.md section 1), so subject and body are both asked. Patterns are for folded text.
 */

import { pattern } from "./fold.ts";
import { future, negated } from "./hedges.ts";
import type { Task } from "./letter.ts";
import { type Phrase, phrase } from "./phrase.ts";

export type Subkind =
  | "photo_returned"
  | "passport_request"
  | "card_mailed"
  | "biometrics"
  | "medical"
  | "webform_reply"
  | "acknowledged"
  | "aor"
  | "account_notice";

/** How one of them is known. */
export type Form = {
  readonly subkind: Subkind;
  readonly means: string;
  readonly subject?: RegExp;
  readonly body: Phrase;
  /** A sentence that also says this does not count. */
  readonly unless?: RegExp;
  readonly tasks?: readonly Task[];
  /** Only an answer ("RE:", "Automatic reply:") can be one. */
  readonly answersOnly?: boolean;
};

const any = (...texts: readonly string[]): RegExp => pattern(texts.map((text) => `(?:${text})`).join("|"));

const picture = "(?:photo(?:graph)?s?|picture|image)";

/** A letter may say so beside what else it says. */
export const photoReturned: Form = {
  subkind: "photo_returned",
  means: "the photo was not accepted, another one is wanted",
  subject: any(
    `${picture}[^|]{0,30}(?:not accepted|rejected|refused|returned|not acceptable|unacceptable)`,
    `(?:new|another) ${picture} (?:is )?(?:required|needed|requested)`,
    "photo[^|]{0,30}(?:refusée|rejetée|retournée|non acceptée|pas été acceptée)",
    "nouvelle photo",
  ),
  body: phrase(
    `${picture}[^.]{0,80}(?:(?:was|were|has been|have been|is|are) (?:rejected|refused|returned|not accepted|not acceptable|unacceptable|too (?:dark|light|small|large|blurry)|blurry)|(?:was|were|has|have|is|are|did|does|do)(?: not|n't) (?:been accepted|accepted|acceptable|meet|comply|respect)|(?:cannot|can't|could not|couldn't) be (?:used|accepted|processed))`,
    `${picture}[^.]{0,80}(?:returned it|sent (?:it )?back|(?:is|was) (?:declined|unsuitable|not suitable|unusable|not usable|inadequate))`,
    `(?:returned|rejected|refused|declined) (?:your|the) ${picture}`,
    `(?:re-?submit|re-?upload|replace|retake) (?:your|the) ${picture}|(?:replacement|different) ${picture}`,
    `(?:cannot|can't|could not|unable to|not able to) (?:accept|use|process) (?:your|the|this) ${picture}`,
    `(?:need|require|request)[^.]{0,20} (?:you to [^.]{0,30})?(?:a new|another) ${picture}`,
    `(?:upload|submit|provide|send|take|add|choose)(?: us)? (?:a new|another|a different|a fresh) ${picture}`,
    `problem with (?:your|the) ${picture}|${picture}[^.]{0,80}\\bblurred`,
    "photo[^.]{0,80}(?:a été|est|n'est pas|n'a pas été|ne peut(?: pas)? être) (?:refusée|rejetée|retournée|renvoyée|acceptée|utilisée|conforme|inacceptable|inutilisable)",
    "(?:refusé|rejeté|retourné|renvoyé) (?:votre|la) photo|(?:remplacer|reprendre|remplacez|reprenez) (?:votre|la) photo",
    "photo[^.]{0,80}ne (?:répond|respecte|satisfait|correspond)[^.]{0,10} pas",
    "(?:téléverser|téléversez|soumettre|soumettez|fournir|fournissez|envoyer|envoyez)(?:-nous)? une (?:autre|nouvelle) photo",
    "(?:en )(?:téléverser|soumettre|fournir|envoyer) une (?:autre|nouvelle)",
    "(?:ne pouvons pas|ne peut pas|pas été en mesure de|impossible d[e']) ?(?:accepter|utiliser|traiter) (?:votre|la) photo",
  ),
  unless: any(
    "\\b(?:will|if|once|may|might)\\b",
    "(?:has been|was|were|is) accepted",
    "\\b(?:sera|seront|si|s'il|lorsque)\\b",
    "(?<!pas )a été acceptée",
  ),
  tasks: ["photo"],
};

/** In this order: what asks for something first, the vaguest last. */
export const forms: readonly Form[] = [
  photoReturned,
  {
    subkind: "passport_request",
    means: "the passport is asked for",
    subject: any(
      "ready for visa",
      "passport request",
      "request for (?:your |the )?passports?",
      "demande de passeport",
    ),
    body: phrase(
      "(?:require|need|request|ask for|mail|drop off|deliver|surrender) (?:you to submit )?your (?:original |valid )?passports?\\b(?! (?:number|details|information|photo))",
      "(?:submit|send|mail|bring|provide|forward)(?: us)?(?: in)? (?:your|the|all|their)? ?(?:original |valid )?passports?\\b[^.]{0,160}(?:visa|days|photos?|mission|office|centre|center|embassy|so that|application)",
      "application[^.]{0,60}ready for visa",
      "(?:envoyer|parvenir|soumettre|transmettre|envoyez|soumettez|présenter|remettre|remettez|déposer|déposez|acheminer)[^.]{0,30} (?:votre|vos|les|le) passeports?",
    ),
    unless: any(
      "\\bcopy\\b|\\bcopies\\b|\\bscan|\\bdo not (?:send|submit|mail)",
      "\\bcopies?\\b|\\bne (?:nous )?(?:envoyez|soumettez)",
    ),
    tasks: ["passport"],
  },
  {
    subkind: "card_mailed",
    means: "the permanent resident card is on its way",
    subject: any(
      "(?:pr|permanent resident) card[^|]{0,30}(?:mailed|sent|shipped|issued|on its way)",
      "carte (?:de )?(?:rp|résident permanent)[^|]{0,30}(?:postée|envoyée|expédiée|délivrée)",
    ),
    body: phrase(
      "(?:pr|permanent resident) cards?[^.]{0,60}(?:was|were|has been|have been|is being) (?:mailed|sent|shipped|issued|produced|posted)",
      "(?:pr|permanent resident) cards?[^.]{0,60}(?:dispatched|couriered|handed (?:over )?to canada post|(?:is|are)(?: now)? (?:on (?:its|the|their) way|in the mail))",
      "carte (?:de )?(?:rp|résidente? permanente?)[^.]{0,60}(?:est en route|est en chemin|est partie)",
      "(?:mailed|sent|shipped|posted|dispatched)(?: you| out| off)? (?:your|the|a) (?:new )?(?:pr|permanent resident) card",
      "carte (?:de )?(?:rp|résidente? permanente?)[^.]{0,60}(?:a été|vient d'être) (?:remise à postes canada|postée|envoyée|expédiée|mise à la poste|délivrée)",
      "(?:posté|envoyé|expédié) (?:votre|la) carte de (?:rp|résidente? permanente?)",
    ),
    unless: future,
  },
  {
    subkind: "biometrics",
    means: "biometrics",
    subject: any("biometric", "biométri"),
    body: phrase(
      "(?:give|provide|submit|collect\\w*|need|require|enrol)[^.]{0,20} (?:biometrics|fingerprints)",
      "(?:biometrics|fingerprints)[^.]{0,30} (?:needed|required|taken)",
      "(?:données biométriques|empreintes)[^.]{0,30} (?:requises|nécessaires|prises|recueillies)",
      "(?:biometric|fingerprint)s? (?:collection|instruction|appointment|enrolment)",
      "(?:fournir|donner|fournissez|donnez|recueill\\w+|collecte de)[^.]{0,20} (?:données biométriques|empreintes)",
    ),
    unless: negated,
  },
  {
    subkind: "medical",
    means: "a medical examination",
    subject: any("medical (?:exam|instruction)", "examen médical|visite médicale"),
    body: phrase(
      "immigration medical exam",
      "(?:undergo|complete|take|book|need|require|schedule|arrange|repeat|redo|have)[^.]{0,40} medical (?:re-?)?exam",
      "designated (?:medical practitioner|physician|doctor)",
      "panel physician",
      "examen médical aux fins|(?:subir|passer)[^.]{0,20} (?:examen médical|visite médicale)|médecin désigné",
    ),
    unless: negated,
  },
  {
    subkind: "webform_reply",
    means: "an answer to a web form",
    subject: any(
      "web ?form",
      "formulaire web",
      "(?:your|votre) (?:ircc )?(?:enquiry|inquiry|demande de renseignements)",
    ),
    body: phrase(
      "(?:through|via|using|by) (?:our|the|ircc's|ircc) (?:online )?web ?form",
      "(?:received|response to|regarding|answer to) your (?:online )?(?:enquiry|inquiry|web ?form)",
      "(?:reçu|réponse à) votre (?:demande de renseignements|formulaire web)|au moyen d[^.]{0,20}formulaire web",
    ),
    unless: any(
      "\\bif\\b|\\bplease\\b|\\byou (?:can|may)\\b|\\bto correct\\b",
      "\\bsi\\b|\\bveuillez\\b|\\bvous pouvez\\b",
    ),
  },
  {
    subkind: "acknowledged",
    means: "what was sent has been received",
    answersOnly: true,
    body: phrase(
      "(?:we|ircc|office)(?: have| has|'ve)? (?:now |also |successfully )?received",
      "(?:e-?mail|message|reply|response|information|answers?|details|documents?)[^.]{0,40}(?:has|have|was|were) (?:been )?(?:now )?received",
      "(?:well |duly )?received,? (?:with )?thank|(?:confirm|acknowledge)[^.]{0,40}(?:receipt|received)",
      "thank you for (?:your|the) (?:e-?mail|reply|response|message|information|answers?|prompt)",
      "(?:avons|a)(?: bien)? (?:reçu|été reçu)|(?:accus|confirm)(?:e|ons) (?:la |bonne )?réception|bien reçu",
      "\\bnoted,? (?:with )?(?:thanks|thank you)|(?:thanks|thank you),? (?:well )?noted|(?:added|saved) to your (?:file|application)",
      "(?:bien parvenue?s?|parvenue?s? à bon port)|(?:versée?s?|ajoutée?s?) (?:à|au) votre (?:dossier|demande)",
      "merci (?:de|pour) (?:votre|vos|la) (?:courriel|réponse|message|renseignements|informations)",
    ),
    unless: any("have not (?:yet )?received", "n'avons pas"),
  },
  {
    subkind: "aor",
    means: "an application was received",
    subject: any("acknowledge?ment of receipt|confirmation of receipt", "accusé de réception"),
    body: phrase(
      "(?:received|receipt of|acknowledges?) your (?:\\w+ ){0,3}application",
      "application[^.]{0,40} (?:was|has been|have been) (?:\\w+ )?received",
      "(?:reçu|réception de) votre demande (?:de|pour|d')",
      "votre demande (?:de|pour|d')[^.]{0,60} a (?:bien )?été reçue",
    ),
    unless: any("demande de renseignements", "\\bif\\b|\\bbefore\\b|\\bnot\\b"),
  },
  {
    subkind: "account_notice",
    means: "there is something new in the account",
    subject: any(
      "new (?:message|document|letter|correspondence)[^|]{0,30}(?:account|portal|ircc)",
      "(?:update|change) (?:to|in) your (?:application|account)",
      "(?:message|document|lettre)[^|]{0,30}(?:votre|dans) (?:votre )?(?:compte|portail)",
      "mise à jour (?:de|dans) votre (?:demande|compte)",
    ),
    body: phrase(
      "new (?:message|document|letter|correspondence)[^.]{0,60} (?:account|portal|mailbox|inbox)",
      "(?:update|change)[^.]{0,40} to your (?:application|account|file)",
      "status of your application[^.]{0,20} (?:updated|changed)",
      "(?:message|document|letter|correspondence|notice)s? (?:has been|have been|was|were|is|are) (?:now )?(?:added|posted|uploaded|sent|available|waiting|placed)[^.]{0,30} account",
      "(?:message|document|letter|correspondence|notice)s?[^.]{0,20} (?:waiting|waits) for you",
      "nouveau (?:message|document)[^.]{0,60} (?:compte|portail)|nouvelle (?:lettre|correspondance)[^.]{0,60} (?:compte|portail)",
      "(?:message|document|lettre|correspondance|avis)[^.]{0,40} (?:vous attend|a été (?:ajoutée?|versée?|déposée?|publiée?))[^.]{0,30} compte",
      "(?:état|statut) de votre demande[^.]{0,20} (?:a changé|a été mis à jour|modifié)",
      "mise à jour[^.]{0,40} votre demande",
    ),
    unless: any("transferred|please provide", "veuillez fournir"),
  },
];
