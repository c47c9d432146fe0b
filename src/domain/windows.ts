/** Windows: the time a task has. */

import type { Source } from "./events.ts";
import type { Task, Trust } from "./letter.ts";

export type Window = {
  readonly task: Task;
  readonly opensAt: Date;
  /** Null where no end is known (Portal 1: no deadline is stated anywhere, docs/domain.md section 3). */
  readonly closesAt: Date | null;
  /** The letter's own number of days, or the default. */
  readonly basis: "letter" | "default";
  /** Length in days; null where no end is known. */
  readonly days: number | null;
  readonly approximate: boolean;
  readonly state: "open" | "done" | "closed";
  /** What ended it: the person (done), IRCC's next letter, or time; null while open. */
  readonly endedBy: "person" | "letter" | "time" | null;
  readonly trust: Exclude<Trust, "suspicious">;
  readonly openedBy: Source;
};
