import { afterEach, expect, test } from "@jest/globals";
import { createServer, type Server } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { simpleParser } from "mailparser";
import { composeReminder } from "../../src/delivery/compose.ts";
import { openConnection, transmit } from "../../src/delivery/connection.ts";
import { openOutbox, type SmtpOptions, type SmtpOutbox } from "../../src/delivery/smtp.ts";
import { wordReminder } from "../../src/domain/wording.ts";
import { NotMade, SendFailure, type Content, type Mail } from "../../src/flow/ports.ts";
import { certificate, key } from "../helpers/certificate.ts";
import { facts, item, letterFacts } from "../helpers/facts.ts";
import { startSmtp, type SmtpPeer, type SmtpPeerOptions } from "../helpers/smtp.ts";

const opened: { close(): unknown }[] = [];

afterEach(async () => {
  for (const resource of opened.splice(0).toReversed()) await resource.close();
});

const peerWith = async (options?: SmtpPeerOptions): Promise<SmtpPeer> => {
  const peer = await startSmtp(options);
  opened.push(peer);
  return peer;
};

const plain = { host: "127.0.0.1", security: "none", user: null, password: null } as const;

const outboxFor = (port: number, more: Partial<SmtpOptions> = {}): SmtpOutbox => {
  const outbox = openOutbox({ ...plain, port, ...more });
  opened.push(outbox);
  return outbox;
};

const mailWith = (subject = "New credentials", id = "reminder-1"): Mail =>
  composeReminder(wordReminder(facts(5, [item("photo", { letter: letterFacts({ subject }) })])), {
    id,
    messageId: `${id}@landfall.example`,
    from: "landfall@example.com",
    to: "maria@example.com",
    date: new Date("2026-11-27T15:42:10Z"),
    answers: null,
  });

const failureOf = async (sending: Promise<string>): Promise<SendFailure> => {
  const error: unknown = await sending.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SendFailure)) throw new Error("expected the mail to be refused", { cause: error });
  return error;
};

test("a mail arrives as it was composed, and the server's answer is given back", async () => {
  const peer = await peerWith();
  const mail = mailWith();
  expect(await outboxFor(peer.port).send(mail)).toBe("250 2.0.0 kept as 1");
  const received = peer.mails[0]!;
  expect(received.envelope).toEqual({ from: "landfall@example.com", to: ["maria@example.com"] });
  const parsed = await simpleParser(received.raw);
  expect(parsed.subject).toBe(mail.subject);
  expect(parsed.messageId).toBe("<reminder-1@landfall.example>");
  expect(parsed.date).toEqual(mail.date);
  expect(parsed.text?.trim()).toBe((await mail.content()).text.trim());
  expect(parsed.html).toContain("prefers-color-scheme");
  expect(parsed.headers.get("auto-submitted")).toBe("auto-generated");
  expect(parsed.headers.get("x-landfall-reminder")).toBe("reminder-1");
});

test("a letter's subject cannot add a header or a recipient", async () => {
  const peer = await peerWith();
  const mail = { ...mailWith("x\r\nBcc: thief@evil.example\r\n\r\nbody") };
  await outboxFor(peer.port).send({ ...mail, subject: "a\r\nBcc: thief@evil.example" });
  const [received] = peer.mails;
  expect(received!.envelope.to).toEqual(["maria@example.com"]);
  expect(received!.raw).not.toMatch(/^Bcc:/im);
});

test("mails share one connection, which can be made ahead", async () => {
  const peer = await peerWith();
  const outbox = outboxFor(peer.port);
  await outbox.warm();
  expect(peer.connections()).toBe(1);
  await Promise.all([1, 2, 3].map(async (n) => outbox.send(mailWith("x", `reminder-${n}`))));
  expect(peer.mails).toHaveLength(3);
  expect(peer.connections()).toBe(1);
});

const crowd = async (outbox: SmtpOutbox, size: number): Promise<PromiseSettledResult<string>[]> => {
  const mails = Array.from({ length: size }, (_, index) => mailWith("x", `reminder-${index}`));
  return Promise.allSettled(mails.map((mail) => outbox.send(mail)));
};

const idsOf = ({ mails }: SmtpPeer): readonly string[] =>
  mails.flatMap(({ raw }) => /^Message-ID: <(.*)>/im.exec(raw)?.[1] ?? []);

