/** What time can do: the daemon as a process of its own, by a clock that is turned. */

import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@jest/globals";
import { portal1, portal2 } from "../helpers/letters.ts";
import { reset } from "./proxy.ts";
import { faults, letters, onDovecot, type Rig, sent, type Turned, type Seen } from "./rig.ts";
import type { Dovecot } from "../helpers/dovecot.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
const noon = new Date("2026-11-10T17:00:00Z");

const credentials = (at: Date, client: number): string =>
  portal2({ at, id: `${client}@cic.gc.ca` }).replaceAll("User name: person@", `User name: client${client}@`);

const mailsSent = (count: number) => (seen: { readonly reminders: readonly { readonly status: string }[] }) =>
  seen.reminders.filter(({ status }) => status === "sent").length >= count;

faults("a clock", () => {
  test.each([
    // In spring the seventh day comes an hour early, in autumn 168 hours are over before it: the earlier one counts.
    ["forward", "2026-03-06T10:00:00-05:00", "2026-03-13T10:00:00-04:00", "Fri 13 Mar, 10:00"],
    ["back", "2026-10-30T10:00:00-04:00", "2026-11-06T09:00:00-05:00", "Fri 6 Nov, 09:00"],
  ])(
    "[44] that is put %s in a window closes it no later for that, and not before",
    async (_, from, to, told) => {
      await using rig = await onDovecot("embedded");
      const [at, closesAt] = [new Date(from), new Date(to)];
      const daemon = await rig.runAt(at, { QUIET_HOURS: "off" });
      rig.server.deliver("INBOX", portal2({ at }), { mtime: at });
      await rig.until(sent);
      expect(rig.subjects()[0]).toContain(told);
      await daemon.turnTo(after(closesAt, -8 * hourMs - 1));
      await rig.until(mailsSent(2));
      expect(rig.subjects()).toHaveLength(2); // of the rungs that passed the last one; what is due within two hours would go along
      await daemon.turnTo(after(closesAt, -6 * hourMs));
      await rig.until(mailsSent(3));
      await daemon.turnTo(after(closesAt, -1));
      expect(rig.subjects()).toHaveLength(3);
      await daemon.turnTo(closesAt);
      await rig.until(mailsSent(4));
      expect(rig.subjects()[3]).toMatch(/closed/iu);
    },
  );

  test("[53] that passes six hours, a day and three days without a look leads to one note each, by the way that works", async () => {
    await using rig = await onDovecot("embedded");
    await using hook = await startHook();
    const daemon = await rig.runAt(noon, { NOTIFY_URL: hook.url });
    await rig.way.imap.refuse();
    await daemon.says("nobody answers on port");
    await daemon.turnTo(after(noon, 5 * hourMs));
    await passQuarterHour(daemon, after(noon, 5 * hourMs));
    expect(rig.smtp.mails).toHaveLength(0);
    await passQuarterHour(daemon, after(noon, 6 * hourMs));
    await rig.until(mailsSent(1));
    expect(rig.subjects()[0]).toMatch(/mailbox/iu);
    // SMTP fails as well: whoever listens to the web hook knows all the same, and the mail follows.
    await rig.way.smtp.refuse();
    await passQuarterHour(daemon, after(noon, 24 * hourMs));
    await hook.heard(2);
    await rig.way.smtp.accept();
    await passQuarterHour(daemon, after(noon, 72 * hourMs));
    await rig.until(mailsSent(2));
    expect(await rig.json("status")).toMatchObject({ mailboxes: [{ state: "connecting" }] });
    await rig.way.imap.accept();
    rig.server.deliver("INBOX", portal2({ at: noon }), { mtime: noon });
    await rig.until(letters(1));
  });

  test("[45] that passes an hour while Redis is away loses no letter and no reminder, and sends none twice", async () => {
    await using rig = await onDovecot("Redis");
    const daemon = await rig.runAt(noon, { QUIET_HOURS: "off" });
    rig.server.deliver("INBOX", portal2({ at: noon }), { mtime: noon });
    await rig.until(sent);
    await daemon.turnTo(after(noon, 3 * 24 * hourMs - 30 * minuteMs));
    await rig.redis?.halt();
    await daemon.says("connecting to Redis");
    for (let passed = 0; passed <= 60; passed += 20) {
      const at = after(noon, 3 * 24 * hourMs + (passed - 30) * minuteMs);
      await daemon.turnTo(at);
      rig.server.deliver("INBOX", portal1({ at, id: `meanwhile-${passed}@cic.gc.ca` }), { mtime: at });
    }
    // Nobody waits for it to come back.
    const isAllTold = nothingDue(after(noon, 3 * 24 * hourMs + 30 * minuteMs));
    const seen = await rig.until((now) => letters(5)(now) && isAllTold(now));
    expect(seen.events).toHaveLength(5);
    await rig.redis?.restart();
    await daemon.says("is back");
    rig.server.deliver("INBOX", portal1({ at: noon, id: "afterwards@cic.gc.ca" }), { mtime: noon });
    await rig.until((now) => letters(6)(now) && isAllTold(now));
    // Of four letters of one kind the first may be told before the others are read: subjects may come again, mails may not.
    const ids = rig.smtp.mails.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);
    expect(new Set(ids).size).toBe(ids.length);
    // The rung that fell due went out by itself, or with the first letter's mail.
    expect(rig.smtp.mails.slice(1).some(({ raw }) => /photo/iu.test(raw))).toBe(true);
  });

  test("[45] that comes to a rung whose job a flushed Redis forgot brings it all the same, once", async () => {
    await using rig = await onDovecot("Redis");
    const daemon = await rig.runAt(noon, { QUIET_HOURS: "off" });
    rig.server.deliver("INBOX", portal2({ at: noon }), { mtime: noon });
    await rig.until(sent);
    // A job lies in the queue from three minutes before it is due.
    await daemon.turnTo(after(noon, 3 * 24 * hourMs - 2 * minuteMs));
    expect(rig.smtp.mails).toHaveLength(1);
    await rig.redis?.flush();
    await daemon.turnTo(after(noon, 3 * 24 * hourMs + minuteMs));
    await rig.until(mailsSent(2));
    await daemon.turnTo(after(noon, 3 * 24 * hourMs + 5 * minuteMs));
    expect(rig.smtp.mails).toHaveLength(2);
  });

  test("[56] that passes ten minutes in which one folder fails at each look brings what lies in the others", async () => {
    await using rig = await onDovecot("embedded");
    const daemon = await rig.runAt(noon);
    rig.server.shut("Junk");
    rig.server.deliver("INBOX", portal2({ at: noon }), { mtime: noon });
    rig.way.imap.now(reset);
    await daemon.says("Landfall keeps trying", 3);
    expect((await rig.look()).letters).toHaveLength(0);
    await daemon.turnTo(after(noon, 11 * minuteMs));
    await rig.until(sent);
  });

  test("[50] of a day with more to tell than is wanted: the cap holds, one summary says so, the next day brings the rest", async () => {
    await using rig = await onDovecot("embedded");
    const daemon = await rig.runAt(noon, { MAILS_PER_DAY: "3" });
    await flood(rig, 6);
    await daemon.turnTo(after(noon, 5 * minuteMs));
    await rig.until(mailsSent(4));
    await daemon.turnTo(after(noon, 30 * minuteMs));
    expect(rig.smtp.mails).toHaveLength(4);
    expect(rig.subjects().filter((subject) => /tomorrow/iu.test(subject))).toHaveLength(1);
    await daemon.turnTo(after(noon, 24 * hourMs));
    await rig.until(mailsSent(7));
    expect(rig.smtp.mails).toHaveLength(7);
  });
});

const flood = async (rig: Rig<Dovecot>, clients: number): Promise<void> => {
  for (let client = 0; client < clients; client += 1)
    rig.server.deliver("INBOX", credentials(noon, client), { mtime: noon });
  await rig.until(letters(clients));
};

/** A claimed one is on its way. */
const nothingDue =
  (at: Date) =>
  ({ reminders }: Seen): boolean =>
    reminders.every(({ status, dueAt }) => status !== "claimed" && (status !== "planned" || dueAt > at));

/** A sleep of the machine is no outage: it has to be awake, and to have tried for a quarter of an hour. */
const passQuarterHour = async (daemon: Turned, from: Date): Promise<void> => {
  for (let passed = 0; passed <= 20; passed += 4) await daemon.turnTo(after(from, passed * minuteMs));
};

const startHook = async () => {
  const news: string[] = [];
  const server = createServer((request, response) => {
    news.push(request.url ?? "");
    response.end();
    server.emit("heard");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/topic`,
    heard: async (count: number): Promise<void> => {
      while (news.length < count) await once(server, "heard");
    },
    [Symbol.asyncDispose]: async () => void server.close(),
  };
};
