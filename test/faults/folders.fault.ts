/** What can happen to the folders of a mailbox, and who else looks at them. */

import { expect, test } from "@jest/globals";
import { portal1, portal2 } from "../helpers/letters.ts";
import { faults, letters, onDovecot, sent } from "./rig.ts";

const now = new Date();

faults("a folder", () => {
  test("[7, 11] numbered anew is read again, and tells nothing twice", async () => {
    await using rig = await onDovecot("embedded");
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    const daemon = await rig.run();
    await rig.until(sent);
    await daemon.stop();
    rig.server.bumpUidValidity("INBOX", 4_000_000_000);
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await rig.run();
    rig.server.deliver("INBOX", portal1({ at: now }), { mtime: now });
    const seen = await rig.until(letters(2));
    expect(seen.events).toHaveLength(2);
    expect(rig.subjects().filter((subject) => subject.startsWith("Portal 2"))).toHaveLength(1);
  });

  test("[17, 18] of junk that a filter chose is looked into, and two copies of a letter are one", async () => {
    await using rig = await onDovecot("embedded");
    rig.server.deliver("Junk", portal2({ at: now, extraHeaders: "X-Spam: yes\n" }), { mtime: now });
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await rig.run();
    const seen = await rig.until(sent);
    expect(seen).toMatchObject({ letters: [{}], events: [{}] });
    expect(rig.smtp.mails).toHaveLength(1);
  });

  test("[14] watched by two daemons is refused to the second on one ledger, and whole for one of its own", async () => {
    await using rig = await onDovecot("embedded");
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await rig.run();
    await rig.until(sent);
    const second = await rig.landfall("run").ended;
    expect(second).toMatchObject({ code: 1, err: expect.stringMatching(/another landfall already runs/u) });
    const own = `${rig.dataDir}/own`;
    const other = await rig.run({ DATA_DIR: own });
    await other.says("reminder sent");
    expect(rig.smtp.mails).toHaveLength(2);
  });

  test("[15, 16] of 20,000 messages is looked through in bounded memory, no body of others is fetched, one e-mail tells of it", async () => {
    await using rig = await onDovecot("embedded");
    for (let count = 0; count < 20_000; count += 1)
      rig.server.deliver(
        "INBOX",
        `From: a@shop.example\nSubject: offer ${count}\nMessage-ID: <${count}@shop>\n\nbuy\n`,
      );
    for (const letter of [portal1({ at: now }), portal2({ at: now })])
      rig.server.deliver("INBOX", letter, { mtime: now });
    const daemon = await rig.run();
    const seen = await rig.until(sent);
    expect(seen.letters).toHaveLength(2);
    expect(rig.smtp.mails).toHaveLength(1);
    expect(rig.server.commands().match(/BODY\.PEEK\[\](?!<)/gu) ?? []).toHaveLength(1);
    expect(daemon.memory().peak).toBeLessThan(200);
  });
});
