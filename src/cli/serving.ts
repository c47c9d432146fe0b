/** `service`: the daemon, kept running by the system. */

import { Argument, type Command } from "commander";
import type { Io } from "../commands/io.ts";
import type { Verb } from "../commands/service.ts";
import { type Finish, type Json, settings } from "./settings.ts";

type Flags = Json & { readonly follow?: boolean };

export function addServing(landfall: Command, io: Io, finish: Finish): void {
  landfall
    .command("service")
    .description("keep landfall running with systemd (Linux) or launchd (macOS), without root")
    .addArgument(new Argument("<verb>", "what to do").choices(["install", "status", "logs", "uninstall"]))
    .option("--follow", "logs: show what comes, too")
    .option("--json", "print JSON")
    .action(async (verb: Verb, { follow = false, json = false }: Flags) => {
      const local = await settings({ mailbox: false, sending: false }, io);
      const [{ service }, { knownSettings, systemEnvironment }, { keptMailboxes }] = await Promise.all([
        import("../commands/service.ts"),
        import("../config.ts"),
        import("../commands/mailboxes.ts"),
      ]);
      const { dataDir } = local;
      const keepsMailbox = (await keptMailboxes(local)).some(({ state }) => state === "watched");
      const [env, cwd] = [systemEnvironment(), process.cwd()];
      const config = { dataDir, env, cwd, envFile: knownSettings(env, cwd).file, keepsMailbox };
      finish(await service(verb, config, { follow, json }, io));
    });
}
