/**
 * `npm run bench:latency`: from the server's EXISTS to the reminder's SMTP DATA, for 200 letters, with the
 * queue in Redis and embedded, in turn with the protocols alone and with the bare parts, for the machine is never equally
 * quiet for long. The daemon is `landfall run` as users start it; a proxy between it and Dovecot
 * sees the announcement pass, the SMTP server sees DATA begin, both on this process' monotonic clock.
 */

import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { landfallRun, processorMs, start, untilWatching } from "./daemon.ts";
import { environmentOf } from "../test/helpers/daemon.ts";
import { startDovecot } from "../test/helpers/dovecot.ts";
import { startRedis } from "../test/helpers/redis.ts";
import { startSmtp } from "../test/helpers/smtp.ts";

const letters = Number(process.argv[2] ?? 200);

/** Passes bytes on, and notes when the server last announced new mail. */
const startProxy = async (port: number) => {
  const seen = { announcedAt: 0 };
  const server = createServer((client) => {
    const upstream = connect(port, "127.0.0.1");
    client.setNoDelay(true);
    upstream.setNoDelay(true);
    upstream.on("data", (bytes) => {
      if (/^\* \d+ EXISTS/m.test(bytes.toString("latin1"))) seen.announcedAt = performance.now();
      client.write(bytes);
    });
    client.on("data", (bytes) => upstream.write(bytes));
    client.on("error", () => upstream.destroy()).on("close", () => upstream.destroy());
    upstream.on("error", () => client.destroy()).on("close", () => client.destroy());
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { port: (server.address() as AddressInfo).port, seen, close: () => server.close() };
};

/** As in a consultant's mailbox; a case has some ten letters in its life, and here as well. */
const clients = 20;

/** New credentials, one hour after the other, so that each letter restarts its client's windows and is told. */
const letter = (number: number, first: Date): { raw: string; at: Date } => {
  const at = new Date(first.getTime() + number * 3_600_000);
  const account = `client${number % clients}@example.net`;
  const raw = `Received: from mail.cic.gc.ca by mx.example.net; ${at.toUTCString().replace("GMT", "+0000")}
Authentication-Results: mx.example.net; dkim=pass header.d=cic.gc.ca; dmarc=pass header.from=cic.gc.ca
From: IRCC <IRCC.PRConfirmation-ConfirmationRP.IRCC@cic.gc.ca>
To: person@example.net
Subject: New credentials for PR Confirmation Portal
Date: ${at.toUTCString()}
Message-ID: <bench-${number}@cic.gc.ca>
Content-Type: text/plain; charset=utf-8

Good news: we are ready to finalize your permanent residence. An account was created for you in the
Permanent Residence Confirmation Portal: https://prson-srpel.apps.cic.gc.ca/en/login

User name: ${account}
Temporary password: NOT-REAL-${number}

Please sign in and change the temporary password. Then declare that you are in Canada, provide the
mailing address for your permanent resident card and upload your photo.
`;
  return { raw, at };
};

const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;

type Contestant = "landfall, Redis" | "landfall, embedded" | "bare protocols" | "bare parts, Redis";

const scripts: Partial<Record<Contestant, string>> = {
  "bare protocols": "bare-latency.ts",
  "bare parts, Redis": "parts-latency.ts",
};

type Running = {
  readonly deliver: (number: number) => Promise<void>;
  readonly end: () => Promise<void>;
};

/** Every letter lies in the past, the last one an hour ago: no rung falls due between two of them. */
const first = new Date(Date.now() - letters * 3_600_000);

const begin = async (name: Contestant, redisUrl?: string): Promise<Running> => {
  const dataDir = mkdtempSync(join(tmpdir(), "landfall-bench-"));
  const [dovecot, smtp] = [await startDovecot(), await startSmtp()];
  const proxy = await startProxy(dovecot.port);
  const script = scripts[name];
  const ports = [String(proxy.port), String(smtp.port), dovecot.user, dovecot.password];
  const daemon = start(script === undefined ? landfallRun() : [script, ...ports], {
    ...environmentOf({ dovecot: { ...dovecot, port: proxy.port }, smtp, redis: null, dataDir }),
    POLL_MINUTES: "5",
    MAILS_PER_DAY: "off",
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl, QUEUE_PREFIX: name.replaceAll(/\W/g, "") }),
  });
  await untilWatching(daemon);
  /** Milliseconds from EXISTS, letter by letter, to DATA and to the end of the mail. */
  const [took, whole]: [number[], number[]] = [[], []];
  const workedBefore = processorMs(daemon);
  return {
    deliver: async (number) => {
      const { raw, at } = letter(number, first);
      proxy.seen.announcedAt = 0;
      const before = smtp.mails.length;
      dovecot.deliver("INBOX", raw, { mtime: at });
      const mails = await smtp.waitFor(before + 1);
      const { atMs, wholeMs } = mails[before]!;
      took.push(atMs - proxy.seen.announcedAt);
      whole.push(wholeMs - proxy.seen.announcedAt);
    },
    end: async () => {
      report(
        name,
        [took, whole],
        processorMs(daemon) - workedBefore,
        smtp.mails.map(({ raw }) => /^Message-ID: .*$/im.exec(raw)?.[0] ?? ""),
      );
      daemon.kill("SIGTERM");
      await once(daemon, "exit");
      proxy.close();
      await smtp.close();
      await dovecot.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** After the first letter. */
const inOrder = (took: readonly number[]): readonly number[] => took.slice(1).toSorted((a, b) => a - b);

const report = (
  name: string,
  [took, whole]: readonly [readonly number[], readonly number[]],
  workedMs: number,
  ids: readonly string[],
): void => {
  const [sorted, ends] = [inOrder(took), inOrder(whole)];
  const ms = (value: number): string => value.toFixed(1).padStart(6);
  process.stdout.write(
    `${name.padEnd(18)} p50 ${ms(quantile(sorted, 0.5))} ms  p95 ${ms(quantile(sorted, 0.95))} ms  ` +
      `max ${ms(sorted.at(-1) ?? Number.NaN)} ms  whole mail p50 ${ms(quantile(ends, 0.5))} ms  processor ${ms(workedMs / letters)} ms each  letters ${letters}, mails ${ids.length}, distinct ${new Set(ids).size}` +
      `\n`,
  );
};

const redis = await startRedis();
const contestants = [
  await begin("bare protocols"),
  await begin("bare parts, Redis", redis.url),
  await begin("landfall, Redis", redis.url),
  await begin("landfall, embedded"),
];
for (let number = 0; number < letters; number += 1)
  for (const contestant of contestants) await contestant.deliver(number);
for (const contestant of contestants) await contestant.end();
await redis.stop();
