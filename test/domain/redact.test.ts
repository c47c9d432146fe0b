import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { redact, redactText } from "../../src/domain/redact.ts";
import { parseMessage } from "../../src/mailbox/parse.ts";
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
  ["Password: plum tree PLUM 70!", "Password: [password removed]"],
  ["Password: plum tree 70 (for 14 days)", "Password: [password removed] (for 14 days)"],
  ["Password: correct horse battery staple", "Password: [password removed]"],
  ["Password: Fake!234 Expires 2026-12-07", "Password: [password removed] Expires 2026-12-07"],
  ["Temporary password:\n1. Fake-1", "Temporary password:\n1. [password removed]"],
  ["UCI: 1122.3344", "UCI: [UCI removed]"],
  ["UCI:\n(8 or 10 digits)\n11.2233.4455", "UCI:\n(8 or 10 digits)\n[UCI removed]"],
  ["Application EP00 112 233 44", "Application [application number removed]"],
  ["Numéro de référence : 11223344", "Numéro de référence : [number removed]"],
  ["Reference\n11223344", "Reference\n[number removed]"],
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
  "Please change your password\n\n-----\nThanks\n",
  "Choose a new password:\n\n-----Original Message-----\nFrom: IRCC",
  "Your password:\n\n________________\n*From:* IRCC <x@cic.gc.ca>",
  "your new password\n\n-- \nIRCC",
  "Temporary password:\nUser name: zed",
  "Set a password:\n- at least 8 characters\n- one digit",
  "Nouveau mot de passe :\n------\nBonjour",
  "Reference: 2026-11-30",
])("%j has no secret", (text) => {
  expect(redactText(text)).toBe(text);
});

const passwordLabels =
  "Temporary password|TEMPORARY PASSWORD:|Your temporary password is:|*Temporary password*|Mot de passe temporaire|Mot de passe temporaire :|Votre mot de passe :|Temporary password:\nMot de passe temporaire :|Mot de passe temporaire :\n\nTemporary password:|Temporary password\nMot de passe temporaire".split(
    "|",
  );
const rules = "|-----|==================|______|~~~~|* * * * *|· · · · ·|.....|──────|+------+|>".split("|");
const notes = [
  "",
  "(copy it without the spaces)",
  "(case-sensitive)",
  "[valid for 14 days]",
  "(à changer dès la première connexion)",
];

test("a password below its label is cut, whatever rules and notes stand between, and nothing in its stead", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...passwordLabels),
      fc.constantFrom(...rules),
      fc.constantFrom(...notes),
      fc.constantFrom("", "\n"),
      fc.constantFrom("\n", "\r\n", "\n> "),
      fc.constantFrom("QUILLz-817", "Fake9pass", "plumblossom", "!9xFAKE?"),
      (label, rule, note, blank, lineBreak, value) => {
        const lines = (password: string): string =>
          `Hello.\n\n${label}\n${rule}\n${blank}${note}\n${blank}${password}\n\nPlease sign in.`;
        const text = (password: string): string => lines(password).replaceAll("\n", lineBreak);
        expect(redactText(text(value)).replace("![password", "[password")).toBe(text("[password removed]"));
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each([
  "| User name | Temporary password |\n|---|---|\n| zed@y.example | Fake-1 |",
  "+-----+-----+\n| User name | Temporary password |\n+-----+-----+\n| zed@y.example | Fake-1 |\n+---+---+",
  "+-----+\n| Temporary password |\n+-----+\n| Fake-1 |\n+-----+",
  "┌──────┬──────┐\n│ User name │ Temporary password │\n├──────┼──────┤\n│ zed@y.example │ Fake-1 │\n└──────┴──────┘",
])("the rules of a table are no password: %j", (table) => {
  expect(redactText(table)).toBe(table.replace("Fake-1", "[password removed]"));
});

test.each([
  "<p>Temporary password</p><hr><p>Fake-1</p>",
  "<p><b>Temporary password:</b></p><hr/><pre>Fake-1</pre>",
  "<table><tr><td>Temporary password</td></tr><tr><td><hr></td></tr><tr><td>Fake-1</td></tr></table>",
  "<dl><dt>Temporary password</dt><dd>Fake-1</dd></dl>",
  "<fieldset><legend>Temporary password</legend>Fake-1</fieldset>",
])("a password is found in %s", async (html) => {
  const { text } = await parseMessage(Buffer.from(`Content-Type: text/html\n\n<p>Hello</p>${html}`), null);
  expect(redactText(text)).toMatch(/^Hello\n+Temporary password:?\n+(?:-{9,}\n+)?\[password removed\]\n*$/);
});

test("what is invisible in a number or a word hides neither, nor do figures of another width", () => {
  const text =
    "UCI: 1122\u00AD-33\u200B44\nUCI：１１２２－３３４５\nE\u00AD000\u200B123456\nTem\u00ADporary pass\u00ADword: Fake-1";
  const { message, identifiers } = redact(aMessage({ subject: "", text }));
  expect(message.text).toBe(
    "UCI: [UCI removed]\nUCI：[UCI removed]\n[application number removed]\nTemporary password: [password removed]",
  );
  expect(identifiers).toMatchObject({ ucis: ["11223344", "11223345"], applicationNumber: "E000123456" });
});

test("a broken address stays as broken as it was", () => {
  const text = "Sign in at https://pr-\u200Bportal.example, or at ev\u200Bil.example/x";
  expect(redact(aMessage({ text })).message.text).toBe(text);
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
