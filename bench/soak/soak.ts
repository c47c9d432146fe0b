/**
 * `npm run soak`: half an hour of compressed life, a year by the daemon's clock. Letters and other mail come, the
 * connection to the mailbox breaks every few seconds, Redis is restarted, flushed and away, the mail server refuses,
 * the folder is numbered anew. Counted: what the process holds minute by minute, and whether all promises held.
 * `npm run soak -- 5` does so for five minutes, and a year in them.
 */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { lean } from "../../src/memory.ts";
import { environmentOf } from "../../test/helpers/daemon.ts";
import { startDovecot } from "../../test/helpers/dovecot.ts";
import { startRedis } from "../../test/helpers/redis.ts";
import { startSmtp } from "../../test/helpers/smtp.ts";
import { startLandfall } from "../../test/faults/landfall.ts";
import { fastClock } from "../../test/faults/lethal/fast-clock.ts";
import { startProxy } from "../../test/faults/proxy.ts";
import { census, drift, minuteLine } from "./census.ts";
import { Life } from "./life.ts";
import { promisesKept } from "./promises.ts";
import { Weather } from "./weather.ts";

const minutes = Number(process.argv[2] ?? 30);
const yearMs = 365 * 86_400_000;
const speed = yearMs / (minutes * 60_000);

await using opened = new AsyncDisposableStack();
const [dovecot, smtp, redis] = await Promise.all([startDovecot({ quiet: true }), startSmtp(), startRedis()]);
opened.defer(async () => void (await Promise.all([dovecot.stop(), smtp.close(), redis.stop()])));
const [imapWay, smtpWay] = await Promise.all([startProxy(dovecot.port), startProxy(smtp.port)]);
opened.defer(async () => void (await Promise.all([imapWay.close(), smtpWay.close()])));
const dataDir = await mkdtemp(join(tmpdir(), "landfall-soak-"));
opened.defer(async () => rm(dataDir, { recursive: true, force: true }));

const began = Date.now();
const clock = fastClock(began, speed);
const environment = {
  ...environmentOf({ dovecot: { ...dovecot, port: imapWay.port }, smtp: smtpWay, redis, dataDir }),
  FAST_CLOCK: `${began} ${speed}`,
  POLL_MINUTES: "0.1",
  WEEKLY: "mon@08:00",
  LOG_LEVEL: "warn",
};
const lethal = join(import.meta.dirname, "../../test/faults/lethal");
const daemon = startLandfall([], environment, [
  "--disable-warning=ExperimentalWarning",
  ...lean,
  `--import=${join(lethal, "census.ts")}`,
  join(lethal, "child.ts"),
]);
opened.defer(async () => void (await daemon.stop()));

const life = new Life(dovecot, clock);
const weather = new Weather({ imap: imapWay, dovecot, smtp, redis });
const counted = [];
for (let at = began; at < began + minutes * 60_000; at += 1000) {
  life.passes();
  await weather.passes();
  if (daemon.child.exitCode !== null) break;
  counted.push(await census(daemon));
  if (counted.length % 60 === 0) process.stdout.write(minuteLine(counted.slice(-60)));
  await sleep(Math.max(0, at + 1000 - Date.now()));
}
await weather.calms();
const kept = await promisesKept({ life, clock, environment, dataDir, mails: smtp.mails });
const drifted = drift(counted);
process.stdout.write(
  `\n${JSON.stringify({ minutes, ...weather.toll, ...kept.figures, ...drifted }, null, 2)}\n`,
);
process.exitCode = kept.all && drifted.flat && daemon.child.exitCode === null ? 0 : 1;
// A connection that does not close holds up nobody.
setTimeout(() => process.exit(), 20_000).unref();
