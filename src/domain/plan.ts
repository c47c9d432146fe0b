/** The data of the reminder plan: what is told when, and in which e-mail. */

import type { Task } from "./letter.ts";

/** Why a notice is sent: a window opened, a rung before it closes, a nudge, or it closed unused. */
export type Step = "opening" | "rung" | "nudge" | "closing";

/** One thing to tell about one task. Its key is the same for ever. */
export type Notice = {
  readonly key: string;
  readonly task: Task;
  readonly step: Step;
  readonly dueAt: Date;
};

/** One e-mail to the person. Its id is the same for ever: it is made from its first notice. */
export type PlannedReminder = {
  readonly id: string;
  readonly caseId: string;
  readonly dueAt: Date;
  readonly notices: readonly Notice[];
};

export type ReminderStatus = "planned" | "claimed" | "sent" | "failed" | "dropped";

/** A reminder as the ledger keeps it. */
export type Reminder = PlannedReminder & {
  readonly status: ReminderStatus;
  readonly claimedAt: Date | null;
  readonly sentAt: Date | null;
  /** Without angle brackets. */
  readonly messageId: string;
  readonly subject: string | null;
  /** The server's answer to a sent reminder, or why the last attempt failed. */
  readonly outcome: string | null;
};
