import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { parseEnv } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Dovecot, hasDovecot, startDovecot } from "../helpers/dovecot.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { startSmtp } from "../helpers/smtp.ts";

const landfall = join(import.meta.dirname, "..", "..", "bin", "landfall.js");

/** The command as people run it, in an empty folder; the arguments of a person who answers nothing by hand. */
const run = async (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  home = temporaryFolder().path,
) => {
  const child = spawn(process.execPath, [landfall, "init", "--yes", ...args], {
    cwd: home,
    env: { HOME: home, PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { home, code: child.exitCode, stdout, stderr, file: join(home, ".local/state/landfall/.env") };
};

const portal1 = `Received: from mail.cic.gc.ca by mx.example.net; ${new Date().toUTCString().replace("GMT", "+0000")}
From: IRCC <IRCC.PRConfirmation-ConfirmationRP.IRCC@cic.gc.ca>
To: person@example.net
Subject: IRCC - Permanent Residence Portal (PR Confirmation) / Portail de résidence permanente (Confirmation de la RP)
Message-ID: <p1@cic.gc.ca>
Content-Type: text/plain; charset=utf-8

We are ready to finalize your permanent residence application. Please reply to this e-mail with your UCI,
eye colour, height and address. Do not create an account.
`;

(hasDovecot() ? describe : describe.skip)("a mailbox is connected without a question", () => {
  let dovecot: Dovecot;
  let smtp: Awaited<ReturnType<typeof startSmtp>>;
  beforeAll(async () => {
    [dovecot, smtp] = await Promise.all([startDovecot(), startSmtp()]);
    dovecot.deliver("INBOX", portal1);
  });
  afterAll(async () => void (await Promise.all([dovecot.stop(), smtp.close()])));

  const settings = () => ({
    IMAP_HOST: "127.0.0.1",
    IMAP_PORT: String(dovecot.port),
    IMAP_SECURITY: "none",
    IMAP_PASSWORD: dovecot.password,
    SMTP_HOST: "127.0.0.1",
    SMTP_PORT: String(smtp.port),
    REMIND_TO: "person@example.net",
    REMIND_FROM: "landfall@example.net",
  });

  test("it is tried, its letters are shown, a sample goes out, and the settings are kept for `run`", async () => {
    const { code, stdout, stderr, file } = await run(
      ["--address", dovecot.user, "--time-zone", "America/Toronto"],
      settings(),
    );
    expect(stderr).toContain("Signed in.");
    expect(stderr).toContain("taken for portal1");
    expect(stderr).toContain("sent to person@example.net");
    expect(stdout).toContain(`Written: ${file}`);
    expect(code).toBe(0);
    expect(parseEnv(readFileSync(file, "utf8"))).toMatchObject({
      IMAP_HOST: "127.0.0.1",
      IMAP_USER: dovecot.user,
      IMAP_PASSWORD: dovecot.password,
      TIME_ZONE: "America/Toronto",
      QUIET_HOURS: "21:00-08:00",
    });
    expect(smtp.mails.at(-1)?.raw).toContain("X-Landfall-Reminder: sample");
  });

  test("without an SMTP server the sample is laid into the inbox, as reminders will be", async () => {
    const { SMTP_HOST: _host, SMTP_PORT: _port, ...rest } = settings();
    const { code, stderr } = await run(["--address", dovecot.user], rest);
    expect(stderr).toContain("laid into the inbox");
    expect(code).toBe(0);
  });

  test("run again it changes the one thing that is given", async () => {
    const first = await run(["--address", dovecot.user, "--no-test-mail"], settings());
    const again = await run(["--language", "fr", "--no-test-mail", "--json"], settings(), first.home);
    expect(JSON.parse(again.stdout)).toMatchObject({ file: first.file, letters: 1, testMail: null });
    expect(parseEnv(readFileSync(first.file, "utf8"))).toMatchObject({
      IMAP_USER: dovecot.user,
      REMIND_LANGUAGE: "fr",
    });
  });

  test("--only preferences asks the server nothing, and leaves the rest as it is", async () => {
    const first = await run(["--address", dovecot.user, "--no-test-mail"], settings());
    const before = parseEnv(readFileSync(first.file, "utf8"));
    const wrong = { IMAP_PORT: "1", IMAP_HOST: "127.0.0.1", IMAP_SECURITY: "none" };
    const again = await run(
      ["--only", "preferences", "--quiet-hours", "off", "--no-test-mail"],
      wrong,
      first.home,
    );
    expect(again.code).toBe(0);
    expect(again.stderr).not.toContain("Signed in.");
    expect(parseEnv(readFileSync(first.file, "utf8"))).toMatchObject({
      IMAP_PASSWORD: before["IMAP_PASSWORD"],
      QUIET_HOURS: "off",
    });
  });

  test("--only password takes the new one once it works, and not before", async () => {
    const first = await run(["--address", dovecot.user, "--no-test-mail"], settings());
    const before = readFileSync(first.file, "utf8");
    const only = ["--only", "password", "--no-test-mail"];
    const refused = await run(only, { ...settings(), IMAP_PASSWORD: "wrong" }, first.home);
    expect(refused.code).toBe(1);
    expect(readFileSync(first.file, "utf8")).toBe(before);
    expect((await run(only, settings(), first.home)).code).toBe(0);
  });

  test("servers, ports and the sender may all be flags", async () => {
    const server = ["127.0.0.1", "--imap-port", String(dovecot.port), "--imap-security", "none"];
    const sending = ["--smtp-host", "127.0.0.1", "--smtp-port", String(smtp.port)];
    const { code, file } = await run(
      [
        "--address",
        dovecot.user,
        "--imap-host",
        ...server,
        ...sending,
        "--remind-to",
        "person@example.net",
      ].concat("--remind-from", "landfall@example.net"),
      { IMAP_PASSWORD: dovecot.password },
    );
    expect(code).toBe(0);
    expect(parseEnv(readFileSync(file, "utf8"))).toMatchObject({
      IMAP_PORT: String(dovecot.port),
      IMAP_SECURITY: "none",
      SMTP_PORT: String(smtp.port),
      REMIND_FROM: "landfall@example.net",
    });
  });

  (process.platform === "linux" ? test : test.skip)("--service installs the service as well", async () => {
    const home = temporaryFolder().path;
    mkdirSync(join(home, "bin"));
    for (const name of ["systemctl", "loginctl"]) {
      writeFileSync(join(home, "bin", name), `#!/bin/sh\necho "$*" >>"${home}/asked"\n`);
      chmodSync(join(home, "bin", name), 0o755);
    }
    const given = Object.entries(settings()).map(([name, value]) => `${name}=${value}`);
    writeFileSync(join(home, "given.env"), given.join("\n"));
    const { code, stdout } = await run(
      ["--address", dovecot.user, "--settings", "given.env", "--no-test-mail", "--service"],
      { PATH: `${join(home, "bin")}:/usr/bin:/bin` },
      home,
    );
    expect(code).toBe(0);
    expect(stdout).toContain("Landfall is watching");
    expect(readFileSync(join(home, "asked"), "utf8")).toContain("enable");
    expect(existsSync(join(home, ".config/systemd/user/landfall.service"))).toBe(true);
  });

  test("a refused password leaves nothing behind", async () => {
    const { code, stderr, file } = await run(["--address", dovecot.user], {
      ...settings(),
      IMAP_PASSWORD: "wrong",
    });
    expect(code).toBe(1);
    expect(stderr).toContain("refused user name or password");
    expect(existsSync(file)).toBe(false);
  });

  test("a password in a file is used, and never an argument", async () => {
    const home = temporaryFolder().path;
    writeFileSync(join(home, "secret"), `${dovecot.password}\n`);
    const { IMAP_PASSWORD: _, ...rest } = settings();
    const { code } = await run(
      ["--address", dovecot.user, "--no-test-mail", "--password-file", join(home, "secret")],
      rest,
      home,
    );
    expect(code).toBe(0);
  });
});

test("what is missing is named, with a way to give it", async () => {
  const { code, stderr } = await run(["--address", "maria@gmail.com"], {});
  expect(stderr).toContain("IMAP_PASSWORD is missing");
  expect(stderr).toContain("myaccount.google.com/apppasswords");
  expect(code).toBe(2);
});

test("a Microsoft mailbox is told at once that no password will do, and how to sign in instead", async () => {
  const { code, stderr } = await run(["--address", "maria@outlook.com"], {});
  expect(stderr).toContain("takes no passwords");
  expect(stderr).toContain("App registrations");
  expect(stderr).toContain("OAUTH_CLIENT_ID is missing");
  expect(code).toBe(2);
});
