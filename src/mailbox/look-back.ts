/** One whole look back over a mailbox, for `check`: connect, search, fetch, disconnect. */

import type { ImapFlow } from "imapflow";
import type { Taker } from "../flow/ports.ts";
import { connect, disconnect, type MailboxOptions } from "./connection.ts";
import { findFolders, type Folder } from "./folders.ts";
import { readHits } from "./look.ts";
import { openFolder, warmFolder, warmParser } from "./read.ts";
import { noMail, searchOpenFolder, sinceDay, type Terms } from "./search.ts";

export type LookBack = {
  readonly options: MailboxOptions;
  readonly terms: Terms;
  readonly taker: Taker;
  readonly now: Date;
  readonly signal: AbortSignal;
  /** Told what is being done, in a few words. */
  readonly progress?: (message: string) => void;
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
  const open = await openFolder(searcher, folder);
  if (noMail(searcher)) return;
  const searching = searchOpenFolder(searcher, terms, sinceDay(now, options.lookbackDays), folder.role);
  const [uids, warm] = await Promise.all([searching, reader.prepare(folder), warmParser()]);
  progress?.(`reading ${uids.length} of ${folder.path}`);
  const look = { client: warm ?? searcher, taker, mailbox: options.user, signal };
  await readHits(look, open, uids, async (found) => await taker.take(found, null));
};

/**
 * A second connection, made while the first one's search runs: at the first FETCH the server reads its list
 * of the folder's files, and so does that beside the search. Some servers allow few connections: then the
 * first one does it all.
 */
class Reader {
  readonly #request: LookBack;
  #client: Promise<ImapFlow | undefined> | undefined;

  constructor(request: LookBack) {
    this.#request = request;
  }

  async prepare(folder: Folder): Promise<ImapFlow | undefined> {
    const { options, signal } = this.#request;
    this.#client ??= connect(options, signal).catch(() => undefined);
    const client = await this.#client;
    if (client !== undefined) await warmFolder(client, folder);
    return client;
  }

  async disconnect(): Promise<void> {
    const client = await this.#client;
    if (client !== undefined) await disconnect(client);
  }
}
