import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stageOf } from "../src/domain/case.ts";
import { windowsOf } from "../src/domain/windows.ts";
import { assign } from "../src/flow/move.ts";
import { tell } from "../src/flow/tell.ts";
import type { Daemon } from "../src/main.ts";
import { openSite, type Queue, type Site } from "./helpers/daemon.ts";
import { hasDovecot } from "./helpers/dovecot.ts";
import { answer, authservId, ecopr, forged, newsletter, portal1, portal2 } from "./helpers/letters.ts";
import { hasRedis } from "./helpers/redis.ts";
import { turnableClock } from "./helpers/ports.ts";
import { after, days, hours } from "./helpers/world.ts";

const queues: readonly Queue[] = hasRedis() ? ["Redis", "embedded"] : ["embedded"];
const suite = hasDovecot() ? describe : describe.skip;

suite.each(queues)("the daemon, its queue %s", (queue) => {
  let site: Site;
  const now = new Date();
  beforeEach(async () => {
    site = await openSite(queue);
  });
  afterEach(async () => site.close());

  const viewOf = async ({ ledger }: Daemon, at = now) => {
    const events = await ledger.events("case-1");
    const windows = windowsOf(events, "America/Toronto", at);
    return {
      stage: stageOf(events, windows),
      open: windows.filter(({ state }) => state === "open").map(({ task }) => task),
      events: events.map(({ milestone }) => milestone),
    };
  };
  const trustsOf = async ({ ledger }: Daemon) =>
    (await ledger.letters()).map(({ finding: { trust } }) => trust);
  /** Above ordinary mail: the hop at which the mailbox's provider took it in. */
  const taken = `Received: from shop.example by ${authservId}; Mon, 02 Nov 2026 10:00:00 +0000\n`;
  const subjects = (): readonly string[] =>
    site.smtp.mails.map(({ raw }) => /^Subject: (.*(?:\r?\n[ \t].*)*)/im.exec(raw)?.[1] ?? "");

  test("tells of a letter that comes while it waits", async () => {
    const daemon = await site.start();
    await daemon.log.said("first look");
    site.dovecot.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await site.smtp.waitFor(1);
    expect(subjects()[0]).toMatch(/^Portal 2 arrived/);
    expect(await viewOf(daemon)).toEqual({
      stage: "in_portal",
      open: ["password", "presence", "address", "photo"],
      events: ["credentialed"],
    });
  });

  test("a key that is made is told of, loudly where there was another one, and then no more", async () => {
    const told: string[] = [];
    for (const isGone of [false, true, false]) {
      if (isGone) rmSync(join(site.dataDir, "key"));
      const daemon = await site.start();
      told.push(daemon.log.lines.find((line) => /key/u.test(line)) ?? "nothing");
      await daemon.stop();
    }
    expect(told).toEqual([
      expect.stringMatching(/a key was made.*LANDFALL_KEY/u),
      expect.stringMatching(/key of this ledger is gone.*put the old one back/u),
      "nothing",
    ]);
  });

  test("follows a case from Portal 1 to the eCoPR", async () => {
    const daemon = await site.start();
    await daemon.log.said("first look");
    site.dovecot.deliver("INBOX", portal1({ at: after(-days(9), now) }), { mtime: after(-days(9), now) });
    await site.smtp.waitFor(1);
    site.dovecot.deliver("Sent", answer(after(-days(8), now)), { mtime: after(-days(8), now) });
    await daemon.log.said("letter judged", 2);
    expect((await viewOf(daemon)).stage).toBe("answered");
    site.dovecot.deliver("Junk", portal2({ at: after(-days(3), now) }), { mtime: after(-days(3), now) });
    await site.smtp.waitFor(2);
    for (const task of ["presence", "address", "photo"] as const) {
      await tell(daemon.replanPorts, { task, undo: false, caseId: undefined, at: now });
    }
    expect((await viewOf(daemon)).stage).toBe("in_review");
    site.dovecot.deliver("INBOX", ecopr({ at: now }), { mtime: now });
    await site.smtp.waitFor(3);
    expect(await viewOf(daemon)).toMatchObject({ stage: "confirmed", open: ["print"] });
    expect(subjects()[2]).toMatch(/eCoPR/);
  });

  test("closes no window for an eCoPR that nobody vouches for, until its signature does", async () => {
    const signedBy: string[] = [];
    const daemon = await site.start(undefined, { verify: async () => ({ signedBy, arc: false }) });
    await daemon.log.said("first look");
    site.dovecot.deliver("INBOX", portal2({ at: after(-days(1), now) }), { mtime: after(-days(1), now) });
    await site.smtp.waitFor(1);
    const silent = { at: now, results: null, extraHeaders: "DKIM-Signature: v=1; d=cic.gc.ca; s=k\n" };
    site.dovecot.deliver("INBOX", ecopr(silent), { mtime: now });
    await site.smtp.waitFor(2);
    expect((await viewOf(daemon)).open).toEqual(["password", "presence", "address", "photo", "print"]);
    signedBy.push("cic.gc.ca");
    site.dovecot.deliver("INBOX", ecopr({ ...silent, id: "again@cic.gc.ca" }), { mtime: now });
    await daemon.log.said("letter judged", 3);
    expect((await viewOf(daemon)).open).toEqual(["print"]);
  });

  test("believes no results that the other mail of the mailbox does not carry", async () => {
    delete site.environment["AUTHSERV_ID"];
    for (let number = 0; number < 20; number += 1) site.dovecot.deliver("INBOX", taken + newsletter(number));
    const daemon = await site.start();
    await daemon.log.said("first look");
    site.dovecot.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await site.smtp.waitFor(1);
    expect(await trustsOf(daemon)).toEqual(["unverified"]);
  });

  test("in a new mailbox no letter vouches for itself, not even after a restart", async () => {
    delete site.environment["AUTHSERV_ID"];
    const first = await site.start();
    await first.log.said("first look");
    site.dovecot.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await site.smtp.waitFor(1);
    await first.stop();
    for (let number = 0; number < 6; number += 1)
      site.dovecot.deliver("INBOX", taken + newsletter(number), { mtime: now });
    const daemon = await site.start();
    await daemon.log.said("too few mails carry them");
    expect(await trustsOf(daemon)).toEqual(["unverified"]);
    expect((await viewOf(daemon)).open).toEqual(["password", "presence", "address", "photo"]);
  });

  test("in a new mailbox a letter is believed with the mail that shows whose results count, and told of once", async () => {
    delete site.environment["AUTHSERV_ID"];
    site.environment["POLL_MINUTES"] = "60";
    const daemon = await site.start();
    await daemon.log.said("first look");
    site.dovecot.deliver("INBOX", portal2({ at: after(-days(1), now) }), { mtime: now });
    await site.smtp.waitFor(1);
    site.dovecot.deliver("INBOX", ecopr({ at: now }), { mtime: now });
    await site.smtp.waitFor(2);
    expect(await trustsOf(daemon)).toEqual(["unverified", "unverified"]);
    expect((await viewOf(daemon)).open).toEqual(["password", "presence", "address", "photo", "print"]);
    const result = `Authentication-Results: ${authservId}; dmarc=pass header.from=shop.example\n`;
    for (let number = 0; number < 5; number += 1)
      site.dovecot.deliver("INBOX", taken + result + newsletter(number), { mtime: now });
    await daemon.log.said("judged again");
    expect(await trustsOf(daemon)).toEqual(["verified", "verified"]);
    expect((await viewOf(daemon)).open).toEqual(["print"]);
    expect(site.smtp.mails).toHaveLength(2);
  });

  test("tells of everything that lay there before in one e-mail", async () => {
    for (const [letter, ago] of [
      [portal1, 20],
      [portal2, 3],
    ] as const) {
      const at = after(-days(ago), now);
      site.dovecot.deliver("INBOX", letter({ at }), { mtime: at });
    }
    site.dovecot.deliver("Sent", answer(after(-days(19), now)), { mtime: after(-days(19), now) });
    for (let number = 0; number < 50; number += 1) site.dovecot.deliver("INBOX", newsletter(number));
    const daemon = await site.start();
    await site.smtp.waitFor(1);
    await daemon.log.said("reminder sent");
    expect(await viewOf(daemon)).toMatchObject({
      stage: "in_portal",
      events: ["invited", "answered", "credentialed"],
    });
    expect(site.smtp.mails).toHaveLength(1);
    expect(await daemon.ledger.letters()).toHaveLength(3);
  });

  test("finds an answer in Sent that came in the same look as the letter it answers", async () => {
    const at = after(-days(2), now);
    site.dovecot.deliver("INBOX", portal1({ at }), { mtime: at });
    const elsewhere = answer(at).replace(/^To: .*$/m, "To: office@international.gc.ca");
    site.dovecot.deliver("Sent", elsewhere.replace(/^Subject: .*$/m, "Subject: my details"), { mtime: at });
    const daemon = await site.start();
    await daemon.log.said("letter judged", 2);
    expect((await viewOf(daemon)).stage).toBe("answered");
  });

  test("looks back for what a forwarder sent who is trusted only now, whatever its subject", async () => {
    const inner = portal2({ at: now }).split("\n\n").slice(1).join("\n\n");
    const raw = `From: Lawyer <lawyer@firm.example>
To: person@example.net
Subject: Please see below - urgent
Date: ${now.toUTCString()}
Message-ID: <forward@firm.example>

---------- Forwarded message ---------
From: IRCC <IRCC.PRConfirmation-ConfirmationRP.IRCC@cic.gc.ca>
Date: ${now.toUTCString().replace("GMT", "+0000")}
Subject: New credentials for PR Confirmation Portal
To: <lawyer@firm.example>

${inner}`;
    site.dovecot.deliver("INBOX", raw, { mtime: now });
    const before = await site.start();
    await before.log.said("first look");
    await before.stop();
    expect(site.smtp.mails).toEqual([]);
    site.environment["TRUSTED_FORWARDERS"] = "@firm.example";
    await site.start();
    await site.smtp.waitFor(1);
    expect(subjects()[0]).toMatch(/^Portal 2 arrived/);
  });

  test("takes one letter in two folders for one letter, and another body for a second one", async () => {
    const at = after(-hours(3), now);
    site.dovecot.deliver("INBOX", portal2({ at }), { mtime: at });
    site.dovecot.deliver("Junk", portal2({ at, extraHeaders: "X-Spam: yes\n" }), { mtime: at });
    const daemon = await site.start();
    await daemon.log.said("letter judged");
    expect(await daemon.ledger.letters()).toHaveLength(1);
    site.dovecot.deliver("INBOX", portal2({ at }).replace("Good news", "Good day"), { mtime: at });
    await daemon.log.said("letter judged", 2);
    expect(await daemon.ledger.letters()).toHaveLength(2);
  });

  test("does not believe a forged letter", async () => {
    site.dovecot.deliver("INBOX", portal2({ at: now, results: forged }), { mtime: now });
    const daemon = await site.start();
    await daemon.log.said("letter judged");
    const [letter] = await daemon.ledger.letters();
    expect(letter?.finding).toMatchObject({ kind: "portal2", trust: "suspicious" });
    expect(await daemon.ledger.cases()).toEqual([]);
    await site.smtp.waitFor(1);
    expect(subjects()).toEqual([expect.stringContaining("Careful")]);
    expect(site.smtp.mails[0]?.raw).not.toContain("prson-srpel");
  });

  test("tells once of a letter from IRCC that nobody recognises", async () => {
    const letter = portal2({ at: now, id: "survey@cic.gc.ca" })
      .replace(/^Subject: .*$/m, "Subject: Tell us how we did")
      .replace(/Good news[^]*$/, "Thank you for your patience. We would like to hear from you.\n");
    site.dovecot.deliver("Junk", letter, { mtime: now });
    const first = await site.start();
    await site.smtp.waitFor(1);
    await first.log.said("reminder sent");
    await first.stop();
    await site.redis?.flush();
    const second = await site.start();
    await second.log.said("first look");
    await second.stop();
    expect(subjects()).toHaveLength(1);
    expect(site.smtp.mails[0]?.raw).toContain("Tell us how we did");
  });

  test("started again tells nothing twice, and reads what came meanwhile", async () => {
    site.dovecot.deliver("INBOX", portal1({ at: after(-hours(2), now) }), { mtime: after(-hours(2), now) });
    const first = await site.start();
    await first.log.said("reminder sent");
    await first.stop();
    site.dovecot.deliver("INBOX", portal2({ at: now }), { mtime: now });
    const second = await site.start();
    await second.log.said("reminder sent");
    expect(subjects()).toHaveLength(2);
    expect(subjects()[1]).toMatch(/^Portal 2 arrived/);
  });

  test("comes back after the server went away, and reads what came meanwhile", async () => {
    const daemon = await site.start();
    await daemon.log.said("first look");
    await site.dovecot.halt();
    site.dovecot.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await site.dovecot.start();
    await site.smtp.waitFor(1);
    expect(subjects()[0]).toMatch(/^Portal 2 arrived/);
  });

  test("puts reminders back that the queue lost, and sends each once", async () => {
    const clock = turnableClock(now);
    site.dovecot.deliver("INBOX", portal2({ at: now }), { mtime: now });
    const first = await site.start(clock);
    await first.log.said("reminder sent");
    await first.stop();
    await site.redis?.flush();
    clock.set(after(days(3) + hours(1), now));
    const second = await site.start(clock);
    await second.log.said("reminder sent");
    expect(subjects()).toHaveLength(2);
    expect(subjects()[1]).toMatch(/left/);
  });

  test("takes the person's answer, and confirms it once, in whatever folders it lies", async () => {
    const daemon = await site.start();
    await daemon.log.said("first look");
    site.dovecot.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await site.smtp.waitFor(1);
    await daemon.log.said("reminder sent");
    const id = /^Message-ID: (<.*>)/im.exec(site.smtp.mails[0]!.raw)?.[1];
    const reply = `From: person@example.net
To: person@example.net
Subject: Re: Portal 2 arrived
Message-ID: <my-answer@example.net>
In-Reply-To: ${id}
Date: ${now.toUTCString()}

done photo
`;
    site.dovecot.deliver("Sent", reply, { mtime: now });
    site.dovecot.deliver("INBOX", reply, { mtime: now });
    await site.smtp.waitFor(2);
    expect(subjects()[1]).toBe("Landfall: noted as done: upload your photo");
    expect((await viewOf(daemon)).open).toEqual(["password", "presence", "address"]);
    expect(await daemon.ledger.letters()).toHaveLength(1);
  });

  test("without SMTP lays its reminders into the inbox, and takes none of them for a letter", async () => {
    for (const name of ["SMTP_HOST", "SMTP_PORT", "SMTP_SECURITY"]) delete site.environment[name];
    const daemon = await site.start();
    await daemon.log.said("first look");
    site.dovecot.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await daemon.log.said("reminder sent");
    site.dovecot.deliver("INBOX", newsletter(1), { mtime: now });
    site.dovecot.deliver("INBOX", ecopr({ at: now }), { mtime: now });
    await daemon.log.said("reminder sent", 2);
    expect(site.dovecot.files("INBOX").filter((file) => file.endsWith(":2,F"))).toHaveLength(2);
    expect((await daemon.ledger.letters()).map(({ finding }) => finding.kind)).toEqual(["portal2", "ecopr"]);
    expect((await daemon.ledger.reminders()).filter(({ channel }) => channel === "append")).toHaveLength(2);
  });

  test("what SMTP refuses for good is in the inbox at once", async () => {
    site.smtp.refuse("DATA", 550, "5.7.1 looks like spam", 100);
    const daemon = await site.start();
    await daemon.log.said("first look");
    site.dovecot.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await daemon.log.said("reminder sent");
    const [sent] = (await daemon.ledger.reminders()).filter(({ status }) => status === "sent");
    expect(sent).toMatchObject({ channel: "append", owed: true, outcome: expect.stringContaining("spam") });
    expect(site.smtp.mails).toEqual([]);
  });

  test("keeps the cases of two spouses apart, and asks whose a letter is that names neither", async () => {
    const of = (raw: string, who: string): string =>
      raw
        .replaceAll("person@example.net", `${who}@example.net`)
        .replace("@cic.gc.ca>\nMIME", `.${who}@cic.gc.ca>\nMIME`);
    const at = after(-hours(3), now);
    site.dovecot.deliver("INBOX", of(portal2({ at }), "anna"), { mtime: at });
    site.dovecot.deliver("INBOX", of(portal2({ at }), "ben"), { mtime: at });
    const daemon = await site.start();
    await site.smtp.waitFor(2);
    const nobodys = ecopr({ at: now }).replace("To: person@example.net", "To: undisclosed-recipients:;");
    site.dovecot.deliver("INBOX", nobodys, { mtime: now });
    await site.smtp.waitFor(3);
    const letter = (await daemon.ledger.letters()).find(({ finding }) => finding.kind === "ecopr");
    expect(letter?.filing).toMatchObject({ certain: false, candidates: ["case-1", "case-2"] });
    expect(site.smtp.mails[2]?.raw.replaceAll(/=\r?\n/g, "")).toMatch(/uncertain whose letter this is/);
    expect((await daemon.ledger.events("case-2")).map(({ milestone }) => milestone)).toEqual([
      "credentialed",
    ]);
    expect(await assign(daemon.replanPorts, letter!.id, "case-2")).toMatchObject({
      ok: true,
      caseId: "case-2",
    });
    expect((await daemon.ledger.events("case-2")).map(({ milestone }) => milestone)).toEqual([
      "credentialed",
      "confirmed",
    ]);
    expect((await viewOf(daemon)).open).toEqual(["password", "presence", "address", "photo"]);
  });

  test("refuses a second daemon on the same ledger", async () => {
    await site.start();
    await expect(site.start()).rejects.toThrow(/already|in use|another/i);
  });

  test("leaves the mailbox as it was, and no secret anywhere", async () => {
    const at = after(-hours(1), now);
    site.dovecot.deliver("INBOX", portal1({ at }), { mtime: at });
    site.dovecot.deliver("INBOX", portal2({ at }), { mtime: at });
    site.dovecot.deliver("Sent", answer(now), { mtime: now });
    const daemon = await site.start();
    await site.smtp.waitFor(1);
    await daemon.log.said("reminder sent");
    await daemon.stop();
    expect(
      [...site.dovecot.files("INBOX"), ...site.dovecot.files("Sent")].filter((file) => /:2,.+/.test(file)),
    ).toEqual([]);
    const kept = readdirSync(site.dataDir).map((file) => readFileSync(join(site.dataDir, file), "latin1"));
    const everywhere = [...kept, ...daemon.log.lines, ...site.smtp.mails.map(({ raw }) => raw)].join("\n");
    for (const secret of [
      "FAKE-Secret-99!",
      "1234-5678",
      "E001234567",
      "nobody else may keep",
      site.dovecot.password,
    ]) {
      expect(everywhere.includes(secret) ? secret : "kept nowhere").toBe("kept nowhere");
    }
  });
});
