import { expect, test } from "@jest/globals";
import { readForward } from "../../src/domain/forward.ts";
import { receivedEnclosed, receivedThrough } from "../../src/domain/when.ts";
import { parseMessage } from "../../src/mailbox/parse.ts";

const date = "Mon, 23 Nov 2026 10:00:00 -0500";
const enclosing = (received: string) =>
  parseMessage(
    Buffer.from(
      `Received: by mx.example.com; Tue, 24 Nov 2026 10:00:00 -0500\nFrom: a@lawyer.example\nContent-Type: message/rfc822\n\n${received}From: x@cic.gc.ca\nDate: ${date}\n\ntext\n`,
    ),
    null,
  );
const quoted = { date, from: [{ name: "", address: "x@cic.gc.ca" }] };

test("an enclosed letter is dated like a direct one, by who took it in last", async () => {
  const message = await enclosing("Received: by mx.lawyer.example; Mon, 23 Nov 2026 10:00:09 -0500\n");
  expect(receivedEnclosed(message, quoted, undefined)).toEqual({
    receivedAt: new Date("2026-11-23T15:00:09Z"),
    approximate: false,
  });
});

test.each([
  ["there is none", ""],
  ["it cannot be read", "Received: by mx.lawyer.example\n"],
  ["it is older than the letter", "Received: by mx.lawyer.example; Mon, 23 Nov 2026 09:00:00 -0500\n"],
  ["it is hours younger", "Received: by mx.lawyer.example; Mon, 23 Nov 2026 20:00:00 -0500\n"],
  ["it is younger than the forward", "Received: by mx.lawyer.example; Wed, 25 Nov 2026 10:00:00 -0500\n"],
])("its Received says nothing where %s", async (_what, received) => {
  expect(receivedEnclosed(await enclosing(received), quoted, undefined)).toBeNull();
});

const forwardOf = (written: string) =>
  parseMessage(
    Buffer.from(
      `Received: by mx.example.com; Tue, 24 Nov 2026 10:00:00 -0500\nFrom: a@lawyer.example\nDate: Tue, 24 Nov 2026 10:00:00 -0500\n\n---------- Forwarded message ---------\nFrom: IRCC <x@cic.gc.ca>\nDate: ${written}\nSubject: PR Portal\nTo: <maria@example.com>\n\nHello\n`,
    ),
    null,
  );

test.each(["Montag, 16. März 2026 um 09:58 Uhr", "yesterday", "Mon, Nov 30, 2026 at 9:58 AM"])(
  "a forward of a letter of »%s« is dated by itself, as the latest that the letter can be",
  async (written) => {
    const message = await forwardOf(written);
    const forward = readForward(message)!;
    expect(receivedThrough(message, forward, { timeZone: "America/Toronto" })).toEqual({
      receivedAt: new Date("2026-11-24T15:00:00Z"),
      approximate: true,
      dateUnread: true,
    });
  },
);
