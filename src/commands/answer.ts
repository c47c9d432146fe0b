/** How a command answers: JSON alone, or a sentence, on stdout; what stands in the way on stderr. */

import type { Io } from "./io.ts";

export type Answered<T> = T | { readonly ok: false; readonly problem: string };

export type Telling<T> = {
  /** As it was typed, such as "assign". */
  readonly command: string;
  readonly json: boolean;
  readonly toJson: (answer: T) => unknown;
  readonly toText: (answer: T) => string;
};

/** Prints the answer. Returns the exit code: 1 where it was refused. */
export const tellAnswer = <T extends { readonly ok: true }>(
  answer: Answered<T>,
  { command, json, toJson, toText }: Telling<T>,
  io: Io,
): number => {
  if (!answer.ok) {
    io.stderr.write(`landfall ${command}: ${answer.problem}\n`);
    return 1;
  }
  io.stdout.write(`${json ? JSON.stringify(toJson(answer)) : toText(answer)}\n`);
  return 0;
};
