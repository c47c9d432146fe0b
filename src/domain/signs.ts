/**
 * What the bodies of letters say, as a table. Patterns are for folded text, as in `phrases.ts`;
 * sources are sections of docs/domain.md.
 */

import { type Phrase, phrase } from "./phrase.ts";

/** One thing a body says. */
export type Sign = { readonly phrase: Phrase; readonly means: string; readonly source: string };

/** Wordings of one thing that a body says. */
export const sign = (means: string, source: string, ...texts: readonly string[]): Sign => ({
  phrase: phrase(...texts),
  means,
  source,
});

/** The department, or the portal, is named. */
export const naming = sign(
  "names IRCC or its portal",
  "2",
  "immigration, refugees,? and citizenship",
  "immigration, réfugiés et citoyenneté",
  "\\bircc\\b",
  "pr (?:confirmation )?portal",
  "permanent residence (?:confirmation )?portal",
  "portail (?:de confirmation|rp|de résidence)",
  "prson-srpel",
);

/** What the letter is about; IRCC's requests for documents ask for an answer too, and speak of neither. */
export const landing = sign(
  "speaks of the portal or of the landing",
  "0.3; 3, Portal 1",
  "\\bportal\\b|\\bportail\\b",
  "confirm(?:ing|ation of)? (?:your )?permanent residence|\\blanding\\b|\\bland in canada",
  "confirm(?:er|ation de) (?:votre |la )?résidence permanente|établissement",
);

/** Portal 2 with credentials. The password itself was cut out before. */
export const password = sign(
  "temporary password",
  "3, Portal 2 [1], [2]",
  "(?:temporary|temp|one-?time|initial|new) (?:account )?password",
  "mot de passe (?:temporaire|provisoire|initial|à usage unique)",
  "\\[password removed\\]",
);
export const account = sign(
  "an account to sign in to",
  "3, Portal 2 [1], [2]",
  "user ?(?:name|id)\\b",
  "account (?:name|id)",
  "nom d'utilisateur",
  "(?:code|id) d'utilisateur",
  "identifiant",
  "(?:account|compte) ?: ?[^ ]+@",
  "(?:sign(?:ing)?|log(?:ging)?)[ -]?in\\b",
  "\\blog ?on\\b",
  "(?:vous |se )?connect(?:er|ez)(?:-vous)?\\b",
  "ouv(?:rir|rez)[^.]{0,20} session",
  "accéde[rz] à votre compte",
  "(?:use|open|access|through|via|from|in) your (?:\\w+ ){0,3}account\\b",
  "(?:utilis|dans|depuis|à partir de)\\w* votre compte",
);
export const existingAccount = sign(
  "the account you already have",
  "0.2, Portal 2 [3]",
  "(?:existing|same|current|own)(?: \\w+){0,4} (?:account|credentials|user ?name|sign-?in)",
  "(?:account|credentials|password|user ?name|sign-?in details)(?: and \\w+)?(?: that| which)? you (?:already |currently )?(?:have|use|used|created|set up|applied)",
  "you(?:'ve)? (?:already|currently) (?:have|have got) an? (?:\\w+ ){0,4}account",
  "compte(?: \\w+){0,4} existant",
  "(?:même|propre|présent) compte",
  "(?:compte|identifiants)(?: \\w+){0,5} (?:que|dont|avec lequel|qui)[^.]{0,30} (?:vous|avez|existe)",
  "vous (?:avez|possédez) déjà un compte",
);

/** Credentials that were given before. */
export const reissued = sign(
  "credentials given once more",
  "3, Portal 2; 5",
  "(?:re-?issu(?:ed|ing)|re-?sen(?:t|ding)|(?:have|has|was|been) reset|regenerated|renewed)[^.\\n]{0,60}(?:password|credentials|sign-?in|login)",
  "(?:replaces|supersedes)[^.\\n]{0,30}(?:message|e-?mail|password|credentials)",
  "(?:password|credentials)[^.\\n]{0,60}(?:cancelled|deactivated|revoked|re-?issued|been reset|was reset|(?:has|have|had) (?:now |since )?(?:expired|lapsed)|regenerated|replaced|no longer (?:works?|valid))",
  "(?:another|replacement|new|fresh|second) (?:temporary|one-?time|set of)[^.\\n]{0,12} (?:password|credentials)",
  "(?:previous|old|earlier|former|prior) (?:temporary |one-?time )?(?:password|credentials|sign-?in)",
  "(?:nouveau|autre|second|deuxième) mot de passe (?:temporaire|provisoire|à usage unique)",
  "ancien mot de passe|(?:mot de passe|identifiants)[^.\\n]{0,20} (?:précédent|antérieur)",
  "mot de passe[^.\\n]{0,60}(?:réinitialisé|expiré|renouvelé|n'est plus valide|ne fonctionne plus|échu)",
  "(?:réinitialisé|renouvelé)[^.\\n]{0,60} (?:mot de passe|identifiants)",
);
const relative =
  "(?:spouse|common-law partner|partner|husband|wife|child|son|daughter|dependant|dependent|family member)\\b";
const parent =
  "(?:époux|épouse|conjointe?|enfant|fils|fille|personne à charge|membre de (?:votre|la) famille)\\b";
