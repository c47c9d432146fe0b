import { globSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { bounded } from "../../src/mailbox/bounds.ts";
import { parseMessage } from "../../src/mailbox/parse.ts";

const part = (type: string, body: string): string => `--b\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`;

const message = (...parts: readonly string[]): Buffer =>
  Buffer.from(
    `From: a@example.net\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join("")}--b--\r\n`,
  );

const pdf = part("application/pdf", `${"A".repeat(75)}\r\n`.repeat(200_000));

test("a letter attached behind an attachment of 15 MB is read", async () => {
  const letter = part("message/rfc822", "Subject: PR Portal\r\n\r\nYour eCoPR is available.");
  const { text } = await parseMessage(message(part("text/plain", "See below."), pdf, letter), null);
  expect(text).toContain("See below.");
  expect(text).toContain("Your eCoPR is available.");
});

test("of an attachment next to nothing is taken apart, of ten thousand parts five hundred", () => {
  expect(bounded(message(pdf)).length).toBeLessThan(10_000);
  const kept = Buffer.from(
    bounded(message(...Array.from({ length: 10_000 }, () => part("text/plain", "x")))),
  );
  expect(kept.toString().split("--b\r\n").length).toBeLessThanOrEqual(501);
});

test("nothing of any letter is lost", () => {
  for (const file of globSync("fixtures/letters/*/*.eml")) {
    const source = readFileSync(file);
    expect({ file, same: source.equals(bounded(source)) }).toEqual({ file, same: true });
  }
});