test("a crowd of mails leaves over a few connections, each mail once", async () => {
  const peer = await peerWith();
  const sent = await crowd(outboxFor(peer.port), 40);
  expect(sent.every(({ status }) => status === "fulfilled")).toBe(true);
  expect(new Set(idsOf(peer)).size).toBe(40);
  expect(peer.mails).toHaveLength(40);
  expect(peer.connections()).toBeGreaterThan(1);
  expect(peer.connections()).toBeLessThanOrEqual(5);
});

test("of a crowd, only mails whose connection ended after they were handed over are uncertain", async () => {
  const peer = await peerWith();
  const outbox = outboxFor(peer.port);
  peer.drop("after mail", 2);
  const sent = await crowd(outbox, 20);
  const lost = sent.filter((one) => one.status === "rejected");
  expect(lost.map(({ reason }) => (reason instanceof SendFailure ? reason.unknown : null))).toEqual([
    true,
    true,
  ]);
  expect(new Set(idsOf(peer)).size).toBe(18);
  expect(peer.mails).toHaveLength(18);
});

test("a mail that is refused spoils none of the others", async () => {
  const peer = await peerWith();
  peer.refuse("RCPT", 550, "5.1.1 No such user");
  peer.refuse("DATA", 452, "4.3.1 Out of space");
  peer.refuse("MAIL", 421, "4.3.2 Going down");
  const sent = await crowd(outboxFor(peer.port), 20);
  const refused = sent.filter((one) => one.status === "rejected");
  expect(refused).toHaveLength(3);
  for (const { reason } of refused) expect(reason).toMatchObject({ unknown: false });
  expect(new Set(idsOf(peer)).size).toBe(17);
});

test("of a crowd, one mail finds out that the password is wrong", async () => {
  const peer = await peerWith({ login: { user: "maria@example.com", password: "another" } });
  const outbox = outboxFor(peer.port, { user: "maria@example.com", password: "not this one" });
  const sent = await crowd(outbox, 20);
  expect(sent.every((one) => one.status === "rejected" && one.reason.permanent === true)).toBe(true);
  expect(peer.connections()).toBe(1);
});

test("a connection that the server ended while it lay idle is opened again, and nobody notices", async () => {
  const peer = await peerWith();
  const outbox = outboxFor(peer.port);
  await outbox.send(mailWith());
  await peer.hangUp();
  await outbox.send(mailWith());
  expect(peer.mails).toHaveLength(2);
  expect(peer.connections()).toBe(2);
});

test("a warm-up that fails leaves the failure to the mail", async () => {
  const peer = await peerWith();
  peer.drop("at greeting");
  const outbox = outboxFor(peer.port);
  await outbox.warm();
  await outbox.send(mailWith());
  expect(peer.mails).toHaveLength(1);
});

test("a refused sender is permanent, and names REMIND_FROM", async () => {
  const peer = await peerWith();
  peer.refuse("MAIL", 550, "5.7.1 Sender not allowed");
  const outbox = outboxFor(peer.port);
  const failure = await failureOf(outbox.send(mailWith()));
  expect(failure).toMatchObject({ permanent: true, unknown: false });
  expect(failure.message).toBe(
    `sending a mail through 127.0.0.1:${peer.port}: the server refused the sender "landfall@example.com" ("550 5.7.1 Sender not allowed"); set REMIND_FROM to an address this account may send from`,
  );
  await outbox.send(mailWith());
  expect(peer.connections()).toBe(1);
});

test.each([
  ["RCPT", 550, "5.1.1 No such user", true, 'refused the recipient "maria@example.com"', "REMIND_TO"],
  ["RCPT", 451, "4.7.1 Greylisted, try again", false, "come back later", "tries again"],
  ["RCPT", 552, "5.2.2 Mailbox full", true, "a limit is reached", "limits"],
  ["MAIL", 451, "4.3.0 Try later", false, "come back later", "tries again"],
  ["MAIL", 450, "4.4.5 Daily sending quota exceeded", false, "a limit is reached", "limits"],
  ["MAIL", 530, "5.7.0 Authentication required", true, "wants a login first", "SMTP_USER"],
  ["DATA", 554, "5.6.0 Looks like spam", true, "refused the mail", "provider"],
  ["DATA", 452, "4.3.1 Out of space", false, "come back later", "tries again"],
] as const)("%s answered with %i %s is told in plain words", async (...row) => {
  const [command, code, text, permanent, ...words] = row;
  const peer = await peerWith();
  peer.refuse(command, code, text);
  const failure = await failureOf(outboxFor(peer.port).send(mailWith()));
  expect(failure).toMatchObject({ permanent, unknown: false });
  for (const word of [text, ...words]) expect(failure.message).toContain(word);
});

