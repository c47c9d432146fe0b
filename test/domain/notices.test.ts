import { expect, test } from "@jest/globals";
import { recogniseNotice } from "../../src/domain/notices.ts";
import { readLetter, readOfficial } from "../../src/domain/reading.ts";

const subkindOf = (subject: string, body: string) => recogniseNotice(subject, body)?.subkind ?? null;

test.each([
  ["Votre carte RP sera postée bientôt", "Elle est en production."],
  ["PR card not mailed", "Your address is incomplete."],
  ["Correction", "Our message that your PR card was mailed was an error."],
  ["PR card mailing delayed", "The mailing of your card is delayed."],
  ["Your PR card", "You told us that your card was mailed to your old address."],
])("a card that is still to come moves no case: %s", (subject, body) => {
  expect(subkindOf(subject, body)).toBeNull();
});

test.each([
  ["Passport request withdrawn", "Our request for your passport is withdrawn: keep your passport."],
  ["Demande de passeport annulée", "Notre demande concernant votre passeport est annulée."],
  ["Ready for Visa", "We no longer need your passport. Please disregard our letter."],
  ["Your passport request", "You asked whether we need your passport. We do not need it at this time."],
  ["Passport received", "We have received the passport that we asked you to send."],
  ["Good news", "Your passport, with the visa inside, was given to the courier today."],
  ["Passport", "In May we asked you by mistake to submit your passport. Keep it with you."],
  ["Your appointment", "Please come to our office on June 18. Bring your passport and two photos."],
  ["Beware of fraud", "Criminals pretend to be us. They may ask you to send your passport."],
])("a passport that is not wanted any more opens nothing: %s", (subject, body) => {
  expect(subkindOf(subject, body)).toBeNull();
});

test.each([
  ["Photo received", "Thank you for the new photo, which replaces the one that was not accepted."],
  ["Photo", "Nous avons reçu votre nouvelle photo, celle d'avant avait été refusée."],
  ["Photo", "The photo was first rejected, but we have accepted it. You do not need to upload another one."],
  ["Photo", "Please ignore our message that your photo was rejected. It was sent in error."],
  ["Your PR card expires", "You may apply for a new one online: fill in the form and upload your photo."],
])("a new photo that came is not sent back: %s", (subject, body) => {
  expect(subkindOf(subject, body)).not.toBe("photo_returned");
});

test.each([
  [
    "photo_returned",
    "Photo",
    "Thank you for the new photo, but it was not accepted. Please upload another one.",
  ],
  ["photo_returned", "Photo", "Please upload another photo, to replace the one that was not accepted."],
  ["passport_request", "Ready for Visa", "Disregard our letter of 1 May. Send your passport to Warsaw."],
  ["passport_request", "Passport", "We need your passport for the visa. Our first letter was sent in error."],
  ["card_mailed", "PR card", "The card has been mailed. It was not sent by registered mail."],
  ["card_mailed", "PR card mailed", "If it does not arrive, write to us."],
])("what is wanted or done all the same still counts: %s, %s, %s", (subkind, subject, body) => {
  expect(subkindOf(subject, body)).toBe(subkind);
});

test("what the immigration section of a mission writes is never passed over", () => {
  const kindFrom = (address: string, subject: string) =>
    readOfficial({ subject, text: "It was sent back today.", from: [{ name: "", address }] })?.subkind ??
    null;
  expect(kindFrom("vienna-immigration@international.gc.ca", "Today")).toBe("unknown");
  expect(kindFrom("enquiry@international.gc.ca", "Request for passport: withdrawn")).toBe("unknown");
  expect(kindFrom("events@international.gc.ca", "Today")).toBeNull();
});

test.each([
  [
    "card_mailed",
    "RE: PR card not received",
    "Your card came back to us in May. With the address that you gave us we mailed it again today.",
  ],
  [
    "account_notice",
    "An update",
    "We've sent a letter about your application to your secure account. Log in to read it.",
  ],
  [
    "passport_request",
    "Final step of your application: submit passport",
    "Your application was approved. Within 30 days you must submit it.",
  ],
])("%s: %s", (subkind, subject, body) => {
  expect(subkindOf(subject, body)).toBe(subkind);
});

test.each([
  [
    "Citizenship application: photos",
    "Your citizenship application is returned because the two photos are too small. Please send it again with new photos.",
  ],
  [
    "How to take a photo",
    "Photos are refused if the background is not white. When you are invited, upload a JPEG.",
  ],
  ["Votre photo", "Les photos sont refusées si le fond n'est pas blanc."],
  ["Quarterly update for stakeholders", "6 % of photos were returned; the card was mailed after 33 days."],
  ["Passport request - visitor visa", "Your passport, received on March 3, was returned to you on March 10."],
])("of another's, of everybody's, or over: %s opens nothing and moves nothing", (subject, body) => {
  expect(["photo_returned", "passport_request", "card_mailed"]).not.toContain(subkindOf(subject, body));
});

test.each([
  ["RE: Photo refusée?", "Non, elle a été acceptée le 12 du mois. Aucune mesure n'est requise."],
  ["RE: Passport submission", "We confirm receipt of your passport on 4 August."],
  [
    "Your Canadian passport application / Votre demande de passeport canadien",
    "We have received your application for a Canadian passport.",
  ],
  ["Access to information", "Officer's notes: P1 sent; eCoPR to be issued; photo rejected, new one OK."],
])("a subject is not believed that the body does not bear out: %s", (subject, body) => {
  expect(["photo_returned", "passport_request"]).not.toContain(subkindOf(subject, body));
});

test.each([
  [
    "Foire aux questions",
    "Voici les réponses aux questions que l'on nous pose souvent. Quand recevrai-je mon mot de passe temporaire ?",
  ],
  [
    "PR Portal (PR confirmation) - Reminder",
    "You have not yet uploaded a photo in the portal. Sign in with your account and do so.",
  ],
])("what nobody asked, or what the portal's own subject stands above, is to be read: %s", (subject, body) => {
  expect(readLetter(subject, body)).toBeNull();
});

test("a warning that names a portal letter is no notice of the account's", () => {
  const text =
    "Fraudsters imitate our e-mails titled 'New credentials for PR Confirmation Portal'. A real one asks for no money.";
  expect(subkindOf("Protect yourself from fraud", text)).not.toBe("account_notice");
});
