/** Mail that is made to look like IRCC's and comes from elsewhere: never met with silence. */

import { describe, expect, test } from "@jest/globals";
import { judgeHeaders } from "../../src/domain/candidate.ts";
import { judge } from "../../src/domain/classify.ts";
import { isOfficialName } from "../../src/domain/official-name.ts";
import { nobody } from "../helpers/evaluation.ts";
import { aMessage } from "../helpers/samples.ts";

type Sender = { readonly name: string; readonly address: string };

const phishing: readonly (readonly [subject: string, text: string])[] = [
  ["Your eCoPR is ready", "Your eCoPR is ready. Download it at https://portal.attacker.example."],
  ["Request for Passport", "Send a copy of your passport today to finish your landing."],
  [
    "Action required",
    "Your permanent residence application is on hold: verify your identity within 24 hours.",
  ],
  [
    "Final notice",
    "Your PR Portal account expires tonight. Sign in at https://portal.attacker.example/login.",
  ],
  ["Votre dossier", "Votre dossier de résidence permanente sera fermé. Confirmez vos renseignements."],
  ["Payment", "Pay the fee for your PR card at https://pay.attacker.example."],
  ["Document", "Open the attachment to see the decision on your visa application."],
  ["CRPe", "Votre CRPe est disponible : ouvrez une session à https://attacker.example/connexion."],
];

const senders: readonly Sender[] = [
  { name: "", address: "noreply@cic-gc.ca" },
  { name: "Portal", address: "noreply@notification-canada.ca" },
  { name: "IRCC", address: "x@attacker.example" },
  { name: "Immigration Canada", address: "x@attacker.example" },
  { name: "Immigration, Refugees and Citizenship Canada", address: "x@attacker.example" },
  { name: "PR Confirmation Portal - No Reply", address: "x@attacker.example" },
  { name: "Officer", address: "ircc.no-reply@gmail.com" },
  { name: "noreply@cic.gc.ca", address: "x@attacker.example" },
  { name: "", address: '"noreply@apps.cic.gc.ca"@attacker.example' },
];

const forged = senders.flatMap((from) => phishing.map(([subject, text]) => ({ from, subject, text })));

test.each(forged)("$from.name <$from.address> with $subject is fetched and warned of", (mail) => {
  const message = aMessage({ ...mail, from: [mail.from] });
  expect(judge({ message, role: "inbox", knownPortal1: new Set() }, nobody).trust).toBe("suspicious");
  expect(judgeHeaders(message, "inbox", { ...nobody, knownIds: new Set() })).toBe("whole");
});

describe("the department's name", () => {
  test.each([
    "IRCC / Immigration, Réfugiés et Citoyenneté Canada",
    "Citizenship and Immigration Canada (no reply)",
    "IRCC.PRConfirmation-ConfirmationRP.IRCC",
    "Portail RP",
    "'IRCC' via Shared Documents",
    "Government of Canada",
  ])("is borne by %s", (name) => {
    expect(isOfficialName(name)).toBe(true);
  });

  test.each([
    "Anna Roy, RCIC (IRCC authorized representative)",
    "Immigration Canada Weekly",
    "Canada Immigration Experts",
    "IRCC News Tracker",
    "Government of Canada Jobs",
    "PR Portal",
    "CIC",
  ])("is only spoken of by %s", (name) => {
    expect(isOfficialName(name)).toBe(false);
  });
});

test("an office's own address for IRCC's mail poses as nobody", () => {
  const message = aMessage({
    from: [{ name: "Roy Immigration", address: "ircc@royimmigration.example" }],
    subject: "Your file",
    text: "Please send me your passport for your permanent residence application.",
  });
  expect(judge({ message, role: "inbox", knownPortal1: new Set() }, nobody).kind).toBe("not_ircc");
});

test("who poses as IRCC in a mail of their own is named once", () => {
  const message = aMessage({ from: [{ name: "IRCC", address: "x@cic-gc.ca" }], text: phishing[0]![1] });
  const { doubts } = judge({ message, role: "inbox", knownPortal1: new Set() }, nobody);
  expect(doubts?.filter(({ code }) => code === "lookAlike")).toHaveLength(1);
});
