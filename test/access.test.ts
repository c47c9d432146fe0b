import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "@jest/globals";
import { grantStore, usingTokens } from "../src/access.ts";
import { keepGrant } from "../src/commands/sign-in.ts";
import type { Config } from "../src/config.ts";
import { openOutbox } from "../src/delivery/smtp.ts";
import type { Mail } from "../src/flow/ports.ts";
import { loadKey } from "../src/key.ts";
import { ledgerFile } from "../src/ledger/files.ts";
import { openLedger } from "../src/ledger/ledger.ts";
import { connect } from "../src/mailbox/connection.ts";
import { explain } from "../src/mailbox/refusal.ts";
import { startDaemon } from "../src/main.ts";
import type { Grant } from "../src/oauth/grant.ts";
import { configOf } from "./helpers/daemon.ts";
import { hasDovecot, startDovecot, type Dovecot, type DovecotOptions } from "./helpers/dovecot.ts";
import { temporaryFolder } from "./helpers/folder.ts";
import { startIssuer, type TestIssuer } from "./helpers/issuer.ts";
import { portal2 } from "./helpers/letters.ts";
import { ReadableLog } from "./helpers/log.ts";
import { turnableClock } from "./helpers/ports.ts";
import { startSmtp, type SmtpPeer } from "./helpers/smtp.ts";
import { after, minutes } from "./helpers/world.ts";

type Mechanism = NonNullable<DovecotOptions["oauth"]>["mechanism"];

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).toReversed()) await clean();
});

type Place = {
  readonly issuer: TestIssuer;
  readonly dovecot: Dovecot;
  readonly smtp: SmtpPeer;
  readonly config: Config;
};

/** Servers that take tokens alone, and the settings of the person whose mailbox it is. */
const open = async (mechanism: Mechanism = "xoauth2"): Promise<Place> => {
  const issuer = await startIssuer();
  cleanUp.push(() => issuer.stop());
  const { introspection } = issuer;
  const dovecot = await startDovecot({ oauth: { introspection, mechanism } });
  cleanUp.push(() => dovecot.stop());
  const smtp = await startSmtp({
    tokens: async (user, token) => user === dovecot.user && (await issuer.knows(token)),
  });
  cleanUp.push(() => smtp.close());
  const folder = temporaryFolder().path;
  const config = configOf({
    IMAP_HOST: "127.0.0.1",
    IMAP_PORT: String(dovecot.port),
    IMAP_SECURITY: "none",
    IMAP_USER: dovecot.user,
    OAUTH: issuer.url,
    OAUTH_CLIENT_ID: "landfall",
    OAUTH_SCOPES: issuer.client.scopes ?? "",
    SMTP_HOST: "127.0.0.1",
    SMTP_PORT: String(smtp.port),
    SMTP_USER: dovecot.user,
    REMIND_TO: "person@example.net",
    REMIND_FROM: "landfall@example.net",
    TIME_ZONE: "America/Toronto",
    POLL_MINUTES: "0.02",
    DATA_DIR: folder,
  });
  return { issuer, dovecot, smtp, config };
};

const kept = async ({ imap, dataDir, key: given }: Config): Promise<Grant | null> => {
  await using ledger = await openLedger(dataDir);
  const key = await loadKey(given, dataDir);
  return await grantStore(imap.user, dataDir, { secrets: ledger, key }).load();
};

const tryIn = async (config: Config): Promise<boolean> =>
  usingTokens(config, async ({ imap, lookbackDays, pollMinutes }) => {
    const client = await connect({ ...imap, lookbackDays, pollMinutes }, new AbortController().signal);
    const usable = client.usable;
    client.close();
    return usable;
  });

/** What the daemon writes down tells nobody that it did. */
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  const giveUpAt = performance.now() + 15_000;
  while (!(await holds())) {
    if (performance.now() > giveUpAt) throw new Error(`waited in vain for ${String(holds)}`);
    await sleep(20);
  }
};

