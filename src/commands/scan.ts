/** One look back over the mailbox, in memory. What judges it is loaded while the server searches. */

import type { MailboxConfig } from "../config.ts";
import { judgeHeaders, searchTermsFor } from "../domain/candidate.ts";
import type { Found, Taker } from "../flow/ports.ts";
import { lookBack } from "../mailbox/look-back.ts";
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
  const { taker, found } = collect(config);
  const folders = await lookBack({
    options: { ...imap, lookbackDays, pollMinutes },
    terms: searchTermsFor(config.reading),
    taker,
    now,
    signal: new AbortController().signal,
    progress,
    meanwhile: () => Promise.all([import("./conclude.ts"), meanwhile()]),
  });
  const { conclude } = await import("./conclude.ts");
  return { folders, ...(await conclude(found, config, now)) };
};

const collect = ({ reading }: MailboxConfig): { taker: Taker; found: readonly Found[] } => {
  const found: Found[] = [];
  const seen = new Set<string>();
  return {
    found,
    taker: {
      wanted: (message, role) => Promise.resolve(judgeHeaders(message, role, { ...reading, knownIds: seen })),
      take: async (batch) => {
        found.push(...batch);
        for (const { message } of batch) if (message.messageId !== null) seen.add(message.messageId);
      },
      looked: async () => undefined,
    },
  };
};
