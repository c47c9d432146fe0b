/** The rig: Landfall as a process of its own, real servers, and a faulty network between them. */

import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe } from "@jest/globals";
import type { CaseEvent } from "../../src/domain/events.ts";
import type { Reminder } from "../../src/domain/plan.ts";
import type { JudgedLetter, MailboxHealth } from "../../src/flow/ports.ts";
import { ledgerExists } from "../../src/ledger/files.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { environmentOf, type Queue } from "../helpers/daemon.ts";
import { type Dovecot, type DovecotOptions, hasDovecot, startDovecot } from "../helpers/dovecot.ts";
import { hasRedis, type Redis, startRedis } from "../helpers/redis.ts";
import { type Script, type ScriptedImap, startScriptedImap } from "../helpers/scripted-imap.ts";
import { type SmtpPeer, startSmtp } from "../helpers/smtp.ts";
import { type Ended, type Landfall, startLandfall } from "./landfall.ts";
import { type Proxy, startProxy } from "./proxy.ts";

export type Rig<Imap> = AsyncDisposable & {
  /** Dovecot, or the scripted server. */
  readonly server: Imap;
  readonly smtp: SmtpPeer;
  readonly redis: Redis | null;
  /** The ways from Landfall to each of them. */
  readonly way: { readonly imap: Proxy; readonly smtp: Proxy; readonly redis: Proxy | null };
  readonly dataDir: string;
  readonly environment: Record<string, string>;
  /** Any command. */
  landfall(...words: readonly string[]): Landfall;
  /** `landfall run`, once the first look has ended; `program`: not this clone's, but another one's. */
  run(more?: Record<string, string>, program?: readonly string[]): Promise<Landfall>;
  /** The daemon with a clock that stands at `at` until it is turned, once the first look has ended. */
  runAt(at: Date, more?: Record<string, string>): Promise<Turned>;
  /** What a command prints with --json. */
  json(...words: readonly string[]): Promise<Json>;
  /** What the ledger says right now. */
  look(): Promise<Seen>;
  /** Looks whenever the daemon said something, until it is so. */
  until(fact: (seen: Seen) => boolean): Promise<Seen>;
  subjects(): readonly string[];
};

export type Turned = Landfall & {
  /** Turns the clock, and lets a few sweeps pass. */
  turnTo(at: Date): Promise<void>;
};

/** What scripts read; a test says what it expects of it. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;

export type Seen = {
  readonly letters: readonly JudgedLetter[];
  readonly events: readonly CaseEvent[];
  readonly reminders: readonly Reminder[];
  readonly mailboxes: readonly MailboxHealth[];
};

export const sent = ({ reminders }: Seen): boolean => reminders.some(({ status }) => status === "sent");
export const letters =
  (count: number) =>
  (seen: Seen): boolean =>
    seen.letters.length === count;

export const onDovecot = async (queue: Queue, options: DovecotOptions = {}): Promise<Rig<Dovecot>> =>
  await openRig(await startDovecot(options), queue);

export const onScript = async (script: Script, greeting?: string): Promise<Rig<ScriptedImap>> =>
  await openRig(await startScriptedImap(script, greeting), "embedded");

/** Where Dovecot is missing these are skipped, loudly; under CI they fail. */
export const faults = hasDovecot() && hasRedis() ? describe : describe.skip;

const openRig = async <Imap extends Dovecot | ScriptedImap>(
  server: Imap,
  queue: Queue,
): Promise<Rig<Imap>> => {
  await using opened = new AsyncDisposableStack();
  opened.defer(async () => server.stop());
  const smtp = await startSmtp();
  opened.defer(async () => smtp.close());
  const redis = queue === "Redis" ? await startRedis() : null;
  opened.defer(async () => redis?.stop());
  const way = {
    imap: await startProxy(server.port),
    smtp: await startProxy(smtp.port),
    redis: redis && (await startProxy(Number(new URL(redis.url).port))),
  };
  for (const proxy of [way.imap, way.smtp, way.redis]) opened.defer(async () => proxy?.close());
  const dataDir = await mkdtemp(join(tmpdir(), "landfall-fault-"));
  opened.defer(async () => rm(dataDir, { recursive: true, force: true }));
  const environment = environmentOf({
    dovecot: { ...pick(server), port: way.imap.port },
    smtp: { port: way.smtp.port },
    redis: way.redis && { url: `redis://127.0.0.1:${way.redis.port}` },
    dataDir,
  });
  const started: Landfall[] = [];
  opened.defer(async () => {
    await Promise.all(started.map(async (one) => one.kill()));
  });
  const landfall = (...words: readonly string[]): Landfall => {
    const one = startLandfall(words, environment);
    started.push(one);
    return one;
  };
  const json = async (...words: readonly string[]): Promise<Json> =>
    JSON.parse(printed(await landfall(...words, "--json").ended));
  const look = async (): Promise<Seen> => await seenIn(dataDir);
  const running = opened.move();
  return {
    server,
    smtp,
    redis,
    way,
    dataDir,
    environment,
    landfall,
    run: async (more = {}, program) => {
      const daemon = startLandfall(["run"], { ...environment, ...more }, program);
      started.push(daemon);
      await daemon.says("the first look at the mailbox has ended");
      return daemon;
    },
    runAt: async (at, more = {}) => {
      const clockAt = { CLOCK_AT: String(at.getTime()) };
      const daemon = startLandfall([], { ...environment, ...clockAt, ...more }, [
        "--disable-warning=ExperimentalWarning",
        join(import.meta.dirname, "lethal/child.ts"),
      ]);
      started.push(daemon);
      await daemon.says("the first look at the mailbox has ended");
      return { ...daemon, turnTo: async (to) => turn(daemon, to) };
    },
    json,
    look,
    until: async (fact) => {
      for (;;) {
        const seen = await look();
        if (fact(seen)) return seen;
        await spoken(started);
      }
    },
    subjects: () => smtp.mails.map(({ raw }) => /^Subject: (.*(?:\r?\n[ \t].*)*)/im.exec(raw)?.[1] ?? ""),
    [Symbol.asyncDispose]: async () => running.disposeAsync(),
  };
};

/** The clock of the child makes a sweep pass three times a second. */
const turn = async ({ child }: Landfall, to: Date): Promise<void> => {
  child.send({ clockAt: to.getTime() });
  await sleep(1000);
};

const pick = ({ user, password }: { user: string; password: string }) => ({ user, password });

const nothing: Seen = { letters: [], events: [], reminders: [], mailboxes: [] };

const seenIn = async (dataDir: string): Promise<Seen> => {
  if (!ledgerExists(dataDir)) return nothing;
  await using ledger = await openLedger(dataDir, { readOnly: true }).catch(() => null);
  if (ledger === null) return nothing; // just being made
  const cases = await ledger.cases();
  return {
    letters: await ledger.letters(),
    events: (await Promise.all(cases.map(async ({ id }) => await ledger.events(id)))).flat(),
    reminders: await ledger.reminders(),
    mailboxes: await ledger.health(),
  };
};

/** Resolves when one of them says something, or after a moment. */
const spoken = async (daemons: readonly Landfall[]): Promise<void> => {
  const impatience = new AbortController();
  const words = daemons.flatMap(({ child }) => (child.stderr === null ? [] : [child.stderr]));
  await Promise.race([
    ...words.map(async (stream) => await once(stream, "data", impatience)),
    sleep(200, undefined, impatience),
  ]);
  impatience.abort();
};

const printed = ({ code, out, err }: Ended): string => {
  if (out === "") throw new Error(`landfall printed nothing and ended with ${code}:\n${err}`);
  return out;
};
