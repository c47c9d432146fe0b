/** What Portal 1 asks for, and what Portal 2 gives. */

import { deed, thing } from "../family.ts";
import { namesOfPortals } from "./portal-names.ts";

export const portalItself = thing(
  ...namesOfPortals,
  "portal, portail, prson srpel, landing, land in canada, établissement, confirm your permanent residence",
);
export const confirmResidence = thing(
  "(confirm|confirming|confirmation of|finalize|finalise|grant you) (your |)permanent (residence|resident status), (confirmer|confirmation de|finaliser|accorder) (votre |la |)résidence permanente",
);

export const temporaryPassword = deed(
  "(temporary|temp|one time|onetime|initial|replacement|first|provisional|interim|starting) (account |)(password|passcode), password removed, password temporary, password for the first, password to start, new temporary password",
  "mot de passe (temporaire|provisoire|initial|à usage unique|de remplacement|pour la première|de départ), premier mot de passe",
);

export const signIn = deed(
  "user name, username, user id, userid, account name, account id, login, log in, logging in, logged in, log on, logon, log into, sign in, signing in, signed in, sign into, sign on, sign in name, sign in details",
  "nom d utilisateur, code d utilisateur, id d utilisateur, identifiant, identifiants, connecter, connectez, connecté, connexion, session, accédez à votre compte, accéder à votre compte",
  "(use|open|access|through|via|from|in) your (|pr |portal |ircc |secure |online |pr portal |permanent residence portal |confirmation |existing |own |current )account, utilis* votre compte, (dans|depuis) votre compte, à partir de votre compte, account :, compte :, user :, usager :, utilisateur :, (go|return|log on|head) to your (pr |portal |ircc |pr portal |permanent residence portal |permanent residence )account",
);

/** "The password is sent in a separate e-mail." */
export const elsewhere = thing(
  "(separate|second|another|different|next|later) (email|message), separately, (courriel|message) (distinct|séparé), envoi (distinct|séparé), autre (courriel|message), (deuxième|second|prochain) courriel, séparément",
  "expect (an|a|the) (email|message|letter), (an|the) (email|message) (with|that contains|that will contain|containing), your inbox, (is|are) going to be sent, (attendez|surveillez), (un|le) (courriel|message) (contenant|avec|qui contient), boîte de réception",
);

/** It comes some day, and not with this letter. */
export const onItsWay = deed(
  "(will|should|ll) (|then |soon )(reach you|arrive|follow|come|be sent|be emailed|be given), (vous|te) (parviendra|parviendront|sera envoyé|seront envoyés|sera transmis|seront transmis), suivra, suivront",
);

/** What is sent apart from the rest, for safety. */
export const anyPassword = thing("password, passcode, mot de passe");

/** With what one signs in. */
export const credentials = thing(
  "account, accounts, credentials, password, passwords, username, user name, user id, login, log in, sign in, sign in details, login details, access, profile",
  "compte, comptes, identifiant, identifiants, mot de passe, mots de passe, nom d utilisateur, renseignements de connexion, informations de connexion, accès, profil",
);

export const alreadyHave = deed(
  "already (hold|own|possess|opened|registered|signed up), no other account, (registered|signed up) (with|when|earlier|before), détenez déjà, disposez déjà, déjà (ouvert|inscrit|inscrite), servi à présenter",
  "existing, same, current, own, as usual, your usual, usual (account|password|user name|credentials|login), (you|that you) (already |currently |)(have|use|used|created|set up|applied), you ve already, used to apply, when you applied, linked to your",
  "existant, existants, même, propre, actuel, présent compte, d habitude, habituel, habituels, (que|dont|lequel) vous (avez|utilisez|aviez), vous (avez|possédez) déjà, vous avez (utilisé|créé|créés), déjà, au moment de (la|votre) demande",
);

/** The account is not named where the way to it is. */
export const appliedThere = thing(
  "(one|account|portal) (that |)you applied (in|with|through|from)",
  "used the (|ircc )(pr|permanent residence) portal, (applied|application|apply) (online |)(through|in|with|via|using) the (|ircc )(pr|permanent residence) portal, (account|portal) (with|in|through) which you, in that account, that same account, go back to your, return to your",
  "(demande|présentée) (au moyen du|dans le|par le|via le) portail (rp|de rp|de résidence|de la résidence), compte (avec|dans|par) lequel, dans ce compte, ce même compte",
);

export const noNewAccount = thing(
  "(will not|won't) (send|issue|create|receive|get|be sent) (|you )(|a |any )(|new |other )(credentials|account|password), no (|new |other |further )(credentials|password|account) (are|is|will be) (sent|issued|needed|required|created)",
  "(enverrons|recevrez|créerons) (pas|aucun) (|de |d )(|nouveau |nouveaux )(identifiants|identifiant|compte)",
  "(no|not need a|not need any|without a) new (account|login|credentials|password), (pas besoin d un|aucun) (nouveau compte|nouvel identifiant|nouveau mot de passe)",
);

