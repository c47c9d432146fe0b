/** Mailboxes that are opened by consent, in the place of a password. */

import { expect, test } from "@jest/globals";
import { keepGrant } from "../../src/commands/sign-in.ts";
import { startDaemon } from "../../src/main.ts";
import { kept, openPlace, until } from "../helpers/consent.ts";
import { portal2 } from "../helpers/letters.ts";
import { ReadableLog } from "../helpers/log.ts";
import { turnableClock } from "../helpers/ports.ts";
import { after, minutes } from "../helpers/world.ts";
import { faults, onScript } from "./rig.ts";

/** Signed in at that moment, and looked for the first time. */
const watch = async ({ issuer, dovecot, config }: Awaited<ReturnType<typeof openPlace>>, start: Date) => {
  const clock = turnableClock(start);
  const grant = await issuer.signIn(dovecot.user, start);
  await keepGrant(config, grant);
  const log = new ReadableLog();
  const daemon = await startDaemon(config, { clock, log, sweepEveryMs: 50 });
  await using starting = new AsyncDisposableStack();
  starting.defer(() => daemon.stop());
  await log.said("first look");
  const running = starting.move();
  return { clock, grant, daemon, [Symbol.asyncDispose]: async () => running.disposeAsync() };
};

faults("a consent that", () => {
  test("[22] brings tokens of one hour is renewed ahead of their end, and the rotated one is kept first", async () => {
    await using place = await openPlace();
    const { issuer, dovecot, smtp, config } = place;
    const start = new Date();
    await using watching = await watch(place, start);
    const { clock, grant } = watching;
    clock.set(after(minutes(61), start));
    await until(async () => (await kept(config))?.refreshToken !== grant.refreshToken);
    await issuer.spoil(grant.accessToken);
    await dovecot.halt();
    await dovecot.start();
    dovecot.deliver("INBOX", portal2({ at: clock.now() }), { mtime: clock.now() });
    await smtp.waitFor(1);
    expect((await kept(config))?.accessToken).not.toBe(grant.accessToken);
  });

  test("[23] ends says so while it can, and the daemon goes on once the person has signed in again", async () => {
    await using place = await openPlace();
    const { issuer, dovecot, smtp, config } = place;
    const start = new Date();
    await using watching = await watch(place, start);
    const { clock, grant, daemon } = watching;
    dovecot.deliver("INBOX", portal2({ at: start }), { mtime: start });
    await smtp.waitFor(1);

    await issuer.forget(grant.refreshToken);
    clock.set(after(minutes(56), start));
    await smtp.waitFor(({ raw }) => raw.includes("Landfall needs you to sign in"));
    await until(async () => (await daemon.ledger.health())[0]?.problem?.includes("sign-in") === true);

    clock.set(after(minutes(61), start));
    await dovecot.halt();
    await dovecot.start();
    await until(async () => (await daemon.ledger.health())[0]?.state === "refused");
    await keepGrant(config, await issuer.signIn(dovecot.user, clock.now()));
    await until(async () => (await daemon.ledger.health())[0]?.state === "watching");
    expect(await daemon.ledger.health()).toMatchObject([{ problem: null }]);
    const seen = smtp.mails.length;
    const later = clock.now();
    dovecot.deliver("INBOX", portal2({ at: later, id: "p2-again@cic.gc.ca" }), { mtime: later });
    await smtp.waitFor(seen + 1);
  });
});

faults("a server that", () => {
  test("[24] takes no passwords any more is told as that, with the command that signs in", async () => {
    const refusal = "NO [AUTHENTICATIONFAILED] BasicAuthBlocked";
    await using rig = await onScript({ LOGIN: () => [refusal], AUTHENTICATE: () => [refusal] });
    const daemon = rig.landfall("run");
    await daemon.says("BasicAuthBlocked");
    const { mailboxes } = await rig.look();
    expect(mailboxes).toMatchObject([
      { state: "refused", problem: expect.stringMatching(/landfall (?:init|sign-in)/u) },
    ]);
  });
});
