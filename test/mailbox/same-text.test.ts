import { expect, test } from "@jest/globals";
import { parseMessage } from "../../src/mailbox/parse.ts";

const mail = (plain: string, html: string, notice: string): Buffer =>
  Buffer.from(
    `From: x@cic.gc.ca\nSubject: s\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=m\n\n` +
      `--m\nContent-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n\n${plain}\n--a\nContent-Type: text/html\n\n${html}\n--a--\n` +
      `--m\nContent-Type: text/plain\n\n${notice}\n--m--\n`,
  );
const letter =
  "The photo for your card was not accepted because it is blurred. Kindly replace it in the portal.";
const notice = "-- This message may contain protected information. ";

test.each([1, 4, 20])(
  "a gateway's notice below an empty text takes nothing from the HTML, however long it is: %d times",
  async (times) => {
    const { text } = await parseMessage(
      mail(" ", `<html><body><p>${letter}</p></body></html>`, notice.repeat(times)),
      null,
    );
    expect(text).toContain(letter);
    expect(text).toContain("protected information");
  },
);

test("what plain text says is not said twice", async () => {
  const { text } = await parseMessage(
    mail(letter.repeat(4), `<html><body><p>${letter.repeat(4)}</p></body></html>`, notice),
    null,
  );
  expect(text.split("Kindly").length - 1).toBe(4);
});
