/** A sample of recent mail, from which the provider is learned: headers alone, and only those that tell of it. */

import type { ImapFlow } from "imapflow";
import { sampleSize } from "../domain/learn-provider.ts";
import type { Message } from "../domain/letter.ts";
import type { Taker } from "../flow/ports.ts";
import { hasLabels } from "./folders.ts";
import { loadParser } from "./read.ts";
import { noMail } from "./search.ts";

/** Reads the newest messages of the open folder, where the taker wants to know. */
export const sampleOpenFolder = async (client: ImapFlow, taker: Taker): Promise<void> => {
  if (noMail(client) || !(await taker.wantsSample())) return;
  const { parseHeaders } = await loadParser();
  const newest = client.mailbox === false ? 0 : client.mailbox.exists;
  const sample: Message[] = [];
  const query = { uid: true, labels: hasLabels(client), headers: telling };
  for await (const { headers, labels } of client.fetch(`${Math.max(1, newest - sampleSize + 1)}:*`, query)) {
    // On Gmail one folder holds what the person sent too.
    if (headers !== undefined && !labels?.has("\\Sent")) sample.push(await parseHeaders(headers, null));
  }
  await taker.learn(sample);
};

const telling = ["received", "authentication-results", "from"];