test("421 in the middle of a mail means later, and the next mail gets a new connection", async () => {
  const peer = await peerWith();
  const outbox = outboxFor(peer.port);
  peer.refuse("MAIL", 421, "4.3.2 Going down");
  const failure = await failureOf(outbox.send(mailWith()));
  expect(failure).toMatchObject({ permanent: false, unknown: false });
  expect(await outbox.send(mailWith())).toMatch(/^250/);
});

test("a connection that ends after the mail was handed over leaves it unknown whether it went out", async () => {
  const peer = await peerWith();
  const outbox = outboxFor(peer.port);
  peer.drop("after mail");
  const failure = await failureOf(outbox.send(mailWith()));
  expect(failure).toMatchObject({ permanent: false, unknown: true });
  expect(failure.message).toContain("it may have gone out");
  await outbox.send(mailWith());
  expect(peer.mails).toHaveLength(1);
});

test("a kept connection that ends after the mail was handed over does not send it twice by itself", async () => {
  const peer = await peerWith();
  const outbox = outboxFor(peer.port);
  await outbox.send(mailWith());
  peer.drop("after mail");
  expect(await failureOf(outbox.send(mailWith()))).toMatchObject({ unknown: true });
  expect(peer.mails).toHaveLength(1);
});

test("a connection that ends before the mail is known not to have sent it", async () => {
  const peer = await peerWith();
  peer.drop("at greeting");
  const failure = await failureOf(outboxFor(peer.port).send(mailWith()));
  expect(failure).toMatchObject({ permanent: false, unknown: false });
  expect(failure.message).toContain("before the mail was handed over");
});

const login = { user: "maria@example.com", password: "correct horse" };

test("a login that is asked for is given", async () => {
  const peer = await peerWith({ login });
  expect(await outboxFor(peer.port, login).send(mailWith())).toMatch(/^250/);
});

test("a wrong password is told without the password, even where the server repeats it", async () => {
  const peer = await peerWith({ login });
  const password = "hunter2 hunter2";
  const overTheWire = Buffer.from(`\0${login.user}\0${password}`).toString("base64");
  peer.refuse("AUTH", 535, `5.7.8 cannot accept ${password} nor ${overTheWire}`);
  const failure = await failureOf(outboxFor(peer.port, { ...login, password }).send(mailWith()));
  expect(failure).toMatchObject({ permanent: true, unknown: false, cause: undefined });
  expect(failure.message).toContain('refused the user name or the password of "maria@example.com"');
  expect(failure.message).toContain("SMTP_PASSWORD");
  expect(JSON.stringify([failure.message, failure.stack])).not.toMatch(new RegExp(`hunter2|${overTheWire}`));
});

test("a login that cannot be checked just now is tried again", async () => {
  const peer = await peerWith({ login });
  peer.refuse("AUTH", 454, "4.7.0 Temporary authentication failure");
  const failure = await failureOf(outboxFor(peer.port, login).send(mailWith()));
  expect(failure).toMatchObject({ permanent: false });
});

test("a refused port is told with its number", async () => {
  const peer = await startSmtp();
  await peer.close();
  const failure = await failureOf(outboxFor(peer.port).send(mailWith()));
  expect(failure).toMatchObject({ permanent: false, unknown: false });
  expect(failure.message).toContain(`nothing listens on port ${peer.port}`);
});

test("an unknown host is told by name", async () => {
  const failure = await failureOf(outboxFor(25, { host: "smtp.nowhere.invalid" }).send(mailWith()));
  expect(failure.permanent).toBe(false);
  expect(failure.message).toMatch(/smtp\.nowhere\.invalid.*(SMTP_HOST|network)/);
});

test("STARTTLS is insisted on", async () => {
  const peer = await peerWith();
  const failure = await failureOf(outboxFor(peer.port, { security: "starttls" }).send(mailWith()));
  expect(failure.message).toContain("does not offer STARTTLS");
  expect(peer.mails).toHaveLength(0);
});

