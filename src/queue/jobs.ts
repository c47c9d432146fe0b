/**
 * What lies in the queue: pointers into the ledger, nothing else. A job's shape has a version, so that
 * a newer program can still read what an older one left.
 */

import { z } from "zod";

export const letterJob = z.object({ v: z.literal(1), letterId: z.string().min(1) });
export const reminderJob = z.object({ v: z.literal(1), reminderId: z.string().min(1) });

export type LetterJob = z.infer<typeof letterJob>;
export type ReminderJob = z.infer<typeof reminderJob>;

/** BullMQ's ids may be no plain integer and hold no ":"; the same pointer always has the same id. */
export const letterJobId = (letterId: string): string => `l-${letterId}`;
export const reminderJobId = (reminderId: string): string => `r-${reminderId}`;
