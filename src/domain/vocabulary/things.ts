/** What IRCC's letters are about. */

import { lookalike, thing } from "../family.ts";
import { namesOfPortals } from "./portal-names.ts";

/** The portal is called by what it confirms, and confirms nothing. */
export const portalName = lookalike(...namesOfPortals);

export const photo = thing(
  "photo, photos, photograph, photographs, picture, pictures, image, images, portrait, portraits, selfie, selfies, photographie, photographies",
);

/** Photos that are asked for beside a passport, or taken with the fingerprints. */
export const otherPhoto = thing(
  "passport (photo|photos|photograph|photographs|size), (two|2|deux) (photos|photographs|photographies), photos each",
  "(fingerprints|biometrics) and (photo|photos), empreintes digitales et (|votre |une )photo, page photo, photo page",
);

/** Applications for something else have photos too. */
export const otherMatter = thing(
  "citizenship, citoyenneté, study permit, work permit, visitor, permis (d études|de travail), wedding, mariage, application was returned, demande a été retournée",
);

export const otherApplication = thing(
  "(citizenship|study permit|work permit|visitor visa) (application|applications), application for (citizenship|a study permit|a work permit|a visitor visa)",
  "demande de (citoyenneté|permis d études|permis de travail|visa de visiteur)",
);

export const passport = thing(
  "passport, passports, passeport, passeports, travel (document|documents), titre de voyage, titres de voyage",
);

/** What is written about a passport but asks for none. */
export const passportDetail = thing(
  "passport (number|details|information|holder|office), copy, copies, photocopy, photocopies, scan, scans, scanned, numéro de passeport, copie, copies, photocopie, photocopies, numérisée, interview, entrevue",
);

/** "A copy of this letter" asks for no copy of a passport. */
export const copyOfThis = lookalike(
  "copy of (this|the) (letter|email|message|notice), copie de (cette|la présente) (lettre|), copie (du présent|de ce) (courriel|message|), copie de la lettre",
);

/** Where visas are put into passports. */
export const visaOffice = thing(
  "visa, visas, counterfoil, vac, vfs, crdv, centre de réception, vignette, embassy, ambassade, consulate, consulat, high commission, haut commissariat",
);

export const requirements = thing(
  "requirements, requirement, specifications, specification, criteria, standards, guidelines, exigences, exigence, critères, spécifications, normes, directives",
);

export const card = thing(
  "card, cards, permanent resident (card|cards), pr (card|cards), carte, cartes, (une |)nouvelle carte, carte de (résident|résidente) permanent, carte rp",
);

export const otherCard = thing(
  "(gift|credit|debit|report|health|social insurance|business) (card|cards), call centre, carte cadeau, cartes cadeaux, carte (de crédit|de débit|d assurance|santé|d affaires|soleil)",
);

export const ecopr = thing(
  "ecopr, crpe, copr, crp, (|electronic )confirmation of permanent (residence|residency), electronic confirmation, imm 5688, imm5688, imm 5292",
  "confirmation (de|de la|de votre) résidence permanente, confirmation électronique, confirmation de résidence, confirmation rp",
);

/** A document that proves it, whatever it is called. */
export const proof = thing(
  "(proof|evidence|certificate) of (|your |the )(permanent|pr|resident|status)",
  "(document|documents|pdf|certificate|paper|letter) (|that |which )(proves|prove|proving|confirms|confirm|confirming|shows|showing|attests|attesting) (|your |the )(permanent|pr|resident|status)",
  "preuve de (|votre |la |résident )(résidence|statut), preuve du statut, attestation de (|votre |la )(résidence|statut)",
  "(document|documents|pdf|certificat|lettre) (|qui )(atteste|attestant|confirme|confirmant|prouve|prouvant) (|votre |la |le )(résidence|statut)",
);

export const status = thing(
  "permanent (residence|residency|resident status), resident status, status (as|of) (a |)permanent (resident|residence), pr status, landed immigrant",
  "résidence permanente, statut (de|d un|d une) (résident|résidente|résidence) (permanent|permanente), statut de (rp|résident|résidente), statut rp",
);

