/** `landfall assign`, `split`, `merge` and `label`: whose letter it is, as the person says. */

import { assign, label, merge, split, type Labelled, type Merged, type Moved } from "../flow/move.ts";
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
        `${movedText(moved)} Give it a name with \`landfall label ${moved.caseId} NAME\`; \`landfall assign LETTER --undo\` takes it back.`,
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

export const labelCase = async (
  config: WordConfig,
  { caseId, name, json }: Json & { readonly caseId: string; readonly name: string },
  io: Io,
): Promise<number> =>
  tellAnswer(
    await withLedger<Answered<Labelled>>(config, async (ports) => label(ports, caseId, name)),
    {
      command: "label",
      json,
      toJson: ({ record }) => ({ case: record.id, label: record.label }),
      toText: ({ record }) => `Noted: ${record.id} is called ${record.label}.`,
    },
    io,
  );

const movedJson = ({ letterIds, caseId }: Moved) => ({ letters: letterIds, case: caseId });

const movedText = ({ letterIds, caseId }: Moved): string => {
  const letters = `${letterIds.length === 1 ? "letter" : "letters"} ${letterIds.join(", ")}`;
  return caseId === null
    ? `Noted. For now ${letters} moves no case: it is suspicious, or sets nothing to do.`
    : `Noted: ${letters} ${letterIds.length === 1 ? "lies" : "lie"} in ${caseId}.`;
};
