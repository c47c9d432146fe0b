/** What an answer means for the reminder that it answers. Ambiguity is answered, never guessed. */

import type { Command } from "./answers.ts";
import { dayMs } from "./instants.ts";
import type { Task } from "./letter.ts";
import type { Awaited } from "./waiting.ts";

export type Understood =
  | { readonly outcome: "noted"; readonly command: Command & { readonly tasks: readonly Task[] } }
  /** No more notes that it is waited for. */
  | { readonly outcome: "quiet"; readonly waits: readonly Awaited[] }
  /** "done", where the reminder tells of several tasks that are still open. */
  | { readonly outcome: "which"; readonly tasks: readonly Task[] }
  | { readonly outcome: "unknown"; readonly tasks: readonly Task[] };

/**
 * `told`: the tasks that the mail tells of; `open`: those of them that are still open, of a mail of notes those of
 * the case; `before`: the last answer's; `waits`: what a mail of notes says is waited for.
 */
export type Told = {
  readonly told: readonly Task[];
  readonly open: readonly Task[];
  readonly before: readonly Task[];
  readonly waits: readonly Awaited[];
};

/** A task done by mistake could cost a window, so "done" alone is taken only where it can mean one task. */
export const understand = (command: Command | null, mail: Told): Understood => {
  if (command === null) return notUnderstood(mail);
  if (command.tasks !== "all" && command.tasks.length > 0) return noted(command, command.tasks);
  const { told, open, before } = mail;
  if (told.length === 0) return understandNotes(command, mail);
  const meant = open.length > 0 ? open : told;
  if (command.tasks === "all") return noted(command, meant);
  if (command.verb === "undo") return noted(command, before.length > 0 ? before : told);
  if (command.verb === "done" && meant.length > 1) return { outcome: "which", tasks: meant };
  return noted(command, meant);
};

/** A mail of notes tells of no task; it may tell that something is waited for. */
const understandNotes = (command: Command, mail: Told): Understood => {
  const { before, waits } = mail;
  if (command.verb === "stop" && waits.length > 0) return { outcome: "quiet", waits };
  if (command.verb === "done" && waits.includes("card")) return noted(command, ["card"]);
  if (command.verb === "undo" && before.length > 0) return noted(command, before);
  return notUnderstood(mail);
};

const noted = (command: Command, tasks: readonly Task[]): Understood => ({
  outcome: "noted",
  command: { ...command, tasks, ms: command.verb === "snooze" ? (command.ms ?? dayMs) : null },
});

/** With the tasks that could have been named. */
const notUnderstood = ({ told, open, waits }: Told): Understood => ({
  outcome: "unknown",
  tasks: told.length > 0 ? told : [...open, ...(waits.includes("card") ? (["card"] as const) : [])],
});
