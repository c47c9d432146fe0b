/** `backup`, `repair`, `forget`, `doctor`: what looks after that which is kept. */

import type { Command } from "commander";
import type { Io } from "../commands/io.ts";
import { type Finish, type Json, settings } from "./settings.ts";

const local = { mailbox: false, sending: false } as const;

export function addKeeping(landfall: Command, io: Io, finish: Finish): void {
  landfall
    .command("doctor")
    .description("see whether everything is as it has to be, and how to mend what is not")
    .option("--json", "print JSON")
    .action(async ({ json = false }: Json) => {
      const [{ doctor }, { loadConfig, systemEnvironment }] = await Promise.all([
        import("../commands/doctor.ts"),
        import("../config.ts"),
      ]);
      const main = loadConfig(systemEnvironment(), process.cwd(), { mailbox: true, sending: true });
      finish(await doctor(await settings(local, io), main, { json }, io));
    });
  landfall
    .command("backup")
    .description("copy the ledger into DATA_DIR/backups; the daemon does so once a day")
    .option("--json", "print JSON")
    .action(async ({ json = false }: Json) => {
      const { backup } = await import("../commands/backup.ts");
      finish(await backup(await settings(local, io), { json }, io));
    });
  landfall
    .command("repair")
    .description("make a damaged ledger whole, from its newest backup and the mailbox")
    .option("--json", "print JSON")
    .action(async ({ json = false }: Json) => {
      const { repair } = await import("../commands/repair.ts");
      finish(await repair((await settings(local, io)).dataDir, { json }, io));
    });
  landfall
    .command("forget")
    .description("erase everything that is kept, or one case, backups included; your mailbox is not touched")
    .option("--case <id>", "only this case")
    .option("--json", "print JSON")
    .action(async ({ json = false, ...flags }: Json & { readonly case?: string }) => {
      const { forget } = await import("../commands/forget.ts");
      finish(await forget(await settings(local, io), { json, case: flags.case }, io));
    });
}
