import { expect, test } from "@jest/globals";
import { isOfFamily } from "../../src/domain/whose-ecopr.ts";

const subject = "PR Portal (PR confirmation) - eCoPR Available for Download";
const toMira = (text: string): string => `Dear Mira Okafor,\n\n${text}`;

test.each([
  ["The eCoPR of Tobe Okafor and Ada Okafor is available for download."],
  ["The eCoPRs of your children Tobe and Ada are available for download."],
  ["The eCoPR of the following family member is now available for download: OKAFOR, Tobe."],
])("it is of others alone: %s", (text) => {
  expect(isOfFamily(subject, toMira(text))).toBe(true);
});

test.each([
  ["The eCoPR of Tobe Okafor and of Mira Okafor are available for download."],
  ["La CRPe de Tobe Okafor et de Mira Okafor est prête à être téléchargée."],
  ["The eCoPR of your child Tobe and your own are available for download."],
  ["The eCoPR for your child is available for download. Your eCoPR was issued on November 2."],
  ["The eCoPR of the principal applicant and those of the family members can be downloaded."],
])("one that names two is the reader's as well: %s", (text) => {
  expect(isOfFamily(subject, toMira(text))).toBe(false);
});
