/** One whole look back over a mailbox, for `check`: connect, search, fetch, disconnect. */

import { setTimeout as sleep } from "node:timers/promises";
import type { ImapFlow } from "imapflow";
import type { Taker } from "../flow/ports.ts";
import { connect, disconnect, type MailboxOptions } from "./connection.ts";
import { findFolders, type Folder } from "./folders.ts";
import { readHits } from "./look.ts";
import { sampleOpenFolder } from "./sample.ts";
import { openFolder, warmOpenFolder, warmParser } from "./read.ts";
import { patiently } from "./silence.ts";
import { Troubles } from "./troubles.ts";
import { noMail, searchOpenFolder, sinceDay, type Terms } from "./search.ts";

export type LookBack = {
  readonly options: MailboxOptions;
  readonly terms: Terms;
  readonly taker: Taker;
  readonly now: Date;
  readonly signal: AbortSignal;
  /** Told what is being done, in a few words. */
  readonly progress?: (message: string) => void;
  /** What the caller has to load or prepare: done while the server searches, when we would only wait. */
  readonly meanwhile?: () => Promise<unknown>;
};

/**
 * Looks back over every folder and returns their paths; `taker.take` gets what was found, and no
 * cursor. Throws what `explain` (refusal.ts) puts into words.
 */
export const lookBack = async (request: LookBack): Promise<readonly string[]> => {
  const searcher = await connect(request.options, request.signal);
  const reader = new Reader(request);
  try {
    const { all } = await findFolders(searcher);
    for (const folder of all) await lookInto(request, folder, { searcher, reader });
    await request.taker.looked();
    return all.map(({ path }) => path);
  } finally {
    await Promise.all([disconnect(searcher), reader.disconnect()]);
  }
};

type Clients = { readonly searcher: ImapFlow; readonly reader: Reader };

const lookInto = async (request: LookBack, folder: Folder, { searcher, reader }: Clients): Promise<void> => {
  const { now, options, progress, signal, taker, terms } = request;
  progress?.(`searching ${folder.path}`);
  reader.connect();
  const open = await openFolder(searcher, folder);
  if (noMail(searcher)) return;
  const [uids, prepared] = await Promise.all([
    searchOpenFolder(searcher, terms, sinceDay(now, options.lookbackDays), folder.role),
    prepare(request, folder, reader),
  ]);
  if (prepared === undefined && teaches(folder)) await sampleOpenFolder(searcher, taker);
  progress?.(`reading ${uids.length} of ${folder.path}`);
  const look = {
    client: prepared ?? searcher,
    taker,
    mailbox: options.user,
    signal,
    troubles: new Troubles(),
    heard: patiently,
  };
  await readHits(look, open, uids, async (found) => await taker.take(found, null));
};

/** All that can be done while the server searches. */
const prepare = async (
  { taker, meanwhile }: LookBack,
  folder: Folder,
  reader: Reader,
): Promise<ImapFlow | undefined> => {
  const [client] = await Promise.all([reader.warm(folder), reader.idle().then(warmParser).then(meanwhile)]);
  if (client !== undefined && teaches(folder)) await sampleOpenFolder(client, taker);
  return client;
};

/** What was sorted out, or sent, does not tell what the provider does. */
const teaches = ({ role }: Folder): boolean => role === "inbox" || role === "all";

/**
 * A second connection, made while the first one's search runs: at the first FETCH the server reads its list
 * of the folder's files, and so does that beside the search. Some servers allow few connections: then the
 * first one does it all.
 */
class Reader {
  readonly #request: LookBack;
  readonly #end = new AbortController();
  #client: Promise<ImapFlow | undefined> | undefined;

  constructor(request: LookBack) {
    this.#request = request;
  }

  /** Begins to connect, while the server opens the first one's folder. */
  connect(): void {
    const { options, signal } = this.#request;
    this.#client ??= connect(options, signal).catch(() => undefined);
  }

  /** Ready to fetch from the folder; undefined where there is no second connection. */
  async warm(folder: Folder): Promise<ImapFlow | undefined> {
    const client = await this.#client;
    if (client === undefined) return undefined;
    await openFolder(client, folder);
    await warmOpenFolder(client);
    return client;
  }

  /** While code is loaded nothing else runs: a command that was just given leaves first. Throws where all is over by then. */
  async idle(): Promise<void> {
    await sleep(5, undefined, { signal: this.#end.signal });
  }

  async disconnect(): Promise<void> {
    this.#end.abort();
    const client = await this.#client;
    if (client !== undefined) await disconnect(client);
  }
}
