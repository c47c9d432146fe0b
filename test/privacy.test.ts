import { afterEach, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openSite, type Site } from "./helpers/daemon.ts";
import { startEmbedded } from "../src/queue/embedded.ts";
import { hasDovecot } from "./helpers/dovecot.ts";
import { authservId } from "./helpers/letters.ts";
import { ask, hasRedis } from "./helpers/redis.ts";

const now = new Date();
const secrets = {
  passwords: ["FAKE-Pass-4711x", "FAUX.Passe!0815", "Zz9-FAKE-html"],
  numbers: ["1122-3344", "11-2233-4455", "11223344", "E007654321", "W301234567"],
  tokens: ["token=FAKETOKEN123"],
};
/** Planted in letters and in mail that is none. What is in a letter may stand in the ledger, redacted. */
const sentences = {
  inLetters: ["The purple hedgehog reads this letter twice", "Le hérisson violet relit la lettre"],
  elsewhere: ["My aunt keeps her savings in the blue teapot", "Ma tante cache ses économies"],
};

const pass = `${authservId}; dkim=pass header.d=cic.gc.ca; dmarc=pass header.from=cic.gc.ca`;

const mail = (
  { from, subject, type = "text/plain" }: { from: string; subject: string; type?: string },
  body: string,
): string =>
  [
    `Received: from mail.example by ${authservId}; ${now.toUTCString().replace("GMT", "+0000")}`,
    `Authentication-Results: ${from.includes("cic.gc.ca") ? pass : `${authservId}; dmarc=pass header.from=friend.example`}`,
    `From: ${from}`,
    "To: person@example.net",
    `Subject: ${subject}`,
    `Message-ID: <${subject.length}.${body.length}@planted.example>`,
    "MIME-Version: 1.0",
    `Content-Type: ${type}; charset=utf-8`,
    "",
    body,
    "",
  ].join("\n");

const ircc = "IRCC <IRCC.PRConfirmation-ConfirmationRP.IRCC@cic.gc.ca>";
const invitation = mail(
  { from: ircc, subject: "IRCC - Permanent Residence Portal (PR Confirmation) E007654321" },
  `Hello, about application number E007654321, UCI 1122-3344.\n${sentences.inLetters[0]}.\nPlease reply to this email with:\n- full name\n- UCI (11-2233-4455)\n- eye colour\n- height\n- date of first entry\nYour work permit is W301234567, client ID 11223344.`,
);
const credentials = mail(
  { from: ircc, subject: "New credentials for PR Confirmation Portal" },
  `An account was created for you.\nUser name: person@example.net\nTemporary password: FAKE-Pass-4711x\nhttps://prson-srpel.apps.cic.gc.ca/en/login?token=FAKETOKEN123\n${sentences.inLetters[1]}.\nMot de passe temporaire : FAUX.Passe!0815\nSign in and change the temporary password, declare that you are in Canada, confirm your address, upload a photo.`,
);
const inHtml = mail(
  { from: ircc, subject: "New credentials for PR Confirmation Portal", type: "text/html" },
  "<p>An account was created for you.</p><table><tr><td>User name</td><td>person@example.net</td></tr><tr><td><b>Temporary password</b></td><td>Zz9-FAKE-html</td></tr></table><p>Sign in and change the temporary password, then upload a photo.</p>",
);
const gossip = mail(
  { from: "Friend <friend@friend.example>", subject: "about the PR portal" },
  `${sentences.elsewhere[0]}.\n${sentences.elsewhere[1]}.\nMy temporary password: FAKE-Pass-4711x`,
);

let site: Site | undefined;
afterEach(async () => site?.close());

const everyFileOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString("latin1"))
    .join("\n");

/** Keys and values of whatever type. */
const everythingIn = async (url: string): Promise<string> =>
  await ask(url, async (client) => {
    const all: unknown[] = [];
    for (const key of await client.keys("*")) {
      const type = await client.type(key);
      const value: unknown =
        type === "hash"
          ? await client.hgetall(key)
          : type === "list"
            ? await client.lrange(key, 0, -1)
            : type === "zset"
              ? await client.zrange(key, 0, "-1", "WITHSCORES")
              : type === "stream"
                ? await client.xrange(key, "-", "+")
                : type === "set"
                  ? await client.smembers(key)
                  : await client.get(key);
      all.push(key, value);
    }
    return JSON.stringify(all);
  });

/** Quoted-printable and its soft line breaks undone, for a search. */
const readable = (raw: string): string =>
  raw
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number(`0x${hex}`)));

const found = (where: string, what: readonly string[]): readonly string[] =>
  what.filter((each) => where.includes(each) || where.includes(Buffer.from(each).toString("latin1")));

const privately = hasDovecot() && hasRedis() ? test : test.skip;

privately.each(["Redis", "embedded"] as const)(
  "%s: no secret stands in ledger, log, queue or reminder, and no sentence of a letter in log or queue",
  async (kind) => {
    site = await openSite(kind);
    // The embedded queue's password is known to nobody: here it is started beside the daemon, so that it can be searched.
    await using embedded = kind === "embedded" ? await startEmbedded() : null;
    if (embedded !== null) site.environment["REDIS_URL"] = embedded.url;
    const daemon = await site.start();
    await daemon.log.said("first look");
    // In this order, so that the last letter judged tells that the rest was seen.
    for (const letter of [gossip, invitation, credentials, inHtml]) {
      site.dovecot.deliver("INBOX", letter, { mtime: now });
      if (letter !== gossip)
        await daemon.log.said("letter judged", [invitation, credentials, inHtml].indexOf(letter) + 1);
    }
    await site.smtp.waitFor(2);
    const ledger = everyFileOf(site.dataDir);
    const log = daemon.log.lines.join("\n");
    const queue = await everythingIn(embedded?.url ?? site.redis!.url);
    const reminders = site.smtp.mails.map(({ raw }) => readable(raw)).join("\n");
    const planted = Object.values(secrets).flat();
    expect(ledger).toContain("purple hedgehog"); // letters are kept, else nothing is proved
    expect(queue).toContain("letters");
    expect({
      ledger: found(ledger, [...planted, ...sentences.elsewhere]),
      log: found(log, [...planted, ...Object.values(sentences).flat()]),
      queue: found(queue, [...planted, ...Object.values(sentences).flat(), "person@example.net"]),
      reminders: found(reminders, [...planted, ...sentences.elsewhere]),
    }).toEqual({ ledger: [], log: [], queue: [], reminders: [] });
    if (embedded !== null) await daemon.stop(); // before what it works with
  },
  60_000,
);
