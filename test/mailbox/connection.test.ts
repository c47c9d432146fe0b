import { createServer } from "node:net";
import { once } from "node:events";
import { afterEach, describe, expect, test } from "@jest/globals";
import { backoff, connect, type MailboxOptions } from "../../src/mailbox/connection.ts";
import { explain, type Refusal } from "../../src/mailbox/refusal.ts";
import { freePort, hasDovecot, startDovecot } from "../helpers/dovecot.ts";
import { startScriptedImap } from "../helpers/scripted-imap.ts";
import { optionsFor } from "./world.ts";

const real = hasDovecot() ? describe : describe.skip;
const cleanUp: (() => Promise<unknown>)[] = [];
const nowhere = optionsFor({ host: "127.0.0.1", port: 1, user: "person", password: "secret" });

afterEach(async () => {
  for (const clean of cleanUp.splice(0)) await clean();
});

/** Why connecting with these options fails. */
const refusalOf = async (options: MailboxOptions): Promise<Refusal> => {
  const error = await connect(options, new AbortController().signal).then(
    (client) => {
      client.close();
      return new Error("it connected");
    },
    (reason: unknown) => reason,
  );
  return explain(error, options);
};

real("with a real server, a refusal says what to do:", () => {
  const serverWith = async (options: Parameters<typeof startDovecot>[0]): Promise<MailboxOptions> => {
    const server = await startDovecot(options);
    cleanUp.push(() => server.stop());
    return optionsFor(server);
  };

  test("a wrong password", async () => {
    const refusal = await refusalOf({ ...(await serverWith({})), password: "wrong" });
    expect(refusal.wrongPassword).toBe(true);
    expect(refusal.message).toContain('refused user name or password of "person"');
    expect(refusal.message).toContain("app password");
    expect(refusal.message).not.toContain("wrong");
  });

  test("a certificate that nobody vouches for", async () => {
    const refusal = await refusalOf({ ...(await serverWith({ tls: true })), security: "tls" });
    expect(refusal).toMatchObject({ wrongPassword: false, passing: false });
    expect(refusal.message).toContain("certificate is not trusted");
  });

  test("STARTTLS wanted where the server has none", async () => {
    const refusal = await refusalOf({ ...(await serverWith({})), security: "starttls" });
    expect(refusal.message).toContain("offers no STARTTLS");
    expect(refusal.wrongPassword).toBe(false);
  });

  test("TLS wanted on a port without it", async () => {
    const refusal = await refusalOf({ ...(await serverWith({})), security: "tls" });
    expect(refusal.message).toContain("does not speak TLS on this port");
  });

  test("none means no TLS at all, even where it is offered", async () => {
    const server = await startDovecot();
    cleanUp.push(() => server.stop());
    const client = await connect(optionsFor(server), new AbortController().signal);
    expect(client.tls).toBe(false);
    client.close();
  });
});

describe("without a server, a refusal says what to do:", () => {
  test("an unknown host", async () => {
    const refusal = await refusalOf({ ...nowhere, host: "imap.invalid" });
    expect(refusal.message).toContain('"imap.invalid"');
    expect(refusal).toMatchObject({ passing: true, wrongPassword: false });
  });

  test("a port where nobody answers", async () => {
    const refusal = await refusalOf({ ...nowhere, port: await freePort() });
    expect(refusal.message).toContain("nobody answers on port");
    expect(refusal.passing).toBe(true);
  });

  test.each([
    ["NO [UNAVAILABLE] try later", false],
    ["NO [LIMIT] too many logins", false],
    ["NO [ALERT] Too many simultaneous connections. (Failure)", false],
    ["NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)", true],
    ["NO [ALERT] Application-specific password required", true],
    ["NO Login failed.", true],
    ["NO [LIMIT] LOGIN Rate limit hit.", false],
    ["NO [ALERT] Account exceeded command or bandwidth limits. (Failure)", false],
  ])("a login answered with %s", async (answer, wrongPassword) => {
    const server = await startScriptedImap({ LOGIN: () => [answer] });
    cleanUp.push(() => server.stop());
    const refusal = await refusalOf(optionsFor(server));
    expect(refusal.wrongPassword).toBe(wrongPassword);
    expect(refusal.passing).toBe(!wrongPassword);
  });

  test.each([
    ["NO [ALERT] Your account is not enabled for IMAP use. (Failure)", "Enable IMAP"],
    ["NO [WEBALERT https://accounts.google.com/x] Web login required.", "in a browser"],
    ["NO Basic authentication is disabled.", "sign in with a code"],
  ])("a login that no other password would mend: %s", async (answer, todo) => {
    const server = await startScriptedImap({ LOGIN: () => [answer] });
    cleanUp.push(() => server.stop());
    const refusal = await refusalOf(optionsFor(server));
    expect(refusal).toMatchObject({ wrongPassword: false, refused: true, passing: false });
    expect(refusal.message).toContain(todo);
  });

  test("a server that asks to be left alone is left alone for so long, and not for ever", () => {
    const throttled = (throttleReset: number): Refusal =>
      explain(Object.assign(new Error("x"), { code: "ETHROTTLE", throttleReset }), nowhere);
    expect(throttled(300_000)).toMatchObject({ waitMs: 300_000, wrongPassword: false, passing: true });
    expect(throttled(86_400_000).waitMs).toBe(3_600_000);
  });

  test("a server that has no room", async () => {
    const server = await startScriptedImap({}, "* BYE Too many connections");
    cleanUp.push(() => server.stop());
    const refusal = await refusalOf(optionsFor(server));
    expect(refusal.message).toContain("Too many connections");
    expect(refusal).toMatchObject({ passing: true, wrongPassword: false });
  });

  test.each([
    ["GREETING_TIMEOUT", "did not answer in time"],
    ["CERT_HAS_EXPIRED", "certificate has expired"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "certificate is for another host"],
    ["ECONNRESET", "connection was cut"],
  ])("%s", (code, words) => {
    expect(explain(Object.assign(new Error("x"), { code }), nowhere).message).toContain(words);
  });

  test("who tries once does not say that it keeps trying", () => {
    const cut = explain(Object.assign(new Error("x"), { code: "ECONNRESET" }), nowhere);
    expect(cut.message).toMatch(/; Landfall keeps trying$/);
    expect(cut.triedOnce).toMatch(/cut; try again later$/);
  });

  test("something that is no error at all", () => {
    expect(explain("odd", nowhere).message).toContain('"odd"');
    expect(explain(null, nowhere).passing).toBe(true);
  });
});

test("a pending connect ends as soon as it is called off", async () => {
  const silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  cleanUp.push(async () => silent.close());
  const address = silent.address();
  const port = address === null || typeof address === "string" ? 0 : address.port;
  const stop = new AbortController();
  const connecting = connect({ ...nowhere, port }, stop.signal);
  silent.once("connection", () => stop.abort());
  await expect(connecting).rejects.toThrow();
});

test("the wait grows with each try, never beyond a minute, and differs between clients", () => {
  const longest = Array.from({ length: 12 }, (_, attempt) => backoff(attempt, 0.999999));
  expect(longest).toEqual(longest.toSorted((a, b) => a - b));
  expect(longest[0]).toBeLessThanOrEqual(1000);
  expect(longest.at(-1)).toBe(60_000);
  expect(backoff(1000, 0.5)).toBe(30_000);
  expect(backoff(6, 0.1)).toBeLessThan(backoff(6, 0.9));
  expect(backoff(0, 0)).toBe(100);
});
