/** What somebody on the way could do: no password leaves the machine. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { portal2 } from "../helpers/letters.ts";
import { faults, onDovecot } from "./rig.ts";

const now = new Date();

faults("a connection whose", () => {
  test("[49] STARTTLS is stripped on the way is given up before the password", async () => {
    await using rig = await onDovecot("embedded", { extra: "ssl = yes" });
    rig.environment["IMAP_SECURITY"] = "starttls";
    const heard: string[] = [];
    rig.way.imap.rewrite("client", (text) => (heard.push(text), text));
    rig.way.imap.rewrite("server", (text) => text.replaceAll(/ STARTTLS| LOGINDISABLED/gu, ""));
    const daemon = rig.landfall("run");
    await daemon.says("offers no STARTTLS");
    expect(heard.join("")).not.toMatch(/LOGIN|AUTHENTICATE|secret/u);
  });

  test("[49] certificate nobody vouches for is given up before the password", async () => {
    await using rig = await onDovecot("embedded", { tls: true });
    rig.environment["IMAP_SECURITY"] = "tls";
    const daemon = rig.landfall("run");
    await daemon.says("certificate is not trusted");
    expect(rig.server.log()).not.toMatch(/Login: user/u);
  });

  test("[49] server speaks only old TLS is given up, and not asked again without", async () => {
    await using rig = await onDovecot("embedded", { tls: true });
    rig.environment["IMAP_SECURITY"] = "tls";
    // A server that answers a hello with the alert "protocol version" (RFC 8446 section 6.2).
    rig.way.imap.rewrite("server", () => "\u0015\u0003\u0001\u0000\u0002\u0002\u0046");
    const daemon = rig.landfall("run");
    await daemon.says(/speak TLS|encrypted connection/u);
    expect(rig.server.commands()).toBe("");
  });

  test("[49] STARTTLS is stripped on the way to the mail server is given up before a login, and the reminder waits", async () => {
    await using rig = await onDovecot("embedded");
    const heard: string[] = [];
    Object.assign(rig.environment, {
      SMTP_SECURITY: "starttls",
      SMTP_USER: "person",
      SMTP_PASSWORD: "FAKE-Stripped-7",
      FALLBACK: "off",
    });
    rig.way.smtp.rewrite("client", (text) => (heard.push(text), text));
    const daemon = await rig.run();
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await daemon.says(/STARTTLS/u);
    expect(heard.join("")).toMatch(/EHLO/u);
    expect(heard.join("")).not.toMatch(/AUTH|MAIL FROM/u);
    expect((await rig.look()).reminders[0]).toMatchObject({ status: "planned", attempts: 1 });
  });

  test.each(["IMAP", "SMTP"])(
    "[49] %s_SECURITY is none beyond this machine is refused before it is tried",
    async (which) => {
      await using rig = await onDovecot("embedded");
      rig.environment[`${which}_HOST`] = "mail.example.net";
      rig.environment[`${which}_SECURITY`] = "none";
      expect(await rig.landfall("run").ended).toMatchObject({
        code: 2,
        err: expect.stringContaining(`${which}_SECURITY`),
      });
    },
  );
});

const secrets = {
  IMAP_PASSWORD: "FAKE-Imap-4711",
  SMTP_USER: "person",
  SMTP_PASSWORD: "FAKE-Smtp-0815",
  LANDFALL_KEY: "FAKE-Key-of-hashes-1234567890",
  NOTIFY_URL: "http://127.0.0.1:9/FAKE-Topic-2222",
  REDIS_URL: "redis://:FAKE-Redis-3333@127.0.0.1:9",
};

faults("secrets in settings", () => {
  test("[55] stand in no argument, log, error, answer or file, however much goes wrong", async () => {
    await using rig = await onDovecot("embedded");
    Object.assign(rig.environment, secrets, { LOG_LEVEL: "trace" });
    const daemon = rig.landfall("run");
    await daemon.says("not tried again for half an hour");
    await daemon.says("connecting to Redis");
    const commandLine = readFileSync(`/proc/${daemon.child.pid}/cmdline`, "utf8");
    const { out, err } = await daemon.stop();
    const asked = [["status"], ["doctor"], ["check"], ["test-mail"], ["status", "--json"], ["backup"]].map(
      async (words) => await rig.landfall(...words).ended,
    );
    const answers = (await Promise.all(asked)).map((each) => each.out + each.err);
    const files = readdirSync(rig.dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), "latin1"));
    const everything = [commandLine, out, err, ...answers, ...files].join("\n");
    const fakes = Object.values(secrets).flatMap((value) => /FAKE-[\w-]+/u.exec(value)?.[0] ?? []);
    expect(fakes).toHaveLength(5);
    const spelled = fakes.flatMap((fake) => [fake, Buffer.from(fake).toString("base64").replace(/=+$/u, "")]);
    expect(spelled.filter((fake) => everything.includes(fake))).toEqual([]);
  });
});
