/** From a finding to the events it brings to a case. */

import type { CaseEvent } from "./events.ts";
import type { Finding, Kind, Letter } from "./letter.ts";
import type { LetterMilestone } from "./milestones.ts";

/** The events of one letter; none where it is suspicious or moves nothing. The same letter gives the same ids. */
export const eventsOfLetter = (
  letter: Pick<Letter, "id" | "seenAt">,
  finding: Finding,
  caseId: string,
): readonly CaseEvent[] => {
  const milestone = milestoneBySubkind[finding.subkind ?? ""] ?? milestoneByKind[finding.kind];
  if (milestone === undefined || finding.trust === "suspicious") return [];
  return [
    {
      id: `${letter.id}-${milestone}`,
      caseId,
      milestone,
      at: finding.receivedAt ?? letter.seenAt,
      seenAt: letter.seenAt,
      source: `letter:${letter.id}`,
      // A reply counts only where it lies in Sent, and there nobody but the person puts mail.
      trust: finding.trust ?? "verified",
      forwarded: finding.forwarded,
      approximate: finding.approximate || finding.receivedAt === null,
      tasks: finding.tasks,
      days: finding.days,
    },
  ];
};

/** What a letter's kind alone does not say. */
const milestoneBySubkind: Readonly<Record<string, LetterMilestone>> = {
  family_member: "family_credentialed",
  photo_returned: "photo_returned",
  passport_request: "passport_requested",
  card_mailed: "card_mailed",
};

const milestoneByKind: Partial<Record<Kind, LetterMilestone>> = {
  portal1: "invited",
  portal2: "credentialed",
  ecopr: "confirmed",
  own_reply: "answered",
  reply_bounced: "reply_bounced",
};
