/** What the person knows better than the letter: it wins, whatever the letter says. */

import { type Finding, type Kind, type Task, tasksOfPortal2 } from "./letter.ts";

export type Correction = {
  readonly kind?: Kind;
  readonly subkind?: string | null;
  readonly receivedAt?: Date;
  readonly trust?: "genuine";
  /** It is about nobody's application here, or never happened. */
  readonly notMine?: true;
};

/**
 * The finding as the person says it is. Whoever names the kind or the time of a letter in doubt takes it for
 * genuine; one that was found suspicious counts only once that is said in so many words.
 */
export const correct = (read: Finding, correction: Correction | undefined): Finding => {
  if (correction === undefined) return read;
  // Whoever corrects a letter has looked at it: it is no guess any more.
  const { surmised: _guess, ...sure } = read;
  const { kind, subkind = null, receivedAt, trust } = correction;
  const finding = receivedAt === undefined ? sure : datedBy(sure, receivedAt);
  const { ofKin: _others, ...ones } = finding;
  const taken =
    kind === undefined ? finding : { ...ones, kind, subkind, ...tasksFor(finding, kind, subkind) };
  return {
    ...taken,
    trust: trust === "genuine" || taken.trust === "unverified" ? surely(taken.kind) : trustOf(taken),
  };
};

const datedBy = ({ dateUnread: _unread, ...finding }: Finding, receivedAt: Date): Finding => ({
  ...finding,
  receivedAt,
  approximate: false,
  ...(finding.receivedAt !== null && receivedAt < finding.receivedAt && { redated: true }),
});

/** Where the kind has a trust at all. */
const surely = (kind: Kind): Finding["trust"] => (withoutTrust.includes(kind) ? null : "verified");

const trustOf = ({ kind, trust }: Finding): Finding["trust"] => (trust === null ? surely(kind) : trust);

const withoutTrust: readonly Kind[] = ["own_reply", "own_reminder", "not_ircc"];

/** A letter that was read as the same kind sets what it says; else what such letters set. */
const tasksFor = (finding: Finding, kind: Kind, subkind: string | null): Pick<Finding, "tasks" | "days"> => {
  if (finding.kind === kind && finding.subkind === subkind)
    return { tasks: finding.tasks, days: finding.days };
  const tasks = tasksBySubkind[subkind ?? ""] ?? tasksByKind[kind] ?? [];
  return { tasks, days: finding.days };
};

const tasksByKind: Readonly<Partial<Record<Kind, readonly Task[]>>> = {
  portal1: ["reply"],
  portal2: tasksOfPortal2,
  ecopr: ["print"],
  // What came back did not arrive: it is to be sent again.
  reply_bounced: ["reply"],
};

const tasksBySubkind: Readonly<Record<string, readonly Task[]>> = {
  existing_account: ["presence", "address", "photo"],
  photo_returned: ["photo"],
  passport_request: ["passport"],
};
