/** What can go wrong between a reminder and the person. */

import { expect, test } from "@jest/globals";
import { portal1, portal2 } from "../helpers/letters.ts";
import { openSite } from "../helpers/daemon.ts";
import { turnableClock } from "../helpers/ports.ts";
import { after, days, hours } from "../helpers/world.ts";
import { reset } from "./proxy.ts";
import { faults, onDovecot, sent } from "./rig.ts";

const now = new Date();
const messageIds = (mails: readonly { raw: string }[]): readonly string[] =>
  mails.map(({ raw }) => /^Message-ID: <(.*)>/imu.exec(raw)?.[1] ?? "");

faults("a reminder", () => {
  test.each([
    ["before DATA", /DATA\r\n/u],
    ["in the middle of the mail", /Auto-Submitted/u],
    ["after the mail, before the answer", /\r\n\.\r\n/u],
  ])("[40] whose sender is killed %s is sent, at worst twice under one Message-ID", async (_, says) => {
    await using rig = await onDovecot("embedded");
    const daemon = await rig.run();
    const passing = rig.way.smtp.when({ from: "client", says }, () => void daemon.child.kill("SIGKILL"));
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await passing;
    await daemon.ended;
    await rig.run();
    const seen = await rig.until(sent);
    expect(new Set(messageIds(rig.smtp.mails))).toEqual(
      new Set([seen.reminders.find(({ status }) => status === "sent")?.messageId]),
    );
    expect(rig.smtp.mails.length).toBeLessThanOrEqual(2);
  });

  test("[41] that two workers of one queue wake for is sent once", async () => {
    await using rig = await onDovecot("Redis");
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    const one = await rig.run();
    await rig.until(sent);
    const other = await rig.run({ DATA_DIR: `${rig.dataDir}/other` });
    await Promise.all([one, other].map(async (daemon) => await daemon.stop()));
    const ids = messageIds(rig.smtp.mails);
    expect(new Set(ids).size).toBeLessThanOrEqual(1);
    expect(ids.length).toBeLessThanOrEqual(2); // each ledger tells once
  });

  test.each([
    ["greylisted", "RCPT", 451],
    ["turned away for now", "MAIL", 421],
  ] as const)("[42] that is %s stays planned, and says why", async (_, command, code) => {
    await using rig = await onDovecot("embedded");
    rig.smtp.refuse(command, code, "come back later", 50);
    const daemon = await rig.run();
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await daemon.says("come back later");
    const { reminders } = await rig.until((seen) => seen.reminders.some(({ outcome }) => outcome !== null));
    expect(reminders.filter(({ status }) => status === "sent" || status === "failed")).toEqual([]);
    expect(rig.smtp.mails).toEqual([]);
  });

  test("[42] that is refused for good, though its window is open, is left in the mailbox instead", async () => {
    await using rig = await onDovecot("embedded");
    rig.smtp.refuse("DATA", 550, "we do not take this", 50);
    await rig.run();
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    const { reminders } = await rig.until(sent);
    expect(reminders).toContainEqual(expect.objectContaining({ status: "sent", channel: "append" }));
    expect(rig.server.files("INBOX")).toHaveLength(2);
  });

  test("[42] whose connection ends after the mail without an answer is looked for before it is sent again", async () => {
    await using rig = await onDovecot("embedded");
    rig.smtp.drop("after mail");
    const daemon = await rig.run();
    rig.server.deliver("INBOX", portal1({ at: now }), { mtime: now });
    await daemon.says("tried again");
    const { reminders } = await rig.until((seen) =>
      seen.reminders.some(({ status }) => status === "claimed"),
    );
    expect(reminders.filter(({ status }) => status === "sent")).toEqual([]);
    rig.way.smtp.now(reset);
  });
});

faults("a clock", () => {
  test("[28, 43] that jumps a week ahead leads to one late mail, not to several", async () => {
    const site = await openSite("embedded");
    const clock = turnableClock(now);
    const first = await site.start(clock);
    await first.log.said("first look");
    site.dovecot.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await site.smtp.waitFor(1);
    await first.log.said("reminder sent");
    await first.stop();
    clock.set(after(days(6) + hours(3), now));
    const second = await site.start(clock);
    await second.log.said("reminder sent");
    expect(site.smtp.mails).toHaveLength(2);
    await second.stop();
    clock.set(after(-days(1), now));
    const third = await site.start(clock);
    await third.log.said("first look");
    expect(site.smtp.mails).toHaveLength(2);
    await site.close();
  });

  test("[44] in another zone than the server's, or on a day of its change, never closes a window too late", async () => {
    await using rig = await onDovecot("embedded");
    rig.environment["TIME_ZONE"] = "America/Toronto";
    rig.environment["TZ"] = "Pacific/Kiritimati";
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await rig.run();
    await rig.until(sent);
    const { cases } = await rig.json("status");
    for (const { closesAt, opensAt, task } of cases[0].windows) {
      const length = new Date(closesAt).getTime() - new Date(opensAt).getTime();
      expect(length).toBeLessThanOrEqual(days(task === "password" ? 14 : 7));
      expect(closesAt).toMatch(/-0[45]:00$/u);
    }
  });
});
