/** What other mail has and letters do not. Patterns are for folded text. */

import { foldLine, pattern } from "./fold.ts";

/** What lists and newsletters carry and letters do not. */
export const bulk = pattern(
  "\\bunsubscribe\\b|\\bse désabonner\\b|\\bdésabonne|\\bdésinscri|manage (?:your )?(?:subscription|preferences)|view (?:this e-?mail )?in (?:your )?browser|you(?:'re| are) receiving this (?:e-?mail|digest|newsletter)|\\bdigest\\b|\\bnewsletter\\b|\\binfolettre\\b",
);
/** Somebody speaks of a letter they got. */
export const firstPerson = pattern(
  "\\bi(?:'ve)? (?:just |also |finally |have |had |already ){0,2}(?:got|received|think|wonder|applied|logged)\\b|\\bmy (?:ecopr|application|pr|husband|wife|friend|consultant|lawyer|case)\\b|\\bj'(?:ai|avais|etais)\\b|\\bje (?:viens|suis|pense|crois)\\b|\\bdid you (?:get|receive)\\b|\\banyone\\b|\\b(?:in |on )?this (?:week's )?(?:episode|podcast|video)\\b|\\b(?:listener|viewer|reader)'s (?:e-?mail|letter|question)\\b",
);

/** True of a text that speaks to the reader of what IRCC's letters are about: "your eCoPR", « votre dossier d'immigration ». */
export const speaksOfYours = (...texts: readonly string[]): boolean =>
  texts.some((text) => yours.test(foldLine(text.slice(0, longest))));

const longest = 50_000;

const yours = pattern(
  "\\b(?:your|votre|vos) (?:[a-z']{1,20} ){0,4}(?:ecoprs?|coprs?|crpe?|permanent residen|pr (?:portal|cards?|status|application|confirmation|account|landing)|résiden(?:ce|t) permanent|portail|carte rp|passports?|passeports?|visas?|immigration|landing|application|demande|citizenship|citoyenneté|ircc|work permit|study permit|permis|biometrics|biométrie|dossier|file|gckey|account|compte|temporary password|mot de passe)|[您你]的.{0,6}(?:永久居民|枫叶卡|护照|移民|签证|申请|ecopr)",
);
