/** `status`, `calendar`, `done`, `undo`, `snooze`, `set`: what tells, and is told, of a case. */

import { Argument, type Command } from "commander";
import type { Io } from "../commands/io.ts";
import { tasks, type Task } from "../domain/letter.ts";
import { type Finish, type Json, localSettings, refuse, settings } from "./settings.ts";
import { duration, endOfDay, pastTime } from "./times.ts";

type CaseFlags = Json & { readonly case?: string };
type DoneFlags = CaseFlags & { readonly at?: string };

export function addTelling(landfall: Command, io: Io, finish: Finish): void {
  landfall
    .command("status")
    .description("print the timeline, the open windows and the reminders")
    .option("--watch", "show them anew every few seconds, until stopped")
    .option("--json", "print JSON")
    .action(async ({ json = false, watch = false }: Json & { readonly watch?: boolean }) => {
      if (watch && (json || io.stdout.isTTY !== true))
        refuse("--watch is for a terminal, and not for --json", io);
      const { imap, planning, ...config } = await localSettings(io);
      const { status } = await import("../commands/status.ts");
      const look = { ...config, timeZone: planning.timeZone, main: imap?.user };
      finish(await status(look, { json, watch }, io));
    });
  landfall
    .command("calendar")
    .description("print the open windows as a calendar file: landfall calendar > file.ics")
    .option("--json", "print JSON")
    .action(async ({ json = false }: Json) => {
      const { dataDir, planning, language } = await settings({ mailbox: false, sending: false }, io);
      const { calendar } = await import("../commands/calendar.ts");
      finish(await calendar({ dataDir, timeZone: planning.timeZone, language }, { json }, io));
    });
  for (const verb of ["done", "undo"] as const) {
    const command = landfall
      .command(verb)
      .description(verb === "done" ? "say that a task is done" : "say that a task is not done after all")
      .addArgument(new Argument("<task>", "what you did").choices(tasks))
      .option("--case <id>", "which case, where there are several")
      .option("--json", "print JSON")
      .action(async (task: Task, flags: DoneFlags) => finish(await tell(verb, task, flags, io)));
    if (verb === "done") command.option("--at <time>", "when, such as 2026-11-23T10:00 (default: now)");
  }
}

async function tell(verb: "done" | "undo", task: Task, flags: DoneFlags, io: Io): Promise<number> {
  const config = await settings({ mailbox: false, sending: false }, io);
  const at =
    flags.at === undefined ? undefined : await pastTime(flags.at, config.planning.timeZone, io, "--at");
  const command = await import("../commands/done.ts");
  const options = { task, undo: verb === "undo", case: flags.case, at, json: flags.json ?? false };
  return await command.done(config, options, io);
}

export function addSetting(landfall: Command, io: Io, finish: Finish): void {
  landfall
    .command("snooze")
    .description("put off the reminders of a task, never past the last one before its window closes")
    .addArgument(new Argument("<task>", "what to be reminded of later").choices(tasks))
    .argument("<time>", "such as 30m, 6h or 2d")
    .option("--case <id>", "which case, where there are several")
    .option("--json", "print JSON")
    .action(async (task: Task, time: string, flags: DoneFlags) => {
      const ms = duration(time, io);
      const config = await settings({ mailbox: false, sending: false }, io);
      const { snooze } = await import("../commands/snooze.ts");
      finish(await snooze(config, { task, ms, case: flags.case, json: flags.json ?? false }, io));
    });
  landfall
    .command("set")
    .description("tell a date that no e-mail gives: copr-valid-until, the last day to land with a CoPR")
    .addArgument(new Argument("<name>", "what is set").choices(["copr-valid-until"]))
    .argument("<date>", "such as 2027-03-31; none takes it back")
    .option("--case <id>", "which case, where there are several")
    .option("--json", "print JSON")
    .action(async (_: string, date: string, flags: DoneFlags) => {
      const config = await settings({ mailbox: false, sending: false }, io);
      const until = date === "none" ? null : await endOfDay(date, config.planning.timeZone, io);
      const { set } = await import("../commands/set.ts");
      finish(await set(config, { until, case: flags.case, json: flags.json ?? false }, io));
    });
}