const mail: Mail = {
  to: "person@example.net",
  from: "landfall@example.net",
  subject: "A sample",
  text: "words",
  html: "<p>words</p>",
  messageId: "sample@example.net",
  date: new Date(),
  headers: {},
};

(hasDovecot() ? describe : describe.skip)("with a real issuer, and a server that asks it,", () => {
  test.each<Mechanism>(["xoauth2", "oauthbearer"])("a mailbox is opened by %s", async (mechanism) => {
    const { issuer, dovecot, config } = await open(mechanism);
    await keepGrant(config, await issuer.signIn(dovecot.user));
    expect(await tryIn(config)).toBe(true);
    expect(issuer.asked.get("refresh_token")).toBeUndefined();
  });

  test("a token that the server no longer takes is replaced, and the rotated sign-in is kept, sealed", async () => {
    const { issuer, dovecot, config } = await open();
    const grant = await issuer.signIn(dovecot.user);
    await keepGrant(config, grant);
    await issuer.spoil(grant.accessToken);
    expect(await tryIn(config)).toBe(true);
    const renewed = await kept(config);
    expect(renewed?.refreshToken).not.toBe(grant.refreshToken);
    expect(await issuer.knows(renewed?.accessToken ?? "")).toBe(true);
    const onDisk = readFileSync(ledgerFile(config.dataDir), "latin1");
    for (const secret of [grant.refreshToken, renewed!.refreshToken, renewed!.accessToken])
      expect(onDisk).not.toContain(secret);
    expect(await tryIn(config)).toBe(true);
  });

  test("a token that has run out is replaced before it is tried", async () => {
    const { issuer, dovecot, config } = await open();
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    await keepGrant(config, await issuer.signIn(dovecot.user, longAgo));
    expect(await tryIn(config)).toBe(true);
    expect(issuer.asked.get("refresh_token")).toBe(1);
  });

  test("a withdrawn consent is told with the command that mends it, and is no wrong password", async () => {
    const { issuer, dovecot, config } = await open();
    const grant = await issuer.signIn(dovecot.user);
    await keepGrant(config, grant);
    await issuer.withdraw(grant.accessToken);
    const refusal = await tryIn(config).then(
      () => null,
      (error: unknown) => explain(error, config.imap),
    );
    expect(refusal).toMatchObject({ refused: true, wrongPassword: false, passing: false });
    expect(refusal?.message).toContain("landfall sign-in");
  });

  test("a sign-in with another account is told as that", async () => {
    const { issuer, config } = await open();
    await keepGrant(config, await issuer.signIn("somebody-else"));
    const refusal = await tryIn(config).then(
      () => null,
      (error: unknown) => explain(error, config.imap),
    );
    expect(refusal?.message).toContain("the account of this very mailbox: landfall sign-in");
    expect(refusal).toMatchObject({ wrongPassword: false, refused: true });
  });

  test("mails are sent with it as well, also after the server took a token for bad", async () => {
    const { issuer, dovecot, smtp, config } = await open();
    const grant = await issuer.signIn(dovecot.user);
    await keepGrant(config, grant);
    await issuer.spoil(grant.accessToken);
    await usingTokens(config, async (ready) => {
      const outbox = openOutbox(ready.smtp!);
      expect(await outbox.send(mail)).toMatch(/^250/);
      await outbox.close();
    });
    expect(smtp.mails).toHaveLength(1);
  });

  test("a daemon whose consent ends says so while it can, and goes on once the person has signed in again", async () => {
    const { issuer, dovecot, smtp, config } = await open();
    const start = new Date();
    const clock = turnableClock(start);
    const grant = await issuer.signIn(dovecot.user, start);
    await keepGrant(config, grant);
    const log = new ReadableLog();
    const daemon = await startDaemon(config, { clock, log, sweepEveryMs: 50 });
    cleanUp.push(() => daemon.stop());
    await log.said("first look");
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
