/** Letters of IRCC's that speak of a portal letter, or give access to something else, and are none themselves. */

import { tasksOfPortal2 } from "./letter.ts";
import * as signs from "./mention-signs.ts";
import type { Said } from "./said.ts";
import { statedDays } from "./stated-days.ts";
import { type Statement, states } from "./statement.ts";

/** What a letter was taken for. */
export type Taken = {
  readonly kind: "portal1" | "portal2";
  /** It gives no password: an account that is there already. */
  readonly isExisting: boolean;
  readonly subject: string;
  readonly body: string;
  readonly said: Said;
};

/** True if it is none after all. */
export const isMention = (taken: Taken): boolean => {
  const { kind, said } = taken;
  if (kind === "portal1") return (!said.asksReply && isOfNoReply(taken)) || isForOtherPaper(taken);
  if (taken.isExisting && isOtherTask(taken)) return true;
  return isOfAnother(taken) || (!said.passwordGiven && isToldOnly(taken));
};

/** Details are asked for by letters that want them in a form, and told of by those that explain. */
const isOfNoReply = ({ body, said }: Taken): boolean =>
  [signs.notAsked, signs.toldOnly, signs.forged].some((each) => states(body, each)) ||
  // Portal 1 may want the answer at another address than its own.
  (said.subject === null && [signs.notByReply, signs.inForm].every((each) => states(body, each)));

const isToldOnly = (taken: Taken): boolean => {
  const { body, said } = taken;
  if (signs.nothingWanted.some((each) => states(body, each))) return true;
  const signsIn = said.existingAccount && said.invited >= 2;
  if (signsIn) return false;
  if (states(body, signs.toldOnly)) return true;
  if (isDue(taken)) return false;
  const opensOne = said.newAccount || said.passwordComes;
  return states(body, signs.whetherItCame) || (!opensOne && states(body, signs.forged));
};

/** All of the tasks, within so many days. */
const isDue = ({ body, said }: Taken): boolean =>
  said.tasks === 3 && Object.keys(statedDays(body, tasksOfPortal2)).length > 0;

const isForOtherPaper = (taken: Taken): boolean =>
  taken.said.subject === null && names(taken, signs.ofOtherPaper) && !isOfLanding(taken);

/** With the account that is there already one does many things: two of the three tasks may be an application's. */
const isOtherTask = (taken: Taken): boolean => {
  const { body, said } = taken;
  if (said.subject !== null || said.confirmTask) return false;
  if (!isDue(taken) && states(body, signs.doneAlready)) return true;
  if (said.tasks === 3 || names(taken, signs.landingNamed)) return false;
  return !names(taken, signs.portalNamed) || states(body, signs.lacking);
};

/** A letter may name what else there is. What asks for the tasks of the landing, or names its portal, is its own. */
const isOfAnother = (taken: Taken): boolean => {
  const { subject, body, said } = taken;
  if (said.subject !== null) return said.tasks === 0 && states(body, signs.ofApplying);
  if (states(subject, signs.ofAnother)) return !(isOfLanding(taken) && said.tasks >= 2);
  if (said.tasks === 3 || names(taken, signs.portalNamed)) return false;
  if (names(taken, signs.landingNamed)) return said.tasks < 2 && states(body, signs.anothersAccount);
  if ([signs.ofAnother, signs.ofApplying].some((each) => states(body, each))) return true;
  return said.tasks < 2 && !names(taken, signs.residenceNamed) && !states(subject, signs.credentialsNamed);
};

const isOfLanding = (taken: Taken): boolean =>
  names(taken, signs.portalNamed) || names(taken, signs.landingNamed);

const names = ({ subject, body }: Taken, what: Statement): boolean =>
  states(body, what) || states(subject, what);
