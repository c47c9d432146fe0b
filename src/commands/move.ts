/** `landfall assign`, `split`, `merge` and `label`: whose letter it is, as the person says. */

import {
  assign,
  label,
  merge,
  split,
  type Labelled,
  type Merged,
  type Moved,
  type SaidBefore,
} from "../flow/move.ts";
import { tellAnswer, type Answered } from "./answer.ts";
import type { Io } from "./io.ts";
import { withLedger, type WordConfig } from "./with-ledger.ts";

type Json = { readonly json: boolean };

/** `caseId` null takes the assignment back. */
export const assignLetter = async (
  config: WordConfig,
  { letter, caseId, json }: Json & { readonly letter: string; readonly caseId: string | null },
  io: Io,
): Promise<number> =>
  tellAnswer(
    await withLedger<Answered<Moved>>(config, async (ports) => assign(ports, letter, caseId)),
    { command: "assign", json, toJson: movedJson, toText: movedText },
    io,
  );

export const splitLetters = async (
  config: WordConfig,
  { letters, json }: Json & { readonly letters: readonly string[] },
  io: Io,
): Promise<number> =>
  tellAnswer(
    await withLedger<Answered<Moved>>(config, async (ports) => split(ports, letters)),
    {
      command: "split",
      json,
      toJson: movedJson,
      toText: (moved) =>
        moved.caseId === null
          ? movedText(moved)
          : `${movedText(moved)} Give it a name with \`landfall label ${moved.caseId} NAME\`; \`landfall assign LETTER --undo\` takes it back.`,
    },
    io,
  );

/** `into` null takes the merger back. */
export const mergeCases = async (
  config: WordConfig,
  { caseId, into, json }: Json & { readonly caseId: string; readonly into: string | null },
  io: Io,
): Promise<number> =>
  tellAnswer(
    await withLedger<Answered<Merged>>(config, async (ports) => merge(ports, caseId, into)),
    {
      command: "merge",
      json,
      toJson: (merged) => ({ case: merged.caseId, into: merged.into }),
      toText: (merged) =>
        merged.into === null
          ? `Noted: ${merged.caseId} is a case of its own again.`
          : `Noted: ${merged.caseId} and ${merged.into} are one case, ${merged.into}. \`landfall merge ${merged.caseId} --undo\` takes it back.`,
    },
    io,
  );

/** `name` null takes the last one back. */
export const labelCase = async (
  config: WordConfig,
  { caseId, name, json }: Json & { readonly caseId: string; readonly name: string | null },
  io: Io,
): Promise<number> =>
  tellAnswer(
    await withLedger<Answered<Labelled>>(config, async (ports) => label(ports, caseId, name)),
    {
      command: "label",
      json,
      toJson: ({ record }) => ({ case: record.id, label: record.label }),
      toText: ({ record }) =>
        name === null
          ? `Noted: ${record.id} is called ${record.label} again.`
          : `Noted: ${record.id} is called ${record.label}. \`landfall label ${record.id} --undo\` takes it back.`,
    },
    io,
  );

const movedJson = ({ letterIds, caseId, said }: Moved) => ({
  letters: letterIds,
  case: caseId,
  ...(said.length > 0 && { said }),
});

const movedText = ({ letterIds, caseId, nowhere, said }: Moved): string => {
  const moved = letterIds.filter((id) => !nowhere.includes(id));
  return [
    moved.length === 0 ? "Noted." : `Noted: ${lettersText(moved, "lies", "lie")} in ${caseId}.`,
    nowhere.length === 0
      ? null
      : `For now ${lettersText(nowhere, "moves", "move")} no case: ${nowhere.length === 1 ? "it is suspicious, or sets" : "they are suspicious, or set"} nothing to do.`,
    ...said.map(saidText),
  ]
    .filter((part) => part !== null)
    .join(" ");
};

const lettersText = (ids: readonly string[], one: string, several: string): string =>
  ids.length === 1 ? `letter ${ids.join()} ${one}` : `letters ${ids.join(", ")} ${several}`;

const saidText = ({ caseId, milestones, into }: SaidBefore): string => {
  const what = [...new Set(milestones.map(wordsOf))].join(", ");
  return into === null
    ? `What you had said of ${caseId} (${what}) counts for none of them now: if it still holds, say it again with --case.`
    : `What you had said of ${caseId} goes along to ${into}: ${what}.`;
};

const wordsOf = (milestone: SaidBefore["milestones"][number]): string => {
  const [how, task] = milestone.split(":");
  return task === undefined ? "the last day of your CoPR" : `${task} ${hows[how ?? ""] ?? how}`;
};

const hows: Readonly<Record<string, string>> = {
  done: "is done",
  undone: "is not done",
  snoozed: "is put off",
  stopped: "is not to be reminded of",
};
