/** What becomes of a card, an eCoPR, and of the status they prove. */

import { deed, thing } from "../family.ts";

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

/** On its way: of what was named before. */
export const mailedIt = deed(
  "(mailed|shipped|posted|couriered) it (again|today|on|this|out|back|to), it (was|has been) (mailed|shipped|posted) (again|today|on|this|out|to), it was sent to you (by|on|via)",
  "avons (postée|expédiée) (de nouveau|aujourd|le|à), elle a été (de nouveau |)(postée|expédiée)",
);

/** To be had, of a document. */
export const available = deed(
  "enclosed, is there, are there, is here, are here, has arrived, have arrived, est arrivée, est ici, est là, s y trouve, y est, up, online, accessible online, downloadable, out, delivered, sent, deposited, loaded, generated, en ligne, téléchargeable, chargée, générée, envoyée",

  "available, ready, accessible, can (now |)be, may (now |)be, awaits, await, awaiting, waiting, waits, uploaded, placed, put, added, posted, issued, stored, saved, released, attached, signed, contains, holds, will find, is in, are in, is now in, in your account, on your account, within the portal, found, completed",
  "(offerte|offert|proposée|mise|laissée|prêtes) (|à vous |pour vous |en ligne |maintenant )(au téléchargement|en téléchargement|pour téléchargement|à disposition|à votre disposition), est en téléchargement, (est|être) offerte (dans|sur), peut se télécharger, se télécharge, is on offer, can be had, is yours to (download|print|keep|view)",
  "disponible, disponibles, prête, prêt, prêtes, accessible, peut (maintenant |désormais |)être, peuvent (maintenant |)être, vous attend, attend, attendent, téléversée, téléversé, versée, versé, déposée, déposé, ajoutée, ajouté, émise, émis, délivrée, délivré, signée, signé, conservé, conservée, contient, trouverez, se trouve, se trouvent, joint, jointe, ci joint, ci jointe, enregistrée, publiée, publié, transmise, créée",
);

/** What one does with a document that is there. */
export const fetch = deed(
  "fetch, save, pick up, grab, sauvegarder, enregistrez, enregistrer, aller chercher",
  "download, print, retrieve, collect, downloaded, printed, retrieved, télécharger, téléchargez, téléchargée, téléchargé, imprimer, imprimez, imprimée, récupérer, récupérez, récupérée, récupéré",
);

/** What one does with a document on paper. */
export const sign = deed(
  "sign (it|both|and|the|them|your), date and sign, sign by hand, dated and signed, signez, signer, signe, datez, dater",
);

/** What one does with a document, and with a page as well. */
export const open = deed(
  "access, view, open, get, obtain, viewed, consulter, consultez, consultée, obtenir, obtenez, ouvrir, ouvrez, ouvert, ouverte, accéder",
);

/** It is there: of a document that was named before. */
export const itIsThere = deed(
  "(it|they) (is|are|was|were|has been|have been) (|now |also )(available|ready|accessible|issued|uploaded|placed|added|released|in your account|in the portal)",
  "(it|they) (can|may) (|now |only )be (downloaded|printed|retrieved|accessed), (it|they) (sits|sit|waits|wait|awaits|await)",
  "elle (est|a été) (|maintenant |désormais )(disponible|prête|accessible|délivrée|émise|téléversée|versée|déposée|ajoutée|publiée), elle (se trouve|vous attend), elle (peut|pourrait) (|maintenant )être (téléchargée|imprimée|consultée|récupérée)",
);

/** One that was issued before, to somebody who is still to come. */
export const expiring = deed(
  "can no longer be (downloaded|printed|retrieved|accessed|viewed), no longer (available|accessible|in your account), (ne peut|n est) plus (être|disponible|accessible|dans votre compte), could (|still |only )(download|print|retrieve|get|access|collect), (is|was|are) (now |)over, has ended, have ended, pouviez (|encore )(télécharger|imprimer|consulter), est (terminée|écoulée|révolue), a pris fin",
  "expires, expire, expired, (before|until) (it|they) expires, expirera, expiré, expirée, arrive à échéance",
);

