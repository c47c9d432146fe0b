/** One look back over the mailbox, in memory. What judges it is loaded while the server searches. */

import type { MailboxConfig } from "../config.ts";
import { searchTermsFor } from "../domain/search-terms.ts";
import type { ReadingContext } from "../domain/finding.ts";
import type { Found, Taker } from "../flow/ports.ts";
import type { ReceivePorts } from "../flow/receive.ts";
import { lookBack } from "../mailbox/look-back.ts";
import { lazyVerifier } from "./lazy-verifier.ts";
import type { Conclusion } from "./conclude.ts";

export type Scan = Conclusion & { readonly folders: readonly string[] };

/** Looks back over the whole mailbox; `meanwhile` loads what the caller needs afterwards. */
export const scan = async (
  config: MailboxConfig,
  now: Date,
  progress: (message: string) => void,
  meanwhile: () => Promise<unknown>,
): Promise<Scan> => {
  const { imap, lookbackDays, pollMinutes } = config;
  const { taker, found, reading } = collect(config, now);
  const folders = await lookBack({
    options: { ...imap, lookbackDays, pollMinutes },
    terms: searchTermsFor(config.reading),
    taker,
    now,
    signal: new AbortController().signal,
    progress,
    meanwhile: async () => {
      await Promise.all([import("./conclude.ts"), candidate(), receive(), meanwhile()]);
      const { rehearse } = await import("../domain/rehearsal.ts");
      rehearse();
    },
  });
  const { conclude } = await import("./conclude.ts");
  return { folders, ...(await conclude(found, { ...config, reading: await reading() }, now)) };
};

type Collected = {
  readonly taker: Taker;
  readonly found: readonly Found[];
  /** What letters are read with, once the mailbox has taught who its provider is. */
  readonly reading: () => Promise<ReadingContext>;
};

const collect = (config: MailboxConfig, now: Date): Collected => {
  const { reading } = config;
  const found: Found[] = [];
  const seen = new Set<string>();
  const ports = receiving(config, now);
  return {
    found,
    reading: async () => (await receive()).readingOf(ports, ports.mailboxName),
    taker: {
      verified: async (message, source) => (await receive()).verified(ports, message, source),
      wantsSample: async () => reading.authservId === null,
      learn: async (sample) => {
        await (await receive()).learn(ports, sample);
      },
      wanted: async (message, role) =>
        (await candidate()).judgeHeaders(message, role, { ...reading, knownIds: seen }),
      take: async (batch) => {
        found.push(...batch);
        for (const { message } of batch) if (message.messageId !== null) seen.add(message.messageId);
      },
      looked: async () => undefined,
    },
  };
};

/** Loaded while the server searches, and no earlier. */
const candidate = () => import("../domain/candidate.ts");
const receive = () => import("../flow/receive.ts");

/** What the daemon keeps in its ledger is kept here for as long as the look takes. */
const receiving = ({ imap, reading, verifyDkim }: MailboxConfig, now: Date): ReceivePorts => {
  let learned: Awaited<ReturnType<ReceivePorts["ledger"]["provider"]>>;
  return {
    ledger: {
      provider: async () => learned,
      setProvider: async (_mailbox, provider) => {
        learned = provider;
      },
      // What the person said is read with the rest of what the ledger remembers.
      words: async () => [],
    },
    reading,
    mailboxName: imap.user,
    clock: { now: () => now, msUntil: () => 0 },
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    verifier: verifyDkim ? lazyVerifier : null,
  };
};

const ignore = (): void => {};
