/** What can happen to the ledger and its disk. */

import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "@jest/globals";
import { portal1, portal2 } from "../helpers/letters.ts";
import { faults, letters, onDovecot, sent } from "./rig.ts";

const now = new Date();
const mayMount = spawnSync("unshare", ["-m", "true"]).status === 0;

faults("a ledger", () => {
  (mayMount ? test : test.skip)(
    "[47] whose disk is full says so, writes no half a letter, and goes on once there is room",
    async () => {
      await using rig = await onDovecot("embedded");
      const disk = join(rig.dataDir, "disk");
      mkdirSync(disk, { mode: 0o700 });
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m,mode=700", "tmpfs", disk]);
      try {
        rig.environment["DATA_DIR"] = disk;
        const daemon = await rig.run();
        const filler = join(disk, "filler");
        spawnSync("sh", ["-c", `cat /dev/zero > ${filler}`], { stdio: "ignore" });
        for (let count = 0; count < 20; count += 1)
          rig.server.deliver(
            "INBOX",
            portal1({ at: now, id: `${count}@cic.gc.ca` }).replace("Hello", "Hello ".repeat(2000)),
            { mtime: now },
          );
        await daemon.says("the disk is full");
        expect(daemon.child.exitCode).toBeNull();
        rmSync(filler);
        await daemon.says("letter judged", 20);
        await daemon.stop();
      } finally {
        execFileSync("umount", ["-l", disk]);
      }
    },
  );

  (mayMount ? test : test.skip)(
    "[47] on a disk that may only be read is refused in plain words, and can still be looked at",
    async () => {
      await using rig = await onDovecot("embedded");
      const disk = join(rig.dataDir, "disk");
      mkdirSync(disk, { mode: 0o700 });
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=8m,mode=700", "tmpfs", disk]);
      try {
        rig.environment["DATA_DIR"] = disk;
        rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
        const daemon = await rig.run();
        await daemon.says("reminder sent");
        await daemon.stop();
        execFileSync("mount", ["-o", "remount,ro", disk]);
        const refused = await rig.landfall("run").ended;
        expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/may only be read|read-only/u) });
        expect(refused.err).not.toMatch(/\n\s+at /u);
        expect(await rig.json("status")).toMatchObject({ cases: [{ stage: "in_portal" }] });
        for (const words of [["done", "photo"], ["backup"], ["repair"], ["forget"]])
          expect(await rig.landfall(...words).ended).toMatchObject({
            code: 1,
            err: expect.stringMatching(/read-only|may only be read/u),
          });
        execFileSync("mount", ["-o", "remount,rw", disk]);
        await (await rig.run()).stop();
        expect(rig.smtp.mails).toHaveLength(1);
      } finally {
        execFileSync("umount", ["-l", disk]);
      }
    },
  );

  test("[47] that is damaged is refused untouched; repaired and read on from the mailbox, it is whole", async () => {
    await using rig = await onDovecot("embedded");
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    const daemon = await rig.run();
    await rig.until(sent);
    await daemon.stop();
    expect((await rig.landfall("backup").ended).code).toBe(0);
    rig.server.deliver("INBOX", portal1({ at: now }), { mtime: now });
    const file = join(rig.dataDir, "ledger.db");
    const damaged = readFileSync(file).fill(0xa5, 4096, 12_000);
    writeFileSync(file, damaged);
    const refused = await rig.landfall("run").ended;
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringMatching(/it is damaged[^]*landfall repair/u),
    });
    expect(readFileSync(file)).toEqual(damaged);
    expect(await rig.json("repair")).toMatchObject({
      damaged: true,
      from: expect.stringContaining("backups"),
    });
    await rig.run();
    const seen = await rig.until(letters(2));
    expect(seen.events).toHaveLength(2);
    expect(rig.subjects().filter((subject) => subject.startsWith("Portal 2"))).toHaveLength(1);
  });

  test("[47] that somebody else writes to is waited for", async () => {
    await using rig = await onDovecot("embedded");
    const daemon = await rig.run();
    const other = new DatabaseSync(join(rig.dataDir, "ledger.db"));
    other.exec("begin immediate");
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await daemon.says(/another program is writing|letter judged/u);
    other.exec("rollback");
    other.close();
    await rig.until(sent);
    expect(daemon.child.exitCode).toBeNull();
  });

  test("[46] of the first release, with reminders sent and planned, is brought up to date and goes on", async () => {
    await using rig = await onDovecot("embedded");
    copyFileSync(join(import.meta.dirname, "ledger-0.1.0.db"), join(rig.dataDir, "ledger.db"));
    const before = new DatabaseSync(join(rig.dataDir, "ledger.db"));
    expect(before.prepare("pragma user_version").get()).toEqual({ user_version: 1 });
    before.close();
    await rig.run();
    const seen = await rig.look();
    expect(seen.letters).toHaveLength(2);
    expect(seen.events.map(({ milestone }) => milestone)).toEqual(["invited", "credentialed", "done:photo"]);
    expect(seen.reminders.filter(({ status }) => status === "sent").length).toBeGreaterThan(0);
  });

  test("[46] of a newer release is refused untouched", async () => {
    await using rig = await onDovecot("embedded");
    const file = join(rig.dataDir, "ledger.db");
    const newer = new DatabaseSync(file);
    newer.exec("pragma user_version = 99; create table x (y)");
    newer.close();
    const before = readFileSync(file);
    expect(await rig.landfall("run").ended).toMatchObject({
      code: 1,
      err: expect.stringContaining("newer landfall"),
    });
    expect(readFileSync(file)).toEqual(before);
  });

  test("[51] with a letter that is to be forgotten holds no trace of it, and does not read it again", async () => {
    await using rig = await onDovecot("embedded");
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    const daemon = await rig.run();
    await rig.until(sent);
    expect((await rig.landfall("forget").ended).err).toMatch(/another landfall already runs/u);
    await daemon.stop();
    expect(await rig.landfall("forget", "--case", "case-9").ended).toMatchObject({
      code: 1,
      err: expect.stringMatching(/no case "case-9"; the cases are: case-1 \(.+\)/u),
    });
    const forgotten = await rig.json("forget");
    expect(forgotten).toMatchObject({ letters: 1, events: 1, left: [] });
    const again = await rig.run();
    rig.server.deliver("INBOX", portal1({ at: now }), { mtime: now });
    await again.says("letter judged");
    expect((await rig.look()).letters).toMatchObject([{ finding: { kind: "portal1" } }]);
  });
});
