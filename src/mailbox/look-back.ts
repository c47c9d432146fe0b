/** One whole look back over a mailbox, for `check`: connect, search, fetch, disconnect. */

import type { ImapFlow } from "imapflow";
import type { Taker } from "../flow/ports.ts";
import { connect, disconnect, type MailboxOptions } from "./connection.ts";
import { findFolders, type Folder, type Folders } from "./folders.ts";
import { type Look, readHits } from "./look.ts";
import { highestUid, openFolder, warmParser } from "./read.ts";
import { searchOpenFolder, sinceDay, type Terms } from "./search.ts";

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
  const reading = connectReader(request); // two connections: one prepares to read while the other searches
  const searcher = await connect(request.options, request.signal);
  try {
    const folders = await findFolders(searcher);
    const reader = (await reading) ?? searcher;
    for (const folder of folders.all) await lookInto(request, { searcher, reader }, folder);
    await request.taker.looked();
    return paths(folders);
  } finally {
    const reader = await reading;
    await Promise.all([disconnect(searcher), reader && disconnect(reader)]);
  }
};

type Clients = { readonly searcher: ImapFlow; readonly reader: ImapFlow };

/** Some servers allow few connections: then the first one does it all. */
const connectReader = async ({ options, signal }: LookBack): Promise<ImapFlow | undefined> => {
  try {
    return await connect(options, signal);
  } catch {
    return undefined;
  }
};

const lookInto = async (request: LookBack, { searcher, reader }: Clients, folder: Folder): Promise<void> => {
  request.progress?.(`searching ${folder.path}`);
  const warming = reader === searcher ? undefined : warm(reader, folder);
  const open = await openFolder(searcher, folder);
  const since = sinceDay(request.now, request.options.lookbackDays);
  const [uids] = await Promise.all([
    searchOpenFolder(searcher, request.terms, since, folder.role),
    warming,
    warmParser(),
  ]);
  request.progress?.(`reading ${uids.length} of ${folder.path}`);
  await readHits(
    lookWith(request, reader),
    open,
    uids,
    async (found) => await request.taker.take(found, null),
  );
};

/** The server reads its index of the folder at the first FETCH: let it, while it searches. */
const warm = async (reader: ImapFlow, folder: Folder): Promise<void> => {
  await openFolder(reader, folder);
  await highestUid(reader);
};

const lookWith = ({ options, signal, taker }: LookBack, client: ImapFlow): Look => ({
  client,
  taker,
  mailbox: options.user,
  signal,
});

const paths = ({ all }: Folders): readonly string[] => all.map(({ path }) => path);
