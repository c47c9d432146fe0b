/** What names and subjects of letters could do where they are shown: on a terminal, on the page, in mails, in an export. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { forged, portal1, portal2 } from "../helpers/letters.ts";
import type { Dovecot } from "../helpers/dovecot.ts";
import { faults, onDovecot, type Rig } from "./rig.ts";

const now = new Date();

/** Clears the screen, names the window, hides what follows, writes from right to left, ends the line, and is long. */
const nasty = `\u001B[2J\u001B]0;owned\u0007\u001B[8m\u009B31m\u202Egnp.exe\u2066\r\nBcc: thief\r\nEND:VEVENT\r\n<img src=x onerror=alert(1)>${"A".repeat(10_000)}`;
const encoded = `=?utf-8?B?${Buffer.from(nasty).toString("base64")}?=`;
/** Any control character but line ends and tabs, and whatever turns the direction of writing. */
const dangerous = /[^\P{Cc}\n\r\t]|\p{Bidi_Control}/u;

const withSubject = (raw: string): string => raw.replace(/^Subject: .*$/mu, `Subject: ${encoded}`);

faults("names and subjects", () => {
  let rig: Rig<Dovecot>;
  beforeAll(async () => {
    rig = await onDovecot("embedded");
    const from = `${encoded} <IRCC.PRConfirmation-ConfirmationRP.IRCC@cic.gc.ca>`;
    const text = (raw: string): string => raw.replace("Hello,", `Hello \u001B[2J\u202E${"B".repeat(200)},`);
    rig.server.deliver("INBOX", withSubject(portal2({ at: now, from })), { mtime: now });
    rig.server.deliver("INBOX", withSubject(text(portal1({ at: now, from }))), { mtime: now });
    rig.server.deliver(
      "Junk",
      withSubject(portal2({ at: now, id: "false@x.example", from, results: forged })),
      {
        mtime: now,
      },
    );
    await rig.run();
    await rig.until(({ letters }) => letters.length === 3);
    await rig.smtp.waitFor(1);
  }, 60_000);
  afterAll(async () => await rig[Symbol.asyncDispose]());

  const ids = async (): Promise<readonly string[]> => (await rig.look()).letters.map(({ id }) => id);

  test("[57] cannot speak to the terminal that a command writes to", async () => {
    const asked = [
      ["check"],
      ["status"],
      ["doctor"],
      ["check", "--json"],
      ["status", "--json"],
      ...(await ids()).flatMap((id) => [
        ["explain", id],
        ["explain", id, "--json"],
      ]),
    ];
    for (const words of asked) {
      const { out, err } = await rig.landfall(...words).ended;
      expect([words, dangerous.exec(out + err)?.[0]]).toEqual([words, undefined]);
      if (!words.includes("--json")) expect(out).not.toContain("A".repeat(200));
    }
  });

  test("[57] break no header, no HTML and no calendar of a reminder", async () => {
    expect(rig.smtp.mails.length).toBeGreaterThan(0);
    for (const { raw } of rig.smtp.mails) {
      const { headers, subject = "", text = "", html, attachments } = await simpleParser(raw);
      expect(headers.has("bcc")).toBe(false);
      const shown = [subject, text, String(html), ...attachments.map(({ content }) => content.toString())];
      for (const part of shown) {
        expect(dangerous.exec(part)?.[0]).toBeUndefined();
        expect(part).not.toContain("A".repeat(200));
      }
      expect(html).not.toContain("<img");
      expect(raw.length).toBeLessThan(60_000);
    }
    const calendars = rig.smtp.mails.flatMap(({ raw }) => raw.match(/text\/calendar/gu) ?? []);
    expect(calendars.length).toBeGreaterThan(0);
  });

  test("[57] are text in an export", async () => {
    const folder = join(rig.dataDir, "export");
    expect((await rig.landfall("export", "--to", folder).ended).err).toBe("");
    for (const name of readdirSync(folder)) {
      const file = readFileSync(join(folder, name), "utf8");
      expect([name, dangerous.exec(file)?.[0]]).toEqual([name, undefined]);
      if (name.endsWith(".html")) expect(file).not.toContain("<img");
    }
  });
});
