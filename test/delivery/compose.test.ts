import { expect, test } from "@jest/globals";
import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { composeReminder } from "../../src/delivery/compose.ts";
import { wordReminder, type ReminderWords } from "../../src/domain/wording.ts";
import type { LetterFacts } from "../../src/domain/plan.ts";
import type { Mail } from "../../src/flow/ports.ts";
import { facts, item, letterFacts } from "../helpers/facts.ts";

const envelope = {
  id: "reminder-1",
  messageId: "reminder-1@landfall.example",
  from: "maria@example.com",
  to: "maria@example.com",
  date: new Date("2026-11-27T15:42:10Z"),
};

const compose = (more: Partial<LetterFacts> = {}, words: Partial<ReminderWords> = {}): Mail => {
  const letter = letterFacts(more);
  const told = facts(5, [item("photo", { letter }), item("password", { letter })]);
  return composeReminder({ ...wordReminder(told), ...words }, envelope);
};

test("a reminder carries its marks and its Message-ID", () => {
  const mail = compose();
  expect(mail.headers).toEqual({
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
    "X-Landfall-Reminder": "reminder-1",
  });
  expect(mail).toMatchObject({ messageId: envelope.messageId, from: envelope.from, date: envelope.date });
});

test("the text part is complete: what, until when, how long is left, how, why, and how to mark it done", () => {
  const { text } = compose();
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

test("the text part is at most 72 columns wide, a web address aside", () => {
  const lines = compose({ subject: "word ".repeat(60) }).text.split("\n");
  for (const line of lines.filter((candidate) => !candidate.startsWith("https://")))
    expect(line.length).toBeLessThanOrEqual(72);
});

test("the HTML part says the same as the text part", () => {
  const html = compose().html.replace(/\s+/g, " ");
  for (const part of [
    "2 days left",
    "by Sunday 29 November 2026, 10:42",
    "white background",
    "Done already? In Landfall’s folder, run:",
    "npx landfall done photo",
  ])
    expect(html).toContain(part);
});

test("markup in what others wrote is text in the HTML part", () => {
  const { html } = compose({ subject: `<script>x</script> "a" 'b' & <img src=x>`, folder: "<b>" });
  expect(html).toContain("&lt;script&gt;x&lt;/script&gt; &quot;a&quot; &#39;b&#39; &amp; &lt;img src=x&gt;");
  expect(html).not.toMatch(/<(script|img|b)\b/);
});

test("nothing is fetched and nothing tracks: no picture, no style sheet, no form", () => {
  expect(compose().html).not.toMatch(/<(img|link|iframe|form|script|object|video)\b|url\(|@import|\bsrc=/i);
});

test("Gmail shows the whole mail: it is far below 102 kB", () => {
  const items = (["reply", "password", "presence", "address", "photo", "print", "card"] as const).map(
    (task) => item(task),
  );
  expect(composeReminder(wordReminder(facts(1, items)), envelope).html.length).toBeLessThan(40_000);
});

test("a line end cannot make a header", () => {
  const mail = compose({}, { subject: "two\r\nBcc: thief@evil.example\u0000" });
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
  [...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url!);

test("only canada.ca is linked, whatever a letter's subject, sender, folder or forwarder holds", () => {
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
  assert(
    property(hostile, hostile, (one, other) => {
      const { text, html } = compose({ subject: one, sender: other, folder: one, forwardedBy: other });
      expect(foreignLinks(text)).toEqual([]);
      expect(foreignLinks(visible(html))).toEqual([]);
      for (const url of hrefs(html)) expect(new URL(url).host).toBe("www.canada.ca");
    }),
  );
});

test("the eye that looks for foreign links would see one", () => {
  expect(foreignLinks("see evil.example and http://x")).toEqual(["evil.example", "http://x"]);
});
