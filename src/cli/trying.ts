/** `classify` and `test-mail`: what can be tried without a ledger. */

import type { Command } from "commander";
import type { Io } from "../commands/io.ts";
import { type Finish, type Json, settings } from "./settings.ts";

export function addTrying(landfall: Command, io: Io, finish: Finish): void {
  landfall
    .command("classify")
    .description("explain saved letters (.eml files, or standard input); needs no settings")
    .argument("[file...]", "files to read; none or - for standard input")
    .option("--json", "print one JSON object a line")
    .action(async (files: readonly string[], { json = false }: Json) => {
      const { reading } = await settings({ mailbox: false, sending: false }, io);
      const { classify } = await import("../commands/classify.ts");
      finish(await classify(files, { json, config: reading }, io));
    });
  landfall
    .command("test-mail")
    .description("send one sample reminder to REMIND_TO")
    .option("--json", "print JSON")
    .action(async ({ json = false }: Json) => finish(await sendSample(json, io)));
}

async function sendSample(json: boolean, io: Io): Promise<number> {
  const config = await settings({ mailbox: false, sending: true }, io);
  const inbox = config.smtp === null ? await inboxAsOutbox(io) : null;
  const { testMail } = await import("../commands/test-mail.ts");
  const out = (line: string) => io.stdout.write(`${line}\n`);
  const err = (line: string) => io.stderr.write(`${line}\n`);
  return await testMail({ ...config, inbox, timeZone: config.planning.timeZone }, { json, out, err });
}

async function inboxAsOutbox(io: Io) {
  const config = await settings({ mailbox: true, sending: true }, io);
  const { inboxOf } = await import("../ways.ts");
  return inboxOf(config);
}