/** Given once more, or no longer good. */
export const givenAgain = deed(
  "reissued, reissuing, reissue, resent, resending, sent again, (is|was|are|were|been|being) reset, have reset, ve reset, we reset, has reset, reset the, reset of, regenerated, renewed, replaces, replaced, supersedes, superseded, replacement, invalid, void, expired, lapsed, ran out, run out, out of date, no longer (works|work|valid|active|usable|accepted|be used), did not work, cancelled, canceled, deactivated, disabled, revoked, blocked, discard, (this|these|new|another) (|one |ones |password |passcode |credentials )instead, second set, new set of, sent a second time, a second time",
  "réinitialisé, réinitialisée, réinitialisés, réinitialisation, réémis, réémission, renvoyons, envoyés de nouveau, échu, échue, échus, (est|a|sont|ont|étant|était|étaient|déjà) (expiré|expirés), périmé, périmés, (ne|n) (fonctionne|fonctionnent|peut|peuvent|permet|permettent) (plus|pas), (n est|ne sont) (plus|pas) (le bon|la bonne|les bons|bon|bons|valide|valides|valable|valables|actif|actifs|utilisable|utilisables|accepté|acceptés|en vigueur|correct|corrects|reconnu|reconnus), ne sont plus, annulé, annulés, désactivé, renouvelé, renouvelés, remplacement, remplace, remplacent, remplacé, remplacés, (celui ci|ceux ci|mot de passe|identifiants|un autre|d autres|un nouveau|de nouveaux|ces derniers) à la place, n est plus, plus valide, plus valides, (fonctionne|fonctionnent|fonctionnait) (pas|plus), (une|la) (deuxième|seconde) fois",
);

export const giving = deed(
  "send, sending, sent, give, giving, issue, issuing, provide, providing, resending, envoyer, envoyons, transmettons, donnons, communiquons",
);

/** Those that were given before. */
export const oldOnes = deed(
  "(previous|old|earlier|former|prior|expired|outdated|last) (temporary |)(password|passwords|passcode|credentials|one|ones|login|information|details), (one|ones|password|credentials) (we |that we |)(sent|gave|issued|provided) (you |)(before|earlier|previously|on|in), (ignore|disregard|discard|delete|do not use) (the|our|any|that) (|previous |earlier |first |last |former |prior )(message|email|letter|credentials|password|details|information), the (correct|right) (ones|one|password) (is|are), (replaces|supersedes|cancels) (the|our|any) (previous|earlier|first|last|former|prior)",
  "ancien mot de passe, anciens identifiants, l ancien, les anciens, les précédents, le précédent, (mot de passe|identifiants) (précédent|précédents|antérieur|antérieurs), (ignorez|ne tenez pas compte de|ne tenez pas compte du|ne tenez pas compte des|supprimez) (|le |les |notre |du |de notre )(message|courriel|identifiants|mot de passe)",
);

/** Another password than one before. */
export const newOnes = deed(
  "(second|fresh|replacement|another|a different) (temporary |one time |)(password|passcode|one|set), new temporary (password|passcode), (a|the) new (one|password) (was|is|has been), (generated|issued|created|made|prepared) (a|an|another|you a|you another) (new|fresh|another|one), another one for you, new password is, password is now, password is (also |)new, this new one, this new password, is the new one, use the new one, here is a new, is the (right|correct) (one|password), are the (right|correct) (ones|credentials)",
  "(second|deuxième|autre) mot de passe, mot de passe (temporaire |)est (maintenant|désormais), nouveau mot de passe (temporaire|provisoire|à usage unique|est|:|a été|vous), un nouveau (a été|est|vous), en (envoyons|envoyer|émettons|créons) un (nouveau|autre), voici (le|un) (nouveau|bon), voici les bons",
);

/** The first ones were never used. */
export const unused = deed(
  "(not|never) (yet |)(signed in|logged in|signed on|used|been used|opened|accessed|activated), did not (sign in|log in|use), (cannot|could not|can't|couldn't|unable to|not able to) (sign in|log in|access|get into|open), never used, trouble signing in, locked out, forgot your password, forgotten your password, lost your password",
  "(jamais|pas) (encore |)(connecté|utilisé|utilisés|ouvert|servi), pas été utilisé, jamais été utilisé, (ne|n) (pouvez|pouviez|arrivez|arriviez) pas, oublié votre mot de passe, perdu votre mot de passe, à votre demande",
);

