/** The person's word on letters and cases: it is written down with all that follows, and the plan is made anew. */

import { randomUUID } from "node:crypto";
import { standing, type Said, type Word } from "../domain/words.ts";
import { takeIn, toFiled } from "./file.ts";
import type { Ledger, StoredLetter } from "./ports.ts";
import { replanAll, type ReplanPorts } from "./replan.ts";

export type Problem = { readonly ok: false; readonly problem: string };

export type Speech = {
  readonly said: readonly Said[];
  readonly mailbox: string;
  /** Letters that it is about, as they are judged now. */
  readonly letters?: readonly StoredLetter[];
};

export const speak = async (ports: ReplanPorts, { said, mailbox, letters = [] }: Speech): Promise<void> => {
  const words = said.map((each, index) => wordOf(each, ports.clock.now(), index));
  await takeIn(ports.ledger, { mailbox, words, letters: letters.flatMap((letter) => toFiled(letter) ?? []) });
  await replanAll(ports);
};

/** Words said at one instant stay in their order. */
const wordOf = (said: Said, saidAt: Date, index: number): Word => ({
  id: `w${saidAt.getTime()}-${index}-${randomUUID().slice(0, 8)}`,
  saidAt,
  said,
});

/** What takes back every standing word of a sort; null where there is none. */
export const takeBack = async (
  ledger: Pick<Ledger, "words">,
  which: (said: Said) => boolean,
): Promise<Said | null> => {
  const wordIds = standing(await ledger.words()).flatMap(({ id, said }) => (which(said) ? [id] : []));
  return wordIds.length === 0 ? null : { what: "taken back", wordIds };
};

/** What takes back the last standing word of a sort, so that the one before it holds; null where there is none. */
export const takeBackLast = async (
  ledger: Pick<Ledger, "words">,
  which: (said: Said) => boolean,
): Promise<Said | null> => {
  const last = standing(await ledger.words()).findLast(({ said }) => which(said));
  return last === undefined ? null : { what: "taken back", wordIds: [last.id] };
};
