/** What IRCC tells that was done, or asks to do. */

import { deed, lookalike, thing } from "../family.ts";

/** Sent back to the person, or refused. */
export const returned = deed(
  "reject, refuse, decline, rejeter, refuser, had to (reject|refuse|return), dû (rejeter|refuser|renvoyer|retourner)",

  "bounced, unaccepted, withdrawn, discounted, dismissed, écartée, recalée, désapprouvée, annulée",

  "returned, rejected, refused, declined, sent (it |them |)back, sent back, turned down, disapproved, denied, resend, invalidated",
  "retourné, retournée, retournés, retournées, renvoyé, renvoyée, renvoyés, renvoyées, rejeté, rejetée, rejetées, refusé, refusée, refusées, renvoyons, retournons, refusons",
);

/** What a photo has to be or do to be used. */
export const accepted = deed(
  "verified, vérifié, vérifiée, authentifiée, confirmed, confirmée, checked",

  "va, vont, fonctionne, works, réussi, passe, go through, retain, keep, garder, conserver",

  "open, opened, do, suffice, load, identify, verify, help, ouvrir, convient, convenir, convenable, ouvre, suffit, suffire, identifier, vérifier, admise, admissible",

  "accept, accepted, acceptable, approve, approved, use, used, usable, valid, validate, validated, process, processed, print, pass, passed, meet, met, meets, follow, follows, comply, complied, compliant, conform, conforms, satisfy, satisfies, respect, show, shows, suit, suitable, work, fit, match, matches, good enough, make, produce, possible, readable, clear, sharp, recent, visible, recognise, recognize",
  "accepter, accepté, acceptée, acceptées, acceptable, approuvée, approuver, utiliser, utilisée, utilisable, valider, valide, validée, traiter, traitée, imprimer, satisfait, satisfaire, répond, répondait, répondre, respecte, respectait, correspond, conforme, conformes, montre, montrait, convient, servir, exploitable, nette, claire, récente, visible, lisible, retenue, produire, possible, accord*",
);

/** What may be wrong with a photo. */
export const faulty = deed(
  "no good, not good, wrong, (is|was|were|are) bad, hat, cap, headgear, sunglasses, (is|was|looks) (dark|blurry|fuzzy|unsharp|grainy|pale), mauvaise, chapeau, lunettes de soleil, trop (loin|près|pâle|lumineuse|exposée), est (sombre|pâle|foncée|mauvaise)",

  "black and white, noir et blanc, reflect, reflects, too (faint|far away|close up|narrow|wide), because of (the|your) photo, owing to (the|your) photo, à cause de (la|votre) photo, en raison de (la|votre) photo, (is|are) (hidden|covered|closed|turned|missing)",

  "cut off, damaged, corrupted, corrupt, tilted, rotated, upside down, stretched, distorted, incomplete, removed, deleted, discarded, mirrored, another person, wrong person, someone else, trouble with, difficulty with, difficulties with, concern with, concerns about, will not (work|do), fails, failed, obscured, unclear, unreadable, illegible, insufficient, poor quality, grainy, washed out, faded",
  "coupée, coupé, endommagée, endommagé, inclinée, étirée, déformée, incomplète, supprimée, retirée, une autre personne, mauvaise personne, difficultés avec, difficulté avec, souci avec, illisible, insuffisante, mauvaise qualité, granuleuse, délavée, masquée, masqué, échoué",

  "unacceptable, unsuitable, unusable, inadequate, noncompliant, defective, blurred, blurry, out of focus, overexposed, underexposed, pixelated, altered, edited, retouched, cropped, glare, shadow, shadows, reflection, reflections, hidden, covered, closed, smiling, coloured background, colored background, grey background, wrong (size|format|background), low resolution, resolution is too low, picture of a (paper |)(photo|picture), photo of a (paper |)(photo|picture)",
  "too (dark|bright|light|small|large|big|old|blurry|low|close|far), is (grey|gray|coloured|colored), problem with, issue with, something wrong",
  "inacceptable, inutilisable, inadéquate, non conforme, floue, flou, surexposée, retouchée, modifiée, reflet, reflets, ombre, ombres, cachée, cachés, fermés, sourire, fond coloré, résolution (est |)trop (faible|basse), trop (sombre|foncée|foncé|claire|pâle|petite|grande|ancienne|vieille|floue|faible), est (gris|grise|coloré), photo d une photo, prise d une photo, photo papier, problème avec",
);

