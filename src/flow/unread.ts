/** Letters that came and nobody has judged yet. */

import type { Ledger, StoredLetter } from "./ports.ts";

/** The oldest first. */
export const unreadLetters = async (
  ledger: Pick<Ledger, "unjudged" | "letter">,
): Promise<readonly StoredLetter[]> => {
  const letters = await Promise.all((await ledger.unjudged()).map(async (id) => ledger.letter(id)));
  return letters.filter((letter) => letter !== undefined);
};
