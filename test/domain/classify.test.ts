import { globSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { judge, type Judged, type ReadingContext } from "../../src/domain/classify.ts";
import type { RawIdentifiers } from "../../src/domain/identifiers.ts";
import type { Finding } from "../../src/domain/letter.ts";
import { redact } from "../../src/domain/redact.ts";
import { parseMessage } from "../../src/mailbox/parse.ts";
import { aMessage } from "../helpers/samples.ts";

type Expected = Omit<Partial<Finding>, "receivedAt"> & {
  readonly receivedAt: string | null;
  readonly context?: Partial<ReadingContext>;
  /** As they stand in the letter, and nowhere in what is kept of it. */
  readonly identifiers?: Partial<RawIdentifiers>;
};

const nobody: ReadingContext = {
  ownAddresses: [],
  trustedForwarders: [],
  authservId: null,
  timeZone: "America/Toronto",
  now: new Date("2026-12-01T12:00:00Z"),
};

const asFile = (message: Judged["message"]): Judged => ({
  message,
  role: null,
  knownPortal1: new Set(),
});

const letters = globSync("fixtures/letters/*/*.eml");
const expectedOf = (file: string): Expected =>
  JSON.parse(readFileSync(file.replace(/eml$/, "json"), "utf8")) as Expected;

test.each(letters.toSorted())("%s is what its neighbour says it is", async (file) => {
  const { context, identifiers = {}, ...expected } = expectedOf(file);
  const { message, identifiers: read } = redact(await parseMessage(readFileSync(file), null));
  expect(read).toMatchObject(identifiers);
  const finding = judge(asFile(message), { ...nobody, ...context });
  expect({
    ...finding,
    receivedAt: finding.receivedAt?.toISOString().replace(".000", "") ?? null,
  }).toMatchObject(expected);
});

test.each(letters.filter((file) => expectedOf(file).identifiers !== undefined))(
  "nothing that is secret in %s is kept of it",
  async (file) => {
    const { message, identifiers } = redact(await parseMessage(readFileSync(file), null));
    const kept = JSON.stringify(message);
    for (const uci of identifiers.ucis) expect(kept).not.toContain(uci);
    expect(kept).not.toMatch(/E ?000 ?100|Fake-?Pass|Faux-?Passe/i);
  },
);

test("what bears IRCC's address is never none, whatever else it holds", () => {
  const said = fc.oneof(fc.string(), fc.constantFrom("Fwd: Re: hello", "Undelivered Mail", "newsletter"));
  const address = fc.constantFrom("a@cic.gc.ca", "b@mail.cic.gc.ca", "c@example.org");
  const others = fc.array(address.map((each) => ({ name: "", address: each })));
  const role = fc.constantFrom(null, "inbox" as const, "junk" as const, "all" as const);
  fc.assert(
    fc.property(said, said, others, role, fc.boolean(), (subject, text, more, place, isBulk) => {
      const from = [{ name: "", address: "IRCC@cic.gc.ca" }, ...more];
      const message = aMessage({
        subject,
        text,
        from,
        ...(isBulk && { headers: [{ name: "list-id", value: "x" }] }),
      });
      expect(judge({ ...asFile(message), role: place }, nobody).kind).not.toBe("not_ircc");
    }),
  );
});

const known = new Set(["p1@cic.gc.ca"]);
const inSent = (part: Partial<Judged["message"]>): Judged => ({
  ...asFile(aMessage({ from: [{ name: "", address: "me@example.org" }], ...part })),
  role: "sent",
  knownPortal1: known,
});
const office = [{ name: "", address: "ircc.portal@cic.gc.ca" }];

test.each<[string, string, Judged]>([
  [
    "own_reply",
    "an answer to a known Portal 1 letter",
    inSent({ subject: "Re: details", to: office, references: ["p1@cic.gc.ca"] }),
  ],
  [
    "own_reply",
    "a mail to IRCC under the portal's subject",
    inSent({ subject: "RE: Permanent Residence Portal (PR Confirmation)", to: office }),
  ],
  [
    "not_ircc",
    "an answer to the eCoPR letter",
    inSent({ subject: "RE: PR Portal - eCoPR Available for Download", to: office }),
  ],
  ["not_ircc", "any other mail to IRCC", inSent({ subject: "My passport", to: office })],
  [
    "not_ircc",
    "thanks to the consultant who forwarded Portal 1",
    inSent({
      subject: "Re: Fwd: Permanent Residence Portal",
      to: [{ name: "", address: "ana@example.net" }],
      references: ["p1@cic.gc.ca"],
    }),
  ],
  [
    "not_ircc",
    "a forward of Portal 1 to a friend",
    inSent({ subject: "Fwd: Permanent Residence Portal", to: office, references: ["p1@cic.gc.ca"] }),
  ],
  [
    "not_ircc",
    "an absence notice",
    inSent({
      subject: "Automatic reply: Permanent Residence Portal",
      to: office,
      references: ["p1@cic.gc.ca"],
      headers: [{ name: "auto-submitted", value: "auto-replied" }],
    }),
  ],
  [
    "not_ircc",
    "the same answer outside Sent",
    {
      ...inSent({ subject: "Re: Permanent Residence Portal", to: office, references: ["p1@cic.gc.ca"] }),
      role: "inbox",
    },
  ],
])("%s is what %s is", (kind, _what, input) => {
  expect(judge(input, nobody)).toMatchObject({ kind, trust: null });
});

test("a letter counts from the earlier of INTERNALDATE and the topmost Received, whatever its Date says", () => {
  const received = { name: "received", value: "from a by b; Mon, 23 Nov 2026 10:00:00 -0500" };
  const older = { name: "received", value: "from c by a; Mon, 23 Nov 2026 09:00:00 -0500" };
  const letter = (internalDate: string) =>
    judge(
      asFile(
        aMessage({
          headers: [received, older],
          internalDate: new Date(internalDate),
          date: new Date("2020-01-01T00:00:00Z"),
        }),
      ),
      nobody,
    ).receivedAt;
  expect(letter("2026-11-24T00:00:00Z")).toEqual(new Date("2026-11-23T15:00:00Z"));
  expect(letter("2026-11-23T14:30:00Z")).toEqual(new Date("2026-11-23T14:30:00Z"));
});

test("nothing that can stand in a mail makes the judge fail, and it judges alike twice", () => {
  const text = fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...scraps)), {
    maxLength: 30,
  });
  const address = fc.constantFrom("a@cic.gc.ca", "me@example.org", "", "@", "x@xcic.gc.ca");
  const message = fc.record({
    subject: text,
    text,
    from: fc.array(address, { maxLength: 3 }),
    headers: text,
  });
  fc.assert(
    fc.property(message, (parts) => {
      const input = asFile(
        aMessage({
          subject: parts.subject.join(""),
          text: parts.text.join(""),
          from: parts.from.map((from) => ({ name: "", address: from })),
          headers: parts.headers.map((value) => ({ name: "authentication-results", value })),
        }),
      );
      expect(judge(input, nobody)).toEqual(judge(input, nobody));
    }),
  );
});

