/** What letters, and those that look like them, can hold: all through one mailbox, read by one daemon. */

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { bombs } from "../helpers/bombs.ts";
import { mutations } from "../helpers/mutations.ts";
import { authservId, ecopr, forged, portal1, portal2 } from "../helpers/letters.ts";
import { after, days } from "../helpers/world.ts";
import type { Dovecot } from "../helpers/dovecot.ts";
import { faults, onDovecot, type Rig, type Seen } from "./rig.ts";

const now = new Date();
const pass = `${authservId}; dkim=pass header.d=cic.gc.ca; dmarc=pass header.from=cic.gc.ca`;
const subject = (raw: string, text: string): string => raw.replace(/^Subject: .*$/mu, `Subject: ${text}`);
const evil = (from: string, domain: string): string => {
  const results = `${authservId}; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`;
  return portal2({ at: now, id: `${domain}-${from.length}@evil.example`, from, results });
};

/** One letter of each kind of trouble, by the name that its Message-ID begins with. */
const trouble: Readonly<Record<string, string | Buffer>> = {
  encoded: subject(
    portal2({ at: now, id: "encoded@cic.gc.ca" }),
    `=?utf-8?B?${Buffer.from("New credentials for PR Confirmation Portal").toString("base64")}?=`,
  ),
  bytes: Buffer.from(
    subject(
      portal2({ at: now, id: "bytes@cic.gc.ca" }),
      "New credentials for PR Confirmation Portal é\u0081",
    ).replaceAll("\n", "\r\n"),
    "latin1",
  ),
  bidi: portal2({
    at: now,
    id: "bidi@cic.gc.ca",
    from: "=?utf-8?Q?=E2=80=AEacnatsissa?= <IRCC.PRConfirmation-ConfirmationRP.IRCC@cic.gc.ca>",
  }),
  lookalike: evil("IRCC <ircc@cic.gc.ca.evil.example>", "cic.gc.ca.evil.example"),
  quoted: evil('"IRCC@cic.gc.ca" <a@evil.example>', "evil.example"),
  dashed: evil("IRCC <ircc@cic-gc.ca>", "cic-gc.ca"),
  twofroms: portal2({ at: now, id: "twofroms@cic.gc.ca", extraHeaders: "From: Other <a@evil.example>\n" }),
  forgedtop: portal2({
    at: now,
    id: "forgedtop@cic.gc.ca",
    results: forged,
    extraHeaders: `Authentication-Results: ${pass}\n`,
  }),
  unsigned: portal2({ at: now, id: "unsigned@cic.gc.ca", results: null }),
  unknown: subject(portal1({ at: now, id: "unknown@cic.gc.ca" }), "Something about your file").replace(
    /\n\n[^]*$/u,
    "\n\nDear client, we moved our desk to another floor.\n",
  ),
  future: portal2({ at: now, id: "future@cic.gc.ca" }).replace(
    /^Date: .*$/mu,
    "Date: Tue, 01 Jan 2097 00:00:00 -0000",
  ),
  undated: portal2({ at: now, id: "undated@cic.gc.ca" }).replace(/^Date: .*\n/mu, ""),
  stated: portal2({ at: now, id: "stated@cic.gc.ca" }).replace(
    "upload your photo",
    "upload your photo within 5 days of the date of this letter",
  ),
  nested: `From: IRCC <x@cic.gc.ca>\nSubject: PR Confirmation\nMessage-ID: <nested@cic.gc.ca>\nMIME-Version: 1.0\n${Array.from(
    { length: 500 },
    (_, depth) => `Content-Type: multipart/mixed; boundary="b${depth}"\n\n--b${depth}\n`,
  ).join("")}Content-Type: text/plain\n\ndeep\n`,
  parts: `From: IRCC <x@cic.gc.ca>\nSubject: PR Confirmation\nMessage-ID: <parts@cic.gc.ca>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n${"--b\n\nx\n".repeat(50_000)}--b--\n`,
};

faults("a letter that", () => {
  let rig: Rig<Dovecot>;
  let seen: Seen;
  beforeAll(async () => {
    rig = await onDovecot("embedded");
    rig.environment["VERIFY_DKIM"] = "off";
    for (const raw of Object.values(trouble)) rig.server.deliver("INBOX", raw, { mtime: now });
    await rig.run();
    rig.server.deliver("INBOX", portal2({ at: now, id: "behind@cic.gc.ca" }), { mtime: now });
    seen = await rig.until((all) =>
      all.letters.some(({ message }) => message.messageId === "behind@cic.gc.ca"),
    );
  }, 120_000);
  afterAll(async () => await rig[Symbol.asyncDispose]());

  const found = (name: string) => {
    const letter = seen.letters.find(({ message }) => message.messageId?.startsWith(name));
    return (
      letter && {
        ...letter.finding,
        moves: seen.events.some(({ source }) => source === `letter:${letter.id}`),
      }
    );
  };
  const mails = (): string => rig.smtp.mails.map(({ raw }) => raw).join("\n");

  test.each(["encoded", "bytes", "bidi"])("[29] is written in an odd way (%s) is recognised", (name) => {
    expect(found(name)).toMatchObject({ kind: "portal2", trust: "verified" });
    expect(mails()).not.toContain("\u202E");
  });

  test("[30] only looks like IRCC's moves no case", () => {
    for (const { message, finding, id } of seen.letters.filter((one) =>
      one.message.messageId?.includes("evil.example"),
    )) {
      expect([message.messageId, finding.trust]).not.toContain("verified");
      expect(seen.events.filter(({ source }) => source === `letter:${id}`)).toEqual([]);
    }
    expect(found("twofroms")?.trust).not.toBe("verified");
  });

  test("[31] brings its own Authentication-Results is judged by the provider's", () => {
    expect(found("forgedtop")).toMatchObject({ trust: "suspicious", moves: false });
  });

  test("[32] has no signature is kept, as unverified", () => {
    expect(found("unsigned")).toMatchObject({ kind: "portal2", trust: "unverified" });
  });

  test("[34] is made to be endless blocks no letter behind it, and costs no memory", () => {
    expect(found("nested")).toBeDefined();
    expect(found("parts")).toBeDefined();
    expect(found("behind")).toMatchObject({ kind: "portal2", trust: "verified" });
  });

  test.each(["future", "undated"])(
    "[35] has a Date that is no use (%s) came when the server says so",
    (name) => {
      expect(Math.abs((found(name)?.receivedAt?.getTime() ?? 0) - now.getTime())).toBeLessThan(2000);
    },
  );

  test("[36] states its own number of days is taken at its word", () => {
    expect(found("stated")).toMatchObject({ days: { photo: 5 } });
  });

  test("[37] comes from IRCC and fits nothing is shown as unknown", () => {
    expect(found("unknown")).toMatchObject({ kind: "other_ircc" });
  });
});

