import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { forms } from "../../src/domain/notice-forms.ts";
import * as portal1Signs from "../../src/domain/portal1-signs.ts";
import * as signs from "../../src/domain/signs.ts";
import { earlier, not, statement, type Statement, states } from "../../src/domain/statement.ts";
import * as documents from "../../src/domain/vocabulary/documents.ts";
import * as photos from "../../src/domain/vocabulary/photos.ts";
import * as things from "../../src/domain/vocabulary/things.ts";

const cardSent = statement({
  means: "the card was sent",
  source: "",
  says: [[things.card, documents.mailed]],
  unless: [things.otherCard],
});
const photoRefused = statement({
  means: "the photo was refused",
  source: "",
  says: [
    [things.photo, photos.returned],
    [things.photo, not(photos.accepted)],
    [earlier(things.photo), photos.another, photos.supply],
  ],
});

test.each([
  ["Your card was mailed."],
  ["We have put your card\nin the mail."],
  ["On Monday we sent it: your new card!"],
  ["Votre carte vient d'être mise à la poste."],
  ["VOTRE CARTE A ÉTÉ POSTÉE"],
  ["Votre carte vient d'?tre exp?di?e."],
  ["Votre carte a t expdie."],
  ["Your card was mailed and will arrive within two weeks."],
  ["Before you travel, wait: your card was mailed."],
])("a sentence states what its words say, in whatever order: %s", (text) => {
  expect(states(text, cardSent)).toBe(true);
});

test.each([
  ["denied", "Your card was not mailed."],
  ["denied", "Your card has not yet been sent."],
  ["denied", "Votre carte n'a pas été postée."],
  ["to come", "Your card will be mailed to you."],
  ["to come", "Votre carte sera postée."],
  ["to come", "Votre carte vous sera bientôt expédiée."],
  ["a condition", "Tell us if your card was mailed."],
  ["a condition", "Once your card has been mailed, the portal shows it."],
  ["a condition", "If you move before your card is mailed, tell us."],
  ["a condition", "Dès que votre carte aura été postée, le portail l'indiquera."],
  ["of another thing", "A gift card was sent."],
  ["said of two things", "Here is your card. The letter was mailed."],
  ["said of two things", "We print your card; the letter was mailed."],
])("what is %s is not stated: %s", (_what, text) => {
  expect(states(text, cardSent)).toBe(false);
});

test.each([
  [true, "We could not use your photo."],
  [true, "The picture does not show your whole face."],
  [true, "La photo ne montre pas tout votre visage."],
  [true, "Here is your photo. Please send another one."],
  [false, "Your photo was accepted, and you do not need to send anything."],
  [false, "Your photo was accepted. Thank you. Another one is on file, no need to send it."],
  [false, "If your photo is not accepted, we will tell you."],
])("a denial reaches over the few words behind it: %s, %s", (expected, text) => {
  expect(states(text, photoRefused)).toBe(expected);
});

test("what only looks like a thing hides the words in it", () => {
  const granted = statement({ means: "", source: "", says: [[things.status, documents.granted]] });
  expect(states("Your permanent residence was approved.", granted)).toBe(true);
  expect(states("Your application for permanent residence was approved.", granted)).toBe(false);
  expect(states("Votre demande de résidence permanente est finalisée.", granted)).toBe(false);
});

const everyStatement: readonly Statement[] = [
  ...[...Object.values(signs), ...Object.values(portal1Signs)].flat(),
  ...forms,
];

test("nothing that stands in a text makes a statement fail, and what is all denied is never stated", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      for (const each of everyStatement) expect(states(text, each)).toBe(states(text, each));
    }),
  );
});
