/** Reading messages of the open folder: headers first, then only what is wanted. Flags never change. */

import type { FetchMessageObject, FetchQueryObject, ImapFlow } from "imapflow";
import type { Message } from "../domain/letter.ts";
import { loaded } from "../flow/failures.ts";
import type { Found, Taker } from "../flow/ports.ts";
import { type Folder, hasLabels } from "./folders.ts";
import { fetchTextParts } from "./large.ts";
import { inBatches, nameOf, type Wanted } from "./batches.ts";
import { noMail } from "./search.ts";
import type { Heard } from "./silence.ts";
import type { Troubles } from "./troubles.ts";

/** A folder as opened: EXAMINE told its UIDVALIDITY, "0" where the server told none. */
export type OpenFolder = Folder & { readonly uidValidity: string };

/** Part of a range, read to its end: all that was wanted of it up to and with UID `upTo`. */
export type Batch = { readonly found: readonly Found[]; readonly upTo: number };

const MEGABYTE = 1024 * 1024;
/** Up to here a message is fetched whole, beyond it only its text. */
const WHOLE_UP_TO = 25 * MEGABYTE;
const HEADER_BYTES = MEGABYTE / 2;

/** The parser is loaded when the first message comes, or earlier, while the server searches. */
export const warmParser = async (): Promise<void> => {
  const { parseHeaders } = await loadParser();
  await parseHeaders(new Uint8Array(), null);
};

export const loadParser = async () => await loaded(import("./parse.ts"));

/** Opens a folder with EXAMINE (RFC 3501 section 6.3.2): nothing we do in it can change a flag. */
export const openFolder = async (client: ImapFlow, folder: Folder): Promise<OpenFolder> => {
  const mailbox = await client.mailboxOpen(folder.path, { readOnly: true });
  const uidValidity: bigint | undefined = mailbox.uidValidity; // some servers tell none, whatever the type says
  return { ...folder, uidValidity: String(uidValidity ?? 0) };
};

/** Has the server ready to fetch from the open folder: one byte of the newest header is asked for. */
export const warmOpenFolder = async (client: ImapFlow): Promise<void> => {
  if (noMail(client)) return;
  await client.fetchOne("*", { bodyParts: [{ key: "HEADER", start: 0, maxLength: 1 }] });
};

/** The highest UID that is there; 0 in an empty folder. UIDNEXT is not asked: it may be missing or ahead. */
export const highestUid = async (client: ImapFlow): Promise<number> => {
  if (noMail(client)) return 0;
  const last = await client.fetchOne("*", { uid: true });
  return last === false ? 0 : last.uid;
};

export type Range = { readonly uids: readonly number[] } | { readonly from: number };

export type Reader = {
  readonly client: ImapFlow;
  readonly taker: Taker;
  readonly troubles: Troubles;
  readonly heard: Heard;
};

/**
 * Reads the messages of `range` (UIDs), ascending, in batches of bounded size. Drafts are passed over.
 * Throws where the connection ends; what was yielded before was read completely.
 */
export async function* readRange(reader: Reader, folder: OpenFolder, range: Range): AsyncGenerator<Batch> {
  const { troubles } = reader;
  const { wanted, highest } = await reader.heard(() => judgeHeaders(reader, folder, range));
  const batches = inBatches(wanted, troubles);
  for (const [index, batch] of batches.entries()) {
    const found = await troubles.during(batch.map(nameOf), async () =>
      troubles.givenUp(nameOf(batch[0])) ? withoutBody(batch[0]) : await fetchBatch(reader, batch),
    );
    yield { found, upTo: index === batches.length - 1 ? highest : (batch.at(-1)?.found.place.uid ?? 0) };
  }
  if (batches.length === 0) yield { found: [], upTo: highest };
}

type Judged = { readonly wanted: readonly Wanted[]; readonly highest: number };

/** No command may be issued inside a `fetch` loop; asking the taker is none. */
const judgeHeaders = async ({ client, taker }: Reader, folder: OpenFolder, range: Range): Promise<Judged> => {
  const first = "from" in range ? range.from : 0;
  const numbers = "from" in range ? `${range.from}:*` : [...range.uids];
  const wanted: Wanted[] = [];
  let highest = 0;
  for await (const fetched of client.fetch(numbers, headerQuery(client), { uid: true })) {
    if (fetched.uid < first) continue; // `n:*` brings the last message also where its UID is below n
    highest = Math.max(highest, fetched.uid);
    const judged = isDraft(fetched) ? undefined : await judge(fetched, folder, taker);
    if (judged !== undefined) wanted.push(judged);
  }
  return { wanted: wanted.toSorted((a, b) => a.found.place.uid - b.found.place.uid), highest };
};

