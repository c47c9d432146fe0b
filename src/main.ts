/** The daemon: every part opened in order, joined to the flow, and closed in reverse. */

import { existsSync } from "node:fs";
import { domainOf } from "./desk.ts";
import { Desks, type RunConfig } from "./desks.ts";
import { stillAwake, type Awake } from "./domain/outage.ts";
import type { Clock, Ledger, Log, Verifier } from "./flow/ports.ts";
import type { QueueState, Trace } from "./flow/pulse.ts";
import type { ReplanPorts } from "./flow/replan.ts";
import type { Heart } from "./heart.ts";
import { keepSafe } from "./keep-safe.ts";
import { keyPath, loadKey } from "./key.ts";
import { ledgerExists } from "./ledger/files.ts";
import { openLedger } from "./ledger/ledger.ts";
import { lockLedger } from "./ledger/lock.ts";
import { openQueues } from "./queue/queues.ts";
import { openVerifier } from "./signatures/verify.ts";

export type Daemon = {
  readonly ledger: Ledger;
  /** For the person's word, told in this very process. */
  readonly replanPorts: ReplanPorts;
  queue(): Promise<QueueState>;
  /** Stops looking, lets what runs come to its end, and lets go of everything. */
  stop(): Promise<void>;
};

/** `verifier` and `sweepEveryMs`: for tests; else the one that the settings ask for, and a minute. */
type Parts = {
  readonly clock: Clock;
  readonly log: Log;
  readonly verifier?: Verifier;
  readonly heart?: Heart;
  readonly trace?: Trace;
  /** Called when all that the first look found is read, and the code for what comes next is loaded. */
  readonly lookedFirst?: () => void;
  readonly sweepEveryMs?: number;
};

const sweepEveryMs = 60_000;

/**
 * Starts watching. @throws Error in plain words where the ledger is in use by another daemon, or cannot be opened;
 * a mailbox or a Redis that does not answer is no reason not to start: both are tried again for ever.
 */
export const startDaemon = async (config: RunConfig, parts: Parts): Promise<Daemon> => {
  const { clock, log, heart, trace } = parts;
  await using opened = new AsyncDisposableStack();
  opened.use(lockLedger(config.dataDir));
  const messageIdDomain = domainOf(config.remindFrom ?? "landfall.invalid");
  const madeNow = whatKeyIsMade(config);
  const ledger = opened.use(await openLedger(config.dataDir, { messageIdDomain }));
  const key = await loadKey(config.key, config.dataDir);
  if (madeNow !== null) log.warn({ file: keyPath(config.dataDir) }, madeNow);
  const queues = opened.use(await openQueues(config, log));
  const verifier = parts.verifier ?? (config.verifyDkim ? openVerifier() : null);
  const waking = wakingOf(clock);
  const lookedFirst = parts.lookedFirst ?? nothing;
  let sweepNow = nothing;
  const queueFails = (): void => sweepNow();
  const beside = { heart, trace, lookedFirst, queueFails, awakeSince: waking.since };
  const shared = { ledger, queues, key, clock, log, verifier, ...beside };
  const desks = new Desks(config, shared);
  opened.defer(() => desks.close());
  await desks.sync();
  opened.use(queues.work({ judge: (id) => desks.judge(id), remind: (id) => desks.remind(id) }));
  const sweeping = opened.use(sweeper([waking.pass, () => desks.pass()], log, parts.sweepEveryMs));
  sweepNow = sweeping.now;
  const { dataDir, retainDays, planning } = config;
  opened.use(keepSafe({ clock, log, dataDir, retainDays, ledger, key, timeZone: planning.timeZone }));
  opened.defer(() => desks.stop());
  const running = opened.move();
  const stop = async (): Promise<void> => running.disposeAsync();
  return { ledger, replanPorts: desks.replanPorts, queue: () => queues.state(), stop };
};

const nothing = (): void => undefined;

const keepIt =
  "keep a copy of it, apart from the backups, or set LANDFALL_KEY; without it no backup, hash or kept password can be read";

/** What is to be known of a key that is about to be made; null where there is one. */
const whatKeyIsMade = ({ key, dataDir }: Pick<RunConfig, "key" | "dataDir">): string | null => {
  if (key !== null || existsSync(keyPath(dataDir))) return null;
  return ledgerExists(dataDir)
    ? `the key of this ledger is gone, and another one was made: letters that were forgotten are not known again, kept passwords cannot be opened; put the old one back, or ${keepIt}`
    : `a key was made for this ledger: ${keepIt}`;
};

/** Since when this process runs without a sleep of the machine. After one, whoever asks may come before the next pass. */
const wakingOf = (clock: Clock) => {
  let awake: Awake = { since: clock.now(), seenAt: clock.now() };
  const since = (): Date => (awake = stillAwake(awake, clock.now())).since;
  return { since, pass: async (): Promise<void> => void since() };
};

/** What takes longer hangs: then the next pass is not held up by it. */
const longestPassMs = 10 * 60_000;

/** A plain timer: nothing that heals the queue may live in the queue. A pass of ten thousand cases may last beyond the next. */
const sweeper = (works: readonly (() => Promise<void>)[], log: Log, everyMs = sweepEveryMs) => {
  let busySince: number | null = null;
  let ended = false;
  let onceMore = false;
  const pass = async (): Promise<void> => {
    const began = performance.now();
    if (busySince !== null && began - busySince < longestPassMs) return;
    busySince = began;
    try {
      await Promise.all(works.map(async (work) => work()));
    } catch (error) {
      // What it worked with is closed by then.
      if (!ended) log.error({ error }, "sweep: it failed; the next one comes in a minute");
    }
    if (busySince === began) busySince = null;
    if (!onceMore || ended) return;
    onceMore = false;
    await pass();
  };
  void pass();
  const timer = setInterval(() => void pass(), everyMs);
  return {
    /** Without waiting for the minute; once more after the one that runs. */
    now: (): void => {
      onceMore = busySince !== null;
      if (!onceMore) void pass();
    },
    [Symbol.dispose]: () => {
      ended = true;
      clearInterval(timer);
    },
  };
};
