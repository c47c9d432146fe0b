/** What the body of Portal 1 says, as a table like `signs.ts`. */

import { type Sign, sign } from "./signs.ts";

/** Portal 1: answer this e-mail with facts about each person. */
export const askForReply = sign(
  "asks for an answer to this e-mail",
  "3, Portal 1 [1], [12], [24]",
  "(?:reply|respond|answer|replying|responding)(?: directly)? to this (?:e-?mail|message|letter)",
  "(?:by|hit|hitting|press|pressing|use|using) (?:replying|return e-?mail|reply)",
  "answer (?:these|the following|the) questions",
  "reply (?:directly )?(?:with|by)\\b",
  "(?:reply|respond|answer)(?: back)? to (?:us|the (?:address|sender))",
  "(?:e-?mail|mail|write|send|get) (?:us )?back\\b",
  "(?:provide|send|e-?mail|confirm|give|supply)(?: us)?(?: with| back)* (?:the|all(?: of)? the|all|this|these) (?:following|information|details|particulars|data)",
  "(?:need|require)(?: from you)? (?:the|these|some) (?:following )?(?:information|details|particulars|data)[^.\\n]{0,20}(?:from you|:)",
  "in your (?:reply|response|answer)",
  "(?:your|an) (?:reply|response|answer) (?:is|remains) (?:still )?(?:needed|required|necessary|expected|outstanding)",
  "let us know by (?:return|e-?mail|reply)|await your (?:reply|response|answer)",
  "write (?:back )?to (?:us at )?this (?:e-?mail )?address|\\bwrite back\\b",
  "(?:send|return|e-?mail) (?:us|it|them|this)[^.\\n]{0,40} (?:e-?mail|reply)\\b",
  "(?:complete|fill (?:in|out)) (?:the|this) (?:table|form|list|section)s? below",
  "(?:répondre|répondez|réponse) (?:à l'expéditeur|à l'adresse)|(?:renvoyer|renvoyez|retourner|retournez)(?:-nous)?[^.\\n]{0,40} courriel",
  "par retour de courriel|par courriel à l'adresse|faire parvenir[^.\\n]{0,60} (?:renseignements|informations)",
  "(?:écrire|écrivez|retourner|retournez|renvoyer|renvoyez)(?:-nous)? en retour",
  "(?:remplir|remplissez|compléter|complétez) (?:le|la|ce|cette) (?:tableau|formulaire|liste|section) ci-(?:dessous|après)",
  "(?:répondre|répondez|répondant|réponse)(?: directement)? (?:à|au) (?:(?:ce|présent|cette) )?(?:courriel|message|lettre|courrier)",
  "(?:répondre|répondez|répondant)(?: à ce courriel)? (?:en|avec|par)\\b",
  "(?:fournir|fournissez|envoyer|envoyez|transmettre|indiquer|confirmer|communiquer)(?:-nous)?(?: tous)? (?:les|ces) (?:renseignements|informations|éléments|détails)",
  "dans votre réponse",
  "votre réponse (?:est|demeure) (?:toujours )?(?:requise|nécessaire|attendue)",
  "(?:en|par) réponse (?:à ce|au présent) (?:courriel|message)",
);

/** What Portal 1 asks for. `telling`: no other letter asks for it. */
export const portal1Items: readonly (Sign & { readonly telling: boolean })[] = [
  {
    telling: true,
    ...sign(
      "eye colour",
      "3, Portal 1",
      "eye colou?r",
      "colou?r of (?:your |the |their )?eyes",
      "(?:couleur|teinte) (?:des|de vos|de leurs|de ses) yeux",
    ),
  },
  {
    telling: true,
    ...sign(
      "height",
      "3, Portal 1",
      "\\bheights?\\b",
      "\\btaille\\b",
      "\\bgrandeur\\b",
      "\\bstature\\b",
      "how tall",
    ),
  },
  {
    telling: true,
    ...sign(
      "first or last entry",
      "3, Portal 1",
      "(?:first|last|initial|original|most recent|latest) (?:date of )?entry",
      "dates? (?:and place )?of (?:your )?(?:first|last|initial|original|most recent)? ?entry",
      "(?:first|last|initial|most recent|latest) (?:arrival|landing|time you (?:entered|arrived|came))",
      "(?:première|dernière|plus récente) (?:entrée|arrivée)|(?:entrée?|arrivée?) au canada (?:pour la (?:première|dernière)|la (?:première|dernière) fois)",
      "(?:first|last) (?:entered|arrived in|came to) canada|entered canada (?:for the first time|last)",
      "date (?:et lieu )?d'entrée",
    ),
  },
  {
    telling: false,
    ...sign(
      "UCI",
      "3, Portal 1",
      "\\buci\\b",
      "\\biuc\\b",
      "unique client identifier",
      "identificateur unique",
    ),
  },
  {
    telling: false,
    ...sign(
      "address",
      "3, Portal 1",
      "(?:residential|mailing|current|home|canadian) address",
      "address (?:where|at which) you",
      "adresse (?:résidentielle|postale|actuelle|domiciliaire|de résidence|au canada|où vous)",
    ),
  },
  {
    telling: false,
    ...sign(
      "e-mail address",
      "3, Portal 1",
      "e-?mail address",
      "e-?mail (?:that |which )?(?:each|you|of each|for each)",
      "adresses? (?:de )?(?:courriel|électronique)",
    ),
  },
  {
    telling: false,
    ...sign(
      "name",
      "3, Portal 1",
      "(?:full|family|given|first|last|complete) names?",
      "nom (?:complet|de famille)|noms? et prénoms?|prénoms?",
    ),
  },
  {
    telling: false,
    ...sign(
      "in Canada or not",
      "3, Portal 1",
      "(?:in|inside|within|outside) (?:of )?canada",
      "(?:au|hors du|à l'extérieur du|l'exterieur du) canada",
    ),
  },
];