/** Another one is wanted. */
export const another = deed(
  "new file, compliant (file|image), nouvel essai, image conforme, another (attempt|try|file)",

  "bigger (one|photo|picture), larger (one|photo|picture), better, lighter (one|photo|picture), plus (grande|grand|petite|claire|lumineuse), une meilleure, (a |)corrected (one|photo|picture|version), version corrigée",

  "(another|different|fresh|new|second|other) (photo|photograph|picture|image|portrait|file|selfie), (colour|color|plain|full face) (photo|photograph|picture|image), (autre|nouvelle|seconde|deuxième) (photo|photographie|image|fichier), photo (en couleur|couleur), nouveau fichier",

  "(a |)(proper|suitable|compliant|valid|better) (one|photo|picture|image), other photo, photo en bonne et due forme, photo (adéquate|appropriée|valide), meilleure photo, autre photo",

  "another, another (one|photo|picture|image), (a |)different (one|photo|picture|image), new (photo|picture|image|photograph), new (one|ones), replacement, corrected (one|photo), fresh (one|photo), clearer, sharper, brighter, (a |)more recent (one|photo), unedited (one|photo), usable photo, one that (meets|follows|complies|respects)",
  "une autre, nouvelle (photo|image|photographie), une nouvelle, de nouvelles, plus (nette|claire|récente|lumineuse|clair|net|récent), non modifiée, photo conforme, photo de remplacement",
);

/** "Une nouvelle" in front of something else. */
export const anotherThing = lookalike(
  "une nouvelle (carte|demande|adresse|lettre|fois|version|session|date), une autre (personne|demande|adresse|lettre|fois), another (email|officer|person|office|letter|message)",
);

/** Do it again. */
export const redo = deed(
  "be changed, to change (your|the) photo, change your photo, needs changing, be corrected, be updated with, be exchanged, be renewed, doit être (changée|refaite|corrigée|remplacée|reprise), à (changer|refaire|reprendre|corriger|remplacer), changez (la|votre) photo",

  "redo, redone, retake, retaken, resubmit, resubmitted, reupload, reuploaded, replace, replaced, replacing, submit (it |one |a photo |)again, upload (it |one |a photo |)again, try again, start over, take (it|one) again, be taken again",
  "refaire, refaites, refaite, reprendre, reprenez, reprise, remplacer, remplacez, remplacée, réessayer, réessayez, recommencer, recommencez, téléverser (|la )de nouveau, soumettre de nouveau, téléversez la de nouveau",
);

export const again = deed(
  "again, once more, once again, a second time, de nouveau, encore une fois, une nouvelle fois, à nouveau",
);

/** What one does with a photo, a document or an answer. */
export const supply = deed(
  "put, attach, replace, post, mettre, mettez, joindre, joignez, déposer, déposez",

  "upload, uploading, submit, supply, provide, send, add, choose, take, give, need, needed, require, required, request, ask, want, take, present",
  "téléverser, téléversez, soumettre, soumettez, fournir, fournissez, envoyer, envoyez, transmettre, transmettez, ajouter, ajoutez, présenter, présentez, faut, besoin, demander, demandons, prendre, prenez, joindre, requise, nécessaire",
);

