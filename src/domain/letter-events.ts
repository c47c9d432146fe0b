/** From a finding to the events it brings to a case. */

import type { CaseEvent } from "./events.ts";
import { noIdentifiers, type Finding, type Kind, type Letter } from "./letter.ts";
import type { LetterMilestone } from "./milestones.ts";
import { ofAnother, peopleIn } from "./people.ts";

/** Without identifiers it names nobody. */
export type EventfulLetter = Pick<Letter, "id" | "seenAt"> & Partial<Pick<Letter, "identifiers">>;

/** The events of one letter; none where it is suspicious or moves nothing. The same letter gives the same ids. */
export const eventsOfLetter = (
  letter: EventfulLetter,
  finding: Finding,
  caseId: string,
): readonly CaseEvent[] => {
  const { kind, subkind } = finding;
  const own = milestoneBySubkind[`${kind}/${subkind}`] ?? milestoneByKind[kind];
  const milestone = finding.ofKin === true && own !== undefined ? (ofAnother[own] ?? own) : own;
  if (milestone === undefined || finding.trust === "suspicious") return [];
  const people = peopleIn(letter.identifiers ?? noIdentifiers);
  return [
    {
      id: `${letter.id}-${milestone}`,
      caseId,
      milestone,
      at: finding.receivedAt ?? letter.seenAt,
      seenAt: letter.seenAt,
      source: `letter:${letter.id}`,
      // A reply counts only where it lies in Sent, and there nobody but the person puts mail.
      trust: finding.surmised === true ? "unverified" : (finding.trust ?? "verified"),
      forwarded: finding.forwarded,
      approximate: finding.approximate || finding.receivedAt === null,
      tasks: finding.tasks,
      days: finding.days,
      ...(finding.dateUnread && { dateUnread: true }),
      ...(finding.redated && { redated: true }),
      ...(people && { people }),
    },
  ];
};

/** What a letter's kind alone does not say. */
const milestoneBySubkind: Readonly<Record<string, LetterMilestone>> = {
  "portal2/family_member": "family_credentialed",
  "ecopr/family_member": "family_confirmed",
  "other_ircc/photo_returned": "photo_returned",
  "other_ircc/passport_request": "passport_requested",
  "other_ircc/card_mailed": "card_mailed",
};

const milestoneByKind: Partial<Record<Kind, LetterMilestone>> = {
  portal1: "invited",
  portal2: "credentialed",
  ecopr: "confirmed",
  own_reply: "answered",
  reply_bounced: "reply_bounced",
};
