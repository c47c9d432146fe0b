import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { usingTokens } from "../src/access.ts";
import { keepGrant } from "../src/commands/sign-in.ts";
import { openOutbox } from "../src/delivery/smtp.ts";
import type { Mail } from "../src/flow/ports.ts";
import { ledgerFile } from "../src/ledger/files.ts";
import { explain } from "../src/mailbox/refusal.ts";
import { kept, openPlace, tryIn, type Mechanism } from "./helpers/consent.ts";
import { hasDovecot } from "./helpers/dovecot.ts";

const mail: Mail = {
  to: "person@example.net",
  from: "landfall@example.net",
  subject: "A sample",
  content: async () => ({ text: "words", html: "<p>words</p>" }),
  messageId: "sample@example.net",
  date: new Date(),
  headers: {},
};

(hasDovecot() ? describe : describe.skip)("with a real issuer, and a server that asks it,", () => {
  test.each<Mechanism>(["xoauth2", "oauthbearer"])("a mailbox is opened by %s", async (mechanism) => {
    await using place = await openPlace(mechanism);
    const { issuer, dovecot, config } = place;
    await keepGrant(config, await issuer.signIn(dovecot.user));
    expect(await tryIn(config)).toBe(true);
    expect(issuer.asked.get("refresh_token")).toBeUndefined();
  });

  test("a token that the server no longer takes is replaced, and the rotated sign-in is kept, sealed", async () => {
    await using place = await openPlace();
    const { issuer, dovecot, config } = place;
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
    await using place = await openPlace();
    const { issuer, dovecot, config } = place;
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    await keepGrant(config, await issuer.signIn(dovecot.user, longAgo));
    expect(await tryIn(config)).toBe(true);
    expect(issuer.asked.get("refresh_token")).toBe(1);
  });

  test("a withdrawn consent is told with the command that mends it, and is no wrong password", async () => {
    await using place = await openPlace();
    const { issuer, dovecot, config } = place;
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
    await using place = await openPlace();
    const { issuer, config } = place;
    await keepGrant(config, await issuer.signIn("somebody-else"));
    const refusal = await tryIn(config).then(
      () => null,
      (error: unknown) => explain(error, config.imap),
    );
    expect(refusal?.message).toContain("the account of this very mailbox: landfall sign-in");
    expect(refusal).toMatchObject({ wrongPassword: false, refused: true });
  });

  test("mails are sent with it as well, also after the server took a token for bad", async () => {
    await using place = await openPlace();
    const { issuer, dovecot, smtp, config } = place;
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
});