/** Handed in, of a passport. */
export const handIn = deed(
  "leave, leave your, post your, put your, hand over, hand your, pass your, ship, lodge your, take your passport to, envoyer, nous envoyer, confiez, portez",

  "deposit, receive (your|the|all), get hold of, déposés, recevoir (votre|vos|le|les), livrer, livrez, mettre à la poste",

  "get (your|the) (passport|passports) to, be (mailed|couriered|posted|brought|handed in|dropped off|delivered|presented|left|lodged|turned in), lodge, turn in, leave with, give us, let us have, relinquish",
  "(être|sont à) (posté|postés|apporté|apportés|présenté|présentés|laissé|laissés), laisser, laissez, confier, donnez nous",

  "submit, submitted, submission, submitting, send, sent to, sent in, be sent, mail, courier, deliver, delivered, provide, forward, forwarded, surrender, hand in, handed in, drop, drop off, reach this office, return to us, arrive at, be received",
  "remettre, remettez, remis, remise, envoyer, envoyez, envoyé, envoyés, expédier, expédiez, expédié, expédiés, transmettre, transmettez, transmis, présenté à, présentation, déposer, déposez, fournir, fournissez, faire parvenir, parvenir, parvienne, parviennent, poster, postez, acheminer, acheminez, soumettre, soumettez, soumis",
);

/** A passport is taken along to many an appointment; it is left only where visas are made. */
export const carry = deed(
  "bring, take, present, presented, show, apporter, apportez, présenter, présentez, présenté, présentés",
);

/** It was the office that sent it. */
export const wasReturned = deed(
  "(was|were|been|being) (sent|mailed|couriered|delivered|given|handed|posted) (back |)to you, vous (a|ont) été (envoyé|envoyés|remis|retourné|retournés|expédié|expédiés|rendu|rendus), back to you, vous avons (envoyé|retourné|remis)",

  "(was|were|been) (returned|sent back|mailed back), sent back, returned, have returned, retourné, retournés, renvoyé, renvoyés, avons (retourné|renvoyé)",
);

/** The office needs it. */
export const wanted = deed(
  "(request|requested|required) : (|original|your|valid), demande : , objet de la demande : ",
  "we (need|require|request|ask|are requesting|must have|are asking), (need|require|request|ask for|requesting|requires) (your|the) (original |valid |)(passport|passports), is (now |)(needed|required|requested), are (now |)(needed|required|requested), (has|have) to have, ask for, ask you for, must be, must have, need you to, required to, request for",
  "avons besoin, demandons, exigeons, est (maintenant |)(requis|nécessaire|exigé|demandé), sont (maintenant |)(requis|nécessaires|exigés|demandés), doit avoir, doivent être, doit être, (nous|vous) faut, pour demander, êtes (tenu|prié|invité)",
);

/** On its way to the person, of a card. */
export const mailed = deed(
  "dans le courrier, à la poste",

  "went (in|into) the (mail|post), (in|into) the letter box, mise au courrier, mis au courrier, mises au courrier, au courrier, remise au courrier, chez postes canada, confiée à la poste, a pris la route, been released, to canada post",

  "shipment, (the |)dispatch of, (the |)mailing of, left for, into the (mail|post), went out, set off, given to canada post, on the road, transferred to canada post, picked up by canada post, mailing date, is out, expédition, l envoi de, partie, parties, à la poste, confiée à postes canada, acheminée",

  "mailed, sent, shipped, posted, dispatched, couriered, in the (mail|post), on (its|the|their) way, in transit, gone out, left our, has left, have left, handed (over |)to canada post, delivered to canada post, with canada post, by canada post, en route, being mailed",
  "posté, postée, postées, envoyé, envoyée, envoyées, expédié, expédiée, expédiées, mise à la poste, mises à la poste, mis à la poste, en route, en chemin, en transit, par postes canada, remise à postes canada, est partie, a quitté, sont parties",
);

/** Mailed again and again, to nobody in particular. */
export const mailedOther = deed("sent you, envoyé (un|une|par), sent (a|an) (email|message|letter)");

