import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { parseEnv } from "node:util";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { type Dovecot, hasDovecot, startDovecot } from "../helpers/dovecot.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { startIssuer, type TestIssuer } from "../helpers/issuer.ts";

/** The issuer is asked for the token every five seconds, and the command is started several times. */
jest.setTimeout(90_000);

const landfall = join(import.meta.dirname, "..", "..", "bin", "landfall.js");

(hasDovecot() ? describe : describe.skip)("a mailbox that takes no passwords", () => {
  let issuer: TestIssuer;
  let dovecot: Dovecot;
  beforeAll(async () => {
    issuer = await startIssuer();
    dovecot = await startDovecot({
      oauth: { introspection: issuer.introspection, mechanism: "xoauth2" },
    });
  });
  afterAll(async () => void (await Promise.all([issuer.stop(), dovecot.stop()])));

  /** The command, and a person who enters the code that it shows. */
  const run = async (home: string, args: readonly string[], person: string | null = null) => {
    const child = spawn(process.execPath, [landfall, ...args], {
      cwd: home,
      env: {
        HOME: home,
        PATH: process.env["PATH"],
        IMAP_HOST: "127.0.0.1",
        IMAP_PORT: String(dovecot.port),
        IMAP_SECURITY: "none",
        OAUTH_SCOPES: issuer.client.scopes ?? "",
        REMIND_TO: "person@example.net",
        REMIND_FROM: "landfall@example.net",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stderr.on("data", (said: Buffer) => {
      const [, code] = /enter this code: (\S+)/.exec(said.toString()) ?? [];
      if (code !== undefined && person !== null) void issuer.enterCode(code, person);
    });
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
    return { code: child.exitCode, stdout, stderr };
  };

  test("is connected with a code, kept without a password, and looked at; a new consent mends it", async () => {
    const home = temporaryFolder().path;
    const flags = ["--oauth", issuer.url, "--oauth-client-id", "landfall", "--address", dovecot.user];
    const connected = await run(home, ["init", "--yes", "--no-test-mail", ...flags], dovecot.user);
    expect(connected.stderr).toContain("Signed in.");
    expect(connected.code).toBe(0);
    const settings = parseEnv(readFileSync(join(home, ".local/state/landfall/.env"), "utf8"));
    expect(settings).toMatchObject({ OAUTH: issuer.url, OAUTH_CLIENT_ID: "landfall" });
    expect(settings).not.toHaveProperty("IMAP_PASSWORD");
    const checked = await run(home, ["check", "--json"]);
    expect(JSON.parse(checked.stdout).mailbox).toMatchObject({ user: dovecot.user });
    const other = await run(home, ["sign-in"], "somebody-else");
    expect(other.stderr).toContain("with the account of this very mailbox");
    expect(other.code).toBe(1);
    const again = await run(home, ["sign-in", "--json"], dovecot.user);
    expect(JSON.parse(again.stdout)).toEqual({ user: dovecot.user, signedIn: true });
  });
});
