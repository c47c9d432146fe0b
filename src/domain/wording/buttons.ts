/** What the person can answer with one press: done, or later. */

import type { Command } from "../answers.ts";
import { dayMs, hourMs } from "../instants.ts";
import type { Task } from "../letter.ts";
import type { ReminderFacts, ReminderItem } from "../plan.ts";
import { amountsOf } from "../time-left.ts";
import { doneCommand } from "./commands.ts";
import type { Phrasebook } from "./phrasebook.ts";
import { endsOf, hasClosed } from "./sorting.ts";

export type Button = { readonly label: string; readonly command: Command };

export type Buttons = {
  /** One for each task that the mail tells of. */
  readonly done: readonly (Button & { readonly task: Task })[];
  /** Null where no other reminder is to come: there is none that could come later. */
  readonly later: Button | null;
};

export const buttonsOf = (facts: ReminderFacts, { labels, later, duration }: Phrasebook): Buttons => {
  const able = facts.items.filter((item) => item.isLast !== true && !hasClosed(item, facts.now));
  const ms = able.length === 0 ? null : laterMs(able, facts.now);
  const tasks = facts.items.map(({ window }) => window.task);
  const tasksLater = able.map(({ window }) => window.task);
  return {
    done: tasks.map((task) => ({
      task,
      label: labels.doneButton,
      command: { verb: "done", tasks: [task], ms: null },
    })),
    later:
      ms === null
        ? null
        : {
            label: later(duration(amountsOf(ms))),
            command: {
              verb: "snooze",
              tasks: tasks.length > 1 && tasksLater.length === tasks.length ? "all" : tasksLater,
              ms,
            },
          },
  };
};

/** The same for the terminal, one for each task. */
export const doneCommands = (
  { amongSeveral, caseId }: ReminderFacts,
  items: readonly ReminderItem[],
): readonly string[] =>
  items.map(({ window }) => doneCommand(window.task, amongSeveral === true ? caseId : null));

/** The less time is left, the sooner "later" is. */
const laterMs = (items: readonly ReminderItem[], now: Date): number => {
  const end = endsOf(items, now)[0];
  if (end === undefined) return dayMs;
  const left = end.closesAt.getTime() - now.getTime();
  if (left > 2 * dayMs) return dayMs;
  return left > dayMs / 2 ? 6 * hourMs : hourMs;
};