/** To be had, of a document. */
export const available = deed(
  "up, online, accessible online, downloadable, out, delivered, sent, deposited, loaded, generated, en ligne, téléchargeable, chargée, générée, envoyée",

  "available, ready, accessible, can (now |)be, may (now |)be, awaits, await, awaiting, waiting, waits, uploaded, placed, put, added, posted, issued, stored, saved, released, attached, signed, contains, holds, will find, is in, are in, is now in, in your account, on your account, within the portal, found, completed",
  "disponible, disponibles, prête, prêt, prêtes, accessible, peut (maintenant |désormais |)être, peuvent (maintenant |)être, vous attend, attend, attendent, téléversée, téléversé, versée, versé, déposée, déposé, ajoutée, ajouté, émise, émis, délivrée, délivré, signée, signé, conservé, conservée, contient, trouverez, se trouve, se trouvent, joint, jointe, ci joint, ci jointe, enregistrée, publiée, transmise, créée",
);

/** What one does with a document that is there. */
export const fetch = deed(
  "fetch, save, pick up, grab, sauvegarder, enregistrez, enregistrer, aller chercher",

  "download, print, retrieve, access, view, open, get, collect, obtain, downloaded, printed, retrieved, viewed",
  "télécharger, téléchargez, téléchargée, téléchargé, imprimer, imprimez, imprimée, récupérer, récupérez, récupérée, récupéré, consulter, consultez, consultée, obtenir, obtenez, ouvrir, ouvrez, ouvert, ouverte, accéder",
);

/** Became true, of a status. */
export const granted = deed(
  "given, conferred, awarded, attribué, attribuée, conféré, conférée, donné, donnée, acceptée",

  "granted, confirmed, finalized, finalised, completed, approved, obtained, acquired, is complete, now complete, official, pleased to confirm, happy to confirm, (have|hold|now hold|now have|holds) (permanent|pr), you hold, you now hold, you now have, congratulations on, changed to",
  "accordé, accordée, octroyé, octroyée, confirmé, confirmée, finalisé, finalisée, obtenu, obtenue, acquis, acquise, plaisir de (vous |)confirmer, officielle, officiellement, félicitations pour, vous (avez|détenez|possédez) (maintenant|désormais|dès), avez dès aujourd hui, est passé",
);

/** Became one, of a resident. */
export const became = deed(
  "you became, you have become, ve become, you have officially become, have (now|officially) become, has become, are now, you are officially, you are now, re now, welcome, congratulations, changed to, on becoming, on being, as a new",
  "devenu, devenue, devenus, êtes (maintenant|désormais|officiellement), bienvenue, passé à, félicitations, nouveau statut",
);

/** Landed: a whole statement by itself. */
export const landed = deed(
  "landing is done, landing is behind you, you have landed, you landed, établissement est (fait|chose faite|terminé|complet|complété)",

  "were landed, have been landed, you are landed, landing (is|has been|was) (complete|completed|finalized|finalised|confirmed), officially landed, établissement (est|a été) (confirmé|terminé|finalisé)",
);

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
  "(acknowledgement|acknowledgment|confirmation) of receipt, aor, accusé de réception, thank you for applying, thanks for applying, merci d avoir (présenté|soumis) (une|votre) demande",
);

/** Something is there in the account. */
export const arrivedInAccount = deed(
  "you have, have mail, vous avez",

  "seen, viewed, opened, see, left, consultée, consulté, vu, laissé, apparaît, appears, figure",

  "new, waiting, waits, awaits, unread, uploaded, posted, added, available, received, placed, holds, contains, there is, read, view, sent you, has sent, have sent, sent to you, was sent, left you, issued, put, need to see, wrote",
  "nouveau, nouvel, nouvelle, nouvelles, trouve, trouvent, attend, attendent, non lu, non lue, téléversée, téléversé, ajoutée, ajouté, versée, versé, déposé, déposée, disponible, reçu, contient, lire, consulter, envoyé, publiée, publié, écrit, vous a été envoyé, vous a été envoyée",
);

