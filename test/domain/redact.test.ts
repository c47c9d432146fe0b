import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { redact, redactText } from "../../src/domain/redact.ts";
import { aMessage } from "../helpers/samples.ts";

test.each([
  ["Temporary password: Fake-Pass1!", "Temporary password: [password removed]"],
  ["Temporary password\nFakePass9", "Temporary password\n[password removed]"],
  ["> Mot de passe temporaire :\n> \n> Faux!Passe1", "> Mot de passe temporaire :\n> \n> [password removed]"],
  [
    "Your temporary password is Fake123x. Sign in.",
    "Your temporary password is [password removed]. Sign in.",
  ],
  ["| Password | Abc!2345 |", "| Password | [password removed] |"],
  ["Mot de passe / Password: FAUX", "Mot de passe / Password: [password removed]"],
  ["*Password:* *Zz11fake*", "*Password:* *[password removed]"],
  ["Password: please9 sign in", "Password: [password removed] sign in"],
  ["Password: the.Fox", "Password: [password removed]"],
  ["Temporary password: correcthorse\n", "Temporary password: [password removed]\n"],
  ["UCI: 2025-2026", "UCI: [UCI removed]"],
  ["UCI: 12-3456-7890, 1234-5678", "UCI: [UCI removed], [UCI removed]"],
  ["IUC : 1234567890", "IUC : [UCI removed]"],
  ["[E000123456] EP00012345", "[[application number removed]] [application number removed]"],
  ["Numéro de demande : ab1234567", "Numéro de demande : [application number removed]"],
  ["Application no. E000 is not", "Application no. E000 is not"],
  ["Your verification code is 123456.", "Your verification code is [code removed]."],
  ["https://x.example/a?token=1", "https://x.example/a?[query removed]"],
])("%j becomes %j", (text, redacted) => {
  expect(redactText(text)).toBe(redacted);
});

test.each([
  "Change this password within 14 days.",
  "Your password\nwill expire on 2026-12-07.",
  "Call 1-888-242-2100 by 2026-11-23 at 10:00.",
  "Postal code: M5V",
  "About your password: you must change it within 14 days.",
  "Mot de passe : veuillez le modifier.",
  "The levels plan 2025-2026, and 2024–2026.",
])("%j has no secret", (text) => {
  expect(redactText(text)).toBe(text);
});

test("a password is cut wherever else it stands", () => {
  expect(redactText("Fake-77-pass\nPassword: Fake-77-pass\n> Fake-77-pass")).not.toContain("Fake-77");
});

test("the numbers of a case are kept apart for whoever hashes them", () => {
  const { message, identifiers } = redact(
    aMessage({
      subject: "PR Portal [E000000001]",
      headers: [
        { name: "subject", value: "PR Portal [E000000001]" },
        { name: "x-spam", value: "no" },
      ],
      text: "User name: Maria@example.com\nUCI: 11-1111-1111\nPassword: Fake-1",
    }),
  );
  expect(identifiers).toMatchObject({
    applicationNumber: "E000000001",
    uci: "1111111111",
    accountName: "maria@example.com",
    recipient: "me@example.org",
  });
  expect(message.headers).toEqual([{ name: "subject", value: "PR Portal [[application number removed]]" }]);
  expect(JSON.stringify(message)).not.toMatch(/E000000001|11-1111|Fake-1/);
});

test("of links only the hosts are kept, wrappers undone", () => {
  const links = [
    "https://can01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fapps.cic.gc.ca%2Fen%3Ftoken%3D1&data=x",
    "https://apps.cic.gc.ca/fr?token=2",
    "https://protect.mimecast.com/s/x",
  ];
  const { message } = redact(aMessage({ links, text: `Sign in: ${links[0]}` }));
  expect(message.links).toEqual(["apps.cic.gc.ca"]);
  expect(message.text).toBe("Sign in: https://apps.cic.gc.ca/en?[query removed]");
  expect(redact(message).message).toEqual(message);
});

test("the recipient of a forwarded letter is IRCC's, not the forward's", () => {
  const text =
    "---------- Forwarded message ---------\nFrom: <x@cic.gc.ca>\nDate: x\nTo: <bo@example.com>\nSubject: y\n\nz";
  expect(redact(aMessage({ subject: "Fwd: y", text })).identifiers.recipient).toBe("bo@example.com");
});

test("redacting twice changes nothing", () => {
  const scraps = [
    "password",
    "Password:",
    "mot de passe : ",
    "UCI ",
    "code is ",
    "application number ",
    "E000123456",
    "12-3456-7890",
    "1234-5678",
    "Ab1!xyz",
    "\n",
    " ",
    "|",
    "[",
    "]",
    " removed]",
    "[password",
    "?",
    "https://a.b/c?d=1",
    "(",
    ")",
  ];
  const text = fc
    .array(fc.oneof(fc.constantFrom(...scraps), fc.string()), { maxLength: 25 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (raw) => {
      const once = redactText(raw);
      expect(redactText(once)).toBe(once);
    }),
    { numRuns: 2_000 },
  );
});
