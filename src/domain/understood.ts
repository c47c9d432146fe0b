/** What an answer means for the reminder that it answers. Ambiguity is answered, never guessed. */

import type { Command } from "./answers.ts";
import { dayMs } from "./instants.ts";
import type { Task } from "./letter.ts";

export type Understood =
  | { readonly outcome: "noted"; readonly command: Command & { readonly tasks: readonly Task[] } }
  /** "done", where the reminder tells of several tasks that are still open. */
  | { readonly outcome: "which"; readonly tasks: readonly Task[] }
  | { readonly outcome: "unknown"; readonly tasks: readonly Task[] };

/** `told`: the tasks that the reminder tells of; `open`: those of them that are still open; `before`: the last answer's. */
export type Told = {
  readonly told: readonly Task[];
  readonly open: readonly Task[];
  readonly before: readonly Task[];
};

/** A task done by mistake could cost a window, so "done" alone is taken only where it can mean one task. */
export const understand = (command: Command | null, { told, open, before }: Told): Understood => {
  if (command === null || told.length === 0) return { outcome: "unknown", tasks: told };
  const noted = (tasks: readonly Task[]): Understood => ({
    outcome: "noted",
    command: { ...command, tasks, ms: command.verb === "snooze" ? (command.ms ?? dayMs) : null },
  });
  if (command.tasks !== "all" && command.tasks.length > 0) return noted(command.tasks);
  const meant = open.length > 0 ? open : told;
  if (command.tasks === "all") return noted(meant);
  if (command.verb === "undo") return noted(before.length > 0 ? before : told);
  if (command.verb === "done" && meant.length > 1) return { outcome: "which", tasks: meant };
  return noted(meant);
};
