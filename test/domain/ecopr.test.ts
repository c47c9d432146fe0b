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
