/** Much at once: bounded memory, and other work goes on. */

import { expect, test } from "@jest/globals";
import { portal1, portal2 } from "../helpers/letters.ts";
import { faults, onDovecot, onScript, sent } from "./rig.ts";
import { fetched, type Held, mailboxOf } from "./scripted-mailbox.ts";

const now = new Date();

faults("a mailbox", () => {
  test("[50] of a million messages is looked through in bounded memory", async () => {
    const held: Held[] = [{ uid: 1_000_000, raw: portal2({ at: now }) }];
    const mailbox = mailboxOf(held, ["UIDVALIDITY 7", "UIDNEXT 1000001"]);
    await using rig = await onScript({
      ...mailbox,
      EXAMINE: () => [
        "* 1000000 EXISTS",
        "* OK [UIDVALIDITY 7] fine",
        "* OK [UIDNEXT 1000001] fine",
        "OK [READ-ONLY] done",
      ],
      "UID FETCH": (what) => [...fetched(held, what), "OK done"],
    });
    const daemon = await rig.run();
    await rig.until(sent);
    expect(daemon.memory().peak).toBeLessThan(240);
  });

  test("[50] into which a thousand letters come at once is read, in bounded memory, and the one behind them as well", async () => {
    await using rig = await onDovecot("Redis");
    const daemon = await rig.run();
    for (let count = 0; count < 1000; count += 1) {
      const raw = portal1({ at: now, id: `loop-${count}@cic.gc.ca` }).replace("Hello", `Hello ${count}`);
      rig.server.deliver(
        "INBOX",
        raw
          .replace(/^Subject: .*$/mu, `Subject: Our office hours ${count}`)
          .replace(/\n\n[^]*$/u, `\n\nClosed on day ${count}.\n`),
        { mtime: now },
      );
    }
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await daemon.says("letter judged", 1001);
    await rig.until(sent);
    expect(daemon.memory().peak).toBeLessThan(220);
    expect(rig.smtp.mails.length).toBeLessThan(5);
  }, 300_000);
});
