/** The daemon: every part opened in order, joined to the flow, and closed in reverse. */

import type { Config } from "./config.ts";
import { composeReminder } from "./delivery/compose.ts";
import { searchTermsFor } from "./domain/candidate.ts";
import { stillAwake, type Awake } from "./domain/outage.ts";
import { settleAnswers } from "./flow/answer.ts";
import { release, take, wanted, type IngestPorts } from "./flow/ingest.ts";
import { answerToken, keyedHash } from "./flow/identity.ts";
import { judgeLetter } from "./flow/judge.ts";
import type { Clock, Ledger, Log, Sink, Verifier } from "./flow/ports.ts";
import { learn, verified, wantsSample } from "./flow/receive.ts";
import { remind, type RemindPorts } from "./flow/remind.ts";
import { readingOf } from "./flow/receive.ts";
import type { ReplanPorts } from "./flow/replan.ts";
import { sweep } from "./flow/sweep.ts";
import { keepSafe } from "./keep-safe.ts";
import { loadKey } from "./key.ts";
import { openLedger } from "./ledger/ledger.ts";
import { lockLedger } from "./ledger/lock.ts";
import { warmParser } from "./mailbox/read.ts";
import { Watch } from "./mailbox/watch.ts";
import { openQueues } from "./queue/queues.ts";
import { openVerifier } from "./signatures/verify.ts";
import { openWays } from "./ways.ts";

export type Daemon = {
  readonly ledger: Ledger;
  /** For the person's word, told in this very process. */
  readonly replanPorts: ReplanPorts;
  /** Stops looking, lets what runs come to its end, and lets go of everything. */
  stop(): Promise<void>;
};

/** `verifier` and `sweepEveryMs`: for tests; else the one that the settings ask for, and a minute. */
type Parts = {
  readonly clock: Clock;
  readonly log: Log;
  readonly verifier?: Verifier;
  readonly sweepEveryMs?: number;
};

const sweepEveryMs = 60_000;

/**
 * Starts watching. @throws Error in plain words where the ledger is in use by another daemon, or cannot be opened;
 * a mailbox or a Redis that does not answer is no reason not to start: both are tried again for ever.
 */
export const startDaemon = async (config: Config, parts: Parts): Promise<Daemon> => {
  await using opened = new AsyncDisposableStack();
  opened.use(lockLedger(config.dataDir));
  const ledger = opened.use(
    await openLedger(config.dataDir, { messageIdDomain: domainOf(config.remindFrom) }),
  );
  const key = await loadKey(config.key, config.dataDir);
  const queues = opened.use(await openQueues(config, parts.log));
  const { planning, reading } = config;
  const waking = wakingOf(parts.clock);
  const notes = { ...config.notes, mailbox: config.imap.user, awakeSince: waking.since };
  const ports = { ...parts, ledger, queues, planning, reading, notes, unplanned: new Set<string>() };
  const verifier = parts.verifier ?? (config.verifyDkim ? openVerifier() : null);
  const ingest: IngestPorts = { ...ports, key, verifier, mailboxName: config.imap.user, held: new Map() };
  const { outbox, inbox, notify } = opened.use(await openWays(config, { ...parts, ledger, key }));
  const compose = composer(config, key);
  const messageIdDomain = domainOf(config.remindFrom);
  const answered = oneAtATime(async () =>
    settleAnswers({ ...ports, outbox, inbox, compose, language: config.language, messageIdDomain }),
  );
  const watch = await watchOf(config, ingest, answered);
  const reminding: RemindPorts = {
    ...ports,
    language: config.language,
    outbox,
    inbox,
    notify,
    mailbox: watch,
    compose,
    inFlight: new Set(),
  };
  opened.use(queues.work({ judge: (id) => judgeLetter(ports, id), remind: (id) => remind(reminding, id) }));
  opened.use(sweeper(ingest, [waking.pass, answered], parts.sweepEveryMs));
  const { dataDir, retainDays } = config;
  opened.use(keepSafe({ ...parts, dataDir, retainDays, ledger, key, timeZone: planning.timeZone }));
  watch.start();
  opened.defer(() => watch.stop());
  const running = opened.move();
  return { ledger, replanPorts: ports, stop: () => running.disposeAsync() };
};

