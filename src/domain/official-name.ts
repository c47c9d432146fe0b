/** Display names by which a sender calls itself Canada's immigration department. */

import { fold } from "./fold.ts";

/**
 * True of a name that says nothing else: "IRCC", "Immigration Canada - No Reply". Whoever only speaks of the department in
 * a name ("Anna, IRCC licensed"), or turns it round as firms do ("Canada Immigration Experts"), is not called so.
 */
export const isOfficialName = (name: string): boolean => {
  const text = fold(name.slice(0, longest))
    .replace(/ (?:via|by|from) .*$/, "")
    .replaceAll(/[^a-z]+/g, " ")
    .trim();
  const rest = text.replaceAll(cores, " ");
  return rest !== text && rest.split(" ").every((word) => word === "" || plain.has(word));
};

const longest = 200;

const cores =
  /\b(?:ircc(?: gc ca)?|cic gc ca|(?:citizenship and )?immigration canada|citoyennete et immigration canada|immigration,? refugees,? (?:and |& )?citizenship(?: canada)?|immigration refugies et citoyennete(?: canada)?|(?:pr|permanent residen(?:ce|t)) (?:\(?pr\)? )?confirmation(?: portal)?|(?:canadian |canada )?permanent residen(?:ce|t) (?:pr )?portal|portail (?:de (?:la )?)?(?:confirmation (?:de (?:la )?)?)?(?:residence permanente|rp)|confirmation (?:de la )?rp|government of canada|gouvernement du canada)\b/g;

/** What may stand beside it. */
const plain: ReadonlySet<string> = new Set(
  `no not do reply noreply donotreply ne pas repondre nepasrepondre notification notifications alert alerts portal portail
  online client clients service support team equipe officer agent department dept ministere office bureau centre center
  processing account compte secure case application applications status visa visas passport passports ecopr pr rp
  confirmation official system canada canadian the of and for et de du la le des d immigration canadien prconfirmation confirmationrp gckey gc key eservices`
    .trim()
    .split(/\s+/),
);
