/** The person says that a task is done, or was not. */

import { randomUUID } from "node:crypto";
import type { Task } from "../domain/letter.ts";
import type { Milestone } from "../domain/milestones.ts";
import { windowsOf, type Window } from "../domain/windows.ts";
import type { CaseRecord, Ledger } from "./ports.ts";
import { replan, type ReplanPorts } from "./replan.ts";

export type Told = {
  readonly task: Task;
  readonly undo: boolean;
  readonly caseId: string | undefined;
  /** When it was done. */
  readonly at: Date;
};

export type Answer =
  | { readonly ok: true; readonly record: CaseRecord; readonly window: Window | undefined }
  | { readonly ok: false; readonly problem: string };

/** Adds the person's word to the case and plans anew. Ambiguity is answered, never guessed. */
export const tell = async (ports: ReplanPorts, told: Told): Promise<Answer> => {
  const record = chooseCase(await ports.ledger.cases(), told.caseId);
  if (typeof record === "string") return { ok: false, problem: record };
  await append(ports.ledger, ports.clock.now(), record, told);
  const { events } = await replan(ports, record.id);
  const windows = windowsOf(events, ports.planning.timeZone, ports.clock.now());
  return { ok: true, record, window: windows.find(({ task }) => task === told.task) };
};

const chooseCase = (cases: readonly CaseRecord[], wanted: string | undefined): CaseRecord | string => {
  const known = cases.map(({ id, label }) => `${id} (${label})`).join(", ");
  if (cases.length === 0)
    return "there is no case yet: run `landfall run` first, until it has found a letter";
  const fitting = wanted === undefined ? cases : cases.filter(({ id }) => id === wanted);
  if (fitting.length === 1) return fitting[0]!;
  return fitting.length === 0
    ? `there is no case "${wanted}": the cases are ${known}`
    : `there are several cases: say which one with --case: ${known}`;
};

const append = async (ledger: Ledger, now: Date, record: CaseRecord, told: Told): Promise<void> => {
  const milestone: Milestone = told.undo ? `undone:${told.task}` : `done:${told.task}`;
  await ledger.append({
    id: `p${randomUUID().replaceAll("-", "").slice(0, 15)}-${milestone.replace(":", "-")}`,
    caseId: record.id,
    milestone,
    at: told.at,
    seenAt: now,
    source: "person",
    trust: "verified",
    forwarded: false,
    approximate: false,
    tasks: [],
    days: {},
  });
};
