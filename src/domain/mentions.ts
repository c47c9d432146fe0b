/** Letters of IRCC's that speak of a portal letter, or give access to something else, and are none themselves. */

import type { Task } from "./letter.ts";
import * as signs from "./mention-signs.ts";
import type { Said } from "./said.ts";
import { statedDays } from "./stated-days.ts";
import { type Statement, states } from "./statement.ts";

/** What a letter was taken for. */
export type Taken = {
  readonly kind: "portal1" | "portal2";
  readonly subject: string;
  readonly body: string;
  readonly said: Said;
};

/** True if it is none after all. */
export const isMention = (taken: Taken): boolean => {
  const { kind, body, said } = taken;
  if (kind === "portal1") return (!said.asksReply && states(body, signs.notAsked)) || isForOtherPaper(taken);
  return isOfAnother(taken) || (!said.passwordGiven && isToldOnly(taken));
};

const isToldOnly = ({ body, said }: Taken): boolean => {
  if (signs.nothingWanted.some((each) => states(body, each))) return true;
  const signsIn = said.existingAccount && said.invited >= 2;
  if (signsIn) return false;
  if (states(body, signs.toldOnly)) return true;
  const isDue = said.tasks === 3 && Object.keys(statedDays(body, tasks)).length > 0;
  return !isDue && states(body, signs.whetherItCame);
};

const tasks: readonly Task[] = ["password", "presence", "address", "photo"];

const isForOtherPaper = (taken: Taken): boolean =>
  taken.said.subject === null && names(taken, signs.ofOtherPaper) && !isOfLanding(taken);

/** A letter may name what else there is. What asks for the tasks of the landing, or names its portal, is its own. */
const isOfAnother = (taken: Taken): boolean => {
  const { subject, body, said } = taken;
  if (said.subject !== null) return said.tasks === 0 && states(body, signs.ofApplying);
  if (states(subject, signs.ofAnother)) return !(isOfLanding(taken) && said.tasks >= 2);
  if (said.tasks === 3 || names(taken, signs.portalNamed)) return false;
  if (names(taken, signs.landingNamed)) return said.tasks < 2 && states(body, signs.anothersAccount);
  return [signs.ofAnother, signs.ofApplying].some((each) => states(body, each));
};

const isOfLanding = (taken: Taken): boolean =>
  names(taken, signs.portalNamed) || names(taken, signs.landingNamed);

const names = ({ subject, body }: Taken, what: Statement): boolean =>
  states(body, what) || states(subject, what);
