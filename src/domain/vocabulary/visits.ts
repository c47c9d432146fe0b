/** What somebody has to go to: fingerprints, a doctor. */

import { deed, thing } from "../family.ts";

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

/** Its outcome. */
export const passed = deed(
  "passed, received, got, satisfactory, acceptable, accepted, meet, meets, complete, completed, approved, matched, on file, arrived, added, no further action, in order, cleared",
  "réussi, réussie, reçu, reçus, reçues, satisfaisant, satisfaisants, accepté, acceptés, acceptées, conforme, conformes, terminé, approuvé, au dossier, arrivés, arrivées, ajoutés, ajoutées, en règle",
);

/** One comes to be spoken with. */
export const interview = thing("interview, entrevue");

/** It is to be. */
export const convened = deed(
  "(scheduled|invited|called|asked|booked|convoked) (to|for), (is|was|has been) (scheduled|booked|set), attend, appear (for|at), takes place, in person, convoqué, convoquée, convoqués, invité à, invitée à, (est|a été) (fixé|fixée|prévu|prévue), assister à, vous présenter à",
);

/** A meeting with an officer, by other names. */
export const meeting = deed(
  "(meet|see|speak with|speak to) you in person, (meet|meeting) with (you|an officer), come in person to (meet|sign|be), (landing|in person) appointment, vous rencontrer, rencontrer (un|une) (agent|agente), rendez vous (est|a été) (fixé|prévu)",
);

/** Where a passport is only shown. */
export const occasion = thing(
  "ceremony, oath, (citizenship|language|knowledge) test, the test, guard, cérémonie, serment, examen de citoyenneté, à l examen, point de collecte",
);

/** Where one lands from outside, and gets a paper. */
export const border = thing(
  "airport, border, port of entry, cbsa, on paper, paper (copr|confirmation), aéroport, frontière, point d entrée, asfc, sur papier, confirmation papier",
);
