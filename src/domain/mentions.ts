/** Letters of IRCC's that speak of a portal letter, or give access to something else, and are none themselves. */

import * as signs from "./mention-signs.ts";
import { states } from "./statement.ts";

/** What a letter was taken for, and how much of a portal letter there is in it. */
export type Taken = {
  readonly kind: "portal1" | "portal2";
  readonly subject: string;
  readonly body: string;
  /** Its subject is one of the portal's. */
  readonly hasTopic: boolean;
  readonly passwordGiven: boolean;
  /** How many of the portal's tasks it speaks of. */
  readonly tasks: number;
};

/** True if it is none after all. */
export const isMention = (taken: Taken): boolean => {
  const { kind, body, passwordGiven } = taken;
  if (kind === "portal1") return states(body, signs.notYet) || isForOtherPaper(taken);
  return isOfAnother(taken) || (!passwordGiven && signs.toldOnly.some((sign) => states(body, sign)));
};

const isForOtherPaper = ({ subject, body, hasTopic }: Taken): boolean =>
  !hasTopic &&
  [subject, body].some((text) => states(text, signs.ofOtherPaper)) &&
  ![subject, body].some((text) => states(text, signs.ofThis));

/** A letter may name what else there is. What asks for the tasks of the landing, or names its portal, is its own. */
const isOfAnother = ({ subject, body, hasTopic, tasks }: Taken): boolean => {
  if (hasTopic) return tasks === 0 && states(body, signs.ofApplying);
  const namesThis = states(body, signs.ofThis) || states(subject, signs.ofThis);
  if (states(subject, signs.ofAnother)) return !(namesThis && tasks >= 2);
  return (states(body, signs.ofAnother) || states(body, signs.ofApplying)) && !namesThis && tasks < 3;
};