const headerQuery = (client: ImapFlow): FetchQueryObject => ({
  uid: true,
  flags: true,
  size: true,
  internalDate: true,
  labels: hasLabels(client),
  bodyParts: [{ key: "HEADER", start: 0, maxLength: HEADER_BYTES }],
});

const isDraft = ({ flags, labels }: FetchMessageObject): boolean =>
  flags?.has("\\Draft") === true || labels?.has("\\Draft") === true;

const judge = async (
  fetched: FetchMessageObject,
  folder: OpenFolder,
  taker: Taker,
): Promise<Wanted | undefined> => {
  const { parseHeaders } = await loadParser();
  const message = await parseHeaders(fetched.headers ?? new Uint8Array(), receivedAt(fetched));
  const role = fetched.labels?.has("\\Sent") === true ? "sent" : folder.role;
  const answer = await taker.wanted(message, role);
  if (answer === "no") return undefined;
  const place = { folder: folder.path, role, uid: fetched.uid, uidValidity: folder.uidValidity };
  const found = { message, place, bodyFetched: false };
  return { found, whole: answer === "whole", size: answer === "whole" ? (fetched.size ?? 0) : 0 };
};

const receivedAt = ({ internalDate }: FetchMessageObject): Date | null => {
  const date = internalDate === undefined ? undefined : new Date(internalDate);
  return date === undefined || Number.isNaN(date.getTime()) ? null : date;
};

const fetchBatch = async (reader: Reader, batch: readonly Wanted[]): Promise<readonly Found[]> => {
  const bodies = await fetchWhole(
    reader,
    batch.filter(({ whole, size }) => whole && size <= WHOLE_UP_TO),
  );
  const read: Found[] = [];
  for (const { found, whole, size } of batch) {
    const message =
      whole && size > WHOLE_UP_TO ? await readLarge(reader, found) : bodies.get(found.place.uid);
    if (!whole) read.push(found);
    else if (message !== undefined) read.push({ ...found, message, bodyFetched: true }); // else it was deleted meanwhile
  }
  return read;
};

const withoutBody = ({ found }: Wanted): readonly Found[] => {
  const problem = "the mailbox server never handed it over whole: the connection broke each time";
  return [{ ...found, message: { ...found.message, problems: [...found.message.problems, problem] } }];
};

const fetchWhole = async (
  { client, taker, heard }: Reader,
  batch: readonly Wanted[],
): Promise<ReadonlyMap<number, Message>> => {
  if (batch.length === 0) return new Map();
  const byUid = new Map(batch.map(({ found }) => [found.place.uid, found]));
  const sources = await heard(() => fetchSources(client, [...byUid.keys()]));
  const parsed: { readonly uid: number; readonly message: Message; readonly source: Buffer }[] = [];
  for (const [uid, source] of sources) {
    const found = byUid.get(uid);
    if (found !== undefined) parsed.push({ uid, source, message: await parse(source, found) });
  }
  // Side by side: where no DNS answers, all of them wait once and not each in turn.
  return new Map(
    await Promise.all(
      parsed.map(async ({ uid, message, source }) => [uid, await taker.verified(message, source)] as const),
    ),
  );
};

const fetchSources = async (client: ImapFlow, uids: number[]): Promise<Map<number, Buffer>> => {
  const sources = new Map<number, Buffer>();
  for await (const { uid, source } of client.fetch(uids, { source: true }, { uid: true }))
    if (source !== undefined) sources.set(uid, source);
  return sources;
};

const readLarge = async ({ client, heard }: Reader, found: Found): Promise<Message | undefined> => {
  const source = await heard(() => fetchTextParts(client, found.place.uid));
  return source === undefined ? undefined : await parse(source, found);
};

const parse = async (source: Buffer, { message }: Found): Promise<Message> =>
  (await loadParser()).parseOrHeaders(source, message);
