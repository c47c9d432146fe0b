import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { ImapFlow } from "imapflow";
import { Troubles } from "../../src/mailbox/troubles.ts";
import { connect, disconnect } from "../../src/mailbox/connection.ts";
import { lookAhead } from "../../src/mailbox/look.ts";
import { openFolder } from "../../src/mailbox/read.ts";
import { patiently } from "../../src/mailbox/silence.ts";
import { type Dovecot, hasDovecot, startDovecot } from "../helpers/dovecot.ts";
import { KeepingSink } from "../helpers/sink.ts";
import { chatter, optionsFor, raw } from "./world.ts";

const real = hasDovecot() ? describe : describe.skip;
const MEGABYTE = 1024 * 1024;

real("reading", () => {
  let server: Dovecot;
  let sink: KeepingSink;
  let client: ImapFlow;
  let lastUid = 0;

  /** Reads what is new since the last reading; returns the bytes that the server sent for it. */
  const readNew = async (expected = 1): Promise<number> => {
    const { signal } = new AbortController();
    const folder = await openFolder(client, { path: "INBOX", role: "inbox" });
    client.stats(true);
    const cursor = { mailbox: server.user, folder: "INBOX", uidValidity: folder.uidValidity, lastUid };
    const look = {
      client,
      taker: sink,
      mailbox: server.user,
      signal,
      troubles: new Troubles(),
      heard: patiently,
    };
    lastUid = (await lookAhead(look, folder, cursor, expected)).lastUid;
    return client.stats().received;
  };

  beforeAll(async () => {
    server = await startDovecot();
    client = await connect(optionsFor(server), new AbortController().signal);
  });

  beforeEach(() => {
    sink = new KeepingSink();
  });

  afterAll(async () => {
    await disconnect(client);
    await server.stop();
  });

  test("tells where and when a letter was received, whatever its Date says", async () => {
    server.deliver("INBOX", raw(), { mtime: new Date("2026-03-04T05:06:07Z") });
    await readNew();
    const [found] = sink.found;
    expect(found?.message.internalDate).toEqual(new Date("2026-03-04T05:06:07Z"));
    expect(found?.place).toMatchObject({ folder: "INBOX", role: "inbox", uid: lastUid });
  });

  test("verifies letters that are read together side by side: where no DNS answers they wait once", async () => {
    const all = Promise.withResolvers<void>();
    let asked = 0;
    sink.verified = async (message) => {
      asked += 1;
      if (asked === 3) all.resolve();
      await all.promise;
      return message;
    };
    for (let number = 0; number < 3; number += 1) server.deliver("INBOX", raw());
    await readNew(3);
    expect(sink.found).toHaveLength(3);
  });

  test("passes over drafts", async () => {
    server.deliver("INBOX", raw(), { name: "1700000000.M1P1.draft:2,D" });
    const before = lastUid;
    await readNew();
    expect(sink.judged).toEqual([]);
    expect(sink.found).toEqual([]);
    expect(lastUid).toBe(before + 1);
  });

  test("asks no more of a message than its headers where they are enough", async () => {
    sink.judge = () => "headers";
    server.deliver("INBOX", raw({ body: "x".repeat(MEGABYTE) }));
    const received = await readNew();
    expect(sink.found[0]).toMatchObject({ bodyFetched: false });
    expect(sink.found[0]?.message.text).toBe("");
    expect(received).toBeLessThan(4096);
  });

  test("does not download what matches nothing, of 5,000 messages no body", async () => {
    sink.judge = () => "no";
    for (let number = 0; number < 5000; number += 1) server.deliver("INBOX", chatter(number));
    const received = await readNew(5000);
    expect(sink.judged).toHaveLength(5000);
    expect(sink.found).toEqual([]);
    expect(received).toBeLessThan(5000 * 600);
    await readNew(0);
    expect(sink.judged).toHaveLength(5000);
  });

  test("costs of a message of 30 MB only its text", async () => {
    server.deliver("INBOX", withAttachment(30 * MEGABYTE));
    const received = await readNew();
    const [found] = sink.found;
    expect(found?.message.subject).toBe("PR Confirmation with a scan");
    expect(found?.message.text.trim()).toBe("Voilà the scan.");
    expect(found?.bodyFetched).toBe(true);
    expect(received).toBeLessThan(64 * 1024);
  });

  test("reads a letter forwarded as an attachment beside 30 MB of photos", async () => {
    server.deliver("INBOX", withAttachment(30 * MEGABYTE, raw({ subject: "PR Confirmation inside" })));
    await readNew();
    expect(sink.found[0]?.message.text).toContain("Voilà the scan.");
  });

  test("cuts the text of a 30 MB message that is nothing but text", async () => {
    server.deliver("INBOX", raw({ body: `The beginning.\n${`${"x".repeat(70)}\n`.repeat(430_000)}` }));
    const received = await readNew();
    expect(sink.found[0]?.message.text).toContain("The beginning.");
    expect(received).toBeLessThan(6 * MEGABYTE);
  });

  test("survives broken mail, no headers at all, and the letter after it", async () => {
    server.deliver("INBOX", Buffer.from([0xff, 0xfe, 0x0d, 0x0a, 0x80]));
    server.deliver(
      "INBOX",
      "Content-Type: multipart/mixed; boundary=x\nSubject: PR Confirmation cut off\n\n--x\n",
    );
    server.deliver("INBOX", raw({ subject: "PR Confirmation after" }));
    await readNew(3);
    expect(sink.found).toHaveLength(3);
    expect(sink.subjects).toContain("PR Confirmation after");
  });

  test("moves the cursor past what was taken only", async () => {
    server.deliver("INBOX", raw());
    const before = lastUid;
    sink.beforeTake = async () => {
      throw new Error("the ledger is full");
    };
    await expect(readNew()).rejects.toThrow("the ledger is full");
    expect(lastUid).toBe(before);
    sink.beforeTake = async () => {};
    await readNew();
    expect(sink.kept.get("INBOX")?.lastUid).toBe(before + 1);
  });
});

const withAttachment = (bytes: number, embedded?: string): string => {
  const base64 = `${"QUJD".repeat(19)}\n`.repeat(Math.ceil(bytes / 77));
  const forward = embedded === undefined ? "" : `--b\nContent-Type: message/rfc822\n\n${embedded}\n`;
  return `From: IRCC <a@cic.gc.ca>
To: person@example.org
Subject: PR Confirmation with a scan
Message-ID: <scan-${embedded?.length ?? 0}@cic.gc.ca>
MIME-Version: 1.0
Content-Type: multipart/mixed;
 boundary="b"

--b
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Voil=E0 the scan.
${forward}--b
Content-Type: image/jpeg; name="scan.jpg"
Content-Disposition: attachment; filename="scan.jpg"
Content-Transfer-Encoding: base64

${base64}--b--
`;
};
