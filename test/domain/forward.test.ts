import { expect, test } from "@jest/globals";
import { claimsIrcc, readForward, withoutQuotes } from "../../src/domain/forward.ts";

const body = "Dear Maria,\nhere is your letter.";
const read = (text: string, subject = "Fwd: your letter") => readForward({ subject, text });

test.each([
  [
    "Gmail",
    "See below.\n\n---------- Forwarded message ---------\nFrom: IRCC <x@cic.gc.ca>\nDate: Mon, Nov 23, 2026 at 9:58 AM\nSubject: PR Portal\nTo: <maria@example.com>\n\n",
  ],
  [
    "Gmail in French",
    "---------- Message transféré ---------\nDe : IRCC <x@cic.gc.ca>\nDate : lun. 23 nov. 2026, à 09 h 58\nSubject : PR Portal\nTo : <maria@example.com>\n\n",
  ],
  [
    "Outlook",
    "From: IRCC [mailto:x@cic.gc.ca]\nSent: Monday, November 23, 2026 9:58 AM\nTo: Maria\nSubject: PR Portal\nImportance: High\n\n",
  ],
  [
    "Outlook on the web",
    "From: IRCC <x@cic.gc.ca<mailto:x@cic.gc.ca>>\nSent: November 23, 2026 9:58 AM\nTo: Maria <maria@example.com>; Jo <jo@example.com>;\n Bo <bo@example.com>\nSubject: PR Portal\n\n",
  ],
  [
    "Outlook in French",
    "De : IRCC <x@cic.gc.ca>\nEnvoyé : 23 novembre 2026 09:58\nÀ : Maria <maria@example.com>\nObjet : PR Portal\n\n",
  ],
  [
    "Outlook in French without its accents",
    "De : IRCC <x@cic.gc.ca>\nEnvoy? : 23 novembre 2026 09:58\n? : Maria\nObjet : PR Portal\n\n",
  ],
  [
    "Outlook's table cells",
    "De :\nIRCC <x@cic.gc.ca>\n\nEnvoyé :\n23 novembre 2026 09:58\n\nObjet :\nPR Portal\n\n",
  ],
  [
    "bold labels",
    "*From:* IRCC <x@cic.gc.ca>\n*Sent:* Monday, November 23, 2026 9:58 AM\n*Subject:* PR Portal\n\n",
  ],
  [
    "Thunderbird",
    "-------- Forwarded Message --------\nSubject: \tPR Portal\nDate: \tMon, 23 Nov 2026 09:58:00 -0500\nFrom: \tIRCC <x@cic.gc.ca>\nTo: \tmaria@example.com\n\n",
  ],
])("%s's forward is read", (_program, head) => {
  const forward = read(`${head}${body}`);
  expect(forward).toMatchObject({ subject: "PR Portal", from: [{ address: "x@cic.gc.ca" }] });
  expect(forward?.date).toMatch(/23|Nov/);
  expect(forward?.text.trim()).toBe(body);
});

test("Apple's quoted forward loses its quote marks", () => {
  const quoted =
    "Begin forwarded message:\n\n> From: IRCC <x@cic.gc.ca>\n> Subject: PR Portal\n> Date: November 23, 2026 at 9:58:00 AM EST\n> \n> Dear Maria,\n> here is your letter.";
  expect(read(quoted)?.text.trim()).toBe(body);
});

test("where answers go is read as well, where a program quotes it", () => {
  const head = "From: IRCC <x@cic.gc.ca>\nDate: November 23, 2026\nTo: maria@example.com\nReply-To:";
  expect(read(`${head} IRCC <y@example.net>\n\n${body}`)?.replyTo).toMatchObject([
    { address: "y@example.net" },
  ]);
  expect(read(`${head.replace(/\nReply.*/, "")}\n\n${body}`)?.replyTo).toEqual([]);
});

test("other languages are read too", () => {
  const german =
    "---------- Weitergeleitete Nachricht ---------\nVon: IRCC <x@cic.gc.ca>\nDatum: Mo., 23. Nov. 2026 um 09:58 Uhr\nBetreff: PR Portal\nAn: <maria@example.com>\n\n";
  expect(read(`${german}${body}`)?.from).toMatchObject([{ address: "x@cic.gc.ca" }]);
});

test("a display name cannot fake the quoted author", () => {
  const forward = read('From: "x@cic.gc.ca" <eve@example.net>\nSent: Monday\nSubject: PR Portal\n\nx');
  expect(forward === null || claimsIrcc(forward)).toBe(false);
});

test("an author without an address is taken by name", () => {
  const forward = read("De : IRCC PRConf\nEnvoyé : lundi\nObjet : PR Portal\n\nx");
  expect(forward !== null && claimsIrcc(forward)).toBe(true);
});

test("an answer is no forward, nor is a mail without a quoted head", () => {
  const head = "From: IRCC <x@cic.gc.ca>\nSent: Monday\nSubject: PR Portal\n\n";
  expect(read(`Lucky you!\n\n${head}${body}`, "RE: your letter")).toBeNull();
  expect(read(body)).toBeNull();
  expect(read("From: me\nnothing more", "notes")).toBeNull();
});

test.each([
  "On Mon, Nov 23, 2026 at 9:58 AM Maria <maria@example.com> wrote:\n> Dear",
  "Le lun. 23 nov. 2026 à 09:58, Maria\n<maria@example.com> a écrit :\n> Dear",
  "-----Original Message-----\nDear",
  "From: Maria <maria@example.com>\nSent: Monday\nSubject: x\n\nDear",
  "> Dear",
])("what is quoted is not the author's own", (quoted) => {
  expect(withoutQuotes(`Thank you.\n\n${quoted}`).trim()).toBe("Thank you.");
});
