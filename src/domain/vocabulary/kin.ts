/** Members of the family, and what is theirs. */

import { deed, thing } from "../family.ts";

/** Somebody of the family. */
const kinWords =
  "spouse|husband|wife|partner|common law partner|child|son|daughter|dependant|dependent|family member|member of your family|mother|father";
const kin = `(${kinWords})`;
const parentWords =
  "époux|épouse|conjoint|conjointe|mari|femme|enfant|fils|fille|personne à charge|membre de votre famille|membre de la famille";
const parent = `(${parentWords})`;
export const forKin = deed(
  `(for|of|to|belongs to|belonging to) (your|the|a) (|accompanying |dependent |minor |adult )${kin}, (for|of) this ${kin}, (for|of) (accompanying|dependent|minor|adult) ${kin}`,
  `your (spouse s|husband s|wife s|partner s|child s|son s|daughter s|dependant s|family member s)`,
  `your ${kin} can, your ${kin} may, (his|her|their) (user name|username|temporary password|password|account)`,
  `(pour|de|du|à|d|au nom de) (|votre |l |un |une |le |la )${parent}, pour (ce|cette) ${parent}, (pour|de|à) (|votre |l |un )enfant à charge, votre ${parent} peut, à ${parent}`,
);

/** Credentials headed by whose they are: "Credentials for family member: …", "Dependant: …". */
export const headed = deed(
  `(credentials|account|login|access|identification) (for|of) (|your |the |a )(|accompanying |dependent |minor |adult )${kin}`,
  `${kin} :, (name of the |)${kin} name :`,
  `(identifiants|compte|accès|renseignements) (pour|de|du|d) (|la |le |l |un |une |votre )${parent}, ${parent} :, nom (de la |du |de l )${parent} :`,
);

/** Somebody of the family, in a subject. */
export const named = thing(`${kin}, ${parent}`);

/** Whom a letter is for: "This message is for your spouse". */
export const meantFor = deed(
  "(message|email|letter|information|notice) is (|meant |intended |only )for, (message|email|letter) concerns, (message|courriel|avis) (est destiné|s adresse) (à|au), (message|courriel|avis) (concerne|vise), (lettre|information) est destinée (à|au)",
);

/** Whom the credentials are for that stand below. */
export const followingFor = deed(
  "(following|this|what follows) is (|meant |intended |only )for your, (ce qui suit|suite) (est destiné|s adresse|est pour)",
);

/** An account that is somebody else's: "she needs her own". */
export const kinsOwn = deed(
  `(he|she|they) (needs|need|must have|has to have|have to have|must use) (his|her|their) own (account|access|credentials|password|login)`,
  "(compte|accès) (distinct|séparé|à part|propre) (lui|leur) (a été|est), (compte|accès) (lui|leur) (a été|est) (créé|ouvert|réservé), (un|une) (compte|accès) (a été|est) (créé|ouvert) à (son|leur) nom",
  `(il|elle) (a besoin de|doit avoir|doit utiliser|lui faut) (son propre|ses propres) (compte|accès|identifiants)`,
);

/** Whose account it is, without "for". */
export const kinNamed = deed(
  `your (|accompanying |dependent |minor |adult )${kin}, a member of your family`,
  `votre ${parent}, un membre de votre famille`,
);

/** Another letter goes to them. */
export const kinLater = deed(`${kin} will (|also )(get|receive|be sent)`, `${parent} recevra`);

/** Whose eCoPR it is, where it is not the reader's. */
export const ofKin = deed(
  `(for|of|to|belongs to|belonging to|concerns|concerning) (your|the|a|one of your|another|this) (|accompanying |dependent |minor |adult )(${kinWords}|family members|dependants|dependents|children)`,
  `your (|accompanying |dependent |minor |adult )(spouse s|husband s|wife s|partner s|child s|son s|daughter s|dependant s|dependent s|family member s|mother s|father s)`,
  `family member, (accompanying|dependent) (spouse|child|dependant|person), (included|named|listed) (in|on) your application`,
  `(de|du|d|à|pour|au nom de|concernant) (|votre |l |un |une |le |la |l un de vos |l une de vos |un autre |une autre )(${parentWords}|enfants|personnes à charge|membres de votre famille), membre de (votre|la) famille, personne à charge, (visé|visée|incluse|inclus) (dans|par) votre demande`,
);

/** The reader's own. */
export const ownEcopr = thing(
  "(and|as well as|also) (for |of |)(yours|your own), (et|ainsi que) (de |)la vôtre, yours and, yours as well,",
  "your (own |electronic |)(ecopr|copr|confirmation|ecoprs), (votre|vos) (propre |)(crpe|crp|confirmation|crpes)",
);

/** Those of several people; one letter of IRCC's speaks of everybody's so, too. */
export const severalEcoprs = thing("ecoprs, coprs, crpes, crps");

/** The reader's own card or passport. */
export const ownPaper = thing(
  "your (own |valid |original |new |first |)(card|passport|pr card|permanent resident card|passports|cards)",
  "(votre|vos) (propre |nouvelle |)(carte|passeport|cartes|passeports)",
);

/** What is told of everybody's eCoPR alike: who signs it, and for whom. */
export const signing = thing(
  "sign, signs, signed, signing, signature, under 14, guardian, signer, signez, signe, signée, moins de 14, tuteur",
);

/** One account for all, or none needed. */
export const forAll = thing(
  "(of|for|to) the principal applicant and, (du|au|le) (demandeur|requérant) principal et, de la (demandeuse|requérante) principale et",
  "everybody, everyone, all (of you|family|members|persons|people), whole family, entire family, your family members, do not need, don't need, need no, and (your |)(children|dependants|dependents|spouse), you and, yourself and, (is|are) included in (your|this|the) (account|portal), each person, each of them, (each|every) (member|family member)",
  "toute la famille, tous les membres, n ont pas besoin, n a pas besoin, et (vos |)(enfants|personnes à charge), vous et, vous même et, chaque personne, chacun, chaque membre",
);
