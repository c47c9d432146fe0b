/**
 * A program: `fuzz.ts mutated COUNT` reads letters that were broken on the way, `fuzz.ts bombs` messages made to
 * choke a reader. Prints one JSON object. The seed is fixed, so that what fails can be found again.
 */

import { globSync, readFileSync } from "node:fs";
import { judge } from "../../src/domain/classify.ts";
import { learnWords } from "../../src/domain/lexicon.ts";
import { redact } from "../../src/domain/redact.ts";
import { parseHeaders, parseMessage } from "../../src/mailbox/parse.ts";
import { bombs } from "./bombs.ts";
import { nobody } from "./evaluation.ts";
import { mutations } from "./mutations.ts";

const crashes: string[] = [];
const slow: string[] = [];
let [inputs, most] = [0, 0];

const read = async (name: string, source: Uint8Array, allowed: number): Promise<void> => {
  const before = process.cpuUsage();
  try {
    await parseHeaders(source, null);
    const { message } = redact(await parseMessage(source, null));
    judge({ message, role: null, knownPortal1: new Set() }, nobody);
  } catch (error) {
    crashes.push(`${name}: ${String(error)}`);
  }
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1_000_000;
  if (seconds > allowed) slow.push(`${name}: ${seconds.toFixed(1)} s`);
  inputs += 1;
  if (inputs % 100 === 1) most = Math.max(most, process.memoryUsage.rss());
};

// As the daemon does, before the first letter comes: no letter takes the longer for it.
learnWords();

const [what, count] = process.argv.slice(2);
if (what === "bombs")
  for (const { name, source, seconds } of bombs) {
    await read(name, source(), seconds);
    most = Math.max(most, process.memoryUsage.rss());
  }
else {
  const letters = globSync("fixtures/letters/*/*.eml")
    .toSorted()
    .map((file) => ({ file, source: readFileSync(file) }));
  for (let number = 0; number < Number(count); number += 1) {
    const { file, source } = letters[number % letters.length]!;
    const mutation = mutations[Math.floor(number / letters.length) % mutations.length]!;
    await read(`${file}, ${mutation.name}, ${number}`, mutation.apply(source, number), 1);
  }
}
console.log(JSON.stringify({ inputs, crashes, slow, megabytes: Math.round(most / 1024 / 1024) }));
