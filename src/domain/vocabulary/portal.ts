/** What Portal 1 asks for, and what Portal 2 gives. */

import { deed, thing } from "../family.ts";

export const portalItself = thing(
  "portal, portail, landing, land in canada, établissement, confirm your permanent residence",
);
export const confirmResidence = thing(
  "(confirm|confirming|confirmation of|finalize|finalise|grant you) (your |)permanent (residence|resident status), (confirmer|confirmation de|finaliser|accorder) (votre |la |)résidence permanente",
);

export const temporaryPassword = deed(
  "(temporary|temp|one time|onetime|initial|replacement|first) (account |)password, password removed, password temporary, new temporary password",
  "mot de passe (temporaire|provisoire|initial|à usage unique|de remplacement), premier mot de passe",
);

export const signIn = deed(
  "user name, username, user id, userid, account name, account id, login, log in, logging in, logged in, log on, logon, log into, sign in, signing in, signed in, sign into, sign on, sign in name, sign in details",
  "nom d utilisateur, code d utilisateur, id d utilisateur, identifiant, identifiants, connecter, connectez, connecté, connexion, session, accédez à votre compte, accéder à votre compte",
  "(use|open|access|through|via|from|in) your (|pr |portal |ircc |secure |online |pr portal |confirmation |existing |own |current )account, utilis* votre compte, (dans|depuis) votre compte, à partir de votre compte, account :, compte :",
);

/** "The password is sent in a separate e-mail." */
export const elsewhere = thing(
  "(separate|second|another|different|next|later) (email|message), sent separately, autre (courriel|message), (deuxième|second|prochain) courriel, séparément",
);

/** With what one signs in. */
export const credentials = thing(
  "account, accounts, credentials, password, passwords, username, user name, user id, login, log in, sign in, sign in details, login details, access, profile",
  "compte, comptes, identifiant, identifiants, mot de passe, mots de passe, nom d utilisateur, renseignements de connexion, informations de connexion, accès, profil",
);

export const alreadyHave = deed(
  "existing, same, current, own, as usual, (you|that you) (already |currently |)(have|use|used|created|set up|applied), you ve already, used to apply, when you applied, linked to your",
  "existant, existants, même, propre, actuel, présent compte, d habitude, habituel, habituels, (que|dont|lequel) vous (avez|utilisez|aviez), vous (avez|possédez) déjà, vous avez (utilisé|créé|créés), déjà, au moment de (la|votre) demande",
);

export const noNewAccount = thing(
  "(no|not need a|not need any|without a) new (account|login|credentials|password), (pas besoin d un|aucun) (nouveau compte|nouvel identifiant|nouveau mot de passe)",
);

/** Given once more. */
export const givenAgain = deed(
  "reissued, reissuing, reissue, resent, resending, sent again, reset, regenerated, renewed, replaces, replaced, supersedes, superseded, expired, lapsed, no longer (works|work|valid|active), cancelled, canceled, deactivated, revoked, previous, old, earlier, former, prior, another, replacement, second, fresh, discard, instead, this new one, a new one was, new set of, new temporary",
  "réinitialisé, réinitialisée, réinitialisés, réémis, renvoyons, échu, échue, expiré, expirés, renouvelé, renouvelés, ancien, anciens, précédent, précédents, antérieur, antérieurs, remplacement, remplace, à la place, plus valide, fonctionne plus, deuxième, second, autre, nouveau mot de passe (temporaire|provisoire|à usage unique), un nouveau a été",
);

export const choosing = thing(
  "choose, create your, change, changed, change it, set your own, choisir, choisissez, créer votre, changer, changez, changé, modifier, modifiez",
);

/** Somebody of the family. */
const kin =
  "(spouse|husband|wife|partner|common law partner|child|son|daughter|dependant|dependent|family member|mother|father)";
const parent =
  "(époux|épouse|conjoint|conjointe|mari|femme|enfant|fils|fille|personne à charge|membre de votre famille|membre de la famille)";
export const forKin = deed(
  `(for|of|to|belongs to|belonging to) (your|the|a) (|accompanying |dependent |minor )${kin}`,
  `your (spouse s|husband s|wife s|partner s|child s|son s|daughter s|dependant s|family member s)`,
  `your ${kin} can, your ${kin} may, (his|her|their) (user name|username|temporary password|password|account)`,
  `(pour|de|à|d|au nom de) (|votre |l |un )${parent}, (pour|de|à) (|votre |l |un )enfant à charge, votre ${parent} peut, à ${parent}`,
);

export const opened = thing(
  "sign in details, login details, sign in information, access, details, renseignements de connexion, informations de connexion, renseignements d ouverture, coordonnées",

  "created, set up, opened, issued, meant, intended, belong, belongs, belonging, credentials, password, user name, username, user id, account, details, use the portal",
  "créé, créée, créés, ouvert, ouverte, destiné, destinés, destinée, identifiants, mot de passe, accès, nom d utilisateur, compte, appartient, utiliser le portail",
);

export const declaring = thing(
  "declare, declaring, declaration, confirm, confirming, tell us, let us know, inform us, tell, state, indicate, attest, certify, whether",
  "déclarer, déclarez, déclaration, confirmer, confirmez, confirmant, indiquer, indiquez, attester, attestez, préciser, précisez, dites nous",
);

export const presence = thing(
  "physically, physically present, present in, presence, présent au, présente au, présents au, présent, présence, physiquement",
);

export const inCanada = thing(
  "(in|inside|within|outside|outside of|to|leave|entered) canada, au canada, hors du canada, extérieur du canada, canada",
);

export const address = thing(
  "(mailing|postal|residential|current|home|canadian|street|civic|present|full) address, (|mailing |home |residential )address in canada, address where, address at which, residential, where you (now |)live, place of residence, your address, the address, an address, an address in, address",
  "adresse (postale|résidentielle|actuelle|domiciliaire|de résidence|civique|au canada|où), adresse, lieu de résidence, où vous (habitez|résidez|vivez)",
);

/** Where mail is sent that has no stamp. */
export const emailAddress = thing(
  "email address, email addresses, email (that|which|of|for), each email, which email, adresse courriel, adresses courriel, adresse de courriel, adresses de courriel, adresse électronique, adresses électroniques",
);

export const eyes = thing(
  "(eye|eyes) (color|colour), (color|colour) of (your |their |the |)eyes, (color|colour) are your eyes, eyes, couleur (des|de vos|de leurs|de ses) yeux, yeux",
);
export const height = thing("height, heights, how tall, taille, grandeur, stature, combien mesurez");
export const ordinal = thing(
  "first, last, initial, original, most recent, latest, recent, première, dernière, premier, dernier, plus récente, initiale, première fois, dernière fois",
);
export const entry = thing(
  "entry, entries, arrival, arrivals, entered, enter, arrived, arrive, came to canada, come to canada, time you came, landing, entrée, entrées, arrivée, arrivées, entré, arrivé, venue, venu",
);
export const entryDate = thing(
  "(date|dates) (and place |)of (your |)entry, (date|dates) (et lieu |)d entrée",
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
  "your (reply|response|answer) (is|remains) (still |)(needed|required|necessary|expected|outstanding), await your (reply|response|answer), votre réponse (est|demeure) (toujours |)(requise|nécessaire|attendue)",
);
