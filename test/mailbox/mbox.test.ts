import { open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { messagesIn, unquoted } from "../../src/mailbox/mbox.ts";
import { temporaryFolder } from "../helpers/folder.ts";

/** The messages of an mbox with this content. */
const read = async (content: string | Buffer): Promise<readonly string[]> => {
  using folder = temporaryFolder();
  const path = join(folder.path, "mbox");
  await writeFile(path, content);
  await using file = await open(path);
  const messages: string[] = [];
  for await (const { from, to } of messagesIn(file)) {
    const { buffer } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
    messages.push(unquoted(buffer).toString());
  }
  return messages;
};

const separator = "From somebody@example.net Thu Nov 26 10:00:00 2026\n";

/** As a program writes an mbox of the mboxrd kind. */
const mbox = (messages: readonly string[]): string =>
  messages.map((text) => `${separator}${text.replaceAll(/^(>*From )/gm, ">$1")}\n\n`).join("");

test("messages are told apart, and lose what an mbox adds to them", async () => {
  expect(await read(mbox(["A: 1\n\nFrom here on.\n>From there.", "B: 2\n\nbody"]))).toEqual([
    "A: 1\n\nFrom here on.\n>From there.\n\n",
    "B: 2\n\nbody\n\n",
  ]);
});

test.each([
  ["plain", "From a@b.example Thu Nov 26 10:00:00 2026\n"],
  ["with a zone", "From a@b.example Thu Nov 26 10:00:00 +0000 2026\n"],
  ["of Google Takeout", "From 1234567890@xxx Thu Nov 26 10:00:00 +0000 2026\r\n"],
  ["of Thunderbird", "From - Thu Nov 26 10:00:00 2026\n"],
  ["of a mailer", "From MAILER-DAEMON Thu Nov 26 10:00 2026\n"],
])("a separator %s is one", async (_, line) => {
  expect(await read(`${line}A: 1\n\nx\n\n${line}B: 2\n\ny\n`)).toHaveLength(2);
});

test("a sentence that begins with From is no separator, though it was not quoted", async () => {
  expect(await read(`${separator}A: 1\n\nFrom now on, write to us.\nFrom \n`)).toHaveLength(1);
});

test("what is no mbox holds no message", async () => {
  expect(await read("A: 1\n\nbody\n")).toEqual([]);
  expect(await read("")).toEqual([]);
});

test("any messages come out as they went in, wherever the pieces of the file end", async () => {
  const line = fc.oneof(
    fc.constantFrom("From x", ">From x", ">>From y", "", "From - Thu Nov 26 10:00:00 2026", "text"),
    fc.string({ maxLength: 30 }).map((text) => text.replaceAll(/[\r\n]/g, "")),
  );
  const message = fc.tuple(
    fc.array(line, { maxLength: 8 }),
    fc.constantFrom(0, 1_048_500, 1_048_570, 2_100_000),
  );
  const body = message.map(([lines, padding]) => `A: 1\n\n${"x".repeat(padding)}\n${lines.join("\n")}`);
  await fc.assert(
    fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 4 }), async (messages) => {
      expect(await read(mbox(messages))).toEqual(messages.map((text) => `${text}\n\n`));
    }),
    { numRuns: 40 },
  );
}, 120_000); // Two hundred megabytes go to a disk that others use, too.
