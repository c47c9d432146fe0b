/**
 * The milestones of a case, and the stage each one brings it to.
 *
 * Source of the order: docs/domain.md sections 3 and 3b (Portal 1, Portal 2, eCoPR, card).
 */

import type { Task } from "./letter.ts";

export type LetterMilestone =
  | "invited"
  | "answered"
  | "reply_bounced"
  | "credentialed"
  /** Access to the portal for another person of the family. */
  | "family_credentialed"
  | "photo_returned"
  | "confirmed"
  /** The eCoPR of another person of the family: it says nothing of whoever the case's own windows are for. */
  | "family_confirmed"
  | "card_mailed"
  | "family_card_mailed"
  | "card_received"
  | "passport_requested"
  | "family_passport_requested";

/** A milestone that a letter brings, or one that the person tells. */
export type Milestone =
  | LetterMilestone
  | `done:${Task}`
  | `undone:${Task}`
  | `snoozed:${Task}`
  /** No more reminders of the window that is open. */
  | `stopped:${Task}`
  | "copr_valid_until";

/** How far a case is, in order. */
export const stages = [
  "waiting",
  "invited",
  "answered",
  "in_portal",
  "in_review",
  "confirmed",
  "complete",
] as const;
export type Stage = (typeof stages)[number];
