/** `landfall rules`: the tables that decide, as they stand in the program. */

import { ruleBook, type RuleBook } from "../domain/rule-book.ts";
import type { Io } from "./io.ts";

export const rules = (options: { readonly json: boolean }, io: Io): number => {
  const book = ruleBook();
  io.stdout.write(`${options.json ? JSON.stringify(book, null, 2) : asText(book)}\n`);
  return 0;
};

const asText = ({ kinds, milestones, windows, picture }: RuleBook): string =>
  [
    "Letters",
    ...kinds.map(
      ({ kind, subkind, knownBy, milestone }) =>
        `  ${[kind, subkind].filter(Boolean).join("/")}${milestone === null ? "" : ` → ${milestone}`}: ${[...new Set(knownBy)].join(", ")}`,
    ),
    "",
    "Milestones",
    ...milestones.map(({ milestone, stage }) => `  ${milestone.padEnd(22)} ${stage}`),
    "",
    "Windows (days are defaults: a number that the letter states wins)",
    ...windows.flatMap(({ task, opensWith, days, doneBy, closedBy }) => [
      `  ${task}: ${days === null ? "no known end" : `${days} days`}, opened by ${opensWith.join(", ")}`,
      `    done by ${doneBy.join(", ")}; closed by ${closedBy.join(", ") || "nothing else"}`,
    ]),
    "",
    "Stages (Mermaid)",
    picture,
  ].join("\n");
