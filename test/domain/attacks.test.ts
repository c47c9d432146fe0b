import { expect, test } from "@jest/globals";
import { judge, type ReadingContext } from "../../src/domain/classify.ts";
import { eventsOfLetter } from "../../src/domain/letter-events.ts";
import { redact } from "../../src/domain/redact.ts";
import { parseMessage } from "../../src/mailbox/parse.ts";
import { attacks } from "../helpers/attacks.ts";

const context: ReadingContext = {
  ownAddresses: ["maria@example.com"],
  trustedForwarders: ["anna@lawyer.example"],
  authservId: "mx.google.com",
  timeZone: "America/Toronto",
  now: new Date("2026-12-01T12:00:00Z"),
};

test("the attacks are many, and no two alike", () => {
  expect(attacks.length).toBeGreaterThanOrEqual(60);
  expect(new Set(attacks.map(({ source }) => source)).size).toBe(attacks.length);
});

test.each(attacks)("no forged letter is believed: $name", async ({ source }) => {
  const { message } = redact(await parseMessage(Buffer.from(source.replaceAll("\n", "\r\n")), null));
  const finding = judge({ message, role: "inbox", knownPortal1: new Set() }, context);
  expect({ trust: finding.trust, why: finding.why }).toMatchObject({
    trust: finding.kind === "not_ircc" ? null : "suspicious",
  });
  expect(eventsOfLetter({ id: "x", seenAt: new Date(0) }, finding, "")).toEqual([]);
});
