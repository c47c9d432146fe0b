import { globSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { simpleParser } from "mailparser";
import { typicalLetter } from "../../bench/typical-letter.ts";
import { splitMessage } from "../../src/mailbox/headers.ts";
import { readUsualBody } from "../../src/mailbox/usual-body.ts";
import { mutations } from "../helpers/mutations.ts";

const read = (source: Buffer) => {
  const { headers, body } = splitMessage(source);
  return readUsualBody(headers, body);
};

const asMailparser = async (source: Buffer) => {
  const { text, html } = await simpleParser(source, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
  });
  return { plain: text, html: html === false ? "" : html };
};

const encode = (text: string): string =>
  Array.from(Buffer.from(text), (byte) => `=${byte.toString(16).padStart(2, "0").toUpperCase()}`)
    .join("")
    .replaceAll(/(?:=..){20}/g, "$&=\r\n");

const compose = (plain: string, html: string): Buffer =>
  Buffer.from(
    [
      'Content-Type: multipart/alternative;\r\n boundary="b0undary-1"\r\nMIME-Version: 1.0\r\n',
      "--b0undary-1\r\nContent-Type: text/plain; charset=utf-8",
      `Content-Transfer-Encoding: quoted-printable\r\n\r\n${plain}`,
      "--b0undary-1\r\nContent-Type: text/html; charset=utf-8",
      `Content-Transfer-Encoding: quoted-printable\r\n\r\n${html}`,
      "--b0undary-1--\r\n",
    ].join("\r\n"),
  );

const composePlain = (plain: string, encoding = "quoted-printable"): Buffer =>
  Buffer.from(
    `Content-Transfer-Encoding: ${encoding}\r\nContent-Type: text/plain; charset="utf-8"\r\n\r\n${plain}`,
  );

test("a typical letter is read as mailparser reads it", async () => {
  for (const number of [0, 1, 2])
    expect(read(typicalLetter(number))).toEqual(await asMailparser(typicalLetter(number)));
});

test("whatever the two parts say is read as mailparser reads it", async () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(text, text, async (plain, html) => {
      const source = compose(encode(plain), encode(html));
      expect(read(source)).toEqual(await asMailparser(source));
    }),
  );
});

test("text alone is read as mailparser reads it, its line ends included", async () => {
  const text = fc.string({ unit: fc.constantFrom("a", "é", "—", "\n", "\r\n", " ", "=", "."), minLength: 1 });
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom("", "\r\n", "\n", "\r\n\r\n"), async (plain, end) => {
      const source = composePlain(`${encode(plain)}${end}`);
      expect(read(source)).toEqual(await asMailparser(source));
    }),
  );
  const lines = composePlain("From us\r\n\r\n.two\r\n", "7bit");
  expect(read(lines)).toEqual({ plain: "From us\n\n.two\n", html: "" });
  expect(read(lines)).toEqual(await asMailparser(lines));
});

test("text that is empty, encoded otherwise, or of which more is said is left to mailparser", () => {
  for (const odd of [
    composePlain(""),
    composePlain("YQ==", "base64"),
    composePlain("=C3"),
    composePlain("a", "7bit\r\nContent-Disposition: attachment"),
    composePlain("a", "7bit\r\nContent-Transfer-Encoding: 7bit"),
    Buffer.from("Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\na\r\n"),
    Buffer.from("Content-Type: text/plain; charset=iso-8859-1\r\n\r\na\r\n"),
    Buffer.from("Content-Type: text/html; charset=utf-8\r\n\r\na\r\n"),
    Buffer.from("Subject: no word of it\r\n\r\na\r\n"),
  ])
    expect(read(odd)).toBeNull();
});

test("what is not well encoded, or holds more than two parts, is left to mailparser", () => {
  const whole = compose("a", "b").toString("latin1");
  expect(read(Buffer.from(whole))).toEqual({ plain: "a", html: "b" });
  for (const broken of [
    compose("=C3", "b"),
    compose("=ZZ", "b"),
    compose("a ", "b"),
    compose("a\rb", "b"),
    compose("a\u00E9", "b"),
    compose("a\r\n--b0undary-1\r\n\r\nhidden", "b"),
    Buffer.from(whole.replace("text/plain", "text/html")),
    Buffer.from(whole.replace("charset=utf-8", "charset=utf-7")),
    Buffer.from(whole.replace("charset=utf-8", "charset=utf-8; format=flowed")),
    Buffer.from(whole.replace("MIME-Version", "Content-Transfer-Encoding: base64\r\nMIME-Version")),
    Buffer.from(`${whole}more`),
  ])
    expect(read(broken)).toBeNull();
});

test("a broken letter is left to mailparser, or read as it does", async () => {
  const letters = [
    ...[0, 1, 2].map((number) => typicalLetter(number)),
    ...globSync("fixtures/letters/*/*.eml")
      .toSorted()
      .map((file) => readFileSync(file)),
  ];
  for (const [at, source] of letters.entries())
    for (const [turn, mutation] of [...mutations, ...mutations].entries()) {
      const broken = mutation.apply(source, 1000 * turn + at);
      const found = read(broken);
      if (found !== null) expect(found).toEqual(await asMailparser(broken));
    }
}, 120_000);
