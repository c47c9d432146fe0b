import { globSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { simpleParser } from "mailparser";
import { typicalLetter } from "../../bench/typical-letter.ts";
import { readAlternative } from "../../src/mailbox/alternative.ts";
import { splitMessage } from "../../src/mailbox/headers.ts";
import { mutations } from "../helpers/mutations.ts";

const read = (source: Buffer) => {
  const { headers, body } = splitMessage(source);
  return readAlternative(headers, body);
};

const asMailparser = async (source: Buffer) => {
  const { text, html } = await simpleParser(source, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
  });
  return { plain: text, html };
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
