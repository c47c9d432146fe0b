import { expect, test } from "@jest/globals";
import { recognise } from "../../src/domain/recognise.ts";

test.each([
  [
    "asked in a heading",
    "eCoPR: your questions",
    "Is your eCoPR ready to download? We tell you so by e-mail.",
  ],
  [
    "a title in quotation marks",
    "Feedback",
    'You told us that the e-mail "eCoPR available for download" came late.',
  ],
  [
    "a title in brackets",
    "Test message",
    "This is a test: [PR Portal - eCoPR available for download]. Please ignore it.",
  ],
  [
    "a subject that asks",
    "eCoPR available for download? Beware of fraud",
    "Criminals send such e-mails about the eCoPR.",
  ],
  [
    "a subject of something else",
    "Your feedback: eCoPR available for download",
    "Thank you for your words about the eCoPR.",
  ],
  [
    "what comes after a decision",
    "Answer",
    "After a decision is made, your eCoPR is ready to download in the portal.",
  ],
  [
    "one that was issued before",
    "Your CoPR expires",
    "The Confirmation of Permanent Residence we issued in January expires soon.",
  ],
  [
    "a time that is over",
    "PR Portal (PR confirmation) - eCoPR no longer available",
    "The period in which you could download your eCoPR is over.",
  ],
  [
    "a title without marks",
    "Duplicate e-mail",
    "On November 20 you may have received the message eCoPR Available for Download twice.",
  ],
  ["what clients do", "Training", "Module 4: the client receives an eCoPR. Module 5: the client prints it."],
  ["a hold", "Security", "Your screening expired. The eCoPR prepared for you was put on hold."],
  [
    "a copy that came in",
    "PR card",
    "We received your form together with a copy of the eCoPR available in your file.",
  ],
  ["one with a mistake", "Correction", "The eCoPR we placed in your account has a wrong date of birth."],
  [
    "an example",
    "Portal",
    "Documents such as the eCoPR can be downloaded by those to whom they were issued.",
  ],
  ["a lesson", "Webinar", "Learn where the eCoPR is placed in your account and how you print it."],
  ["whoever is sponsored", "Undertaking", "We have issued the eCoPR to the person you sponsor."],
])("who speaks of an eCoPR brings none: %s", (_what, subject, text) => {
  expect(recognise(subject, text)?.kind).not.toBe("ecopr");
});

test.each([
  ['Open "Documents": your eCoPR is available for download there. Is anything wrong? Write to us.'],
  [
    'The status reads "Approved". You are a permanent resident, and your eCoPR is ready to download under "Documents".',
  ],
])("a question or a button beside it takes nothing from one: %s", (text) => {
  expect(recognise("PR Portal", text)).toMatchObject({ kind: "ecopr", surmised: false });
});

test.each([
  [
    "IRCC notification",
    "An electronic Confirmation of Permanent Residence has been issued to you and sits in your account.",
  ],
  ["PR Portal (PR confirmation)", "The eCoPR has been made available to you."],
  ["PR Portal (PR confirmation)", "You can now get your eCoPR."],
  ["Issued", "Today we issued your eCoPR."],
  ["FYI", "We've uploaded the eCoPR to your profile."],
  ["RE: declaration", "I have landed you today. The eCoPR is in the portal now."],
  ["Portail RP (confirmation RP)", "La CRPe vient d'être déposée dans votre compte."],
  ["Votre dossier", "Votre CRPe vous a été délivrée aujourd'hui."],
])("what lies in the reader's account, or was given to the reader, is sure: %s, %s", (subject, text) => {
  expect(recognise(subject, text)).toMatchObject({ kind: "ecopr", surmised: false });
});

test.each([
  ["The eCoPR was issued."],
  ["Now available: eCoPR."],
  ["An eCoPR issued today is no travel document."],
])("a word by itself is surmised: %s", (text) => {
  expect(recognise("PR Portal", text)).toMatchObject({ kind: "ecopr", surmised: true });
});

