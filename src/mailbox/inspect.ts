/** One look at a mailbox without reading it, for `landfall doctor`: does it let us in, and what does its newest mail say? */

import { lastHop } from "../domain/received.ts";
import { canIdle, connect, disconnect, type MailboxOptions } from "./connection.ts";
import { findFolders } from "./folders.ts";
import { loadParser, openFolder } from "./read.ts";
import { noMail } from "./search.ts";

export type MailboxReport = {
  readonly folders: readonly string[];
  /** In plain words. */
  readonly missing: readonly string[];
  readonly idle: boolean;
  /** Of the newest mail; null where there is none. */
  readonly internalDate: Date | null;
  readonly received: Date | null;
};

/** Throws what `explain` (refusal.ts) puts into words. */
export const inspectMailbox = async (options: MailboxOptions): Promise<MailboxReport> => {
  const client = await connect(options, new AbortController().signal);
  try {
    const { main, all, missing } = await findFolders(client);
    await openFolder(client, main);
    const empty = { internalDate: null, received: null };
    const newest = noMail(client) ? empty : await newestTimes(client);
    return { folders: all.map(({ path }) => path), missing, idle: canIdle(client), ...newest };
  } finally {
    await disconnect(client);
  }
};

const newestTimes = async (client: Awaited<ReturnType<typeof connect>>) => {
  const { parseHeaders } = await loadParser();
  const message = await client.fetchOne("*", { internalDate: true, headers: ["received"] });
  if (message === false) return { internalDate: null, received: null };
  const { internalDate, headers } = message;
  return {
    internalDate: internalDate === undefined ? null : new Date(internalDate),
    received: headers === undefined ? null : lastHop(await parseHeaders(headers, null)),
  };
};
