/** `landfall done TASK` and `landfall undo TASK`: the person's word, written into the ledger. */

import type { Task } from "../domain/letter.ts";
import type { Window } from "../domain/windows.ts";
import { tell, type Answer, type Told } from "../flow/tell.ts";
import { systemClock } from "../system.ts";
import { datedMoment as when } from "../domain/wording/moments.ts";
import type { Io } from "./io.ts";
import { windowJson } from "./present.ts";
import { withLedger, type WordConfig } from "./with-ledger.ts";

export type DoneOptions = {
  readonly task: Task;
  readonly undo: boolean;
  readonly case?: string | undefined;
  /** When it was done; now if not said. */
  readonly at?: Date | undefined;
  readonly json: boolean;
};

export const done = async (config: WordConfig, options: DoneOptions, io: Io): Promise<number> => {
  const told: Told = {
    task: options.task,
    undo: options.undo,
    caseId: options.case,
    at: options.at ?? systemClock.now(),
  };
  const answer = await withLedger<Answer>(config, async (ports) => tell(ports, told));
  if (!answer.ok) {
    io.stderr.write(`landfall ${told.undo ? "undo" : "done"} ${told.task}: ${answer.problem}\n`);
    return 1;
  }
  const { timeZone } = config.planning;
  const window = answer.window === undefined ? null : windowJson(answer.window, timeZone);
  const text = options.json
    ? JSON.stringify({
        case: answer.record.id,
        task: told.task,
        done: !told.undo,
        window,
        ended: answer.ended,
      })
    : sentence(told, answer.window, timeZone) + alsoEnded(told, answer.ended);
  io.stdout.write(`${text}\n`);
  return 0;
};

/** Of what the person may not have meant to end. */
const alsoEnded = ({ task, caseId }: Told, ended: readonly Task[]): string =>
  ended.length === 0
    ? ""
    : ` That also ends what was open: ${ended.join(", ")}. If it should not: landfall undo ${task}${caseId === undefined ? "" : ` --case ${caseId}`}`;

const sentence = (told: Told, window: Window | undefined, timeZone: string): string => {
  const said = told.undo ? `Noted: ${told.task} is not done.` : `Noted: ${told.task} is done.`;
  if (window === undefined) return `${said} No window is open for it.`;
  if (window.state !== "open")
    return told.undo ? `${said} Its window has ended.` : `${said} No more reminders for it.`;
  const end =
    window.closesAt === null ? "it has no known end" : `it closes ${when(window.closesAt, timeZone)}`;
  return told.undo
    ? `${said} Its window is open again: ${end}.`
    : `${said} But its window opened later, ${when(window.opensAt, timeZone)}, and stays open: ${end}.`;
};
