/** One story lived through by the whole daemon: Dovecot, SMTP, and both queues. Each instant is a start of it anew. */

import { afterEach, describe, expect, test } from "@jest/globals";
import { datedMoment } from "../../src/domain/wording/moments.ts";
import { tell } from "../../src/flow/tell.ts";
import { parseMessage } from "../../src/mailbox/parse.ts";
import { openSite, type Queue, type Site } from "../helpers/daemon.ts";
import { hasDovecot } from "../helpers/dovecot.ts";
import { portal2 } from "../helpers/letters.ts";
import { turnableClock } from "../helpers/ports.ts";
import { hasRedis } from "../helpers/redis.ts";

const queues: readonly Queue[] = hasRedis() ? ["Redis", "embedded"] : ["embedded"];
const suite = hasDovecot() ? describe : describe.skip;
const at = (text: string): Date => new Date(`2026-11-${text}:00-05:00`);

let site: Site;
afterEach(async () => site.close());

const mails = async (): Promise<readonly string[]> =>
  Promise.all(
    site.smtp.mails.map(async ({ raw }) => {
      const { date, subject } = await parseMessage(Buffer.from(raw), new Date(0));
      return `${datedMoment(date!, "America/Toronto")}  ${subject}`;
    }),
  );

suite.each(queues)("the daemon, its queue %s", (queue) => {
  test("sends what the story says, at the instants that it says", async () => {
    site = await openSite(queue);
    const clock = turnableClock(at("09T10:00"));
    site.dovecot.deliver("INBOX", portal2({ at: clock.now() }), { mtime: clock.now() });
    const first = await site.start(clock);
    await first.log.said("reminder sent");
    for (const task of ["password", "presence", "address"] as const)
      await tell(first.replanPorts, { task, undo: false, caseId: undefined, at: clock.now() });
    await first.stop();
    for (const instant of ["12T10:00", "15T09:30", "16T10:00", "20T10:00"]) {
      // BullMQ's delays are real: what waits there knows nothing of a clock that is turned.
      await site.redis?.flush();
      clock.set(at(instant));
      const daemon = await site.start(clock);
      await daemon.log.said("first look");
      const due = (await daemon.ledger.reminders()).some(
        ({ status, dueAt }) => status === "planned" && dueAt <= clock.now(),
      );
      if (due) await daemon.log.said("reminder sent");
      await daemon.stop();
    }
    expect(await mails()).toEqual([
      "Mon 9 Nov 2026, 10:00  Portal 2 arrived: four things to do, by Mon 16 Nov, 10:00",
      "Thu 12 Nov 2026, 10:00  4 days left: upload your photo – closes Mon 16 Nov, 10:00",
      "Sun 15 Nov 2026, 09:30  1 day left: upload your photo – closes Mon 16 Nov, 10:00",
      "Mon 16 Nov 2026, 10:00  Window closed: upload your photo – it may still work",
    ]);
  }, 60_000);
});
