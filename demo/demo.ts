/**
 * The whole story in half a minute: real IMAP, real BullMQ, real SMTP, and between them the very daemon that
 * `landfall run` starts. Only the clock and the addresses are the demo's own. What is printed was read back
 * from the ledger or from the SMTP server.
 */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDaemon } from "../src/main.ts";
import { silentLog } from "../src/system.ts";
import { fastClock } from "./clock.ts";
import { demoConfig, password, person, speed } from "./config.ts";
import { startImapServer } from "./imap-server.ts";
import { startSmtpServer } from "./smtp-server.ts";
import { tellStory } from "./story.ts";

const start = new Date("2026-11-02T14:00:00Z");

const folder = await mkdtemp(join(tmpdir(), "landfall-demo-"));
const clock = fastClock(start, speed);
const imap = await startImapServer(person, password);
const smtp = await startSmtpServer(() => clock.now());
const { promise: watching, resolve: watches } = Promise.withResolvers<void>();
const log = {
  ...silentLog,
  info: (_fields: object, message: string) => message.includes("first look") && watches(),
};
const daemon = await startDaemon(demoConfig(imap.port, smtp.port, folder), { clock, log });
await watching;
try {
  await tellStory({ clock, imap, smtp, ledger: daemon.ledger, daemon });
} finally {
  await daemon.stop();
  await imap.stop();
  await smtp.stop();
  await rm(folder, { recursive: true, force: true });
}
