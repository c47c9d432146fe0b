import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { importMail, type ImportConfig } from "../../src/commands/import.ts";
import { take, type IngestPorts } from "../../src/flow/ingest.ts";
import { nothingUnplanned } from "../../src/flow/judge.ts";
import { loadKey } from "../../src/key.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { parseMessage } from "../../src/mailbox/parse.ts";
import { silentLog, systemClock } from "../../src/system.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { answer, newsletter, portal1, portal2 } from "../helpers/letters.ts";
import { toronto } from "../helpers/world.ts";

const day = 86_400_000;
const ago = (days: number): Date => new Date(Math.floor(Date.now() / 1000) * 1000 - days * day);

let folder: ReturnType<typeof temporaryFolder>;
let config: ImportConfig;
beforeEach(() => {
  folder = temporaryFolder();
  config = {
    dataDir: join(folder.path, "data"),
    planning: toronto,
    notes: { waiting: [], weekly: null, pollMs: 300_000, mailsPerDay: 20 },
    reading: {
      ownAddresses: ["person@example.net"],
      trustedForwarders: [],
      authservId: "mx.example.net",
      timeZone: "America/Toronto",
    },
    verifyDkim: false,
    key: null,
    inherited: {},
  } as Partial<ImportConfig> as ImportConfig;
});
afterEach(() => folder[Symbol.dispose]());

const put = async (name: string, content: string): Promise<string> => {
  const path = join(folder.path, name);
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, content);
  return path;
};

const mbox = (...messages: readonly string[]): string =>
  messages
    .map(
      (message) =>
        `From a@b.example Thu Nov 26 10:00:00 2026\n${message.replaceAll(/^(>*From )/gm, ">$1")}\n`,
    )
    .join("\n");

const run = async (...paths: readonly string[]) => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const options = { paths, mailbox: "person@example.net", sent: false, json: true };
  const code = await importMail(config, options, { stdin: Readable.from([]), stdout, stderr });
  for (const stream of [stdout, stderr]) stream.end();
  const told = JSON.parse(await text(stdout)) as {
    readonly messages: number;
    readonly letters: readonly { readonly id: string; readonly kind: string; readonly folder: string }[];
  };
  return { code, ...told, kinds: told.letters.map(({ kind }) => kind), err: await text(stderr) };
};

const inLedger = async <T>(
  look: (ledger: Awaited<ReturnType<typeof openLedger>>) => Promise<T>,
): Promise<T> => {
  await using ledger = await openLedger(config.dataDir);
  return await look(ledger);
};

test("an mbox, a Maildir and a folder of .eml files are read into one timeline", async () => {
  const paths = [
    await put("old.mbox", mbox(newsletter(1), portal1({ at: ago(40) }), newsletter(2))),
    await put("Maildir/cur/1700000000.M1.host:2,S", portal2({ at: ago(2) })).then(() =>
      join(folder.path, "Maildir"),
    ),
    await put("saved/Sent/answer.eml", answer(ago(39))).then(() => join(folder.path, "saved")),
  ];
  const { code, messages, kinds } = await run(...paths);
  expect({ code, messages, kinds: kinds.toSorted() }).toEqual({
    code: 0,
    messages: 5,
    kinds: ["own_reply", "portal1", "portal2"],
  });
  const milestones = await inLedger(async (ledger) =>
    (await ledger.events("case-1")).map(({ milestone }) => milestone),
  );
  expect(milestones.toSorted()).toEqual(["answered", "credentialed", "invited"]);
});

test("mail that the person sent counts as their answer where a folder, or --sent, says so", async () => {
  await put("Maildir/cur/1700000000.M1.host:2,S", portal1({ at: ago(40) }));
  await put("Maildir/.Sent/cur/1700000001.M2.host:2,S", answer(ago(39)));
  const { kinds } = await run(join(folder.path, "Maildir"));
  expect(kinds.toSorted()).toEqual(["own_reply", "portal1"]);
});

test("Google's export tells in a field what was sent, and what is a draft", async () => {
  const takeout = mbox(
    `X-Gmail-Labels: Inbox,Important\n${portal1({ at: ago(40) })}`,
    `X-Gmail-Labels: Drafts\n${answer(ago(39.5))}`,
    `X-Gmail-Labels: Sent,Archived\n${answer(ago(39))}`,
  );
  const { kinds } = await run(await put("All mail.mbox", takeout));
  expect(kinds.toSorted()).toEqual(["own_reply", "portal1"]);
});

test("read twice, nothing is added", async () => {
  const path = await put("old.mbox", mbox(portal1({ at: ago(40) }), portal2({ at: ago(2) })));
  expect((await run(path)).letters).toHaveLength(2);
  expect((await run(path)).letters).toEqual([]);
});

test("the same letter in the mailbox is no second one, quoted lines and line ends included", async () => {
  const letter = `${portal2({ at: ago(2) })}\nFrom here on you have seven days.\n>From there as well.\n`;
  await run(await put("old.mbox", mbox(letter)));
  await inLedger(async (ledger) => {
    const ports = portsFor(ledger, await loadKey(null, config.dataDir));
    const message = await parseMessage(Buffer.from(letter.replaceAll("\n", "\r\n")), ago(2));
    const place = { folder: "INBOX", role: "inbox", uid: 7, uidValidity: "1" } as const;
    await take(ports, [{ message, place, bodyFetched: true }], null);
    expect(ports.held.size).toBe(0);
    expect(await ledger.letters()).toHaveLength(1);
  });
});

const portsFor = (ledger: IngestPorts["ledger"], key: Uint8Array): IngestPorts => ({
  ledger,
  key,
  planning: config.planning,
  reading: config.reading,
  mailboxName: "person@example.net",
  notes: { ...config.notes, mailbox: "person@example.net", awakeSince: () => ago(0) },
  queues: null,
  clock: systemClock,
  log: silentLog,
  verifier: null,
  unplanned: nothingUnplanned(),
  held: new Map(),
});

test("letters of these days are reminded of, those of years ago are not", async () => {
  await run(await put("old.mbox", mbox(portal2({ at: ago(900), id: "long-ago@cic.gc.ca" }))));
  expect(await inLedger(async (ledger) => ledger.reminders())).toEqual([]);
  await run(await put("new.mbox", mbox(portal2({ at: ago(2) }))));
  const planned = await inLedger(async (ledger) => ledger.reminders());
  expect(planned.map(({ status }) => status)).toContain("planned");
});

test("neither password nor number is kept", async () => {
  await run(await put("old.mbox", mbox(portal1({ at: ago(40) }), portal2({ at: ago(2) }))));
  const stored = await inLedger(async (ledger) => JSON.stringify(await ledger.letters()));
  expect(stored).not.toMatch(/FAKE-Secret-99!|1234-5678|E001234567/);
});

test("a message that is garbage, and a path that is not there, keep nobody from being read", async () => {
  const garbage =
    "Subject: PR Confirmation Portal\nContent-Type: multipart/mixed; boundary=\u0000\n\n\u0000\u00FF--";
  const path = await put("old.mbox", mbox(garbage, portal2({ at: ago(2) })));
  const { code, kinds, err } = await run(join(folder.path, "nowhere"), path);
  expect(kinds).toContain("portal2");
  expect(code).toBe(1);
  expect(err).toContain(`could not read "${join(folder.path, "nowhere")}"`);
});
