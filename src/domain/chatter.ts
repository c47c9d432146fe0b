/** What other mail has and letters do not. Patterns are for folded text. */

import { pattern } from "./fold.ts";

/** What lists and newsletters carry and letters do not. */
export const bulk = pattern(
  "\\bunsubscribe\\b|\\bse désabonner\\b|\\bdésabonne|\\bdésinscri|manage (?:your )?(?:subscription|preferences)|view (?:this e-?mail )?in (?:your )?browser|you(?:'re| are) receiving this (?:e-?mail|digest|newsletter)|\\bdigest\\b|\\bnewsletter\\b|\\binfolettre\\b",
);
/** Somebody speaks of a letter they got. */
export const firstPerson = pattern(
  "\\bi(?:'ve)? (?:just |also |finally |have |had |already ){0,2}(?:got|received|think|wonder|applied|logged)\\b|\\bmy (?:ecopr|application|pr|husband|wife|friend|consultant|lawyer|case)\\b|\\bj'(?:ai|avais|etais)\\b|\\bje (?:viens|suis|pense|crois)\\b|\\bdid you (?:get|receive)\\b|\\banyone\\b",
);
