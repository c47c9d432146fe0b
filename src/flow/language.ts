/** Which language a case is written in. */

import type { CaseEvent } from "../domain/events.ts";
import type { Language } from "../domain/letter.ts";
import type { Ledger } from "./ports.ts";

/** That of the last letter of the case that has one; null where none has. */
export const languageOf = async (
  ledger: Pick<Ledger, "letter">,
  events: readonly CaseEvent[],
): Promise<Language | null> => {
  const sources = events.map(({ source }) => source).filter((source) => source.startsWith("letter:"));
  for (const source of [...new Set(sources)].toReversed()) {
    const language = (await ledger.letter(source.slice("letter:".length)))?.finding?.language;
    if (language) return language;
  }
  return null;
};
