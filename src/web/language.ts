/** In which language the page is shown, and its words, loaded when they are first wanted. */

import { phrasebooks } from "../domain/wording/books.ts";
import { languages, type Phrasebook, type ReminderLanguage } from "../domain/wording/phrasebook.ts";
import type { PageWords } from "./words/words.ts";

export type Spoken = {
  readonly language: ReminderLanguage;
  readonly words: PageWords;
  /** What reminders say. */
  readonly phrases: Phrasebook;
};

export const speak = async (language: ReminderLanguage): Promise<Spoken> => ({
  language,
  words: (await books[language]()).words,
  phrases: phrasebooks[language],
});

const books = {
  en: () => import("./words/en.ts"),
  fr: () => import("./words/fr.ts"),
  zh: () => import("./words/zh.ts"),
} as const;

/** What was chosen on the page, else in the settings, else in the browser (RFC 9110 section 12.5.4). */
export const languageOf = (
  chosen: string | undefined,
  configured: ReminderLanguage | null,
  accepted: string | undefined,
): ReminderLanguage => known(chosen) ?? configured ?? preferred(accepted ?? "") ?? "en";

export const known = (tag: string | undefined): ReminderLanguage | undefined =>
  languages.find((language) => tag?.toLowerCase().split("-")[0] === language);

const preferred = (accepted: string): ReminderLanguage | undefined =>
  accepted
    .split(",")
    .map((each) => each.trim().split(";q="))
    .toSorted(([, one = "1"], [, other = "1"]) => Number(other) - Number(one))
    .flatMap(([tag]) => known(tag) ?? [])[0];
