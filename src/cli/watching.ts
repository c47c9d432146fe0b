/** `run` and `check`: what looks at the mailbox. */

import type { Command } from "commander";
import type { Io } from "../commands/io.ts";
import { type Finish, type Json, settings } from "./settings.ts";

export function addWatching(landfall: Command, io: Io, finish: Finish): void {
  landfall
    .command("run")
    .description("watch the mailbox and send reminders, until stopped")
    .option("--json", "print JSON when it has ended")
    .action(async ({ json = false }: Json) => {
      const { run } = await import("../commands/run.ts");
      finish(await run(await settings({ mailbox: true, sending: true }, io), { json }, io));
    });
  landfall
    .command("check")
    .description("look through the mailbox and print what is found; changes and sends nothing")
    .option("--json", "print JSON")
    .action(async ({ json = false }: Json) => {
      const config = await settings({ mailbox: true, sending: false }, io);
      const { check } = await import("../commands/check.ts");
      finish(await check(config, { json }, io));
    });
}
