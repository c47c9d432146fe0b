/** `landfall correct LETTER …` and `landfall trust ADDRESS`: the person's word wins over what a letter says. */

import type { ReadingContext } from "../domain/classify.ts";
import { correct, type Correction } from "../domain/correction.ts";
import { windowLine } from "../domain/timeline.ts";
import { datedMoment as when } from "../domain/wording/moments.ts";
import { correctLetter, trust, type Corrected, type Trusted } from "../flow/correct.ts";
import { tellAnswer, type Answered } from "./answer.ts";
import type { Io } from "./io.ts";
import { correctionJson, findingJson, windowJson } from "./present.ts";
import { withLedger, type WordConfig } from "./with-ledger.ts";

export type CorrectOptions = {
  readonly letter: string;
  /** Null takes every correction of the letter back. */
  readonly correction: Correction | null;
  readonly json: boolean;
};

export const correction = async (
  config: WordConfig,
  { letter, correction: said, json }: CorrectOptions,
  io: Io,
): Promise<number> => {
  const { timeZone } = config.planning;
  const answer = await withLedger<Answered<Corrected>>(config, async (ports) =>
    correctLetter(ports, letter, said),
  );
  return tellAnswer(
    answer,
    {
      command: "correct",
      json,
      toJson: (corrected) => ({
        id: corrected.letter.id,
        case: corrected.letter.filing?.caseId ?? null,
        corrected: correctionJson(corrected.correction ?? undefined, timeZone),
        ...(corrected.letter.finding === null
          ? {}
          : findingJson(correct(corrected.letter.finding, corrected.correction ?? undefined), timeZone)),
        windows: corrected.windows.map((window) => windowJson(window, timeZone)),
      }),
      toText: (corrected) =>
        [
          correctedText(corrected, timeZone),
          ...corrected.windows.map((window) => `  ${windowLine(window, timeZone, new Date())}`),
        ].join("\n"),
    },
    io,
  );
};

const correctedText = (corrected: Corrected, timeZone: string): string => {
  const { letter, correction: said, suspicious } = corrected;
  if (said === null) return `Noted: letter ${letter.id} counts as it was read.`;
  if (said.notMine === true) return `Noted: letter ${letter.id} is not yours, and moves nothing.`;
  const parts = [
    said.kind === undefined ? null : `it is ${[said.kind, said.subkind].filter(Boolean).join("/")}`,
    said.receivedAt === undefined ? null : `it came ${when(said.receivedAt, timeZone)}`,
    said.trust === undefined ? null : "it is genuine",
  ].filter((part) => part !== null);
  const doubt = suspicious
    ? " It is suspicious and still moves nothing: add --trust genuine if you are sure of it."
    : "";
  return `Noted of letter ${letter.id}: ${parts.join(", ")}.${doubt} \`landfall correct ${letter.id} --undo\` takes it back.`;
};

export type TrustConfig = WordConfig & { readonly reading: ReadingContext };

export const trustForwarder = async (
  config: TrustConfig,
  { address, undo, json }: { readonly address: string; readonly undo: boolean; readonly json: boolean },
  io: Io,
): Promise<number> => {
  const answer = await withLedger<Answered<Trusted>>(config, async (ports) =>
    trust({ ...ports, reading: config.reading }, address, undo),
  );
  return tellAnswer(
    answer,
    {
      command: "trust",
      json,
      toJson: (trusted) => ({ address: trusted.address, trusted: !undo, judgedAgain: trusted.letterIds }),
      toText: (trusted) =>
        `Noted: what ${trusted.address} forwards is ${undo ? "no longer believed" : "believed"}. Letters judged again: ${trusted.letterIds.join(", ") || "none"}.`,
    },
    io,
  );
};
