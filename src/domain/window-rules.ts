/**
 * The table of windows: what opens one, how long it is, and what ends it.
 *
 * The 7 and 14 days rest on one guide alone (docs/domain.md 0.1 and section 3, [1], confidence C): they are
 * defaults, and a number of days stated in the letter itself wins. The 30 days for printing: [7]; for the passport: [22].
 */

import type { Task } from "./letter.ts";
import type { Milestone } from "./milestones.ts";

export type Rule = {
  readonly task: Task;
  readonly opensWith: readonly Milestone[];
  /** Null where no letter and no source gives a number of days. */
  readonly days: number | null;
  /** Milestones that show the task was done. */
  readonly doneBy: readonly Milestone[];
  /** Milestones after which the task no longer matters. */
  readonly closedBy: readonly Milestone[];
};

/** What the person can only say who has an eCoPR, or is in the portal: so they confirm what no letter proved. */
const saysConfirmed: readonly Milestone[] = ["done:print", "done:card", "card_received", "done:land"];
/** Whoever is sent a card is a permanent resident. */
const isResident: readonly Milestone[] = ["confirmed", "card_mailed", ...saysConfirmed];
const saysInPortal: readonly Milestone[] = ["done:password", "done:presence", "done:address", "done:photo"];

export const rules: readonly Rule[] = [
  {
    task: "reply",
    opensWith: ["invited", "reply_bounced"],
    days: null,
    doneBy: ["done:reply", "answered"],
    closedBy: ["credentialed", ...isResident, ...saysInPortal],
  },
  {
    task: "password",
    opensWith: ["credentialed", "family_credentialed"],
    days: 14,
    doneBy: ["done:password"],
    closedBy: isResident,
  },
  {
    task: "presence",
    opensWith: ["credentialed", "family_credentialed"],
    days: 7,
    doneBy: ["done:presence"],
    closedBy: isResident,
  },
  {
    task: "address",
    opensWith: ["credentialed", "family_credentialed"],
    days: 7,
    doneBy: ["done:address"],
    closedBy: isResident,
  },
  {
    task: "photo",
    opensWith: ["credentialed", "family_credentialed", "photo_returned"],
    days: 7,
    doneBy: ["done:photo"],
    closedBy: isResident,
  },
  {
    task: "passport",
    opensWith: ["passport_requested", "family_passport_requested"],
    days: 30,
    doneBy: ["done:passport"],
    closedBy: ["copr_valid_until", ...isResident],
  },
  {
    // The person tells the day: docs/domain.md [32], and no extension [33].
    task: "land",
    opensWith: ["copr_valid_until"],
    days: null,
    doneBy: ["done:land"],
    closedBy: isResident,
  },
  {
    task: "print",
    opensWith: ["confirmed", "family_confirmed"],
    days: 30,
    doneBy: ["done:print"],
    closedBy: ["card_received", "done:card"],
  },
];