test.each([
  [
    "an error",
    "Our e-mail said that your eCoPR was ready. That was a mistake: your eCoPR is not available yet.",
  ],
  ["une erreur", "Le courriel indiquait que votre CRPe était disponible. Elle n'est pas encore disponible."],
  ["a delay", "The eCoPR that should have been available for download this week is delayed."],
  ["un retard", "La CRPe qui devait être prête à être téléchargée est retardée."],
  ["an explanation", "The eCoPR can be printed for 30 days. Yours has not been issued as of today."],
  ["it is over", "The eCoPR that was in your account can no longer be downloaded."],
  ["a general remark", "For information only: the eCoPR has been available for 30 days since May."],
  ["a report", "Your representative told us that you printed your eCoPR."],
  ["a copy", "Thank you for sending a copy of your signed eCoPR. It was added to your file."],
  ["a landing elsewhere", "You landed at the airport and got a paper confirmation of permanent residence."],
])("what is not there yet, whatever is told of it, is none: %s", (_what, text) => {
  expect(recognise("PR Portal (PR confirmation)", text)?.kind).not.toBe("ecopr");
});

test.each([
  [
    "the tasks are over",
    "Thank you for declaring presence, address and photo. You can now print your eCoPR.",
  ],
  ["they were approved", "We approved your declaration, address and photo. Your eCoPR is in your account."],
  ["it was late", "Your eCoPR is available for download. We are sorry that it was delayed."],
  ["another's is to come", "Your eCoPR is ready to download. Your spouse's is not available yet."],
  ["a card is to come", "Your eCoPR is ready to download. Your card has not been issued yet."],
  [
    "the children's are to come",
    "Your eCoPR is ready to download. The eCoPRs of your children are not issued yet.",
  ],
  ["another paper needs it", "Your eCoPR is ready to download. A card cannot be issued without it."],
  ["others have none", "Your eCoPR is ready to download. Who does not yet have one will get it later."],
  ["a hint", "Your eCoPR is ready to download. If it is not yet available there, sign out and in again."],
  ["offerte", "La CRPe à votre nom est offerte au téléchargement dans votre compte."],
])("what stands beside one takes nothing from it: %s", (_what, text) => {
  expect(recognise("Your eCoPR", text)).toMatchObject({ kind: "ecopr", surmised: false });
});

test("a subject names what the body only calls the document", () => {
  const body = "Please download the document as soon as possible.";
  expect(recognise("Download your eCoPR within 30 days", body)?.kind).toBe("ecopr");
  expect(recognise("How to download your eCoPR", body)).toBeNull();
  expect(recognise("RE: Download your eCoPR", body)).toBeNull();
});

test.each([
  [
    "What comes next",
    "It's been a month since you became a permanent resident. By now you've probably printed your eCoPR.",
  ],
  [
    "Your PR card",
    "Further to the eCoPR issued to you, this is to tell you that your permanent resident card was mailed on July 14.",
  ],
  [
    "Réponse automatique : votre portail",
    "Votre courriel a bien été reçu par l'équipe chargée de la confirmation de la résidence permanente.",
  ],
  [
    "How was it?",
    "Last month you downloaded your eCoPR from the PR Confirmation Portal. Was it easy? Take the survey.",
  ],
  [
    "Information sur la CRPe",
    "La CRPe remplace le papier pour les personnes qui se trouvent au Canada. Lorsqu'elle sera prête, vous recevrez un courriel distinct.",
  ],
  ["Quarterly update for stakeholders", "Photo to eCoPR issued: 19 days. 6 % of photos were returned."],
])("who names it in passing brings none: %s", (subject, text) => {
  expect(recognise(subject, text)?.kind ?? null).not.toBe("ecopr");
});

test("who is a permanent resident as of today has one, though it only should be there", () => {
  const text =
    "You're a PR as of today. Your eCoPR should be visible in your portal when you next log in. Print it and sign it.";
  expect(recognise("RE: status", text)?.kind).toBe("ecopr");
});

test.each([
  "You are PRs. Your eCoPRs should show up under Documents in the portal tonight. Print them.",
  "I have signed your file, so you are a permanent resident as of now. The confirmation (PDF) appears in your portal account; please download and print it.",
])("who became a permanent resident has one: %s", (text) => {
  expect(recognise("RE: IRCC - Permanent Residence Portal (PR Confirmation)", text)?.kind).toBe("ecopr");
});
