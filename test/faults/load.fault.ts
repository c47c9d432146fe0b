/** Much at once: bounded memory, and other work goes on. */

import { expect, test } from "@jest/globals";
import { installed } from "../../bench/installed.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { newsletter, portal1, portal2 } from "../helpers/letters.ts";
import { event } from "../helpers/world.ts";
import { reset } from "./proxy.ts";
import { faults, letters, onDovecot, onScript, sent } from "./rig.ts";
import { fetched, type Held, mailboxOf } from "./scripted-mailbox.ts";

const now = new Date();
/** `npm run load` takes its time: 5,000 letters in a day, 10,000 reminders due together. */
const [lettersAtOnce, casesAtOnce] = process.env["LOAD"] === "all" ? [5000, 10_000] : [1000, 1000];
/** As the service and the image set it. */
const oneArena = { MALLOC_ARENA_MAX: "1" };
/** What is allowed, in MB, of what users run: a clone's sources take some 30 MB more, of which the compiler is a third. */
const most = { Redis: 200, embedded: 240 };
const minuteMs = 60_000;

const notice = (number: number): string =>
  portal1({ at: now, id: `loop-${number}@cic.gc.ca` })
    .replace(/^Subject: .*$/mu, `Subject: Our office hours ${number}`)
    .replace(/\n\n[^]*$/u, `\n\nClosed on day ${number}.\n`);

const hits = `* SEARCH ${Array.from({ length: 100_000 }, (_, index) => (index + 1) * 10).join(" ")}`;

faults("a mailbox", () => {
  test("[50] of a million messages is looked through in bounded memory, and again once it is numbered anew", async () => {
    const held: Held[] = [{ uid: 1_000_000, raw: portal2({ at: now }) }];
    let validity = 7;
    const mailbox = mailboxOf(held);
    await using rig = await onScript({
      ...mailbox,
      EXAMINE: () => [
        "* 1000000 EXISTS",
        `* OK [UIDVALIDITY ${validity}] fine`,
        "* OK [UIDNEXT 1000001] fine",
        "OK [READ-ONLY] done",
      ],
      // A server that takes every tenth message for a hit.
      "UID SEARCH": (what) => (what.includes("SINCE") ? [hits, "OK done"] : mailbox["UID SEARCH"]!(what, 1)),
      "UID FETCH": (what) => [...fetched(held, what), "OK done"],
    });
    const daemon = await rig.run(oneArena, [installed()]);
    await rig.until(sent);
    validity = 8;
    held.push({ uid: 1_000_001, raw: portal1({ at: now }) });
    rig.server.say("* 1000001 EXISTS");
    await rig.until(letters(2));
    expect(rig.subjects().filter((subject) => subject.startsWith("Portal 2"))).toHaveLength(1);
    expect(daemon.memory().peak).toBeLessThan(most.embedded);
  });

  test("[7, 50] of 100,000 messages that is numbered anew is read again without a peak, and tells nothing twice", async () => {
    await using rig = await onDovecot("embedded");
    rig.server.deliverMany("INBOX", newsletter(1), 100_000);
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    const daemon = await rig.run(oneArena, [installed()]);
    await rig.until(sent);
    const before = daemon.memory().peak;
    rig.server.bumpUidValidity("INBOX", 4_000_000_000);
    rig.way.imap.now(reset);
    rig.server.deliver("INBOX", portal1({ at: now }), { mtime: now });
    await rig.until(letters(2));
    expect(rig.subjects().filter((subject) => subject.startsWith("Portal 2"))).toHaveLength(1);
    expect(rig.server.commands()).toMatch(/SEARCH[^]*SEARCH/u);
    expect(daemon.memory().peak - before).toBeLessThan(40);
    expect(daemon.memory().peak).toBeLessThan(most.embedded);
  }, 300_000);

  test(`[50] into which ${lettersAtOnce} letters come in a day is read, in bounded memory, and the one behind them as well`, async () => {
    await using rig = await onDovecot("Redis");
    const daemon = await rig.run(oneArena, [installed()]);
    for (let count = 0; count < lettersAtOnce; count += 1)
      rig.server.deliver("INBOX", notice(count), { mtime: now });
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await daemon.says("letter judged", lettersAtOnce + 1);
    await rig.until(sent);
    process.stderr.write(`${lettersAtOnce} letters: peak ${Math.round(daemon.memory().peak)} MB\n`);
    expect(daemon.memory().peak).toBeLessThan(most.Redis);
    expect(rig.smtp.mails.length).toBeLessThan(5);
  }, 600_000);
});

faults("reminders", () => {
  test(`[50] of ${casesAtOnce} cases that fall due together all go, each once, and a letter is read meanwhile`, async () => {
    await using rig = await onDovecot("Redis");
    await openCases(rig.dataDir, casesAtOnce);
    const daemon = await rig.run({ ...oneArena, MAILS_PER_DAY: "off", POLL_MINUTES: "5" }, [installed()]);
    await daemon.says("reminder sent");
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await daemon.says("letter judged");
    expect(rig.smtp.mails.length).toBeLessThan(casesAtOnce);
    await daemon.says("reminder sent", casesAtOnce + 1);
    const ids = rig.smtp.mails.map(({ raw }) => /^Message-ID: <(.*)>/imu.exec(raw)?.[1]);
    expect(new Set(ids).size).toBe(casesAtOnce + 1);
    expect(ids).toHaveLength(casesAtOnce + 1);
    process.stderr.write(`${casesAtOnce} reminders: peak ${Math.round(daemon.memory().peak)} MB\n`);
    expect(daemon.memory().peak).toBeLessThan(most.Redis);
  }, 600_000);
});

/** Each with credentials that came an hour ago and were told to nobody. */
const openCases = async (dataDir: string, count: number): Promise<void> => {
  await using ledger = await openLedger(dataDir);
  const ids = Array.from({ length: count }, (_, index) => `case-${index + 1}`);
  await ledger.record({ cases: ids.map((id) => ({ id, label: id, mailbox: "person" })) });
  const at = new Date(now.getTime() - 60 * minuteMs);
  for (const id of ids) await ledger.append({ ...event("credentialed", at), id: `e-${id}`, caseId: id });
};
