import { expect, test } from "@jest/globals";
import { recogniseNotice } from "../../src/domain/notices.ts";

test.each([
  ["PR card mailed", "The permanent resident card of your daughter was mailed today."],
  ["Carte RP postée", "La carte RP de votre conjoint a été postée le 3 mai."],
  ["Ready for Visa", "Please submit the passport of your spouse within 30 days."],
  ["Demande de passeport", "Veuillez nous envoyer le passeport de votre enfant à charge."],
  ["PR card for your family member", "The card was mailed."],
])("it is another person's: %s, %s", (subject, text) => {
  expect(recogniseNotice(subject, text)?.ofKin).toBe(true);
});

test.each([
  ["PR card mailed", "Your card was mailed. The cards of your family members follow."],
  ["PR cards mailed", "Your PR card and your spouse's PR card were mailed."],
  ["Ready for Visa", "Please send us your passport and the passports of your family members."],
])("it is the reader's as well: %s, %s", (subject, text) => {
  expect(recogniseNotice(subject, text)?.ofKin).toBe(false);
});
