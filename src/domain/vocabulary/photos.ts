/** What becomes of a photo. */

import { deed, lookalike } from "../family.ts";

/** Sent back to the person, or refused. */
export const returned = deed(
  "reject, refuse, decline, rejeter, refuser, had to (reject|refuse|return), dû (rejeter|refuser|renvoyer|retourner)",

  "returning (your|the|this|that) (photo|photograph|picture|image), returning it to you, sending (your|the) (photo|photograph|picture|image) back, sending it back",

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

  "unacceptable, unsuitable, unusable, inadequate, noncompliant, defective, blurred, blurry, out of focus, overexposed, underexposed, pixelated, altered, edited, retouched, cropped, glare, shadow, shadows, reflection, reflections, hidden, covered, closed, smiling, coloured background, colored background, grey background, wrong (size|format|background), low resolution, resolution is too low, (picture|photo|photograph|scan) of a (paper |printed |)(photo|picture|photograph|print)",
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

/** Another one came in. */
export const cameNew = deed(
  "(received|got|have|for|approved|accepted) (the|your|this) (new|second|other|replacement|corrected|better|latest) (photo|photograph|picture|image), (new|second|replacement|corrected) (photo|photograph|picture|image) (was|has been|is|have) (received|accepted|approved|in|now|fine|arrived)",
  "(reçu|pour|de|accepté|approuvé) (la|votre|cette) (nouvelle|deuxième|seconde) (photo|image), nouvelle (photo|image) (a|est|nous) (été|est|bien|a) (reçue|acceptée|approuvée|été|parvenue|arrivée)",
);

/** No more is wanted. */
export const noneWanted = deed(
  "(do not|don't) (need|have) to (upload|submit|send|provide) (another|a new|a different|it again), need not (upload|submit|send|provide) (another|a new|it again), no (new|other|further) (photo|picture) is (needed|required|wanted), (officer|we) (has|have) (now |)accepted (it|your photo)",
  "(n avez|ne devez) pas (besoin de|à) (téléverser|fournir|envoyer|soumettre) (une autre|une nouvelle|d autre), aucune (autre|nouvelle) photo (n est|n)",
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