/** The person shows it to somebody. */
export const handedIn = deed(
  "(sending|sent) (us |)(a|the|your) copy of, copy of your (signed|printed), (envoyé|transmis|fourni) (une|la) copie de, (together|along) with (a|the|your) copy, accompagnée d une copie, avec (une|la) copie,",
  "(need|needs|want|require|requires|request) (|a |the |your )(copy|copies|copr|ecopr|confirmation), besoin (d une |de la |de votre )(copie|crp|crpe|confirmation)",
  "(show|bring|provide|submit|present|upload|attach|include|send) (|us )(your|the|a|an|proof|copy|copies)",
  "(montrer|montrez|apporter|apportez|fournir|fournissez|soumettre|soumettez|présenter|présentez|téléverser|téléversez|joindre|joignez|envoyer|envoyez) (votre|vos|la|le|une|un|copie)",
);

/** Became true, of a status. */
export const granted = deed(
  "given, conferred, awarded",

  "granted, confirmed, finalized, finalised, completed, approved, obtained, acquired, is complete, now complete, official, (have|hold|now hold|now have|holds) (permanent|pr), you hold, you now hold, you now have, congratulations on, changed to",
  "(été|est|avons|a|ont|maintenant|désormais|officiellement|permanent|statut|statut :) (accordé|octroyé|confirmé|finalisé|attribué|conféré|donné), (avons|a) (bien |)(attribué|conféré|donné|accordé|octroyé|confirmé|finalisé)",
  "attribuée, conférée, donnée, acceptée, accordée, octroyée, confirmée, finalisée, obtenu, obtenue, acquis, acquise, officielle, officiellement, félicitations pour, vous (avez|détenez|possédez) (maintenant|désormais|dès), avez dès aujourd hui, est passé",
);

/** No more, of a status. */
export const givenUp = thing(
  "given up, gave up, give up, renounced, renounce, renunciation, loss of, lost your, revocation, renonciation, renoncé, renoncer, perte (de|du), perdu (votre|le)",
);

/** Nothing but that a status may be had. */
export const eligible = thing(
  "eligib*, admissib*, inadmissib*, in principle, en principe, de principe, provisional, provisionally, provisoire",
);

/** Laid where the person finds it, of a document: done, and not only to be had. */
export const laidDown = deed(
  "(has|have) (now |just |)been (issued|placed|uploaded|deposited|added|posted|released|loaded|published|put), (was|were) (issued|placed|uploaded|deposited|added|posted|released|loaded|published|put), (have|ve) (now |just |)(issued|placed|uploaded|deposited|added|posted|released|loaded|published|put)",
  "sits, is (now |)in your, is (now |)in the, is (now |)on your, are (now |)in your, is (now |)there, is (now |)up",
  "(a|ont) (bien |)été (délivrée|émise|versée|déposée|ajoutée|téléversée|publiée|placée|mise), (vient|viennent) d être (délivrée|émise|versée|déposée|ajoutée|téléversée|publiée|placée|mise), (avons|a) (bien |)(délivré|émis|versé|déposé|ajouté|téléversé|publié|placé), se trouve, vous attend",
);

/** Given to the reader, of a document. */
export const givenToYou = deed(
  "(has|have) (now |just |)been (issued|made available|released|delivered) to you, (was|were|is|are) (now |)(issued|made available|released|delivered) to you, (we|officer|ircc) (have |has |ve |)(now |just |)(issued|released) (your|you), you (can|may) (now|as of today) (get|have|see|open|view|download|print|access|retrieve), you (can|may) (get|see|open|view|download|print|access|retrieve) (it |your ecopr |the ecopr )now",
  "vous (a|ont) (bien |)été (délivrée|émise|remise|transmise), vous (avons|a) (délivré|émis|remis), vous pouvez (maintenant|désormais|dès maintenant|dès aujourd hui) (obtenir|voir|ouvrir|consulter|télécharger|imprimer|récupérer)",
);

/** On this very day. */
export const today = deed(
  "today, this morning, this afternoon, as of now, effective (today|immediately), aujourd hui, ce matin, cet après midi, dès maintenant",
);

/** Told gladly, of a status; of a reply as well. */
export const gladly = deed(
  "(pleased|happy|glad|delighted) to confirm, plaisir de (vous |)confirmer, heureux de (vous |)confirmer",
);

/** What the account then reads. */
export const approved = deed("approved, approuvé, approuvée, acceptée, accepté");

/** The eCoPR by half of its name. */
export const confirmation = thing(
  "confirmation (document|documents|pdf|certificate), document de confirmation, documents de confirmation",
);

/** Became one, of a resident. */
export const became = deed(
  "you became, you have become, ve become, you have officially become, have (now|officially) become, has become, are now, you are officially, you are now, re now, welcome, congratulations, changed to, on becoming, on being, as a new",
  "devenu, devenue, devenus, êtes (maintenant|désormais|officiellement), bienvenue, passé à, félicitations, nouveau statut",
);

