/** Notes: what the person is told that is about no window, such as a letter that nobody recognised. The data. */

import type { Finding } from "./letter.ts";

export type NoteTopic = "unknown" | "suspicious" | "waiting" | "weekly" | "outage" | "held";

/** One thing to tell. Its key is the same for ever, and is told once. */
export type Note = {
  readonly key: string;
  readonly topic: NoteTopic;
  /** Null where it is about no single case. */
  readonly caseId: string | null;
  /** From here on it goes along with a mail that goes out anyway. */
  readonly wantedAt: Date;
  /** From here on it is worth a mail of its own. */
  readonly dueAt: Date;
};

/** One e-mail of notes alone. Its id is the key of its first note. */
export type PlannedNote = {
  readonly kind: "note";
  readonly id: string;
  readonly caseId: string | null;
  readonly dueAt: Date;
  readonly notices: readonly [];
  readonly notes: readonly Note[];
};

/** A note that went out, is going out, or failed for good. */
export type ToldNote = Pick<Note, "key" | "topic"> & { readonly at: Date };

/** A letter that a note is about: as much of it as the note tells. */
export type NotedLetter = {
  readonly id: string;
  readonly seenAt: Date;
  readonly folder: string;
  readonly subject: string;
  /** Address in its From field; empty where there is none. */
  readonly sender: string;
  readonly finding: Finding;
};

/** A mail as it counts in a day: what it tells beside windows, and whether it tells of any. */
export type Counted = { readonly notes: readonly Note[]; readonly tellsOfWindows: boolean };
