/**
 * `npm run bench:scan`: a mailbox of 100,000 messages with 6 letters among them, looked through by
 * `landfall check --json` as npm installs it, in a clone after `npm ci` and from the sources, by imapfilter and by a bare imapflow script, in turn.
 * Whole-process times. The mailbox is made once, in the temporary folder, and kept for the next run.
 */

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { installed } from "./installed.ts";
import { searchTerms } from "../src/domain/search-terms.ts";
import { type Dovecot, startDovecot } from "../test/helpers/dovecot.ts";

const messages = 100_000;
const letters = 6;
const rounds = Number(process.argv[2] ?? 7);
const root = path.join(import.meta.dirname, "..");
const sources = ["--disable-warning=ExperimentalWarning", path.join(root, "pack/from-sources.ts")];
const mailDir = path.join(tmpdir(), `landfall-bench-${messages}`);

type Run = { readonly name: string; readonly command: readonly string[]; readonly env?: NodeJS.ProcessEnv };

const main = async (): Promise<void> => {
  const server = await startDovecot({ mailDir, quiet: true });
  const home = mkdtempSync(path.join(tmpdir(), "landfall-bench-home-"));
  try {
    if (!existsSync(path.join(mailDir, "complete"))) await fill(server);
    const runs = contestants(server, home);
    for (const run of runs) console.log(`${run.name}: ${once(run, home).output.slice(0, 60)} …`); // warms the index
    report(measure(runs, home));
    const [landfall] = runs;
    if (landfall !== undefined) console.log(`peak RSS of landfall check: ${await peakOf(landfall, home)} MB`);
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
};

const fill = async (server: Dovecot): Promise<void> => {
  console.log(`making ${messages} messages in ${mailDir}`);
  const day = 86_400_000;
  const letterEvery = Math.floor(messages / letters);
  for (let number = 0; number < messages; number += 1) {
    const mtime = new Date(Date.now() - 300 * day + (number / messages) * 299 * day);
    const isLetter = number % letterEvery === letterEvery >> 1;
    const name = `${Math.floor(mtime.getTime() / 1000)}.M${number}P1.bench${isLetter ? "" : ":2,S"}`;
    server.deliver("INBOX", isLetter ? letter(number, mtime) : other(number, mtime), { mtime, name });
  }
  writeFileSync(path.join(mailDir, "complete"), "");
};

const letter = (number: number, at: Date): string =>
  message(at, {
    from: "IRCC.PRConfirmation-ConfirmationRP.IRCC@cic.gc.ca",
    subject: "IRCC - Permanent Residence Portal (PR Confirmation) / Portail de résidence permanente",
    id: `letter-${number}@cic.gc.ca`,
    body: "We are writing about your application for permanent residence. Please reply with: name, UCI, address.",
  });

const other = (number: number, at: Date): string =>
  message(at, {
    from: `Sender ${number % 977} <news${number % 977}@shop${number % 131}.example>`,
    subject: `Offer ${number}: ${["shoes", "travel", "invoice", "your order", "minutes of the meeting"][number % 5]}`,
    id: `${number}.${number * 7919}@shop${number % 131}.example`,
    body: `Hello,\nthis is message ${number}. ${"Nothing of interest here. ".repeat(8)}`,
  });

type Draft = { readonly from: string; readonly subject: string; readonly id: string; readonly body: string };

const message = (at: Date, { from, subject, id, body }: Draft): string =>
  [
    `Received: from mx.example (mx.example [192.0.2.1]) by mail.example; ${at.toUTCString()}`,
    `From: ${from}`,
    "To: person@example.org",
    `Subject: ${subject}`,
    `Date: ${at.toUTCString()}`,
    `Message-ID: <${id}>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "",
    body,
    "",
  ].join("\r\n");

const contestants = ({ port }: Dovecot, home: string): readonly Run[] => {
  const lua = path.join(home, "imapfilter.lua");
  writeFileSync(lua, imapfilterConfig(port));
  const landfall = {
    IMAP_HOST: "127.0.0.1",
    IMAP_PORT: String(port),
    IMAP_SECURITY: "none",
    IMAP_USER: "person",
    IMAP_PASSWORD: "secret",
    DATA_DIR: path.join(home, "data"),
  };
  const node = process.execPath;
  return [
    {
      name: "landfall check",
      command: [node, installed(), "check", "--json"],
      env: landfall,
    },
    {
      name: "landfall check, in a clone",
      command: [node, path.join(root, "bin/landfall.js"), "check", "--json"],
      env: landfall,
    },
    {
      name: "landfall check, unbuilt",
      command: [node, ...sources, "check", "--json"],
      env: landfall,
    },
    { name: "imapfilter", command: ["imapfilter", "-c", lua] },
    { name: "bare imapflow", command: [node, path.join(root, "bench/bare-imapflow.ts"), String(port)] },
  ];
};

/** The same keys in one SEARCH, the same messages in one FETCH; of the inbox alone. */
const imapfilterConfig = (port: number): string => {
  const keys = [
    ...searchTerms.from.map((term) => `FROM "${term}"`),
    ...searchTerms.subject.map((term) => `SUBJECT "${term}"`),
  ];
  const query = keys.reduceRight((rest, key) => `OR ${key} ${rest}`);
  return `
options.timeout = 120
account = IMAP { server = '127.0.0.1', port = ${port}, username = 'person', password = 'secret' }
results = account.INBOX:send_query('SINCE ' .. form_date(366) .. ' ${query}')
fetched = account.INBOX:fetch_message(results)
count = 0
for _ in pairs(fetched) do count = count + 1 end
print(count .. ' letters')
`;
};

const once = ({ command, env }: Run, home: string): { readonly ms: number; readonly output: string } => {
  const [program = "", ...args] = command;
  mkdirSync(path.join(home, ".imapfilter"), { recursive: true });
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: home,
    env: { PATH: process.env["PATH"], HOME: home, ...env },
    encoding: "utf8",
  });
  const ms = performance.now() - started;
  if (status !== 0) throw new Error(`running ${program}: it ended with ${status}: ${stdout}${stderr}`);
  return { ms, output: stdout.replaceAll(/\s+/gu, " ") };
};

/** In turn, so that whatever slows the machine slows all of them. */
const measure = (runs: readonly Run[], home: string): ReadonlyMap<string, readonly number[]> => {
  const times = new Map<string, number[]>(runs.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const run of runs) times.get(run.name)?.push(once(run, home).ms);
  }
  return times;
};

const report = (times: ReadonlyMap<string, readonly number[]>): void => {
  const yardstick = median(times.get("imapfilter") ?? []);
  for (const [name, all] of times) {
    const ratio = (median(all) / yardstick).toFixed(2);
    const range = `${Math.min(...all).toFixed(0)}–${Math.max(...all).toFixed(0)}`;
    console.log(`${name.padEnd(28)} median ${median(all).toFixed(0)} ms (${range}), ${ratio} × imapfilter`);
  }
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** In MB, from the kernel's own high-water mark (Linux); in a run of its own, since looking takes time. */
const peakOf = async ({ command, env }: Run, home: string): Promise<number> => {
  const [program = "", ...args] = command;
  const child = spawn(program, args, {
    cwd: home,
    env: { PATH: process.env["PATH"], HOME: home, ...env },
    stdio: "ignore",
  });
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, highWater(child.pid))), 5);
  await new Promise((resolve) => child.once("exit", resolve));
  clearInterval(timer);
  return Math.round(peak / 1024);
};

const highWater = (pid: number | undefined): number => {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0; // it has ended
  }
};

await main();