/** Landed: a whole statement by itself. */
export const landed = deed(
  "you (are|re) (now |officially |)a pr (as|since|now|today|effective), you (are|re) (now |)prs, you (are|re) (now |)(a permanent resident|permanent residents) (as of|since|today|effective)",
  "(have|has|ve) landed you, landed you (today|on|electronically|virtually),",
  "landing is done, landing is behind you, you have landed, you landed, établissement est (fait|chose faite|terminé|complet|complété)",

  "were landed, have been landed, you are landed, landing (is|has been|was) (complete|completed|finalized|finalised|confirmed), officially landed, établissement (est|a été) (confirmé|terminé|finalisé)",
);

/** Taken back, or wrong, of a document that was there. */
export const withdrawn = deed(
  "do not use (the|this|that|it), (has|have|with) (a wrong|an incorrect|the wrong), n utilisez pas (la|cette|ce),",
  "put on hold, placed on hold, on hold, was suspended, is suspended, mise en attente, mise en suspens, suspendue,",
  "(was|is|were|has been|have been|being) (issued in error|issued by mistake|cancelled|canceled|revoked|withdrawn|voided|void|invalidated), (is|are) (now |)(void|invalid), in error, by mistake, (we|ircc) (have |has |)(cancelled|canceled|revoked|withdrawn|voided|withdrew), (found|noticed|discovered|identified|spotted|made) (a|an|some) (mistake|error|errors|mistakes), contains (a|an|some) (mistake|error|errors|mistakes), do not use it, please return it, must be returned",
  "(a été|est|ont été) (annulée|annulé|révoquée|révoqué|invalidée|retirée), n est plus valide, (avons|avoir|a) (annulé|révoqué|retiré|invalidé), par erreur, contient (une|des) (erreur|erreurs), (relevé|constaté|trouvé|remarqué|décelé) (une|des) (erreur|erreurs)",
);

/** Not there, as of this letter. */
export const notYet = deed(
  "(is|are|was|were) (still |)not (yet |)(issued|signed|available|ready|finalized|finalised|there), (is|are) not (available|ready|there|issued) (yet|so far|at this time|at present|now|to date), (has|have) (still |)not (yet |)been (issued|signed|prepared|released|created|made|approved|finalized|uploaded), (has|have) yet to be (issued|signed|prepared|released), not yet (available|ready|issued|signed|there|been), hasn't (yet |)been (issued|signed|prepared|released|uploaded), (isn't|aren't) (yet |)(available|ready|there|issued), (did|have|has) not (yet |)(issue|issued) (it|one|your|any|the), cannot (yet |)(issue|be issued), (is|are) (now |)(delayed|postponed), no (ecopr|copr|confirmation) (is|was|has been|exists), (no|any) (ecopr|copr) (for you |)yet",
  "(n est|ne sont) pas (|encore )(disponible|prête|délivrée|émise|signée|disponibles|prêtes), (n a|n ont) (pas |)(|encore )(pas |)été (délivrée|émise|signée|versée|préparée|déposée|approuvée|téléversée), pas encore (disponible|prête|délivrée|émise|signée|été), (n avons|n a) pas encore (délivré|émis|signé), (est|sont) (retardée|retardées|reportée|reportées), aucune (crpe|crp|confirmation) (n|pour)",
);

/** The same, of a document that was named before: nothing but that may be meant. */
export const itIsNotYet = deed(
  "(it|yours|one) (is|was) (still |)not (yet |)(issued|signed|available|ready|there), (it|yours|one) has (still |)not (yet |)been (issued|signed|prepared|released|made), (it|yours) (has yet|is yet) to be, you (do not|don't) have (one|yours) yet, you do not yet have (one|it), (it|yours) (isn't|hasn't) (yet |)(available|ready|issued|been), (it|yours) is (still |)being (prepared|reviewed)",
  "(elle|la vôtre|celle ci) (n est|n a) pas (encore |)(été |)(disponible|prête|délivrée|émise|signée), elle ne l est pas, n en avez pas encore",
);

/** By no name of its own. */
export const itself = thing("document, pdf, file, it, fichier, la");

/** Came back to the sender. */
export const cameBack = deed(
  "returned, undeliverable, undelivered, sent back, came back, come back, not be delivered, not delivered, could not deliver, unclaimed, retournée, renvoyée, non livrée, non distribuable, non réclamée, revenue, pu être livrée, pas être livrée",
);
