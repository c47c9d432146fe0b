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
  const end = new AbortController();
  try {
    const { all } = await findFolders(searcher);
    for (const folder of all) await lookInto(request, folder, { searcher, reader, ended: end.signal });
    await request.taker.looked();
    return all.map(({ path }) => path);
  } finally {
    end.abort();
    await Promise.all([disconnect(searcher), reader.disconnect()]);
  }
};

type Clients = {
  readonly searcher: ImapFlow;
  readonly reader: Reader;
  /** What is still under way when all is over has nothing left to do. */
  readonly ended: AbortSignal;
};

const lookInto = async (
  request: LookBack,
  folder: Folder,
  { searcher, reader, ended }: Clients,
): Promise<void> => {
  const { now, options, progress, signal, taker, terms } = request;
  progress?.(`searching ${folder.path}`);
  const readied = reader.getReady(folder);
  const open = await openFolder(searcher, folder);
  if (noMail(searcher)) return;
  const searching = searchOpenFolder(searcher, terms, sinceDay(now, options.lookbackDays), folder.role);
  const inTime = { ...readied, done: reader.inTime(taught(readied, folder, taker), searching, ended) };
  const [uids, prepared] = await Promise.all([searching, prepare(request, inTime, ended)]);
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
  { meanwhile }: LookBack,
  { opened, done }: Readied,
  ended: AbortSignal,
): Promise<ImapFlow | undefined> => {
  // While code is loaded nothing else runs: what the server can do meanwhile is asked of it first.
  await Promise.race([opened, sleep(LONGEST_OPENING, undefined, { signal: ended, ref: false })]);
  await sleep(LEAVING, undefined, { signal: ended });
  const [client] = await Promise.all([done, warmParser().then(meanwhile)]);
  return client;
};

/** The second connection once it has told what teaches who the provider is; undefined where it could not. */
const taught = async ({ done }: Readied, folder: Folder, taker: Taker): Readied["done"] => {
  const client = await done;
  try {
    if (client !== undefined && teaches(folder)) await sampleOpenFolder(client, taker);
    return client;
  } catch {
    return undefined;
  }
};

/** Milliseconds: where a second connection takes longer, code is loaded meanwhile. */
const LONGEST_OPENING = 200;
/** Milliseconds beyond the search: a second connection that takes longer is done without. */
const LONGEST_LATENESS = 2000;
/** Milliseconds in which a command that was just given leaves. */
const LEAVING = 5;

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

  /** Connects at the first folder; begins while the searcher opens the same folder. */
  getReady(folder: Folder): Readied {
    const { options, signal } = this.#request;
    const connected = (this.#client ??= connect(options, AbortSignal.any([signal, this.#end.signal])).catch(
      () => undefined,
    ));
    const opened = connected.then(async (client) => {
      if (client !== undefined) await openFolder(client, folder);
      return client;
    });
    const done = opened.then(async (client) => {
      if (client !== undefined) await warmOpenFolder(client);
      return client;
    });
    return { opened: opened.catch(() => undefined), done: done.catch(() => undefined) };
  }

  /** What is ready soon after the search has ended; else all goes over the first connection, from now on. */
  async inTime(done: Readied["done"], searching: Promise<unknown>, ended: AbortSignal): Readied["done"] {
    const late = Symbol("late");
    const patience = searching.then(() => sleep(LONGEST_LATENESS, late, { signal: ended, ref: false }));
    const client = await Promise.race([done, patience.catch(() => undefined)]);
    if (client !== late) return client;
    this.#end.abort();
    void this.#client?.then((stuck) => stuck?.close());
    this.#client = Promise.resolve(undefined);
    return undefined;
  }

  async disconnect(): Promise<void> {
    this.#end.abort(); // one that is still connecting is not waited for
    const client = await this.#client;
    if (client !== undefined) await disconnect(client);
  }
}

/** The second connection when it has opened a folder, and when it is ready to fetch; undefined where there is none. */
type Readied = {
  readonly opened: Promise<ImapFlow | undefined>;
  readonly done: Promise<ImapFlow | undefined>;
};