const applicationNames = [
  "(permanent residence|permanent resident|pr) (application|applications), application for (a |)permanent (residence|resident card|resident status), application for a (pr|permanent resident) card, pr card application, permanent resident card application",
  "demande (de|d une|pour une|pour la|pour obtenir la) (résidence permanente|carte rp|carte de résident permanent|carte de résidente permanente)",
];

export const application = thing(
  "application, applications, demande, demandes, file, dossier",
  ...applicationNames,
);

/** Nothing that was only sent for one. */
export const yourApplication = thing(
  "(the|an) application (that |which |)you, (la|une) demande que vous",
  "your (application|applications|permanent residence application|pr application), votre (demande|demande de résidence permanente)",
  ...applicationNames,
);

/** Who applies for a status does not have it. */
export const namesOfApplications = lookalike(...applicationNames);

export const otherNames = lookalike(
  "(right of|right to) permanent residence, frais relatifs au droit de résidence permanente, droit de résidence permanente, permanent residence (fee|fees)",
  "biometrics (fee|fees), biometric (fee|fees), frais (de|pour la|relatifs à la|des données) (biométrie|biométriques), declaration of presence, demande de renseignements, demande de (visa|passeport)",
  "permanent resident (visa|travel document), visa de (résident|résidente) permanent",
);

export const resident = thing(
  "permanent (resident|residents), (résident|résidente|résidents) (permanent|permanente|permanents)",
);

export const message = thing(
  "courrier, post",

  "message, messages, email, emails, mail, letter, letters, correspondence, notice, notices, notification, notifications, document, documents, update, updates",
  "courriel, courriels, lettre, lettres, (une |)nouvelle lettre, correspondance, avis, courrier, mise à jour, mises à jour, nouvelles",
);

/** What the person wrote, or put beside it. */
export const answer = thing(
  "your (reply|replies|response|responses|answer|answers), votre réponse, vos réponses",

  "data, particulars, form, table, list, facts, documents, photo, questionnaire, détails, données, formulaire, tableau, liste, précisions",

  "email, emails, message, messages, reply, replies, response, responses, answer, answers, information, details, correspondence, submission, documents, attachments, note, letter",
  "change of address, address, courriel, courriels, réponse, réponses, renseignements, informations, correspondance, envoi, documents, pièces jointes, changement d adresse, adresse, lettre",
);

export const biometrics = thing(
  "biometric, biometrics, fingerprint, fingerprints, empreinte, empreintes, biométrie, biométrique, biométriques, données biométriques",
);

export const medical = thing(
  "medical (exam|examination|exams|examinations|test|tests|result|results|re-exam|instructions|reexam), immigration medical, medical, imm 1017, imm1017",
  "examen médical, examens médicaux, visite médicale, résultats médicaux, résultats d examen médical, instructions médicales",
);

export const panelDoctor = thing(
  "(approved|listed|authorized|accredited) (doctor|physician|doctors|physicians), médecin (approuvé|autorisé|accrédité)",

  "panel (physician|physicians|doctor|doctors), designated (medical practitioner|physician|doctor|doctors|physicians), médecin désigné, médecins désignés, médecin agréé",
);

export const webForm = thing(
  "web form, webform, web forms, formulaire web, online form, formulaire en ligne",
);

export const enquiry = thing(
  "enquiry, enquiries, inquiry, inquiries, question, questions, demande de renseignements",
);

export const ircc = thing(
  ...namesOfPortals,
  "ircc, refugees and citizenship canada, refugees citizenship canada, réfugiés et citoyenneté canada, immigration canada, prson srpel",
  "pr portal, pr confirmation portal, permanent residence portal, permanent residence confirmation portal, permanent resident portal, portail de confirmation, portail rp, portail de résidence, portail de la résidence",
);

/** What a mission abroad writes about that has an immigration section. */
export const immigration = thing(
  ...applicationNames,
  ...namesOfPortals,
  "permanent (resident|residence) (visa|travel document), visa de (résident|résidente) permanent",
  "immigration, permanent (residence|resident), résidence permanente, (résident|résidente) permanent, visa application, application number removed, uci removed, demande de visa",
);
