/** That something came in, and thanks for it. */

import { deed, thing } from "../family.ts";

/** Got by IRCC, of what the person sent. */
export const received = deed(
  "we (now |)have, now have, have now, nous avons (maintenant|désormais), avons maintenant, avons désormais, se trouve maintenant, landed in, made it",

  "taken note, take note, put on file, in our hands, safely, processed, entered, transmitted, relayed, handed to, handed over, sur dossier, au dossier, prenons note, pris connaissance, traitée, traité, relayé, entrés, entrée, entre nos mains, acheminé, acheminée",

  "received, receive your, receiving, got, reached, arrived, come in, came in, in receipt, delivered, saved, added, forwarded, noted, note, updated, logged, recorded, in hand, on file, filed, passed on, registered, has been put, put it, with our office, with us, have them, has them, in our inbox, in our mailbox, attached to your file, corrected, accepted",
  "reçu, reçue, reçus, reçues, parvenu, parvenue, parvenus, parvenues, arrivé, arrivée, arrivés, enregistré, enregistrée, enregistrés, ajouté, ajoutée, ajoutés, joint, jointe, joints, versé, versée, versés, noté, notée, pris note, consigné, consignée, transmis, transmise, remise, remis, livrée, livré, en main, à notre bureau, notre boîte de réception, notre boîte, mis à jour, à jour, corrigée, classée",
);

/** A whole statement by itself, in an answer. */
export const receipt = deed(
  "acknowledges your, acknowledge your, we have your, confirms receipt, with us now, nous avons votre, nous avons (maintenant |bien )vos, la présente accuse réception",

  "perfect, (is |)all we (need|needed), everything we (need|needed|asked), that is all, that is everything, much appreciated, parfait, tout ce dont nous avions besoin, tout ce qu il fallait, tout est là",

  "received with thanks, received thank you, well received, duly received, noted with thanks, noted thank you, thanks noted, thank you noted, well noted, duly noted, got it, (acknowledge|acknowledges|acknowledging|confirm|confirming|confirms) (the |your |)(receipt|reception|receiving), in receipt of, we (have |)received, we ve received, we got, ircc (has |)received, office (has |)received, no further action, nothing (else |more |further |)you need, everything we need",
  "bien reçu, reçu merci, bien noté, accusons (bonne |)réception, accuse (bonne |)réception, confirmons (la |)réception, confirme (la |avoir |)(réception|reçu), avons (bien |)reçu, tout ce qu il nous faut, tout ce dont nous avons besoin, aucune autre mesure, bien parvenu, bien parvenue, bien parvenus, bien arrivé, à bon port",
);

export const thanks = deed("thank, thanks, merci, remercions, remercie");

/** What was handed in at the portal, or by mail. */
export const sentIn = thing(
  "you (have |)(submitted|sent|provided|uploaded|gave|declared)",
  "que vous (nous |)(avez|ayez) (|nous )(soumis|soumise|soumises|transmis|transmise|transmises|envoyé|envoyée|envoyés|envoyées|fourni|fournie|fournis|fournies|téléversé|téléversée)",
  "your (declaration|declarations|address|mailing address|photo|photos|photograph|information|details|submission|documents|reply|response|answer|answers|email|message|form|letter|request), permanent residence information",
  "(the|all|all the|all of the) (information|details|documents) (you|that you) (have |)(provided|submitted|sent|entered|uploaded|gave)",
  "votre (déclaration|adresse|photo|réponse|courriel|message|envoi|formulaire|lettre), vos (renseignements|documents|réponses|informations|précisions)",
  "(les|des) (renseignements|documents|informations) que vous (avez|nous avez), (les|des) (renseignements|documents|informations) (fournis|transmis|demandés)",
);

/** What the person wrote, of which a letter speaks. */
export const written = thing(
  "your (reply|response|answer|answers|email|message|letter|request|submission|question|enquiry|inquiry|payment|information|form)",
  "votre (réponse|courriel|message|lettre|demande|envoi|question|paiement|formulaire), vos (réponses|renseignements|questions)",
);

/** Came in, of that. */
export const cameIn = deed(
  "receipt, réception, in our (records|system|files|possession), dans nos (dossiers|systèmes)",
  "(we|we have|we ve|we have now|ircc has|ircc|our office has|office) (successfully |)received, (was|were|been) (successfully |)(received|submitted), submitted successfully, (thank you|thanks) for (submitting|completing|providing), (acknowledge|acknowledges|confirm|confirms) (the |)receipt",
  "(avons|a) (bien |)reçu, (accusons|accuse|confirmons|confirme) (bonne |la |)réception, (a|ont) (bien |)été (reçu|reçus|reçue|reçues|soumis|soumise|soumises|transmis|transmise|transmises), merci d avoir (soumis|fourni|transmis|envoyé), (est|sont) bien (parvenu|parvenus|parvenue|parvenues)",
);

/** Somebody looks at it. */
export const inReview = deed(
  "in review, under review, being (reviewed|processed|examined|assessed), en cours (d examen|de traitement|d évaluation|d étude), à l étude, en traitement",
);

/** More is wanted of the person. */
export const moreWanted = deed(
  "missing, incomplete, not complete, (we|you) (still |also |now |)(must|need|require), additional (information|documents|details), (please|must|to) (also |)(send|provide|submit|upload|pay|resubmit|re upload|sign in|log in|contact|call|correct|complete|replace|change), problem with, issue with, (within|have) (7|10|14|15|30|60|90) days",
  "manque, manquant, manquants, incomplet, incomplète, incomplets, (avons|aurons) besoin, devez, (veuillez|devez|prière de) (également |aussi |)(fournir|soumettre|envoyer|téléverser|payer|transmettre|ouvrir|vous connecter|communiquer|corriger|compléter|remplacer), problème avec, (dans les|avez) (7|10|14|15|30|60|90) jours",
);

/** Answering, as something to be thanked for. */
export const replying = thing(
  "confirming, confirmation, providing, letting us know, telling us, informing us, contacting us, patience, your (note|answer|details|confirmation|cooperation), confirmé, de votre confirmation, précisions, patience",
  "replying, responding, answering, writing, writing to us, getting back, sending, prompt, quick, quickly, cooperation, your (reply|response|answer|answers|email|message|information), the information",
  "répondu, d avoir répondu, écrit, fait parvenir, envoyé, votre (réponse|courriel|message|envoi|collaboration), vos (renseignements|réponses|informations), les renseignements, la réponse",
);

/** Came in, of an application. */
export const registered = deed(
  "received, acknowledges, acknowledge, acknowledging, receipt of, arrived, in our system, in the queue, opened a file, created a file, given the number, assigned (the|a) number, (our|the) completeness check, entered in our, reached our",
  "reçu, reçue, bien reçue, accuse réception, accusons réception, arrivée, dans notre système, porte le numéro, ouvert un dossier, attribué le numéro, étape de vérification, jugée complète, parvenue, enregistrée",
);

/** "Thank you for your application. We received it." */
export const registeredIt = deed(
  "received it, have it now, reached us, l avons reçue, l avons bien reçue, nous est parvenue",
);

/** A whole statement by itself. */
export const receiptOfApplication = deed(
  "(acknowledgement|acknowledgment|confirmation) of receipt, aor, accusé de réception, thank you for applying, thanks for applying, (thank you|thanks) for (submitting|sending|completing) (your|an|the) (|permanent residence |pr )application, merci d avoir (présenté|soumis) (une|votre) demande",
);
