import { expect, test } from "@jest/globals";
import { sampleKinds, sampleMail, testMail } from "../../src/domain/sample-mails.ts";
import { languages } from "../../src/domain/wording/phrasebook.ts";

const viewer = { now: new Date("2026-11-27T15:42:10Z"), timeZone: "America/Toronto", caseLabel: "me" };

test.each(languages)("every kind of e-mail has a sample in %s, each with its own subject", (language) => {
  const mails = sampleKinds.map((kind) => sampleMail(kind, viewer, language));
  expect(new Set(mails.map(({ subject }) => subject)).size).toBe(sampleKinds.length);
  for (const mail of mails) {
    expect(JSON.stringify(mail)).not.toMatch(/undefined|NaN|Invalid/);
    expect(mail.subject.length).toBeLessThan(220);
  }
});

test("a name that no sample has is an error that names them", () => {
  expect(() => sampleMail("photo", viewer, "en")).toThrow(/there is no sample "photo"; there are portal1, /);
});

test("the mail that test-mail sends says that it is a sample, in the subject and in the mail", () => {
  const words = testMail(viewer, "en");
  expect(words.subject).toBe("Sample – 2 days left: upload your photo – closes Sun 29 Nov, 10:42");
  expect(words.cautions[0]).toContain("invented");
});

test("a sample asks for no answer that would be noted in a real case", () => {
  const words = testMail(viewer, null);
  expect(words.howToMarkDone).toEqual([]);
  expect(words.buttons).toEqual({ done: [], later: null });
  expect(words.answer).toBe("");
});
