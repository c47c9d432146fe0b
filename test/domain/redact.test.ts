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
  ["Change password: 14 days\nAddress: 5 days", "Change password: 14 days\nAddress: 5 days"],
  ["| Password | Abc!2345 |", "| Password | [password removed] |"],
  ["Mot de passe / Password: FAUX", "Mot de passe / Password: [password removed]"],
  ["*Password:* *Zz11fake*", "*Password:* *[password removed]"],
  ["Password: please9 sign in", "Password: [password removed] sign in"],
  ["Password: the.Fox", "Password: [password removed]"],
  ["Temporary password: correcthorse\n", "Temporary password: [password removed]\n"],
  ["UCI: 2025-2026", "UCI: [UCI removed]"],
  ["UCI: 12-3456-7890, 1234-5678", "UCI: [UCI removed], [UCI removed]"],
  ["IUC : 1234567890", "IUC : [UCI removed]"],
  ["UCI (1122334466)", "UCI ([UCI removed])"],
  [
    "UCIs: 1122334466 (Maria), 11223344 and 11 2233 4477",
    "UCIs: [UCI removed] (Maria), [UCI removed] and [UCI removed]",
  ],
  ["Client ID 1122334466", "Client ID [UCI removed]"],
  ["Application No. E 001 234 569", "Application No. [application number removed]"],
  ["Passwd: fakeD4e5", "Passwd: [password removed]"],
  ["Password is: <fake8>", "Password is: <[password removed]>"],
  ["Password: <fake>", "Password: <[password removed]>"],
  ["[E000123456] EP00012345", "[[application number removed]] [application number removed]"],
  ["Numéro de demande : ab1234567", "Numéro de demande : [application number removed]"],
  ["Application no. E000 is not", "Application no. E000 is not"],
  ["Your verification code is 123456.", "Your verification code is [code removed]."],
  ["PIN: 483920, NIP : 4839", "PIN: [code removed], NIP : [code removed]"],
  ["https://x.example/a?token=1", "https://x.example/a?[query removed]"],
])("%j becomes %j", (text, redacted) => {
  expect(redactText(text)).toBe(redacted);
});

test.each([
  "Change this password within 14 days.",
  "Your password\nwill expire on 2026-12-07.",
  "Call 1-888-242-2100 by 2026-11-23 at 10:00.",
  "Postal code: M5V",
  "Nobody asks for your PIN 2026 times.",
  "About your password: you must change it within 14 days.",
  "Mot de passe : veuillez le modifier.",
  "The levels plan 2025-2026, and 2024–2026.",
  "Your UCI and date of birth (1990-01-01), UCI 10 digits, UCI 2026-11-30.",
  "Have your UCI, 613-555-0142, and call 1-888-242-2100; UCI and telephone 4165550142.",
  "To choose a password: <https://apps.cic.gc.ca/en>",
])("%j has no secret", (text) => {
  expect(redactText(text)).toBe(text);
});

const uciLabels =
  "UCI|UCIs|IUC|UCI number|UCI No.|UCI/IUC|Client ID|CLIENT ID|Client number|Client ID / UCI|Unique client identifier|Unique Client Identifier (UCI)|your client identification number|Numéro d’identification du client|Identificateur unique du client|numéro IUC".split(
    "|",
  );
const uciJoints = [
  " ",
  ": ",
  " : ",
  " is ",
  " est ",
  " #",
  " (",
  "\u00A0",
  "\n",
  "\n> ",
  " | ",
  " - ",
  "= ",
  "\t",
  ", ",
];

test("a UCI is cut and known again whatever stands between its label and it, in the subject too", () => {
  const number = fc
    .tuple(fc.integer({ min: 10, max: 99 }), fc.integer({ min: 10_000_000, max: 99_999_999 }))
    .map(([two, eight]): readonly string[] => [`${two}`, `${eight}`.slice(0, 4), `${eight}`.slice(4)]);
  const parts = fc.record({
    label: fc.constantFrom(...uciLabels),
    joint: fc.constantFrom(...uciJoints),
    number,
    gap: fc.constantFrom("", "-", " "),
    isLong: fc.boolean(),
  });
  fc.assert(
    fc.property(parts, ({ label, joint, number: groups, gap, isLong }) => {
      const uci = groups.slice(isLong ? 0 : 1);
      const text = `About ${label}${joint}${uci.join(gap)}). Please sign in.`;
      for (const part of [{ text }, { subject: text }]) {
        const { message, identifiers } = redact(aMessage({ subject: "", text: "", ...part }));
        expect(identifiers).toMatchObject({ uci: uci.join(""), applicationNumber: null });
        expect(`${message.subject}${message.text}`).toMatch(/\[UCI removed\]\)?\. Please sign in\.$/);
        expect(`${message.subject}${message.text}`).not.toContain(uci.at(-1));
      }
    }),
    { numRuns: 2_000 },
  );
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