faults("of letters", () => {
  test("[33] one that a trusted person forwards is peeled, a stranger's is kept and not believed", async () => {
    await using rig = await onDovecot("embedded");
    rig.environment["TRUSTED_FORWARDERS"] = "lawyer@firm.example";
    const inner = portal2({ at: now }).split("\n\n").slice(1).join("\n\n");
    for (const from of ["lawyer@firm.example", "stranger@elsewhere.example"]) {
      const raw = `From: <${from}>
To: person@example.net
Subject: Fwd: New credentials for PR Confirmation Portal
Date: ${now.toUTCString()}
Message-ID: <forward-${from}>

---------- Forwarded message ---------
From: IRCC <IRCC.PRConfirmation-ConfirmationRP.IRCC@cic.gc.ca>
Date: ${now.toUTCString().replace("GMT", "+0000")}
Subject: New credentials for PR Confirmation Portal
To: <${from}>

${inner}`;
      rig.server.deliver("INBOX", raw, { mtime: now });
    }
    await rig.run();
    const seen = await rig.until((all) => all.letters.length === 2);
    const trusts = seen.letters.map(({ finding }) => [finding.forwardedBy, finding.kind, finding.trust]);
    expect(trusts).toContainEqual(["stranger@elsewhere.example", "portal2", "suspicious"]);
    expect(seen.events).toHaveLength(1);
  });

  test("[38] late, repeated and superseded ones move no case back, and the decision ends the reminders", async () => {
    await using rig = await onDovecot("embedded");
    rig.server.deliver("INBOX", ecopr({ at: now }), { mtime: now });
    await rig.run();
    const late = after(-days(3), now);
    rig.server.deliver("INBOX", portal2({ at: late }), { mtime: late });
    rig.server.deliver("Junk", portal2({ at: late }), { mtime: late });
    await rig.until(({ letters }) => letters.length === 2);
    const { cases } = await rig.json("status");
    expect(cases[0].stage).toBe("confirmed");
    const { reminders } = await rig.look();
    expect(reminders.filter(({ id, status }) => status === "planned" && id.includes("credentialed"))).toEqual(
      [],
    );
  });

  test("[39] our own reminder that comes back is none, and leads to no other", async () => {
    await using rig = await onDovecot("embedded");
    const daemon = await rig.run();
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    const [mail] = await rig.smtp.waitFor(1);
    rig.server.deliver("INBOX", mail?.raw ?? "");
    rig.server.deliver(
      "INBOX",
      `From: <mailer-daemon@example.net>\nTo: landfall@example.net\nAuto-Submitted: auto-replied\nSubject: Re: ${rig.subjects()[0]}\nMessage-ID: <auto@example.net>\n\nI am away.\n`,
    );
    rig.server.deliver("INBOX", portal1({ at: now }), { mtime: now });
    await daemon.says("letter judged", 2);
    const seen = await rig.until(({ letters }) => letters.some(({ finding }) => finding.kind === "portal1"));
    expect(seen.events).toHaveLength(2);
    expect(rig.smtp.mails.length).toBeLessThanOrEqual(2);
  });
});

/** The classifier's corpus: every composed letter broken in every way, and messages made to choke a reader. */
const corpus = (): readonly Buffer[] => {
  const files = globSync("fixtures/letters/*/*.eml", { cwd: root }).toSorted();
  const broken = Array.from({ length: mutations.length * 25 }, (_, number) =>
    mutations[number % mutations.length]!.apply(
      readFileSync(join(root, files[(number * 7) % files.length]!)),
      number,
    ),
  );
  return [...broken, ...bombs.map(({ source }) => source()).filter(({ length }) => length < 12_000_000)];
};

const root = join(import.meta.dirname, "../..");

faults("a corpus", () => {
  test("[54] of broken and hostile messages, delivered one after the other, ends no daemon and blocks no letter", async () => {
    await using rig = await onDovecot("embedded");
    const daemon = await rig.run({ MAILS_PER_DAY: "5" });
    for (const message of corpus()) rig.server.deliver("INBOX", message, { mtime: now });
    rig.server.deliver("INBOX", portal2({ at: now, id: "behind-all@cic.gc.ca" }), { mtime: now });
    const seen = await rig.until(({ letters }) =>
      letters.some(({ message }) => message.messageId === "behind-all@cic.gc.ca"),
    );
    expect(seen.letters.length).toBeGreaterThan(100);
    expect(seen.mailboxes).toMatchObject([{ state: "watching", problem: null }]);
    expect(daemon.child.exitCode).toBeNull();
    expect(daemon.memory().peak).toBeLessThan(600); // messages of 10,000 parts are among them
  }, 300_000);
});
