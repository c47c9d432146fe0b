/** `landfall snooze TASK 6h`: reminders of a task put off, never past the last one before its window closes. */

import type { Task } from "../domain/letter.ts";
import { datedMoment as when } from "../domain/wording/moments.ts";
import { snooze as putOff, type SnoozeAnswer } from "../flow/tell.ts";
import { toIso } from "../domain/instants.ts";
import type { Io } from "./io.ts";
import { windowJson } from "./present.ts";
import { withLedger, type WordConfig } from "./with-ledger.ts";

export type SnoozeOptions = {
  readonly task: Task;
  readonly ms: number;
  readonly case?: string | undefined;
  readonly json: boolean;
};

export const snooze = async (config: WordConfig, options: SnoozeOptions, io: Io): Promise<number> => {
  const { task, ms } = options;
  const answer = await withLedger<SnoozeAnswer>(config, async (ports) =>
    putOff(ports, { task, ms, caseId: options.case }),
  );
  if (!answer.ok) {
    io.stderr.write(`landfall snooze ${task}: ${answer.problem}\n`);
    return 1;
  }
  const { timeZone } = config.planning;
  const { record, at, cut } = answer;
  const window = answer.window === undefined ? null : windowJson(answer.window, timeZone);
  const text = options.json
    ? JSON.stringify({ case: record.id, task, remindedAt: toIso(at, timeZone), cut, window })
    : `Noted: you are reminded of ${task} again ${when(at, timeZone)}.${cut ? " That is sooner than you asked: the last reminder before the window closes is never put off." : ""}`;
  io.stdout.write(`${text}\n`);
  return 0;
};
