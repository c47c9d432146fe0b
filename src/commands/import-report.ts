/** What `import` tells of what it read. */

import type { ShownLetter } from "../flow/snapshot.ts";
import type { Unreadable } from "../mailbox/archive.ts";
import { letterLines } from "./letter-lines.ts";
import { letterJson } from "./present.ts";

type Read = {
  readonly messages: number;
  /** Letters, replies and answers among them, known ones too. */
  readonly wanted: number;
  /** New ones. */
  readonly letters: readonly ShownLetter[];
  readonly unreadable: readonly Unreadable[];
};

export const importJson = ({ messages, letters, unreadable }: Read, timeZone: string): string =>
  JSON.stringify(
    { messages, letters: letters.map((letter) => letterJson(letter, timeZone)), unreadable },
    null,
    2,
  );

export const importText = ({ messages, wanted, letters }: Read, timeZone: string): string => {
  const lines = letterLines(letters, timeZone);
  const head = `Read ${messages} ${messages === 1 ? "message" : "messages"}.`;
  if (lines.length > 0) return [head, "", ...lines, "", next].join("\n");
  if (messages === 0)
    return `${head} Name an mbox file, a Maildir, an .eml file, or a folder that holds some.`;
  return `${head} ${wanted === 0 ? "No letter of IRCC's is among them" : "What letters are among them was known already"}; nothing was added.`;
};

const next = "`landfall status` shows the timeline; `landfall correct LETTER` mends what is wrong.";
