/** `landfall import PATH…`: old mail in files, read into the timeline by the way that mail of a mailbox goes. */

import type { Config, LocalConfig } from "../config.ts";
import { sampleSize } from "../domain/learn-provider.ts";
import type { Message, Role } from "../domain/letter.ts";
import { correctionsOf } from "../domain/words.ts";
import { letGo, take, wanted, type IngestPorts } from "../flow/ingest.ts";
import { judgeLetter, judgeTrustAgain, nothingUnplanned } from "../flow/judge.ts";
import { learn, verified, wantsSample } from "../flow/receive.ts";
import type { Found } from "../flow/ports.ts";
import { storedMail, type Unreadable } from "../mailbox/archive.ts";
import { readStored } from "../mailbox/read-stored.ts";
import { silentLog, systemClock } from "../system.ts";
import type { Io } from "./io.ts";
import { importJson, importText } from "./import-report.ts";
import { lazyVerifier } from "./lazy-verifier.ts";
import { inLedger } from "./mailboxes.ts";
import { progressLine } from "./progress.ts";

export type ImportConfig = LocalConfig & Partial<Config>;

export type ImportOptions = {
  readonly paths: readonly string[];
  /** Whose mail it is, as the ledger names mailboxes. */
  readonly mailbox: string;
  /** All of it is mail that the person sent. */
  readonly sent: boolean;
  readonly json: boolean;
};

/** Where no mailbox is known yet, letters lie under this name until one is watched, which takes them over. */
export const noMailbox = "your application";

type Imported = {
  messages: number;
  /** Letters, replies and answers among them, known ones too. */
  wanted: number;
  readonly unreadable: Unreadable[];
};

/** Resolves with the exit code: 1 where something could not be read. */
export const importMail = async (config: ImportConfig, options: ImportOptions, io: Io): Promise<number> =>
  await inLedger(config, async ({ ledger, key }) => {
    const before = new Set((await ledger.letters()).map(({ id }) => id));
    const ports = portsOf(config, options.mailbox, { ledger, key });
    const imported = await readAll(ports, options, io);
    for (const id of letGo(ports)) await judgeLetter(ports, id);
    const letters = (await ledger.letters()).filter(({ id }) => !before.has(id));
    const corrections = correctionsOf(await ledger.words());
    const shown = letters.map((letter) => ({ ...letter, correction: corrections.get(letter.id) }));
    const print = options.json ? importJson : importText;
    io.stdout.write(`${print({ ...imported, letters: shown }, config.planning.timeZone)}\n`);
    for (const { path, problem } of imported.unreadable)
      io.stderr.write(`landfall import: could not read "${path}": ${problem}\n`);
    return imported.unreadable.length > 0 ? 1 : 0;
  });

const portsOf = (
  { planning, reading, notes, verifyDkim }: ImportConfig,
  mailboxName: string,
  { ledger, key }: Pick<IngestPorts, "ledger" | "key">,
): IngestPorts => {
  const began = systemClock.now();
  return {
    ledger,
    key,
    planning,
    reading,
    mailboxName,
    notes: { ...notes, mailbox: mailboxName, awakeSince: () => began },
    // What is planned here the daemon's sweep puts into the queue.
    queues: null,
    clock: systemClock,
    log: silentLog,
    verifier: verifyDkim ? lazyVerifier : null,
    unplanned: nothingUnplanned(),
    held: new Map(),
  };
};

/** Letters held in memory until they are stored, in one transaction. */
const batchSize = 50;

const readAll = async (ports: IngestPorts, { paths, sent }: ImportOptions, io: Io): Promise<Imported> => {
  const imported: Imported = { messages: 0, wanted: 0, unreadable: [] };
  const progress = progressLine(io);
  const taker = {
    wanted: async (message: Message, role: Role) => wanted(ports, message, role),
    verified: async (message: Message, source: Uint8Array) => verified(ports, message, source),
  };
  let batch: Found[] = [];
  const sample: Message[] = [];
  for (const path of paths) {
    for await (const stored of storedMail(path, (what) => imported.unreadable.push(what))) {
      imported.messages += 1;
      if (imported.messages % 100 === 0) progress.show(`reading ${stored.folder}: ${imported.messages}`);
      const asked = sent ? { ...stored, role: "sent" as const } : stored;
      const { headers, role, found } = await readStored(asked, imported.messages, taker);
      if (role === "inbox" || role === "all") remember(sample, headers);
      if (found === null) continue;
      imported.wanted += 1;
      batch.push(found);
      if (batch.length < batchSize) continue;
      await take(ports, batch, null);
      batch = [];
    }
  }
  await take(ports, batch, null);
  await learnFrom(ports, sample);
  progress.end();
  return imported;
};

/** What the mailbox itself taught is not unlearned from files, which may come from anywhere. */
const learnFrom = async (ports: IngestPorts, sample: readonly Message[]): Promise<void> => {
  const known = await ports.ledger.provider(ports.mailboxName);
  if ((known?.domain ?? null) !== null || !(await wantsSample(ports))) return;
  await judgeTrustAgain(ports, await learn(ports, sample));
};

/** The newest mail of an mbox stands at its end. */
const remember = (sample: Message[], headers: Message): void => {
  sample.push(headers);
  if (sample.length > sampleSize) sample.shift();
};
