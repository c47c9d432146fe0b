/** What somebody on the way could do: no password leaves the machine. */

import { expect, test } from "@jest/globals";
import { faults, onDovecot } from "./rig.ts";

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
