import { expect, test } from "@jest/globals";
import { simpleParser } from "mailparser";
import { array, assert, asyncProperty, constantFrom, oneof, string } from "fast-check";
import { composeReminder } from "../../src/delivery/compose.ts";
import { toSource } from "../../src/delivery/message.ts";
import { readAnswerSubject } from "../../src/domain/answers.ts";
import { wordReminder, type ReminderWords } from "../../src/domain/wording.ts";
import type { LetterFacts } from "../../src/domain/plan.ts";
import type { Content, Mail } from "../../src/flow/ports.ts";
import { facts, item, letterFacts } from "../helpers/facts.ts";

const hour = 3_600_000;

const envelope = {
  id: "reminder-1",
  messageId: "reminder-1@landfall.example",
  from: "maria@example.com",
  to: "maria@example.com",
  date: new Date("2026-11-27T15:42:10Z"),
  answers: null,
};

const answers = { address: "maria@example.com", token: "0123456789abcdef0123" };

type Composed = Mail & Content;

const composed = async (...[words, as]: Parameters<typeof composeReminder>): Promise<Composed> => {
  const mail = composeReminder(words, as);
  return { ...mail, ...(await mail.content()) };
};

const compose = (more: Partial<LetterFacts> = {}, words: Partial<ReminderWords> = {}): Promise<Composed> => {
  const letter = letterFacts(more);
  const told = facts(5, [item("photo", { letter }), item("password", { letter })]);
  return composed({ ...wordReminder(told), ...words }, envelope);
};

test("a reminder carries its marks and its Message-ID", async () => {
  const mail = await compose();
  expect(mail.headers).toEqual({
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
    "X-Landfall-Reminder": "reminder-1",
  });
  expect(mail).toMatchObject({ messageId: envelope.messageId, from: envelope.from, date: envelope.date });
});

test("the text part is complete: what, until when, how long is left, how, why, and how to mark it done", async () => {
  const { text } = await compose();
  for (const part of [
    "2 days left",
    "by Sunday 29 November 2026, 10:42 (America/Toronto, UTC−5)",
    "UPLOAD YOUR PHOTO",
    "white background",
    "Done already? In Landfall’s folder, run:",
    "npx landfall done photo",
    "New credentials for PR Confirmation Portal",
    "https://www.canada.ca/",
  ])
    expect(text).toContain(part);
});

test("the text part is at most 72 columns wide, a web address aside", async () => {
  const lines = (await compose({ subject: "word ".repeat(60) })).text.split("\n");
  for (const line of lines.filter((candidate) => !candidate.startsWith("https://")))
    expect(line.length).toBeLessThanOrEqual(72);
});

test("the HTML part says the same as the text part", async () => {
  const html = (await compose()).html.replace(/\s+/g, " ");
  for (const part of [
    "2 days left",
    "by Sunday 29 November 2026, 10:42",
    "white background",
    "Done already? In Landfall’s folder, run:",
    "npx landfall done photo",
  ])
    expect(html).toContain(part);
});

test("markup in what others wrote is text in the HTML part", async () => {
  const { html } = await compose({ subject: `<script>x</script> "a" 'b' & <img src=x>`, folder: "<b>" });
  expect(html).toContain(
    "&lt;script&gt;x&lt;/script&gt; &quot;a&quot; &#x27;b&#x27; &amp; &lt;img src&#x3D;x&gt;",
  );
  expect(html).not.toMatch(/<(script|img|b)\b/);
});