/** A word for a password that the person makes up. */
export const choosing = thing(
  "choose, create your, create a, change, changed, change it, set your own, set a new, pick, choisir, choisissez, créer votre, créer un, changer, changez, changé, modifier, modifiez",
);

export const opened = thing(
  "sign in details, login details, sign in information, access, details, renseignements de connexion, informations de connexion, renseignements d ouverture, coordonnées",

  "assigned, allocated, attribué, attribués, login, created, set up, opened, issued, meant, intended, belong, belongs, belonging, credentials, password, user name, username, user id, account, details, use the portal",
  "créé, créée, créés, ouvert, ouverte, destiné, destinés, destinée, identifiants, mot de passe, accès, nom d utilisateur, compte, appartient, utiliser le portail",
);

export const declaring = thing(
  "asked if you (are|re), asked whether, demandera si vous, demandé si vous",
  "declare, declaring, declaration, confirm, confirming, tell us, let us know, inform us, tell, state, indicate, attest, certify, whether",
  "déclarer, déclarez, déclaration, confirmer, confirmez, confirmant, indiquer, indiquez, attester, attestez, préciser, précisez, dites nous",
);

export const presence = thing(
  "physically, physically present, present in, presence, présent au, présente au, présents au, présent, présence, physiquement",
);

/** What is declared. */
export const presenceItself = thing("(your|the) presence, votre présence, la présence");

/** Of presence, where it is named among the others and nothing more is said of it. */
export const declarationAlone = thing("declaration, declarations, déclaration, déclarations");

export const inCanada = thing(
  "(in|inside|within|outside|outside of|to|leave|entered) canada, au canada, hors du canada, extérieur du canada, canada",
);

/** A person, and not where mail is sent. */
export const within = thing(
  "(in|inside|within|outside|outside of|physically in|leave) canada, physically, physically present, presence, au canada, hors du canada, extérieur du canada, présence, physiquement",
);

/** What is done with a task of the portal. */
export const doing = deed(
  "upload, uploading, add, adding, submit, submitting, provide, providing, give, giving, enter, entering, confirm, confirming, update, updating, verify, check, complete, completing, fill in, fill out, supply, attach, indicate, tell us, declare, declaring, declaration, state whether, attest, certify, answer, photo (is|are) needed, need, follow, tasks, steps, task, step",
  "téléverser, téléversez, ajouter, ajoutez, soumettre, soumettez, fournir, fournissez, donner, donnez, entrer, entrez, inscrire, inscrivez, confirmer, confirmez, vérifier, vérifiez, mettre à jour, mettez à jour, remplir, remplissez, joindre, joignez, indiquer, indiquez, déclarer, déclarez, déclaration, attester, attestez, préciser, précisez, répondre, répondez, étapes, tâches",
);

/** What is still to be done, before there is an eCoPR. */
export const finishing = thing(
  "(remaining|outstanding|last|final|next|following|three|open) (steps|step|tasks|task), complete (the|your|all|these|pr|three|3), finish (the|your|all|these), what is left to do, steps (that are |)(left|open|remaining)",
  "(étapes|tâches) (restantes|suivantes|qui restent), (dernières|trois|prochaines|autres) (étapes|tâches), dernière étape, terminer (les|vos|votre|la), terminez (les|vos|votre|la), complétez (les|vos|votre|la), reste à faire",
);

/** A task of the portal by its name, or by what it is for. */
export const taskOf = thing("task, tasks, action, to do item, step, tâche, tâches, action, étape");
export const confirmingPr = thing(
  "confirm (|your |my |the )(pr|permanent (residence|residency|resident status)|landing), (pr|permanent residence|landing) confirmation, confirmation of (your |)permanent residence",
  "confirmer (|la |votre )(rp|résidence permanente), confirmation de (la |votre |)(rp|résidence permanente)",
);
export const waits = deed(
  "new (task|action|step), waiting, waits, awaits, pending, open, to do, to be done, outstanding, assigned, added, appears, available, due, required, there is (a|an|one), have (a|an|one), complete the, finish the, start the",
  "(nouvelle|nouvel) (tâche|étape|action), attend, à faire, ajoutée, en attente, requise, apparaît, à terminer, (il y a|avez) une",
);

/** There was no account before. */
export const created = deed(
  "(is|are) (now |)ready (|for use|to use), (est|sont) (maintenant |désormais |)(prêt|prêts)",

  "(was|were|is|has been|have been|been|we|now) (created|set up|opened|made|activated|registered), have (created|set up|opened|made), (créé|ouvert|activé|créés)",
);

/** A place on the screen, by its name. */
export const screen = thing(
  "tab, section, page, menu, button, field, heading, titled, entitled, called, named, labelled, labeled, option, step, steps, task, tasks, question, questions, onglet, rubrique, section, page, menu, bouton, champ, intitulé, intitulée, appelé, appelée, option, étape, étapes, tâche, tâches",
);

