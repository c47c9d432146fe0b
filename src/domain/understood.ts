/** What an answer means for the reminder that it answers. Ambiguity is answered, never guessed. */

import type { Command, Verb } from "./answers.ts";
import { dayMs } from "./instants.ts";
import type { Task } from "./letter.ts";
import { taskBefore, type Awaited } from "./waiting.ts";

/** A command of which it is known what it is about. */
export type Meant = Command & { readonly tasks: readonly Task[] };

export type Understood =
  | {
      readonly outcome: "noted";
      readonly command: Meant;
      /** Of an undo, what the answer before had said; null where that is not known. */
      readonly takesBack: Verb | null;
    }
  /** Notes that something is waited for: no more of them, or again. */
  | { readonly outcome: "waiting"; readonly waits: readonly Awaited[]; readonly wanted: boolean }
  /** "done", where the reminder tells of several tasks that are still open. */
  | { readonly outcome: "which"; readonly tasks: readonly Task[] }
  | { readonly outcome: "unknown"; readonly tasks: readonly Task[]; readonly ofNotes: boolean };

/**
 * `told`: the tasks that the mail tells of; `open`: those of them that are still open, of a mail of notes those of
 * the case; `before`: what the answer before this one said; `waits`: what a mail of notes says is waited for.
 */
export type Told = {
  readonly told: readonly Task[];
  readonly open: readonly Task[];
  readonly before: Meant | null;
  readonly waits: readonly Awaited[];
};

/** A task done by mistake could cost a window, so "done" alone is taken only where it can mean one task. */
export const understand = (command: Command | null, mail: Told): Understood => {
  if (command === null) return notUnderstood(mail);
  if (mail.told.length === 0) return understandNotes(command, mail);
  if (command.tasks !== "all" && command.tasks.length > 0) return noted(command, command.tasks, mail);
  const { told, open, before } = mail;
  const meant = open.length > 0 ? open : told;
  if (command.tasks === "all") return noted(command, meant, mail);
  if (command.verb === "undo") return noted(command, before?.tasks ?? told, mail);
  if (command.verb === "done" && meant.length > 1) return { outcome: "which", tasks: meant };
  return noted(command, meant, mail);
};

/** A mail of notes tells of no task; it may tell that something is waited for. */
const understandNotes = (command: Command, mail: Told): Understood => {
  const { before, waits } = mail;
  const named = command.tasks === "all" ? [] : command.tasks;
  if (command.verb === "stop" && isOf(waits, named)) return { outcome: "waiting", waits, wanted: false };
  if (command.verb === "undo" && before?.verb === "stop" && isOf(waits, before.tasks))
    return { outcome: "waiting", waits, wanted: true };
  if (named.length > 0) return noted(command, named, mail);
  if (command.verb === "done" && waits.includes("card")) return noted(command, ["card"], mail);
  if (command.verb === "undo" && before !== null) return noted(command, before.tasks, mail);
  return notUnderstood(mail);
};

/** True if these tasks, or none in particular, are what is waited for. */
const isOf = (waits: readonly Awaited[], named: readonly Task[]): boolean =>
  waits.length > 0 && named.every((task) => waits.some((what) => taskBefore[what] === task));

const noted = (command: Command, tasks: readonly Task[], { before }: Told): Understood => ({
  outcome: "noted",
  command: { ...command, tasks, ms: command.verb === "snooze" ? (command.ms ?? dayMs) : null },
  takesBack: command.verb === "undo" ? (before?.verb ?? null) : null,
});

/** With the tasks that could have been named. */
const notUnderstood = ({ told, open, waits }: Told): Understood => ({
  outcome: "unknown",
  tasks: told.length > 0 ? told : [...open, ...(waits.includes("card") ? (["card"] as const) : [])],
  ofNotes: told.length === 0,
});