const scraps = [
  "Fwd: ",
  "RE: ",
  "\n",
  "From: IRCC <a@cic.gc.ca>\n",
  "Sent: Monday, November 23, 2026 9:58 AM\n",
  "Subject: PR Portal\n",
  "De :\n",
  "> ",
  "Temporary password: x1y2z3\n",
  "within 14 days",
  "reply to this email",
  "mx.example; dmarc=",
  "(",
  '"',
  "pass",
  "---------- Forwarded message ---------\n",
];

test("a hostile body costs no more than a moment", () => {
  const hostile = [
    "From: ",
    "De : a\n",
    "\n ",
    "reply to this ",
    "password ",
    "within 7 ",
    "confirmation of permanent residence ",
    "<a@b ",
    "> ",
    "on ",
    "12-",
    "é",
  ];
  for (const scrap of hostile) {
    const message = aMessage({
      subject: "Fwd: x",
      from: [],
      text: scrap.repeat(Math.ceil(200_000 / scrap.length)),
    });
    const start = process.cpuUsage();
    judge(asFile(redact(message).message), nobody);
    // Time of the processor: a busy machine is no slower by it.
    expect({ scrap, slow: process.cpuUsage(start).user > 1_500_000 }).toEqual({ scrap, slow: false });
  }
});

test("an own forward whose quoted header is in no known form is told of, and never passed over", () => {
  const forward = (from: string) =>
    judge(
      asFile(
        redact(
          aMessage({
            from: [{ name: "", address: from }],
            subject: "Fwd: eCoPR Available for Download",
            text: "---------- Thư đã chuyển tiếp ----------\nTừ: IRCC ‹no-reply@cic.gc.ca›\nNgày: 2 thg 11, 2026\n\nYour eCoPR is available.",
          }),
        ).message,
      ),
      { ...nobody, ownAddresses: ["person@example.net"] },
    );
  expect(forward("person@example.net")).toMatchObject({
    kind: "other_ircc",
    subkind: "unknown",
    forwarded: true,
  });
  expect(forward("stranger@example.com").trust).not.toBe("verified");
});
