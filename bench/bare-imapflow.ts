/** The same search and fetch as `landfall check` with nothing around: `node bench/bare-imapflow.ts PORT`. */

import { ImapFlow } from "imapflow";
import { searchTerms } from "../src/domain/search-terms.ts";

const client = new ImapFlow({
  host: "127.0.0.1",
  port: Number(process.argv[2]),
  secure: false,
  doSTARTTLS: false,
  auth: { user: "person", pass: "secret" },
  logger: false,
});
await client.connect();
await client.mailboxOpen("INBOX", { readOnly: true });
const or = [
  ...searchTerms.from.map((from) => ({ from })),
  ...searchTerms.subject.map((subject) => ({ subject })),
];
const since = new Date(Date.now() - 366 * 86_400_000);
const uids = await client.search({ since, or }, { uid: true });
if (!Array.isArray(uids)) throw new Error("the server refused the search");
let fetched = 0;
for await (const { source } of client.fetch(uids, { source: true }, { uid: true }))
  fetched += source?.length ?? 0;
await client.logout();
console.log(`${uids.length} letters, ${fetched} bytes`);
