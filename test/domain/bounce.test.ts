import { expect, test } from "@jest/globals";
import { bounceReason } from "../../src/domain/bounce.ts";
import { aMessage } from "../helpers/samples.ts";

const daemon = [{ name: "", address: "mailer-daemon@mail.example.com" }];
const reason = (text: string, part: Parameters<typeof aMessage>[0] = {}) =>
  bounceReason(
    aMessage({ from: daemon, subject: "Undelivered Mail", text, ...part }),
    new Set(["P1@cic.gc.ca"]),
  );

test.each([
  "<IRCC.Portal@cic.gc.ca>: host mx said: 550 5.1.1 User unknown",
  "Your message wasn't delivered to x@apps.cic.gc.ca because the address couldn't be found",
  "Votre message n'a pas pu être remis à x@cic.gc.ca",
])("%j: the answer came back", (text) => {
  expect(reason(text)).toMatch(/could not deliver/);
});

test("an answer to a known Portal 1 letter counts wherever it went", () => {
  const text = "<office@somewhere.gc.ca> failed\nAction: failed";
  expect(reason(text)).toBeNull();
  expect(reason(`${text}\nIn-Reply-To: <P1@cic.gc.ca>`)).toMatch(/known Portal 1/);
  expect(reason(text, { references: ["P1@cic.gc.ca"] })).toMatch(/known Portal 1/);
});

test.each<[string, string, Parameters<typeof aMessage>[0]]>([
  ["other mail that came back", "<bob@example.com>: 550 5.1.1 User unknown", {}],
  [
    "a forward of the letter to a friend that came back",
    "<bob@example.com>: 550 5.1.1 User unknown\nFinal-Recipient: rfc822; bob@example.com\n\n---------- Forwarded message\nFrom: x@cic.gc.ca",
    {},
  ],
  [
    "the same without fields",
    "bob@example.com could not be delivered\n--- Original message ---\nFrom: x@cic.gc.ca",
    {},
  ],
  ["a delay", "x@cic.gc.ca\nAction: delayed\nwill be retried; it could not be delivered yet", {}],
  ["a warning", "x@cic.gc.ca could not be delivered yet", { subject: "Delayed mail (still being retried)" }],
  ["what a mail system says otherwise", "x@cic.gc.ca is now subscribed", { subject: "Welcome" }],
  ["a person's complaint", "x@cic.gc.ca: user unknown", { from: [{ name: "", address: "bob@example.com" }] }],
])("%s is no bounce of an answer", (_what, text, part) => {
  expect(reason(text, part)).toBeNull();
});

const toIrcc = "<x@cic.gc.ca>: host mx said: 550 5.1.1 User unknown";
const returned = (subject: string) =>
  `${toIrcc}\n\n--- Original message ---\nSubject: ${subject}\nTo: x@cic.gc.ca`;

test.each([
  "web form question about my sister's visitor visa",
  "Question sur le visa de ma sœur",
  "Invitation for my parents",
])("a mail to IRCC that is about something else, %j, came back: nothing is to be sent again", (subject) => {
  expect(reason(returned(subject))).toBeNull();
  expect(reason(toIrcc, { subject: `Undeliverable: ${subject}` })).toBeNull();
  // What answers Portal 1 does so whatever it is called.
  expect(reason(`${returned(subject)}\nIn-Reply-To: <P1@cic.gc.ca>`)).toMatch(/known Portal 1/);
});

test.each([
  "Re: IRCC - Permanent Residence Portal (PR Confirmation)",
  "RE: your message",
  "My details for the PR confirmation",
  "Renseignements demandés",
  "Application E123456789",
  "永久居民资料",
  "=?utf-8?Q?Re=3A_IRCC?=",
  "Undelivered Mail Returned to Sender",
  "",
])("a mail to IRCC that may be the answer, %j, came back: it is to be sent again", (subject) => {
  expect(reason(returned(subject))).toMatch(/could not deliver/);
});

test("of a mail that came back with another one in it any subject may be the answer's", () => {
  const both = `${returned("for you")}\n\nSubject: IRCC - Permanent Residence Portal (PR Confirmation)\n`;
  expect(reason(both)).toMatch(/could not deliver/);
});

test("a report says by itself that it is one, whoever wrote it (RFC 3462)", () => {
  const text = "Action: failed\nFinal-Recipient: rfc822; x@cic.gc.ca\nStatus: 5.1.1";
  const from = [{ name: "Microsoft Outlook", address: "bounces@mailgate.example.com" }];
  const headers = [
    { name: "content-type", value: 'multipart/report; report-type="delivery-status"; boundary=b' },
  ];
  expect(reason(text, { from, headers: [] })).toBeNull();
  expect(reason(text, { from, headers })).toMatch(/could not deliver/);
  const exchange = [{ name: "", address: "microsoftexchange329e71ec88ae4615bbc36ab6ce41109e@example.com" }];
  expect(reason(text, { from: exchange })).toMatch(/could not deliver/);
});