export const familyMember = sign(
  "an account for a member of the family",
  "3, Portal 1 (one account or several)",
  `(?:created|set up|opened|issued)[^.\\n]{0,60} for (?:your|the) ${relative}`,
  `(?:account|credentials|password|user ?name|details)[^.\\n]{0,30} belong(?:s|ing)? to your ${relative}`,
  `(?:account|credentials|password|user ?name|details) (?:(?:is|are|was|were|has been|have been) )?(?:meant |intended |created |opened |issued |set up |only )*(?:of|for|belong(?:s|ing)? to) (?:your|the|a) (?:accompanying |dependent |minor )?${relative}`,
  `your ${relative}'s (?:account|credentials|password|user ?name)`,
  `(?:créé|ouvert)[^.\\n]{0,60} (?:pour|de|à) (?:votre|l'|un) ?${parent}`,
  `(?:accès|identifiants)[^.\\n]{0,30} (?:de|pour|à) (?:votre |l')${parent}`,
  `(?:compte|identifiants|mot de passe) (?:est |sont |a été |ont été )?(?:destinée?s? |créée?s? |ouverte?s? )?(?:de|pour|d'|à|au nom de|appartient à|appartenant à) ?(?:votre |l'|un )?${parent}`,
);

/** What Portal 2 asks to do. */
export const portal2Tasks: readonly Sign[] = [
  sign(
    "declare presence",
    "3, Portal 2 [1]",
    "declar\\w*[^.\\n]{0,60}canada",
    "confirm\\w*[^.\\n]{0,60}(?:in|inside) canada",
    "physically (?:present|in canada)|presence in canada|declaration of (?:your )?presence|declare your presence",
    "(?:tell|let|inform) us[^.\\n]{0,60}(?:in|inside) canada",
    "(?:indicate|state|attest)[^.\\n]{0,60}(?:in|inside) canada",
    "(?:indiqu|attest|préciser|précisez)\\w*[^.\\n]{0,60}au canada",
    "déclar\\w*[^.\\n]{0,60}canada",
    "confirm\\w*[^.\\n]{0,60}au canada",
    "présen(?:ce|ts?e?s?)[^.\\n]{0,25}au canada",
  ),
  sign(
    "address",
    "3, Portal 2 [1]",
    "(?:mailing|postal|residential|current|home|canadian|your) address",
    "adresse (?:postale|résidentielle|actuelle|au canada|domiciliaire|de résidence)|votre adresse(?! (?:de )?courriel| electronique)",
  ),
  sign("photo", "3, Photo [30]", "\\bphoto"),
];

/** eCoPR: it is there. */
export const confirmed = sign(
  "the eCoPR can be downloaded",
  "3, eCoPR [7], [13]",
  "(?:document|proof)[^.\\n]{0,15} (?:confirming|of) your permanent residen[^.\\n]{0,60}(?:available|ready|(?:has been|was) (?:placed|put|added|uploaded|posted|issued|saved))",
  "(?:document|preuve)[^.\\n]{0,15} (?:confirmant|attestant)[^.\\n]{0,20} résiden[^.\\n]{0,60}(?:disponible|prêt|a été (?:dépos|ajout|vers|télévers|émis))",
  "(?:ecopr|confirmation of permanent residence\\)?(?: \\(ecopr\\))?)[^.\\n]{0,80}(?:available|ready|(?:can|may) (?:now )?be (?:downloaded|found|viewed|retrieved|printed|accessed)|is waiting|has been (?:issued|uploaded|posted|added|created|placed|put|saved)|is attached)",
  "(?:download|print|access|view)(?: and \\w+){0,3}(?: a copy of)? (?:your|the) (?:ecopr|electronic confirmation)",
  "(?:uploaded|posted|issued|added|placed|put|saved|released)[^.\\n]{0,20} (?:your|the) (?:ecopr|(?:electronic )?confirmation of permanent residence)",
  "you (?:are|have(?: \\w+)? become|became)(?: now| officially)? a permanent resident",
  "congratulations on (?:becoming|being) a permanent resident|welcome to canada as a (?:new )?permanent resident",
  "your permanent residen(?:ce|t status) (?:was|has been|is now) (?:\\w+ )?(?:granted|confirmed)|granted you permanent residen",
  "(?:^| )(?:votre|la) résidence permanente (?:vous )?(?:a été|est maintenant|est désormais) (?:\\w+ )?(?:accordée|confirmée|octroyée)",
  "(?:confirmé|accordé|octroyé) (?:votre |la )résidence permanente|félicitations pour votre résidence permanente",
  "(?:crpe|confirmation (?:électronique )?de (?:la )?résidence permanente(?: électronique)?)\\)?[^.\\n]{0,80}(?:disponible|prête|peut (?:maintenant )?être (?:téléchargée|consultée|imprimée|récupérée)|se trouve|vous attend|a été (?:émise|délivrée|téléversée|versée|déposée|ajoutée))",
  "(?:télécharg|imprim)(?:er|ez)(?: et \\w+){0,3} (?:votre|la) (?:crpe|confirmation)",
  "vous êtes (?:maintenant|désormais|officiellement|devenue?)[^.\\n]{0,12} résidente? permanente?",
);
export const ecoprNamed = sign(
  "names the eCoPR",
  "3, eCoPR",
  "\\becopr\\b",
  "\\bcrpe\\b",
  "electronic confirmation of permanent residence",
  "confirmation électronique de (?:la )?résidence permanente",
);