test("nothing is fetched and nothing tracks: no picture, no style sheet, no form", async () => {
  expect((await compose()).html).not.toMatch(
    /<(img|link|iframe|form|script|object|video)\b|url\(|@import|\bsrc=/i,
  );
});

test("Gmail shows the whole mail: it is far below 102 kB", async () => {
  const items = (["reply", "password", "presence", "address", "photo", "print", "card"] as const).map(
    (task) => item(task),
  );
  const { html } = await composed(wordReminder(facts(1, items)), { ...envelope, answers });
  expect(html.length).toBeLessThan(40_000);
});

test("a line end cannot make a header", async () => {
  const mail = await compose({}, { subject: "two\r\nBcc: thief@evil.example\u0000" });
  expect(mail.subject).toBe("two Bcc: thief@evil.example ");
});

/** What a mail client would make a link of: schemes, and names that end in a dot and letters. */
const linkable = /[a-z][a-z0-9+.-]*:\/\/[^\s"<>]+|[\p{L}\p{N}_@-]+(?:\.[\p{L}\p{N}_@-]+)+/giu;
/** Addresses that are the person's own or IRCC's, and no web links; the letters "e.g." of our own text. */
const known = /^(maria@example\.com|[\w.-]+@cic\.gc\.ca|canada\.ca|https:\/\/www\.canada\.ca\/en\/[\w/.-]+)$/;

const foreignLinks = (text: string): readonly string[] =>
  (text.match(linkable) ?? []).filter((candidate) => !known.test(candidate));

const visible = (html: string): string =>
  html.replace(/<style>[\s\S]*<\/style>/, "").replace(/<[^>]*>/g, " ");

const hrefs = (html: string): readonly string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => decoded(url!));

/** As every reader of HTML does. */
const decoded = (text: string): string =>
  text
    .replace(/&#x([0-9A-F]+);/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

test("only canada.ca is linked, whatever a letter's subject, sender, folder or forwarder holds", async () => {
  const hostile = array(
    oneof(
      string(),
      constantFrom(
        "https://",
        "evil.example",
        "www.",
        ".",
        ":",
        "//",
        '"',
        "<a href=",
        "\r\n",
        "javascript:",
        "。",
      ),
    ),
  ).map((parts) => parts.join(""));
  await assert(
    asyncProperty(hostile, hostile, async (one, other) => {
      const { text, html } = await compose({ subject: one, sender: other, folder: one, forwardedBy: other });
      expect(foreignLinks(text)).toEqual([]);
      expect(foreignLinks(visible(html))).toEqual([]);
      for (const url of hrefs(html)) expect(new URL(url).host).toBe("www.canada.ca");
    }),
  );
});

test("the eye that looks for foreign links would see one", () => {
  expect(foreignLinks("see evil.example and http://x")).toEqual(["evil.example", "http://x"]);
});

test("whatever a letter holds, the mail has the headers that it should have, in a few hundred lines", async () => {
  const hostile = `\u202Eevil\r\nBcc: thief@evil.example\r\n\r\n${"<b>".repeat(5_000)}\u0000`;
  const letter = letterFacts({ subject: hostile, sender: hostile, folder: hostile, forwardedBy: hostile });
  const told = facts(0, [item("photo", { step: "opening", letter })], { caseLabel: hostile });
  const mail = await composed(wordReminder(told), { ...envelope, answers });
  const { raw: make, to } = await toSource(mail);
  const raw = await make();
  const parsed = await simpleParser(raw);
  expect([...parsed.headers.keys()].join(" ")).toBe(
    "auto-submitted x-auto-response-suppress x-landfall-reminder from to reply-to subject message-id date mime-version content-type",
  );
  expect(to).toBe("maria@example.com");
  expect(raw.toString()).not.toContain("\u202E");
  expect(parsed.html).not.toMatch(/<b>/);
  expect(raw.length).toBeLessThan(40_000);
});

const mailtos = (html: string) =>
  hrefs(html)
    .filter((url) => url.startsWith("mailto:"))
    .map((url) => new URL(url));

test("a mail that can be answered has a button for each task, and one for later", async () => {
  const told = facts(5, [item("photo"), item("password")]);
  const mail = await composed(wordReminder(told), { ...envelope, answers });
  expect(mail.replyTo).toBe("maria@example.com");
  const links = mailtos(mail.html);
  expect(links.map(({ pathname }) => pathname)).toEqual(Array(3).fill("maria@example.com"));
  expect(links.map((url) => url.searchParams.get("subject"))).toEqual([
    "Landfall: done photo [reminder-1~0123456789abcdef0123]",
    "Landfall: done password [reminder-1~0123456789abcdef0123]",
    "Landfall: snooze all 6 hours [reminder-1~0123456789abcdef0123]",
  ]);
  expect(mail.text).toContain("Answer this e-mail with one line");
  expect(mail.text + mail.html).not.toContain("npx landfall");
});

test("what a button prepares is understood when it comes back", async () => {
  const told = facts(6, [item("photo")]);
  const { html } = await composed(wordReminder(told), { ...envelope, answers });
  expect(mailtos(html).map((url) => readAnswerSubject(url.searchParams.get("subject")!))).toEqual([
    { reminderId: "reminder-1", token: answers.token, command: { verb: "done", tasks: ["photo"], ms: null } },
    {
      reminderId: "reminder-1",
      token: answers.token,
      command: { verb: "snooze", tasks: ["photo"], ms: 6 * hour },
    },
  ]);
});

test("a mail that cannot be answered says the command instead, and leads nowhere by mail", async () => {
  const { html, replyTo } = await compose();
  expect(replyTo).toBeUndefined();
  expect(mailtos(html)).toEqual([]);
  expect(html).toContain("npx landfall done photo");
});

test("an address with odd characters makes one link to it and nothing else", async () => {
  const odd = { ...answers, address: `a&b?subject=x"o@example.com` };
  const { html } = await composed(wordReminder(facts(5, [item("photo")])), {
    ...envelope,
    answers: odd,
  });
  for (const { pathname, searchParams } of mailtos(html)) {
    expect(decodeURIComponent(pathname)).toBe(odd.address);
    expect([...searchParams.keys()]).toEqual(["subject", "body"]);
  }
});
