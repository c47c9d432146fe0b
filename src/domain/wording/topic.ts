/** What a mail of notes can be about: how each topic is worded. */

import type { NoteFacts } from "../note-facts.ts";
import type { Section } from "../wording.ts";
import type { NotePhrases } from "./note-phrases.ts";
import type { Phrasebook } from "./phrasebook.ts";

/** `news`: the subject without what a letter says, for those who are told where it may not go; absent: the subject itself. */
export type Headline = { readonly subject: string; readonly lead: string; readonly news?: string };

export type Topic = {
  readonly why: keyof NotePhrases["why"];
  /** Null where there is nothing to tell of it. */
  readonly headline: (facts: NoteFacts, phrases: Phrasebook) => Headline | null;
  /** `named`: the mail's own subject tells of it already. */
  readonly sections: (facts: NoteFacts, phrases: Phrasebook, named: boolean) => readonly Section[];
};
