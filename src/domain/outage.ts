/** How long the mailbox could not be looked at: told after 6 hours, a day and three days, each once an outage. */

import { dayMs, hourMs, latest, minuteMs, shift } from "./instants.ts";
import type { Note, ToldNote } from "./notes.ts";

/** What is known of the mailbox that is watched. */
export type Looked = {
  /** Null before the first look. */
  readonly lastLookAt: Date | null;
  /** When Landfall first tried. */
  readonly watchedSince: Date | null;
  /** Why the last attempt failed, in plain words; null while all is well. */
  readonly problem: string | null;
  /** Where only a new sign-in helps. */
  readonly mustSignIn?: MustSignIn;
};

export type MustSignIn = { readonly since: Date; readonly problem: string };

export type Patience = {
  readonly pollMs: number;
  /** Since when this process has been running without a sleep of the machine. */
  readonly awakeSince: Date;
};

const steps = [
  ["6h", 6 * hourMs],
  ["24h", dayMs],
  ["3d", 3 * dayMs],
] as const;

/** Without a known problem a look is missed only after so many polls. */
export const missedPolls = 3;
/** After a start, or after the machine slept, a look is tried first. */
const firstTryMs = 15 * minuteMs;

/** Since when it has not been looked at; null where nothing was ever tried. */
export const unseenSince = ({ lastLookAt, watchedSince }: Looked): Date | null => lastLookAt ?? watchedSince;

/** True once a look is so old that something must be wrong. */
export const isOverdue = (looked: Looked, pollMs: number, now: Date): boolean => {
  const since = unseenSince(looked);
  return since === null || now.getTime() - since.getTime() > missedPolls * pollMs;
};

/** The note that is due now, if there is one: nothing is planned for a failure that may never come. */
export const outageNotes = (
  looked: Looked,
  told: readonly ToldNote[],
  patience: Patience,
  now: Date,
): readonly Note[] => {
  const since = unseenSince(looked);
  const known = new Set(told.map(({ key }) => key));
  if (looked.mustSignIn !== undefined) return signInNotes(looked.mustSignIn, known);
  if (since === null || now < readyAt(looked, patience)) return [];
  const passed = steps.filter(([, ms]) => shift(since, ms) <= now && isMeant(ms, looked, patience));
  const last = passed.at(-1);
  if (last === undefined || known.has(keyOf(since, last[0]))) return [];
  const dueAt = latest(shift(since, last[1]), patience.awakeSince);
  return [{ key: keyOf(since, last[0]), topic: "outage", caseId: null, wantedAt: dueAt, dueAt }];
};

/** At once: nothing gets better by waiting, and for some minutes a mail may still go the usual way. */
const signInNotes = ({ since }: MustSignIn, known: ReadonlySet<string>): readonly Note[] => {
  const key = keyOf(since, "sign-in");
  return known.has(key) ? [] : [{ key, topic: "outage", caseId: null, wantedAt: since, dueAt: since }];
};

const keyOf = (since: Date, step: string): string =>
  `outage-${since.toISOString().replaceAll(/[^\dTZ]/g, "")}-${step}`;

/** Whoever looks once a day has not failed after six hours. */
const isMeant = (ms: number, { problem }: Looked, { pollMs }: Patience): boolean =>
  problem !== null || ms >= missedPolls * pollMs;

const readyAt = ({ problem }: Looked, { pollMs, awakeSince }: Patience): Date =>
  shift(awakeSince, problem === null ? Math.max(firstTryMs, missedPolls * pollMs) : firstTryMs);

/** A pass that comes so late means that the machine slept, or that its clock was changed. */
const longestPauseMs = 5 * minuteMs;

export type Awake = { readonly since: Date; readonly seenAt: Date };

/** What each pass of the sweep knows of the one before it. */
export const stillAwake = ({ since, seenAt }: Awake, now: Date): Awake => {
  const pause = now.getTime() - seenAt.getTime();
  return { since: pause < 0 || pause > longestPauseMs ? now : since, seenAt: now };
};
