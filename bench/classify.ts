/**
 * `npm run bench:classify`: how many typical letters one core reads in a second, from bytes to finding (parse,
 * cut the secrets out, authenticate without DNS, classify), beside bare mailparser with its conversions off
 * on the same letters. The two take turns, and what is counted is the time that their thread ran, not the time
 * that passed: what else the machine does must not count.
 */

import { simpleParser } from "mailparser";
import { judge, type ReadingContext } from "../src/domain/classify.ts";
import type { Kind } from "../src/domain/letter.ts";
import { redact } from "../src/domain/redact.ts";
import { parseMessage } from "../src/mailbox/parse.ts";
import { typicalLetter } from "./typical-letter.ts";

const rounds = Number(process.argv[2] ?? 100);
const perRound = 100;

const context: ReadingContext = {
  ownAddresses: ["maria@example.com"],
  trustedForwarders: [],
  authservId: "mx.google.com",
  timeZone: "America/Toronto",
};

const landfall = async (source: Buffer): Promise<Kind> => {
  const { message } = redact(await parseMessage(source, null));
  const { kind, trust } = judge({ message, role: "inbox", knownPortal1: new Set() }, context);
  if (trust !== "verified" || !["portal1", "portal2", "ecopr"].includes(kind))
    throw new Error(`a typical letter was taken for ${kind}, ${trust}`);
  return kind;
};

const bare = async (source: Buffer): Promise<unknown> =>
  await simpleParser(source, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
  });

const main = async (): Promise<void> => {
  const readers = {
    landfall: { read: landfall },
    "landfall, sentences never seen": { read: landfall, unseen: true },
    "bare mailparser": { read: bare },
  };
  const rates = Object.keys(readers).map((name) => ({ name, rates: [] as number[] }));
  for (let round = -20; round < rounds; round += 1) {
    for (const [at, { read, ...made }] of Object.values(readers).entries()) {
      const letters = Array.from({ length: perRound }, (_none, each) =>
        typicalLetter(round * perRound + each + 1e6, { unseen: false, ...made }),
      );
      const rate = await rateOf(read, letters);
      if (round >= 0) rates[at]?.rates.push(rate); // the first rounds warm up
    }
  }
  report(rates);
};

/** Letters a second. */
const rateOf = async (read: (source: Buffer) => Promise<unknown>, letters: readonly Buffer[]) => {
  const before = process.threadCpuUsage();
  for (const letter of letters) await read(letter);
  const { user, system } = process.threadCpuUsage(before);
  return (letters.length * 1_000_000) / (user + system);
};

const report = (results: readonly { readonly name: string; readonly rates: readonly number[] }[]): void => {
  const size = typicalLetter(1e6).length;
  console.log(
    `${rounds} rounds of ${perRound} letters (${size} bytes) each, in turn; letters a second of one core`,
  );
  console.table(
    Object.fromEntries(
      results.map(({ name, rates }) => [
        name,
        {
          median: Math.round(median(rates)),
          slowest: Math.round(Math.min(...rates)),
          fastest: Math.round(Math.max(...rates)),
        },
      ]),
    ),
  );
  const [ours = 0, unseen = 0, theirs = 0] = results.map(({ rates }) => median(rates));
  const [ratio, ofUnseen] = [ours, unseen].map((rate) => (rate / theirs).toFixed(2));
  console.log(
    `ratio of the medians: ${ratio} (aim: 2,500 / 4,500 = 0.56); of sentences never seen ${ofUnseen}`,
  );
};

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

await main();
