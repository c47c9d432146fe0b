/** Words that make a sentence, or a whole mail, say something else. Patterns are for folded text. */

import { pattern } from "./fold.ts";

/** A sentence of what will come, or on a condition. */
export const future = pattern(
  "\\b(?:will|'ll|shall|once|if|when|as soon as|next e-?mail|another e-?mail)\\b|\\b(?:until|before) (?:you|your|the|we|it)\\b|\\b(?:recevrez|enverrons|sera|seront|serez|aurez|pourrez|lorsque|lorsqu'|quand|une fois|dès que|si|s'il|autre courriel|prochain courriel|jusqu'à ce que|avant que)\\b",
);
/** A future of the credentials or the account: it comes with another e-mail. */
export const comesLater = pattern(
  "\\b(?:will|'ll|shall) (?:then |also |soon )?(?:receive|get|be (?:sent|given|created|provided|e-?mailed)|send|e-?mail|create|contact|provide)\\b|\\b(?:another|second|separate|next|later) e-?mail\\b|\\b(?:recevrez|enverrons|créerons|fournirons|communiquerons)\\b|\\b(?:sera|seront) (?:\\w+ )?(?:envoy|créé|fourni|transmis)|\\b(?:autre|deuxieme|second|prochain) courriel\\b",
);
/** A sentence that says no. */
export const negated = pattern(
  "\\b(?:do not|don't|does not|cannot|can't|can not|never|not|no longer|unable|without)\\b|\\b(?:ne|n'|pas|aucun|aucune|impossible|sans)\\b",
);
/** What lists and newsletters carry and letters do not. */
export const bulk = pattern(
  "\\bunsubscribe\\b|\\bse désabonner\\b|\\bdésabonne|\\bdésinscri|manage (?:your )?(?:subscription|preferences)|view (?:this e-?mail )?in (?:your )?browser|you(?:'re| are) receiving this (?:e-?mail|digest|newsletter)|\\bdigest\\b|\\bnewsletter\\b|\\binfolettre\\b",
);

/** An offer of help, not a request. */
export const onTrouble = pattern(
  "\\b(?:questions?|problems?|errors?|mistakes?|difficult\\w*|issues|problèmes?|erreurs?|difficultés?)\\b|\\bneed help\\b|\\bbesoin d'aide\\b",
);
/** Somebody speaks of a letter they got. */
export const firstPerson = pattern(
  "\\bi(?:'ve)? (?:just |also |finally |have |had |already ){0,2}(?:got|received|think|wonder|applied|logged)\\b|\\bmy (?:ecopr|application|pr|husband|wife|friend|consultant|lawyer|case)\\b|\\bj'(?:ai|avais|etais)\\b|\\bje (?:viens|suis|pense|crois)\\b|\\bdid you (?:get|receive)\\b|\\banyone\\b",
);