test("a certificate that nobody vouches for is refused", async () => {
  const peer = await peerWith({ security: "tls", key, cert: certificate });
  const failure = await failureOf(outboxFor(peer.port, { security: "tls" }).send(mailWith()));
  expect(failure).toMatchObject({ permanent: false, unknown: false });
  expect(failure.message).toContain("certificate is not trusted");
});

test.each(["tls", "starttls"] as const)(
  "a mail goes out over %s where the certificate is trusted",
  async (security) => {
    const before = getCACertificates("default");
    setDefaultCACertificates([...before, certificate]);
    try {
      const peer = await peerWith({ security, key, cert: certificate, login });
      expect(await outboxFor(peer.port, { security, ...login }).send(mailWith())).toMatch(/^250/);
    } finally {
      setDefaultCACertificates(before);
    }
  },
);

test("TLS spoken to a server that speaks none is told as such", async () => {
  const server: Server = createServer((socket) => socket.on("error", () => undefined).end("220 plain\r\n"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  opened.push(server);
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const failure = await failureOf(outboxFor(port, { security: "tls" }).send(mailWith()));
  expect(failure.message).toContain("speaks no TLS on this port");
});

test("closing lets the mail under way end, and takes no more", async () => {
  const peer = await peerWith();
  const outbox = outboxFor(peer.port);
  const sending = outbox.send(mailWith());
  await outbox.close();
  expect(await sending).toMatch(/^250/);
  const failure = await failureOf(outbox.send(mailWith()));
  expect(failure).toMatchObject({ permanent: false, unknown: false });
  await outbox.warm();
  expect(peer.connections()).toBe(1);
});

test("the server is told whom a mail is for before the mail is put together", async () => {
  const told = Promise.withResolvers<void>();
  const peer = await peerWith({ toldRecipient: told.resolve });
  const mail = mailWith();
  const content = async (): Promise<Content> => {
    await told.promise;
    return await mail.content();
  };
  expect(await outboxFor(peer.port).send({ ...mail, content })).toMatch(/^250/);
});

test("nothing is put together while there is no server to take it", async () => {
  const peer = await peerWith();
  await peer.close();
  let asked = false;
  const content = async (): Promise<Content> => ((asked = true), await mailWith().content());
  await failureOf(outboxFor(peer.port).send({ ...mailWith(), content }));
  expect(asked).toBe(false);
});

test("of a crowd, more mails are put together than there are connections for", async () => {
  const peer = await peerWith();
  const outbox = outboxFor(peer.port);
  let asked = 0;
  const allAsked = Promise.withResolvers<void>();
  const mails = Array.from({ length: 12 }, (_, index) => mailWith("x", `reminder-${index}`));
  const sending = mails.map(async (mail) => {
    const content = async (): Promise<Content> => {
      asked += 1;
      if (asked === mails.length) allAsked.resolve();
      // None goes out before all were asked for.
      await allAsked.promise;
      return await mail.content();
    };
    return await outbox.send({ ...mail, content });
  });
  await Promise.all(sending);
  expect(peer.mails).toHaveLength(mails.length);
});

test("a mail that cannot be put together says nothing of the server, and spoils none of the others", async () => {
  const peer = await peerWith();
  const outbox = outboxFor(peer.port);
  const content = (): Promise<Content> => Promise.reject(new Error("not to be made"));
  const [broken, ...whole] = await Promise.allSettled([
    outbox.send({ ...mailWith(), content }),
    ...[1, 2, 3].map((n) => outbox.send(mailWith("x", `reminder-${n}`))),
  ]);
  expect(broken).toMatchObject({ reason: expect.any(NotMade) });
  expect(broken).toMatchObject({ reason: { unknown: false, everyMail: false } });
  expect(broken).toMatchObject({ reason: { message: expect.stringContaining("not to be made") } });
  expect(whole.map(({ status }) => status)).toEqual(Array(3).fill("fulfilled"));
  expect(peer.mails).toHaveLength(3);
});

test("a mail that cannot be made ends the connection rather than the message, and never arrives in part", async () => {
  const peer = await peerWith();
  const connection = await openConnection({ ...plain, port: peer.port });
  const made = (): Promise<Buffer> => Promise.reject(new NotMade("not to be made"));
  const sending = transmit(connection, { from: "a@example.com", to: "b@example.com", raw: made });
  await expect(sending).rejects.toThrow(NotMade);
  const outbox = outboxFor(peer.port);
  await outbox.send(mailWith());
  expect(peer.mails).toHaveLength(1);
});
