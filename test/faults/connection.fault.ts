/** What can go wrong between Landfall and the mailbox server. */

import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { portal1, portal2 } from "../helpers/letters.ts";
import { halfClose, reset, silence } from "./proxy.ts";
import { faults, letters, onDovecot, onScript, type Seen, sent } from "./rig.ts";
import { fetched, type Held, mailboxOf } from "./scripted-mailbox.ts";

const now = new Date();
const bodiesAsked = (commands: string): number => commands.split(/BODY\.PEEK\[\](?!<)/u).length - 1;

faults("a connection that", () => {
  test("[1] goes silent while waiting is given up within two polls", async () => {
    await using rig = await onDovecot("embedded");
    const pollMs = 12_000;
    await rig.run({ POLL_MINUTES: String(pollMs / 60_000) });
    const silent = rig.way.imap.when({ from: "client", says: /IDLE\r\n/u }, silence);
    rig.server.deliver("INBOX", portal1({ at: now }), { mtime: now });
    await silent;
    const since = performance.now();
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    const connections = rig.way.imap.count();
    while (rig.way.imap.count() === connections) await sleep(50);
    expect(performance.now() - since).toBeLessThan(2 * pollMs);
    await rig.until(letters(2));
  });

  test("[1] goes silent just as a letter is asked for is given up within two polls", async () => {
    await using rig = await onDovecot("embedded");
    const pollMs = 12_000;
    await rig.run({ POLL_MINUTES: String(pollMs / 60_000) });
    const silent = rig.way.imap.when({ from: "client", says: /UID FETCH/u }, silence);
    const connections = rig.way.imap.count();
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await silent;
    const since = performance.now();
    while (rig.way.imap.count() === connections) await sleep(50);
    expect(performance.now() - since).toBeLessThan(2 * pollMs);
    await rig.until(letters(1));
  });

  test.each([
    ["is reset", reset],
    ["is half closed", halfClose],
  ])("[3, 28] %s is made anew, and what came meanwhile is read", async (_, deed) => {
    await using rig = await onDovecot("embedded");
    await rig.run({ POLL_MINUTES: "5" });
    await rig.way.imap.refuse();
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await rig.way.imap.accept();
    rig.way.imap.now(deed);
    // The mail may be out before the look has ended.
    const isWell = ({ mailboxes: [mailbox] }: Seen) =>
      mailbox?.state === "watching" && mailbox.problem === null;
    const { letters: read } = await rig.until((seen) => sent(seen) && isWell(seen));
    expect(read).toMatchObject([{ finding: { kind: "portal2" } }]);
  });

  test("[2, 3] cannot be made anew is tried again and again, and then reads what came", async () => {
    await using rig = await onDovecot("embedded");
    const daemon = await rig.run();
    await rig.way.imap.refuse();
    await daemon.says("nobody answers on port", 3);
    expect((await rig.look()).mailboxes).toMatchObject([{ state: "connecting" }]);
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await rig.way.imap.accept();
    await rig.until(letters(1));
  });

  test("[4] hears of mail that comes between the last FETCH and IDLE", async () => {
    await using rig = await onDovecot("embedded");
    await rig.run({ POLL_MINUTES: "60" });
    const between = rig.way.imap.when({ from: "server", says: /Fetch completed/u }, () => {
      rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    });
    rig.server.deliver("INBOX", portal1({ at: now }), { mtime: now });
    await between;
    await rig.until(letters(2));
  });

  test("[5] drops in the middle of a letter reads that letter whole, once", async () => {
    await using rig = await onDovecot("embedded");
    await rig.run();
    const cut = rig.way.imap.when({ from: "server", says: /BODY\[\] \{\d+\}/u, more: 300 }, reset);
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await cut;
    const seen = await rig.until(sent);
    expect(seen).toMatchObject({ letters: [{}], events: [{}] });
    expect(rig.subjects()).toHaveLength(1);
  });

  test("[26] breaks in the middle of a line leaves the process alive", async () => {
    await using rig = await onDovecot("embedded");
    const daemon = await rig.run();
    for (const [says, more] of [
      [/\* \d+ FETCH/u, 5],
      [/\* SEARCH/u, 1],
      [/\* LIST/u, 2],
    ] as const) {
      const cut = rig.way.imap.when({ from: "server", says, more }, reset);
      rig.way.imap.now(reset);
      rig.server.deliver("INBOX", portal1({ at: now, id: `${says.source.length}@cic.gc.ca` }), {
        mtime: now,
      });
      if (says.source.includes("LIST")) await cut;
    }
    await rig.until(letters(3));
    expect(daemon.child.exitCode).toBeNull();
  });

  test("[27] is watched while a reminder waits for a mail server that says nothing", async () => {
    await using rig = await onDovecot("embedded");
    await rig.run();
    rig.way.smtp.now(reset);
    rig.way.smtp.hold();
    rig.server.deliver("INBOX", portal1({ at: now }), { mtime: now });
    await rig.until(({ reminders }) => reminders.some(({ status }) => status === "claimed"));
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await rig.until(letters(2));
    await rig.way.smtp.accept();
  });
});

