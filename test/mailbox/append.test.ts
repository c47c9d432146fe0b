import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { MailboxOptions } from "../../src/mailbox/connection.ts";
import { layIntoInbox } from "../../src/mailbox/append.ts";
import { SendFailure } from "../../src/flow/ports.ts";
import { hasDovecot, startDovecot, type Dovecot } from "../helpers/dovecot.ts";

const suite = hasDovecot() ? describe : describe.skip;

suite("laying a reminder into the inbox", () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(async () => dovecot.stop());

  const options = (more: Partial<MailboxOptions> = {}): MailboxOptions => ({
    host: "127.0.0.1",
    port: dovecot.port,
    security: "none",
    user: dovecot.user,
    password: dovecot.password,
    lookbackDays: 365,
    pollMinutes: 5,
    ...more,
  });
  const { signal } = new AbortController();
  const mail = (id: string) => ({
    messageId: `${id}@landfall.example`,
    raw: Buffer.from(
      `Message-ID: <${id}@landfall.example>\r\nSubject: 2 days left\r\n\r\nUpload your photo.\r\n`,
    ),
    date: new Date("2026-11-27T15:42:00Z"),
  });

  test("leaves it there once, unseen and flagged, however often it is done", async () => {
    expect(await layIntoInbox(options(), mail("one"), signal)).toMatch(/^laid into the inbox/);
    expect(await layIntoInbox(options(), mail("one"), signal)).toBe("it lay in the inbox already");
    const [file, ...more] = dovecot.files("INBOX");
    expect(more).toEqual([]);
    expect(file).toMatch(/:2,F$/);
  });

  test("a wrong password is a refusal for good, and never shown", async () => {
    const failure = await layIntoInbox(options({ password: "wrong-one" }), mail("two"), signal).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(SendFailure);
    expect(failure).toMatchObject({ permanent: true, unknown: false, everyMail: true });
    expect(String(failure)).not.toContain("wrong-one");
  });

  test("a server that is away may be back later", async () => {
    const failure = await layIntoInbox(options({ port: 1 }), mail("three"), signal).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ permanent: false, unknown: false });
  });
});
