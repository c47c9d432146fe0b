/** What is done with a passport. */

import { deed } from "../family.ts";

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
  "(was|were|been|being) (given|handed) (|over )to (the|a) (courier|post), (a|ont) été (remis|confié|confiés) (au|à un) (messager|service de messagerie)",

  "(was|were|been|being) (sent|mailed|couriered|delivered|given|handed|posted) (back |)to you, vous (a|ont) été (envoyé|envoyés|remis|retourné|retournés|expédié|expédiés|rendu|rendus), back to you, vous avons (envoyé|retourné|remis)",

  "(was|were|been) (returned|sent back|mailed back), sent back, returned, have returned, retourné, retournés, renvoyé, renvoyés, avons (retourné|renvoyé)",
);

/** The office has it. */
export const passportCame = deed(
  "receipt of (the|your) (passport|passports), réception de (votre|vos) (passeport|passeports)",
  "received (the|your) (passport|passports), passport (was|has been) received, reçu (votre|le|les|vos) (passeport|passeports), passeport (a été reçu|est arrivé|nous est parvenu)",
);

/** The office no longer wants it. */
export const takenBack = deed(
  "(asked|requested) (you |)(by mistake|in error), avons demandé par erreur",
  "(is|was|has been|are|hereby|we have|have) (|now |hereby |been )(withdrawn|cancelled|canceled|rescinded|revoked), (we|ircc|office) (withdraw|cancel|withdrew|cancelled|canceled) (the|our|this|that), (disregard|ignore) (the|our|this|that) (request|passport request|letter|message|email), no longer (need|needs|require|requires|needed|required|wanted|necessary), not (need|required|needed|necessary|wanted) (any more|any longer|anymore), do not need (it|them|your passport), need not (send|submit) (it|them|your passport), keep your passport (|with you|at home), (sent|issued|made) (to you |)(in error|by mistake)",
  "(est|a été|sont|ont été) (|maintenant )(retirée|annulée|retiré|annulé), (nous retirons|nous annulons|avons retiré|avons annulé), (n est|ne sont|n avons|n a) plus (requis|nécessaire|nécessaires|exigé|besoin|demandé), (ignorez|ne tenez pas compte de) (notre|la|cette) (demande|lettre), (conservez|gardez) votre passeport, n avez plus à (nous |)(envoyer|transmettre|présenter|remettre), (envoyée|transmise|faite) par erreur",
);

/** The office needs it. */
export const wanted = deed(
  "(request|requested|required) : (|original|your|valid), demande : , objet de la demande : ",
  "needs to have, need to have, needs (your|the), requires (your|the), we (need|require|request|ask|are requesting|must have|are asking), (need|require|request|ask for|requesting|requires) (your|the) (original |valid |)(passport|passports), is (now |)(needed|required|requested), are (now |)(needed|required|requested), (has|have) to have, ask for, ask you for, must be, must have, need you to, required to, request for",
  "avons besoin, demandons, exigeons, est (maintenant |)(requis|nécessaire|exigé|demandé), sont (maintenant |)(requis|nécessaires|exigés|demandés), doit avoir, doivent être, doit être, (nous|vous) faut, pour demander, êtes (tenu|prié|invité)",
);