const letterAt = (uid: number): Held => ({ uid, raw: portal2({ at: now, id: `${uid}@cic.gc.ca` }) });

faults("a server that", () => {
  test("[6] refuses a search or a fetch is asked again", async () => {
    const mailbox = mailboxOf([letterAt(3)]);
    await using rig = await onScript({
      ...mailbox,
      "UID SEARCH": (what, nth) =>
        nth < 3 ? [nth === 1 ? "NO not now" : "BAD what"] : mailbox["UID SEARCH"]!(what, nth),
      "UID FETCH": (what, nth) => (nth === 1 ? ["NO not now"] : mailbox["UID FETCH"]!(what, nth)),
    });
    await rig.run();
    await rig.until(letters(1));
  });

  test.each([
    ["8", "tells no UIDVALIDITY", []],
    ["8", "tells a UIDVALIDITY of 0", ["UIDVALIDITY 0", "UIDNEXT 4"]],
    ["9", "tells no UIDNEXT", ["UIDVALIDITY 7"]],
    ["9", "tells a UIDNEXT ahead of every message", ["UIDVALIDITY 7", "UIDNEXT 5000"]],
  ])("[%s] %s is read, at no faster pace", async (_, __, codes) => {
    const held = [letterAt(3)];
    await using rig = await onScript(mailboxOf(held, codes));
    await rig.run({ POLL_MINUTES: "5" });
    held.push({ uid: 4, raw: portal1({ at: now }) });
    rig.server.say("* 2 EXISTS");
    await rig.until(letters(2));
    expect(rig.server.commands.length).toBeLessThan(40);
  });

  test("[10, 16] brings the last old message for n:* has it read once, and mail of others never", async () => {
    await using rig = await onDovecot("embedded");
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    const daemon = await rig.run({ POLL_MINUTES: "60" });
    for (let count = 0; count < 3; count += 1) {
      rig.server.deliver(
        "INBOX",
        `From: a@shop.example\nSubject: offer ${count}\nMessage-ID: <${count}@shop>\n\nbuy\n`,
      );
      await daemon.stop();
      await rig.run({ POLL_MINUTES: "60" }).then(async (again) => await again.stop());
    }
    expect(bodiesAsked(rig.server.commands())).toBe(1);
    expect((await rig.look()).letters).toHaveLength(1);
  });

  test("[12] announces a message seconds before it can be fetched has it read when it can", async () => {
    const held: Held[] = [];
    const mailbox = mailboxOf(held);
    let hidden = 5;
    await using rig = await onScript({
      ...mailbox,
      "UID FETCH": (what) => (hidden-- > 0 ? ["OK done"] : [...fetched(held, what), "OK done"]),
    });
    await rig.run({ POLL_MINUTES: "0.05" });
    held.push(letterAt(1));
    rig.server.say("* 1 EXISTS");
    await rig.until(letters(1));
  });

  test.each([
    ["greets with BYE", {}, "* BYE Too many connections", "Too many connections"],
    [
      "has a limit",
      { LOGIN: () => ["NO [LIMIT] Too many simultaneous connections"] },
      undefined,
      "Too many simultaneous",
    ],
    ["is throttling", { LOGIN: () => ["NO [THROTTLED] slow down"] }, undefined, "slow down"],
    [
      "alerts",
      { LOGIN: () => ["NO [ALERT] Account temporarily unavailable"] },
      undefined,
      "temporarily unavailable",
    ],
    ["has no time", { LOGIN: () => ["NO [UNAVAILABLE] backend down"] }, undefined, "backend down"],
  ])(
    "[19, 20] %s is told in its own words, left in peace, and not taken for a refusal",
    async (_, script, greeting, words) => {
      await using rig = await onScript(script, greeting);
      const daemon = rig.landfall("run");
      await daemon.says(words, 3);
      const { mailboxes } = await rig.look();
      expect(mailboxes).toMatchObject([{ state: "connecting", problem: expect.stringContaining(words) }]);
      expect(daemon.said()).not.toMatch(/refused user name/u);
      const waits = [...daemon.said().matchAll(/"tryAgainInMs":(\d+)/gu)].map(([, ms]) => Number(ms));
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(100);
      expect(rig.server.commands.filter((command) => command.startsWith("LOGIN")).length).toBeLessThan(6);
    },
  );

  test("[21] refuses the password is asked three times, and no more after a restart", async () => {
    await using rig = await onDovecot("embedded");
    rig.environment["IMAP_PASSWORD"] = "wrong";
    for (let start = 0; start < 2; start += 1) {
      const daemon = rig.landfall("run");
      await daemon.says("not tried again for half an hour");
      const { mailboxes } = await rig.look();
      expect(mailboxes).toMatchObject([
        { state: "refused", problem: expect.stringMatching(/app password/u) },
      ]);
      await daemon.kill();
    }
    expect(rig.server.log().split("auth failed").length - 1).toBe(3);
  });

  test.each([
    ["has no IDLE", { CAPABILITY: () => ["* CAPABILITY IMAP4rev1", "OK done"] }],
    ["refuses IDLE", { IDLE: () => ["NO not today"] }],
    ["never tells while idling", {}],
  ])("[25] %s is asked for news", async (_, script) => {
    const held: Held[] = [];
    await using rig = await onScript({ ...mailboxOf(held), ...script });
    await rig.run();
    held.push(letterAt(1));
    await rig.until(letters(1));
  });

  test("[26] talks 8-bit garbage out of turn ends no process", async () => {
    const held: Held[] = [];
    await using rig = await onScript(mailboxOf(held));
    const daemon = await rig.run();
    for (const line of [
      "* \u0001\u00ff\u0000 {",
      "+ what",
      "* 99999999999 EXISTS",
      "* NO [ALERT] \u00e9\u00ff",
      ")))(((",
    ])
      rig.server.say(line);
    held.push(letterAt(1));
    await rig.until(letters(1));
    expect(daemon.child.exitCode).toBeNull();
  });

  test("[26] says BYE while idling is left and found again", async () => {
    const held: Held[] = [];
    await using rig = await onScript(mailboxOf(held));
    await rig.run({ POLL_MINUTES: "5" });
    rig.server.say("* BYE server shutting down");
    rig.way.imap.now(halfClose);
    held.push(letterAt(1));
    await rig.until(letters(1));
  });

  test("[26, 52] announces a literal of a gigabyte costs no memory, and blocks no letter behind it", async () => {
    const held = [letterAt(3), { uid: 4, raw: portal1({ at: now }) }];
    const mailbox = mailboxOf(held);
    await using rig = await onScript({
      ...mailbox,
      "UID FETCH": (what, nth) =>
        !what.includes("HEADER") && /^3\b/u.test(what)
          ? ["* 1 FETCH (UID 3 BODY[] {1073741823}\r\nFrom: somebody", "SILENCE"]
          : mailbox["UID FETCH"]!(what, nth),
    });
    const daemon = rig.landfall("run");
    await rig.until((seen) => seen.letters.some(({ finding }) => finding.kind === "portal1"));
    expect(daemon.memory().peak).toBeLessThan(220);
  });
});
