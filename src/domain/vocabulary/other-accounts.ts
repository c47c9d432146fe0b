/** What else one has an account or a password for, of IRCC's and of others. */

import { lookalike, thing } from "../family.ts";

/** Whose names hold no word of permanent residence. */
export const otherAccount = thing(
  "(employer|employers|employer s|representative|representatives|representative s|consultant|consultants|paid representatives|citizenship|sponsor|sponsors|sponsor s|sponsorship|payment|payments|visitor|refugee|claimant|client application|partner|partners|settlement|institution|school|passport|ircc|client|students|student|work permit|study permit|appointment|appointments|booking|provincial|nominee|grants|funding|learning|job seeker) (|online )(portal|profile)",
  "(employer|employers|employer s|representative|representatives|representative s|consultant|sponsor|sponsors|sponsor s|sponsorship|payment|claimant|institution|refund) (account|accounts|system), compte (d |de l |de |du |des |de la )(employeur|employeurs|représentant|représentants|répondant|paiement|parrainage|entreprise)",
  "your (company|company s|business|organization|organisation|firm|school|employees|candidate), votre (entreprise|compagnie|société|établissement d enseignement|candidat), payment system, online payment, pay (|your |the )fees, paiement en ligne, système de paiement, international experience, expérience internationale",
  "(web form|webform) (account|profile), language (classes|training|course), cours de langue, formation linguistique, guest network, wi fi, (to|join|for) (the|a|your) (meeting|hearing|class|classes|video call), video interview, virtual ceremony, séance virtuelle, cérémonie de citoyenneté",
  "ircc secure account, gckey, gc key, clégc, clé gc, mycic, my cic, moncic, mon cic, my service canada, msca, mon dossier service canada, service canada account, job bank, guichet emplois, interac sign in",
  "express entry (profile|account|pool|system|candidate), (profil|bassin|système|compte) (d |)entrée express, (application |status |case |citizenship |ircc )(status |)tracker, outil de suivi, suivi (de|des) (l état|demande|demandes|votre demande)",
  "atip, aiprp, access to information, accès à l information, vfs, visa application centre, biometrics appointment, biometric appointment, biometric enrolment, temporary residence, temporary resident, résidence temporaire, résident temporaire, super visa, electronic travel authorization, eta, ave",
  "study permit, work permit, visitor record, visitor visa, citizenship (application|test|ceremony|certificate|account|grant|file|knowledge|online), passport application, passport renewal, refugee claim, refugee travel document, certificate of identity, sponsorship, pr card renewal, job offer, offer of employment, offers of employment, dli, provincial nominee",
  "permis d études, permis de travail, visa de visiteur, (demande|examen|test|cérémonie|certificat|compte|dossier) de (|la )citoyenneté, demande d asile, parrainage, offre d emploi, offres d emploi, renouvellement de (la |votre )carte, certificat d identité, titre de voyage pour réfugié",
  "portail (|en ligne )(|de l |des |de la |du |de |d )(employeur|employeurs|représentant|représentants|consultants|citoyenneté|répondant|répondants|parrainage|paiement|paiements|visiteur|réfugiés|demandeurs d asile|partenaires|établissements|étudiants|ircc|clients|client|rendez vous|candidats)",
);

/** The portal of the landing, by its name or address. */
export const thisPortal = thing(
  "pr portal, portail rp, portail de confirmation, confirmation portal, prson srpel",
);

/** What it is for. */
export const landing = thing(
  "land in canada, virtual landing, electronic landing, online landing, your landing, landing process, landing in canada, landed, votre établissement, établissement virtuel",
  "(confirm|confirming|confirmation of|finalize|finalise|finalizing|complete|become|becoming) (|your |the |a )(permanent (residence|residency|resident|resident status)|pr status), (pr|permanent residence|permanent residency) confirmation",
  "(confirmer|confirmation de|finaliser|devenir) (|votre |la |le |un |une |du |statut de )(|statut de )(résidence permanente|résident permanent|résidente permanente|rp), confirmation (rp|de rp|de la rp)",
);

/** "Établissement d'enseignement" is a school. */
export const school = lookalike("établissement (d enseignement|désigné|scolaire|financier)");
