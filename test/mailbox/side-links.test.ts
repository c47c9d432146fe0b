import { expect, test } from "@jest/globals";
import { parseMessage } from "../../src/mailbox/parse.ts";

const parse = (text: string) => parseMessage(Buffer.from(text.replaceAll("\n", "\r\n")), null);

const mixed = (...parts: readonly string[]): string =>
  `Content-Type: multipart/mixed; boundary=b\n\n${parts.map((part) => `--b\n${part}\n`).join("")}--b--\n`;

const plain = "Content-Type: text/plain\n\nYour account was created.\n";

const calendar = (...lines: readonly string[]): string =>
  ["Content-Type: text/calendar; method=REQUEST", "", "BEGIN:VCALENDAR", ...lines, "END:VCALENDAR"].join(
    "\n",
  );

test.each<[string, readonly string[], readonly string[]]>([
  ["a place", ["LOCATION:https://portal.example/login"], ["aside:https://portal.example/login"]],
  ["a bare address", ["DESCRIPTION:Sign in at portal.example"], ["aside:https://portal.example"]],
  ["a folded line", ["URL:https://por", " tal.example/"], ["aside:https://portal.example/"]],
  ["an escaped line", ["DESCRIPTION:Sign in:\\nportal.example\\, today"], ["aside:https://portal.example"]],
  ["the government", ["LOCATION:https://prson-srpel.apps.cic.gc.ca"], []],
  [
    "what programs write",
    ["PRODID:-//portal.example//EN", "UID:1@portal.example", "TZURL:http://tz.example"],
    [],
  ],
])("where a calendar leads: %s", async (_what, lines, links) => {
  expect((await parse(mixed(plain, calendar(...lines)))).links).toEqual(links);
});

test("where other parts lead: a page for some programs alone, an attached text", async () => {
  const amp = 'Content-Type: text/x-amp-html\n\n<html amp4email><a href="https://amp.example/x">Sign in</a>';
  const note =
    "Content-Type: text/plain\nContent-Disposition: attachment; filename=notes.md\n\nnotes.md, https://note.example/";
  expect((await parse(mixed(plain, amp, note))).links).toEqual([
    "https://amp.example/x",
    "aside:https://note.example/",
  ]);
});

test("a calendar in an enclosed letter is read with it", async () => {
  const enclosed = `Content-Type: message/rfc822\n\nFrom: x@cic.gc.ca\n${mixed(plain, calendar("URL:https://inner.example/")).replaceAll(/\bb\b/g, "c")}`;
  expect((await parse(mixed(plain, enclosed))).text).toContain("<https://inner.example/>");
});

test.each<[string, string]>([
  ["words before an element", '.x::before{content:"portal.example/login"}'],
  ["words in pieces", '.x::before { color: red; content : "portal" ".example/login" }'],
  ["words around an element", '.x::before{content:"portal"} .x::after{content:".example/login"}'],
  ["characters by their numbers", String.raw`.x::before{content:'portal\2e example/login'}`],
  ["words of an attribute", ".x::before{content:attr(data-to)}"],
  ["a list's marks", 'ul{list-style-type:"portal.example/login"}'],
])("what a style sheet shows leads somewhere: %s", async (_what, sheet) => {
  const html = `Content-Type: text/html\n\n<style type="text/css">${sheet}</style><p class=x data-to="portal.example/login">Go to: </p>`;
  expect((await parse(html)).links).toContain("aside:https://portal.example/login");
});

test("what a style sheet shows leads nowhere else as a rule", async () => {
  const sheet = String.raw`a::after{content:""} .i::before{content:"\e900"} .c{content:"→ canada.ca"} p{font-family:"a.example"}`;
  expect((await parse(`Content-Type: text/html\n\n<style>${sheet}</style><p>x</p>`)).links).toEqual([]);
});

test("what stands in a picture's place, or in a field, leads somewhere; a file's name does not", async () => {
  const html =
    '<img alt="Go to portal.example/login"><input value="www.other.example"><img alt="logo.ai" title="canada.ca/x">';
  expect((await parse(`Content-Type: text/html\n\n${html}`)).links).toEqual([
    "aside:https://portal.example/login",
    "aside:https://www.other.example",
  ]);
});