const watchOf = async (
  config: Config,
  ingest: IngestPorts,
  answered: () => Promise<void>,
): Promise<Watch> => {
  const { imap, lookbackDays, pollMinutes } = config;
  const { host, port, user, password } = imap;
  // Who was trusted by a command since the last start is looked back for, too.
  const terms = searchTermsFor(await readingOf(ingest, ingest.mailboxName));
  const signIn = keyedHash([host, port, user, password], ingest.key);
  const lookFor = keyedHash([terms, lookbackDays], ingest.key);
  const sink = sinkOf(ingest, { signIn, lookFor }, answered);
  const { clock, log } = ingest;
  return new Watch({ clock, log, options: { ...imap, lookbackDays, pollMinutes }, terms, sink });
};

const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

/** Keyed hashes of what is signed in with, and of what is searched for. */
type Marks = { readonly signIn: string; readonly lookFor: string };

const sinkOf = (ports: IngestPorts, { signIn, lookFor }: Marks, answered: () => Promise<void>): Sink => {
  let lookedFor: string | null = null;
  const sayOnce = once(() => {
    ports.log.info({}, "the first look at the mailbox has ended; waiting for letters");
    // Loaded now, while there is time, and not when the first letter comes.
    warmParser().catch(() => undefined);
  });
  return {
    wanted: (message, role) => wanted(ports, message, role),
    verified: (message, source) => verified(ports, message, source),
    wantsSample: () => wantsSample(ports),
    learn: (sample) => learn(ports, sample),
    take: (found, cursor) => take(ports, found, cursor),
    looked: async () => {
      await release(ports);
      await answered().catch((error: unknown) => {
        ports.log.error({ error }, "answer: it could not be noted; the next pass tries again");
      });
      lookedFor = lookFor;
      sayOnce();
    },
    // Another forwarder, or more days: what was passed over before may be a letter now.
    cursors: async () => (lookedFor === lookFor ? await ports.ledger.cursors(ports.mailboxName) : []),
    health: async () => {
      const known = (await ports.ledger.health()).find(({ user }) => user === ports.mailboxName);
      lookedFor = known?.lookedFor ?? null;
      // What was refused was another password: the count starts again.
      return known === undefined || known.signIn === signIn
        ? known
        : { ...known, refusals: 0, refusedAt: null };
    },
    report: (health) =>
      ports.ledger.setHealth({ ...health, signIn, lookedFor, watchedSince: ports.clock.now() }),
  };
};

const once = (action: () => void): (() => void) => {
  let waiting = true;
  return () => {
    if (waiting) action();
    waiting = false;
  };
};

/** Answers go to the watched mailbox; where none of its addresses is known, reminders name a command instead. */
const composer =
  ({ remindFrom, remindTo, answersTo }: Config, key: Uint8Array): RemindPorts["compose"] =>
  (words, envelope) =>
    composeReminder(words, {
      ...envelope,
      from: remindFrom,
      to: remindTo,
      answers: answersTo === null ? null : { address: answersTo, token: answerToken(envelope.id, key) },
    });

/** Asked again while it runs, it runs once more afterwards. */
const oneAtATime = (work: () => Promise<void>): (() => Promise<void>) => {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    last = last.catch(() => undefined).then(work);
    await last;
  };
};

/** Since when this process runs without a sleep of the machine; told with each pass of the sweep. */
const wakingOf = (clock: Clock) => {
  let awake: Awake = { since: clock.now(), seenAt: clock.now() };
  return {
    since: (): Date => awake.since,
    pass: async (): Promise<void> => void (awake = stillAwake(awake, clock.now())),
  };
};

/** A plain timer: nothing that heals the queue may live in the queue. */
const sweeper = (
  ports: IngestPorts,
  beside: readonly (() => Promise<void>)[],
  everyMs = sweepEveryMs,
): Disposable => {
  const pass = (): void => {
    Promise.all([...beside.map(async (work) => work()), sweep(ports, ports.held)]).catch((error: unknown) => {
      ports.log.error({ error }, "sweep: it failed; the next one comes in a minute");
    });
  };
  pass();
  const timer = setInterval(pass, everyMs);
  return { [Symbol.dispose]: () => clearInterval(timer) };
};
