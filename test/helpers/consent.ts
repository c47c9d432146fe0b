/** A mailbox that is opened by consent: a real issuer, Dovecot and an SMTP server that ask it, and the settings. */

import { setTimeout as sleep } from "node:timers/promises";
import { grantStore, usingTokens } from "../../src/access.ts";
import type { Config } from "../../src/config.ts";
import { loadKey } from "../../src/key.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { connect } from "../../src/mailbox/connection.ts";
import type { Grant } from "../../src/oauth/grant.ts";
import { configOf } from "./daemon.ts";
import { startDovecot, type Dovecot, type DovecotOptions } from "./dovecot.ts";
import { temporaryFolder } from "./folder.ts";
import { startIssuer, type TestIssuer } from "./issuer.ts";
import { startSmtp, type SmtpPeer } from "./smtp.ts";

export type Mechanism = NonNullable<DovecotOptions["oauth"]>["mechanism"];

export type Place = AsyncDisposable & {
  readonly issuer: TestIssuer;
  readonly dovecot: Dovecot;
  readonly smtp: SmtpPeer;
  readonly config: Config;
};

/** Servers that take tokens alone, and the settings of the person whose mailbox it is. */
export const openPlace = async (mechanism: Mechanism = "xoauth2"): Promise<Place> => {
  await using opened = new AsyncDisposableStack();
  const issuer = await startIssuer();
  opened.defer(() => issuer.stop());
  const { introspection } = issuer;
  const dovecot = await startDovecot({ oauth: { introspection, mechanism } });
  opened.defer(() => dovecot.stop());
  const smtp = await startSmtp({
    tokens: async (user, token) => user === dovecot.user && (await issuer.knows(token)),
  });
  opened.defer(() => smtp.close());
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
  const running = opened.move();
  return { issuer, dovecot, smtp, config, [Symbol.asyncDispose]: () => running.disposeAsync() };
};

/** The sign-in as the ledger keeps it. */
export const kept = async ({ imap, dataDir, key: given }: Config): Promise<Grant | null> => {
  await using ledger = await openLedger(dataDir);
  const key = await loadKey(given, dataDir);
  return await grantStore(imap.user, dataDir, { secrets: ledger, key }).load();
};

export const tryIn = async (config: Config): Promise<boolean> =>
  usingTokens(config, async ({ imap, lookbackDays, pollMinutes }) => {
    const client = await connect({ ...imap, lookbackDays, pollMinutes }, new AbortController().signal);
    const usable = client.usable;
    client.close();
    return usable;
  });

/** What the daemon writes down tells nobody that it did. */
export const until = async (holds: () => Promise<boolean>): Promise<void> => {
  const giveUpAt = performance.now() + 15_000;
  while (!(await holds())) {
    if (performance.now() > giveUpAt) throw new Error(`waited in vain for ${String(holds)}`);
    await sleep(20);
  }
};
