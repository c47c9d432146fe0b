import { globSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type HeaderLines, MailParser } from "mailparser";
import { readFields, splitHeaders } from "../../src/mailbox/headers.ts";
import { parseHeaders, parseMessage } from "../../src/mailbox/parse.ts";

/** What mailparser makes of the same bytes. */
const byMailparser = async (source: Uint8Array) => {
  const parser = new MailParser();
  let lines: HeaderLines = [];
  parser.on("headerLines", (found) => {
    lines = found;
  });
  parser.on("data", (part) => {
    if (part.type === "attachment") {
      part.content.resume();
      part.release?.();
    }
  });
  const ended = new Promise((resolve) => parser.on("end", resolve).on("error", resolve));
  parser.end(Buffer.concat([source, Buffer.from("\r\n\r\n")]));
  await ended;
  return readFields(lines.map(({ line }) => line));
};

test.each(globSync("fixtures/letters/*/*.eml").toSorted())(
  "%s: its header alone reads like the whole",
  async (file) => {
    const source = readFileSync(file);
    const {
      quotedLinks: _links,
      enclosed: _letters,
      attachments: _harms,
      ...whole
    } = await parseMessage(source, null);
    expect(await parseHeaders(source, null)).toEqual({ ...whole, text: "", links: [], problems: [] });
  },
);

const scraps = [
  "From ",
  "POST ",
  "Subject",
  "Received",
  ":",
  ": ",
  "\r\n",
  "\n",
  "\r\n ",
  "\n\t",
  " ",
  "\t",
  "\r",
  "x",
  "é",
  "=?utf-8?Q?=C3=A9?=",
  "<a@b>",
];

test("a header is split as mailparser splits it, whatever its bytes", async () => {
  const block = fc.array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...scraps) }, fc.string({ maxLength: 5 })),
    {
      minLength: 1,
      maxLength: 30,
    },
  );
  await fc.assert(
    fc.asyncProperty(block, fc.boolean(), async (parts, inLatin1) => {
      const source = Buffer.from(parts.join(""), inLatin1 ? "latin1" : "utf8");
      expect(splitHeaders(source)).toEqual(await byMailparser(source));
    }),
    { numRuns: 1_500 },
  );
});

test("the body is never read as header", () => {
  expect(splitHeaders(Buffer.from("A: 1\n\nB: 2"))).toEqual([{ name: "a", value: "1" }]);
  expect(splitHeaders(Buffer.from("\r\nB: 2"))).toEqual([]);
});
