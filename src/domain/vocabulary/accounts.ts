/** What is new in an account or a file. */

import { deed, thing } from "../family.ts";

/** Something is there in the account. */
export const arrivedInAccount = deed(
  "you have, have mail, vous avez, (have|ve) sent (a|an|one), avons envoyé (un|une)",

  "venons d ajouter, venons de (verser|déposer|mettre|publier), vient d être (ajouté|ajoutée|versé|versée), just (added|put|posted), seen, viewed, opened, see, left, consultée, consulté, vu, laissé, apparaît, appears, figure",

  "new, waiting, waits, awaits, unread, uploaded, posted, added, available, received, placed, holds, contains, there is, read, view, sent you, has sent, have sent, sent to you, was sent, left you, issued, put, need to see, wrote",
  "nouveau, nouvel, nouvelle, nouvelles, trouve, trouvent, attend, attendent, non lu, non lue, téléversée, téléversé, ajoutée, ajouté, versée, versé, déposé, déposée, disponible, reçu, contient, lire, consulter, envoyé, publiée, publié, écrit, vous a été envoyé, vous a été envoyée",
);

export const wroteInAccount = deed(
  "(sent|written|left) you (a|an|another|one) (|new |further )(message|letter|notice|document|notification|note), vous (a|avons|ont) (envoyé|laissé|adressé|écrit|transmis) (un|une) (|nouveau |nouvelle |autre )(message|lettre|avis|document|note|notification)",

  "(there is|there s|there are|you have) (a|an|one|some|) (new|unread) (message|messages|mail|correspondence|letter|letters|document|documents|notice|notification|notifications), (il y a|vous avez) (un|une|de la|de) (nouveau|nouvelle|nouveaux|nouvelles) (message|messages|lettre|lettres|document|documents|avis|correspondance)",

  "left you a message, left a message, laissé un message, laissé une lettre",

  "you (have |ve |)received (new|a new|some|some new) (correspondence|message|letter|document|notification|mail), vous avez reçu (une nouvelle|un nouveau|de nouveaux|de la nouvelle|de nouvelle) (correspondance|message|messages|document|documents|lettre)",

  "wrote to you, written to you, vous avons écrit, vous a écrit, sent you a message, sent you a letter, vous a envoyé un message, vous avons envoyé un message, you have received (correspondence|a message|a letter|a document|a notification), vous avez reçu (de la correspondance|un message|une lettre|un document|un avis)",
);

/** An account by what it is reached through. */
export const secureAccount = thing("mycic, my cic, moncic, mon cic, gckey, clégc");

/** Something is there, of which no more is told. */
export const somethingNew = deed(
  "something new, new (activity|item|items|content), (there is|there s) news, du nouveau, quelque chose de nouveau, un nouvel élément, de nouveaux éléments",
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

export const filed = deed(
  "the name of, your representative, nom de, représentant, false, fraudulent, scam, scams, phishing, fraud, faux, frauduleux, hameçonnage, fraude, to respond, respond with, respond to, with an explanation, pour répondre, transferred, please provide, veuillez fournir, transféré, transférée",
);