export const address = thing(
  "where (to|should we|we should) (send|mail) (your|the) (|pr )card, où (envoyer|poster|expédier) (votre|la) carte",
  "(mailing|postal|residential|current|home|canadian|street|civic|present|full) address, (|mailing |home |residential )address in canada, address where, address at which, residential, where you (now |)live, place of residence, your address, the address, an address, an address in, address",
  "adresse (postale|résidentielle|actuelle|domiciliaire|de résidence|civique|au canada|où), adresse, lieu de résidence, où vous (habitez|résidez|vivez)",
);

/** Where somebody will live, which says of nobody where they are. */
export const addressThere = thing(
  "address in canada, address (that |)you (intend to|will|plan to|are going to) (use|have|live at) in canada, use in canada, adresse au canada, adresse (que vous|où vous) (utiliserez|habiterez|vivrez) au canada",
);

/** Where mail is sent that has no stamp. */
export const emailAddress = thing(
  "email address, email addresses, email (that|which|of|for), each email, which email, adresse courriel, adresses courriel, adresse de courriel, adresses de courriel, adresse électronique, adresses électroniques",
);

export const eyes = thing(
  "(eye|eyes) (color|colour|colors|colours), (color|colour|colors|colours) of (your |their |the |)eyes, (color|colour) are your eyes, eyes, couleur (des|de vos|de leurs|de ses) yeux, yeux",
);
export const height = thing("height, heights, how tall, taille, grandeur, stature, combien mesurez");
export const ordinal = thing(
  "first, last, initial, original, most recent, latest, recent, première, dernière, premier, dernier, plus récente, initiale, première fois, dernière fois",
);
export const entry = thing(
  "entry, entries, arrival, arrivals, entered, enter, arrived, arrive, came to canada, come to canada, time you came, landing, entrée, entrées, arrivée, arrivées, entré, arrivé, venue, venu",
);
export const entryDate = thing(
  "(date|dates) (and place |and port |)of (your |their |)(entry|entries|arrival), (entry|arrival) (date|dates), (date|dates) (et lieu |)d entrée",
);
export const uci = thing(
  "uci, iuc, unique client identifier, client id, client number, identificateur unique, numéro de client",
);
export const personName = thing(
  "(full|family|given|first|last|complete|legal) (name|names), surname, surnames, your name, name, names, nom complet, nom de famille, nom et prénom, noms et prénoms, prénom, prénoms, nom légal, nom, noms",
);

/** Asks to write back. */
export const reply = deed(
  "reply, replying, respond, responding, answer, answering, write back, email us, e mail us, mail us, send (us |it |them |this |)back, get back to us, return email, by return, hear from you, in your (reply|response|answer), return it, return them, hit reply",
  "répondre, répondez, répondant, en retour, retour de courriel, faites les nous parvenir, faites nous parvenir, nous faire parvenir, renvoyer, renvoyez, retourner, retournez, dans votre réponse, nous le retourner, écrivez nous, écrire en retour, en réponse",
);

export const thisMessage = thing(
  "this (email|message|letter|mail|address), the (address|sender|following|questions|form|table|list), these questions, with, by, to us, us, back, ce (courriel|message), cette (lettre|adresse), présent courriel, présent message, expéditeur, adresse, courriel, questions, en, avec, par, nous, précisant, indiquant",
);

export const giveUs = deed(
  "provide, send, confirm, give us, give, supply, complete, fill in, fill out, need, require, indicate, include, tell us, email us",
  "fournir, fournissez, envoyer, envoyez, envoyez nous, transmettre, transmettez, indiquer, indiquez, confirmer, communiquer, remplir, remplissez, compléter, complétez, avons besoin, préciser, précisez, donnez",
);

export const following = thing(
  "the following, following, below, these (details|facts|questions|particulars), (all |)the (information|details|particulars|data|facts), this information, these particulars, some facts, details listed, particulars, listed here, table, facts, and give us, information from you",
  "suivant, suivants, suivante, suivantes, ci dessous, ci après, les renseignements, ces renseignements, certains renseignements, les informations, ces informations, tableau, ce qui suit, éléments",
);

export const answerWanted = thing(
  "(need|await|awaiting|require|get|have|receive) your (reply|response|answer), your (reply|response|answer) to this, (in|as) (an|a) (reply|response|answer) to this, hear from you, your (reply|response|answer) (is|remains) (still |)(needed|required|necessary|expected|outstanding), (attendons|avons besoin de|recevoir) votre réponse, votre réponse (à ce|est|demeure) (toujours |)(requise|nécessaire|attendue)",
);
