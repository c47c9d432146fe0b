/** Which language a reminder is written in. */

import type { LetterFacts } from "../plan.ts";
import { english } from "./en/book.ts";
import { french } from "./fr/book.ts";
import type { Phrasebook, ReminderLanguage } from "./phrasebook.ts";
import { chinese } from "./zh/book.ts";

export const phrasebooks: Readonly<Record<ReminderLanguage, Phrasebook>> = {
  en: english,
  fr: french,
  zh: chinese,
};

/** The language that the person chose (REMIND_LANGUAGE); else that of the letters: French where all are French. */
export const languageFor = (
  chosen: ReminderLanguage | null,
  letters: readonly (Pick<LetterFacts, "language"> | null)[],
): ReminderLanguage => {
  if (chosen !== null) return chosen;
  const known = letters.filter((letter) => letter !== null);
  return known.length > 0 && known.every(({ language }) => language === "fr") ? "fr" : "en";
};
