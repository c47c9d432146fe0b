import { expect, test } from "@jest/globals";
import { languageOf } from "../../src/domain/language.ts";

test.each([
  ["Please reply to this email with your details.", "en"],
  ["Veuillez répondre à ce courriel avec vos renseignements pour le dossier.", "fr"],
  [
    "Please reply to this email with the details. Veuillez répondre à ce courriel avec les renseignements.",
    "bilingual",
  ],
  ["https://www.canada.ca/fr/le/la/les.html", null],
])("%s is %s", (text, language) => {
  expect(languageOf(text)).toBe(language);
});
