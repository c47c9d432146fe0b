import { expect, test } from "@jest/globals";
import { judge, type ReadingContext } from "../../src/domain/classify.ts";
import { redact } from "../../src/domain/redact.ts";
import { parseMessage } from "../../src/mailbox/parse.ts";

const context: ReadingContext = {
  ownAddresses: ["maria@example.com"],
  trustedForwarders: ["anna@lawyer.example"],
  authservId: "mx.example.com",
  timeZone: "America/Toronto",
  now: new Date("2026-12-01T12:00:00Z"),
};

const passed = "Authentication-Results: mx.example.com; dmarc=pass header.from=cic.gc.ca\n";
const credentials = (link: string, header = "", from = "IRCC <x@cic.gc.ca>") => `${header}From: ${from}
To: maria@example.com
Subject: New credentials for PR Confirmation Portal
Date: Mon, 23 Nov 2026 10:00:00 -0500

Your portal account has been created.

Username: maria@example.com
Temporary password: FAKE-Direct-1

Sign in at ${link} within 14 days.
`;

const outer = (fields: string, text: string, inner: string) => `${fields}To: maria@example.com
Date: Tue, 24 Nov 2026 10:00:00 -0500
Content-Type: multipart/mixed; boundary=b

--b

${text}
--b
Content-Type: message/rfc822

${inner}
--b--
`;

const read = async (source: string) => {
  const { message } = redact(await parseMessage(Buffer.from(source.replaceAll("\n", "\r\n")), null));
  const { kind, subkind, trust, doubts } = judge(
    { message, role: "inbox", knownPortal1: new Set() },
    context,
  );
  return { kind, subkind, trust, doubts: (doubts ?? []).map(({ code }) => code) };
};

const portal = "https://prson-srpel.apps.cic.gc.ca/en/login";
const important = "From: IRCC <y@cic.gc.ca>\nSubject: Important\n";

test("what IRCC encloses is read as the letter that it is", async () => {
  expect(await read(outer(passed + important, "Open the enclosed message.", credentials(portal)))).toEqual({
    kind: "portal2",
    subkind: "credentials",
    trust: "verified",
    doubts: [],
  });
  expect(await read(outer(important, "Open the enclosed message.", credentials(portal)))).toMatchObject({
    kind: "portal2",
    trust: "unverified",
  });
});

test.each([
  ["an enclosed letter in IRCC's name", undefined],
  ["an enclosed letter of somebody else", "Officer <officer@landing.example>"],
])("below an author whom nothing proves links count: %s", async (_what, from) => {
  const forged = credentials("https://signin.example/", "", from);
  const { trust, doubts } = await read(outer(important, "Open the enclosed message.", forged));
  expect({ trust, doubts }).toEqual({ trust: "suspicious", doubts: ["link"] });
});

test("an enclosed letter that failed somebody's checks is not believed, wherever they wrote it", async () => {
  const failed =
    "Received: from a by b.example; Mon, 23 Nov 2026 10:00:00 -0500\nAuthentication-Results: mail.other.example; dmarc=fail header.from=cic.gc.ca\n";
  expect(await read(outer(important, "See below.", credentials(portal, failed)))).toMatchObject({
    trust: "suspicious",
    doubts: ["refused"],
  });
  const forward =
    "Authentication-Results: mx.example.com; dmarc=pass header.from=lawyer.example\nFrom: anna@lawyer.example\nSubject: Fwd: credentials\n";
  expect(await read(outer(forward, "See below.", credentials(portal, failed)))).toMatchObject({
    trust: "suspicious",
  });
  expect(await read(outer(forward, "See below.", credentials(portal)))).toMatchObject({ trust: "verified" });
});

test("a forged letter that IRCC itself shows is not taken for IRCC's", async () => {
  const failed = "Authentication-Results: mx.example.com; dmarc=fail header.from=cic.gc.ca\n";
  expect(
    await read(outer(passed + important, "The message below is not ours.", credentials(portal, failed))),
  ).toMatchObject({
    kind: "other_ircc",
    subkind: "unknown",
    trust: "verified",
  });
});

test("the person's own answer that comes back from IRCC's server is a bounce, with whatever they sign below it", async () => {
  const own =
    "From: maria@example.com\nTo: x@cic.gc.ca\nSubject: RE: portal\n\nMy UCI is below.\n--\nMaria, https://maria.example/\n";
  const fields = "From: postmaster@cic.gc.ca\nSubject: Undeliverable: RE: portal\n";
  expect(
    await read(outer(fields, "Delivery has failed to these recipients: x@cic.gc.ca", own)),
  ).toMatchObject({
    kind: "reply_bounced",
    trust: "unverified",
  });
});
