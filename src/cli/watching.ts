/** `run`, `check` and `web`: what looks at the mailbox, and shows what was found. */

import type { Command } from "commander";
import type { Io } from "../commands/io.ts";
import { type Finish, type Json, mailboxSettings, runSettings, settings } from "./settings.ts";

export function addWatching(landfall: Command, io: Io, finish: Finish): void {
  landfall
    .command("run")
    .description("watch the mailbox and send reminders, until stopped")
    .option("--json", "print JSON when it has ended")
    .action(async ({ json = false }: Json) => {
      const { run } = await import("../commands/run.ts");
      finish(await run(await runSettings(io), { json }, io));
    });
  landfall
    .command("check")
    .description("look through the mailbox and print what is found; changes and sends nothing")
    .option("--mailbox <user>", "which one, where there are several")
    .option("--json", "print JSON")
    .action(async ({ json = false, mailbox }: Json & { readonly mailbox?: string }) => {
      const config = await mailboxSettings(mailbox, io);
      const { check } = await import("../commands/check.ts");
      finish(await check(config, { json }, io));
    });
  landfall
    .command("web")
    .description("show the case, the letters and the reminders in a browser, on this machine alone")
    .option("--open", "open a browser")
    .option("--json", "print JSON")
    .action(async ({ json = false, open = false }: Json & { readonly open?: boolean }) => {
      const config = await settings({ mailbox: false, sending: false, page: true }, io);
      const [{ web }, { openInBrowser }] = await Promise.all([
        import("../commands/web.ts"),
        import("../commands/open.ts"),
      ]);
      finish(await web(config, { json, open: open ? openInBrowser : null }, io));
    });
}
