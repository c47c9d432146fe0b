/** The desk of one mailbox: its settings, its servers and its watcher, joined to the ledger and the queue that all share. */

import { tokensOf, withTokens } from "./access.ts";
import type { Config } from "./config.ts";
import { composeReminder } from "./delivery/compose.ts";
import { settleAnswers, type AnswerPorts } from "./flow/settle-answers.ts";
import { answerToken, keyedHash } from "./flow/identity.ts";
import { type IngestPorts, releaseLate } from "./flow/ingest.ts";
import { nothingUnplanned } from "./flow/judge.ts";
import type { Clock, Ledger, Log, Queues, Verifier } from "./flow/ports.ts";
import type { Pulse, Trace } from "./flow/pulse.ts";
import { nothingUnderWay, type RemindPorts } from "./flow/remind.ts";
import { Turns } from "./flow/turns.ts";
import type { ReplanPorts } from "./flow/replan.ts";
import type { Heart } from "./heart.ts";
import type { OpenLedger } from "./ledger/ledger.ts";
import { Watch } from "./mailbox/watch.ts";
import type { Tokens } from "./oauth/tokens.ts";
import { type AfterLooks, seekerOf, sinkOf } from "./sink.ts";
import { openWays } from "./ways.ts";

/** What all mailboxes have in common. */
export type Shared = {
  /** All of it. */
  readonly ledger: OpenLedger;
  readonly queues: Queues;
  readonly key: Uint8Array;
  readonly clock: Clock;
  readonly log: Log;
  /** Null where signatures are not verified here. */
  readonly verifier: Verifier | null;
  /** Called when a mailbox was looked at for the first time, and the code for what comes next is loaded. */
  readonly lookedFirst: () => void;
  /** Since when this process has been running without a sleep of the machine. */
  readonly awakeSince: () => Date;
  /** Called where a letter could not be put into the queue. */
  readonly queueFails: () => void;
  /** Where somebody looks after the process. */
  readonly heart: Heart | undefined;
  /** Told what is said to the servers, where somebody wants to know. */
  readonly trace: Trace | undefined;
};

/** `own`: the ledger as this mailbox is to see it; `tag`: see `notes.tag`; `planningOf` only where there are several. */
export type Place = Shared & Pick<ReplanPorts, "planningOf"> & { readonly own: Ledger; readonly tag: string };

/** The watcher is to be started and stopped by whoever opened the desk. */
export type Desk = AsyncDisposable & {
  readonly ingest: IngestPorts;
  readonly reminding: RemindPorts;
  readonly watch: Watch;
  /** To be done with each pass of the sweep. */
  readonly passes: readonly (() => Promise<void>)[];
};

/** Told where nothing else may get through: not even whose mailbox it is. */
const signInTitle = "Landfall can no longer sign in to your mailbox. On its machine: landfall sign-in";

export const openDesk = async (
  settings: Config,
  { own, tag, planningOf, ...shared }: Place,
): Promise<Desk> => {
  const tokens = await tokensOf(settings, {
    ...shared,
    secrets: shared.ledger,
    ended: () => notify?.({ title: signInTitle, left: null }),
    mended: () => {
      ways.forgive();
      watch.tryNow();
    },
  });
  const config = traced(withTokens(settings, tokens), shared.trace);
  const ways = await openWays(config, { ...shared, ledger: own });
  const ports = { ...shared, ledger: own, ...(planningOf && { planningOf }) };
  const ingest = ingestOf(config, ports, { tag, mustSignIn: tokens?.trouble });
  const { outbox, inbox, notify } = ways;
  const sending = { outbox, inbox, notify, language: config.language, compose: composer(config, shared.key) };
  const answered = answering({ ...ingest, ...sending, messageIdDomain: domainOf(config.remindFrom) });
  const pulse = shared.heart?.pulse();
  const { lookedFirst } = shared;
  const mustSignIn = tokens?.trouble;
  const watch = await watchOf(config, ingest, { answered, lookedFirst, mustSignIn, pulse });
  return {
    ingest,
    reminding: {
      ...ingest,
      ...sending,
      mailbox: watch,
      ...nothingUnderWay(),
    },
    watch,
    passes: [answered, async () => releaseLate(ingest), ...(tokens === null ? [] : [tokens.keepFresh])],
    [Symbol.asyncDispose]: async () => {
      pulse?.end();
      await ways[Symbol.asyncDispose]();
    },
  };
};

/** Asked again while it runs, it runs once more afterwards. */
const answering = (ports: AnswerPorts): (() => Promise<void>) => {
  const turns = new Turns();
  return async () => turns.take(async () => settleAnswers(ports));
};

const traced = (config: Config, trace: Trace | undefined): Config =>
  trace === undefined
    ? config
    : { ...config, imap: { ...config.imap, trace }, smtp: config.smtp && { ...config.smtp, trace } };

type Ports = Omit<Shared, "ledger"> & Pick<ReplanPorts, "ledger" | "planningOf">;
type Noting = { readonly tag: string; readonly mustSignIn: Tokens["trouble"] | undefined };

const ingestOf = (
  { imap, planning, reading, notes }: Config,
  { awakeSince, ...ports }: Ports,
  { tag, mustSignIn }: Noting,
): IngestPorts => ({
  ...ports,
  planning,
  reading,
  notes: { ...notes, mailbox: imap.user, tag, awakeSince, ...(mustSignIn && { mustSignIn }) },
  unplanned: nothingUnplanned(),
  mailboxName: imap.user,
  held: new Map(),
});

type Beside = AfterLooks & {
  readonly mustSignIn: Tokens["trouble"] | undefined;
  readonly pulse: Pulse | undefined;
};

const watchOf = async (
  config: Config,
  ingest: IngestPorts,
  { mustSignIn, pulse, ...after }: Beside,
): Promise<Watch> => {
  const { imap, lookbackDays, pollMinutes } = config;
  const { host, port, user, password, oauth } = imap;
  const signIn = keyedHash([host, port, user, password ?? oauth], ingest.key);
  const { terms, mark } = seekerOf(ingest, lookbackDays);
  const sink = sinkOf(ingest, { signIn, lookFor: mark }, after);
  const { clock, log } = ingest;
  const options = { ...imap, lookbackDays, pollMinutes };
  const trouble = (): string | null => mustSignIn?.()?.problem ?? null;
  return new Watch({ clock, log, options, terms, sink, trouble, ...(pulse && { pulse }) });
};

export const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

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