export const wroteInAccount = deed(
  "(sent|written|left) you (a|an|another|one) (message|letter|notice|document|notification|note), vous (a|avons|ont) (envoyé|laissé|adressé|écrit|transmis) (un|une) (message|lettre|avis|document|note|notification)",

  "left you a message, left a message, laissé un message, laissé une lettre",

  "wrote to you, written to you, vous avons écrit, vous a écrit, sent you a message, sent you a letter, vous a envoyé un message, vous avons envoyé un message, you have received (correspondence|a message|a letter|a document|a notification), vous avez reçu (de la correspondance|un message|une lettre|un document|un avis)",
);

/** It is no longer what it was. */
export const changed = deed(
  "changed, a change, change in, changement, new, modified, moved, changé, modifié, modifiée, évolué",
);

export const updated = deed(
  "news about, news on, news regarding, there is news, there s news, developments",

  "updated, an update, update to, update available, something changed, has changed, mis à jour, mise à jour, a changé, du nouveau",
);

export const statusOf = thing("status, state, stage, progress, état, statut, étape");

/** Given, taken, wanted: of fingerprints. */
export const enrol = deed(
  "make, schedule, collection site, collection point, service canada, without, give your, must have, have to, asked for, point de collecte, faites prendre, devez, prenez, sans",

  "give, given, provide, provided, submit, need, needed, require, required, taken, take, collect, collected, collection, enrol, enroll, enrolment, enrollment, instruction, instructions, appointment, book, missing, expired, letter, due",
  "fournir, fournissez, donner, donnez, prélever, prélevées, prendre, prises, recueillies, recueillir, requises, nécessaires, collecte, instructions, rendez vous, manquent, échues, expirées, lettre, faire prendre",
);

/** Done, or wanted, of a medical examination. */
export const examine = deed(
  "mandatory, compulsory, exigé, exigée, obligatoire, demandé, demandée, prescrit",

  "have an, to have a, have a, take place, book one, soumettre, se soumettre, vous soumettre, effectuer, réaliser",

  "expire, expires, lapse, lapsed, a new one, call, contact, see, get, arrange, must have, appelez, appeler, communiquez, prenez, obtenir, expire, échoit, échu, expiré, refaites, devez",

  "undergo, complete, need, needed, need updated, require, required, take, book, schedule, arrange, repeat, repeated, redo, done, expired, instructions, attached, further, explain, have your, have to see, must see",
  "subir, passer, passez, refait, refaire, requis, nécessaire, faut, consulter, consultez, échus, expirés, instructions, ci joint, supplémentaire",
);

export const valid = deed("valid, valide, valides");

/** An answer to a question that was asked. */
export const responding = deed(
  "fait référence, répond, répondons, donnons suite, in answer, in response, answering, respond, responds",

  "wrote, written, sent, found, looked into, écrit, constaté, envoyé, vérifié",

  "submitted, used, using, utilisé, contacted, contacting, asked, response, reply, replying, regarding, thank, thanks, answer, answered, here is, with reference to, further to, you wrote, received, below, reviewed, concerning, about your, answers, was about, concerned, responded",
  "soumise, soumis, transmise, transmis, communiqué, réponse, répondons, posé, posée, merci, remercions, suite à, fait suite, voici, reçu, concernant, en réponse, au sujet de votre, portait sur, répond à",
);

export const contacting = deed(
  "contacting (us|ircc|immigration), writing to ircc, getting in touch, communiqué avec (nous|ircc|immigration), contacté ircc",
);

/** Not an answer, but an offer. */
export const offering = thing(
  "please, you can, you may, you could, questions use, contact us, to correct, to report, to tell, to notify, veuillez, vous pouvez, pour corriger, pour signaler, communiquez, utilisez",
);

export const filed = deed("transferred, please provide, veuillez fournir, transféré, transférée");
