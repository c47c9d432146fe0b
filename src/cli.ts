/** The command line. Each command's code is loaded only when it runs, so that every one starts quickly. */

import { readFileSync } from "node:fs";
import { inspect } from "node:util";

import { Argument, Command, CommanderError } from "commander";

import type { ConfigFor, EnvFile, Needs } from "./config.ts";
import type { Io } from "./commands/io.ts";
import { tasks, type Task } from "./domain/letter.ts";

type Json = { readonly json?: boolean };
type DoneFlags = Json & { readonly case?: string; readonly at?: string };
type Finish = (exitCode: number) => void;

const done = 0;
const failed = 1;
const wrongUse = 2;

/** Said in plain words already; only the exit code is left to tell. */
class WrongUse extends Error {}

/** Runs one command line. Resolves with the exit code: 0 done, 1 failed, 2 wrong use or bad configuration. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  let exitCode = done;
  try {
    await program(io, (code) => (exitCode = code)).parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    return await explain(error, io);
  }
}

function program(io: Io, finish: Finish): Command {
  const landfall = new Command("landfall")
    .description("Watches your mailbox for IRCC's letters and reminds you before each window closes.")
    .version(version(), "--version", "print the version")
    .helpOption("--help", "say how a command is used")
    .exitOverride()
    .showHelpAfterError("Try --help.")
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    })
    .addHelpText("after", examples);
  addWatching(landfall, io, finish);
  addTelling(landfall, io, finish);
  addSetting(landfall, io, finish);
  addTrying(landfall, io, finish);
  return landfall;
}

const examples = `
Settings come from the environment or from a file .env; .env.example lists them all.

Examples:
  landfall classify letter.eml     explain a saved letter; needs no settings
  landfall check                   look through the mailbox; changes and sends nothing
  landfall test-mail               see whether a reminder reaches you
  landfall run                     watch the mailbox until stopped
  landfall done photo              no more reminders about the photo
`;

function addWatching(landfall: Command, io: Io, finish: Finish): void {
  landfall
    .command("run")
    .description("watch the mailbox and send reminders, until stopped")
    .option("--json", "print JSON when it has ended")
    .action(async ({ json = false }: Json) => {
      const { run } = await import("./commands/run.ts");
      finish(await run(await settings({ mailbox: true, sending: true }, io), { json }, io));
    });
  landfall
    .command("check")
    .description("look through the mailbox and print what is found; changes and sends nothing")
    .option("--json", "print JSON")
    .action(async ({ json = false }: Json) => {
      const config = await settings({ mailbox: true, sending: false }, io);
      const { check } = await import("./commands/check.ts");
      finish(await check(config, { json }, io));
    });
}

function addTelling(landfall: Command, io: Io, finish: Finish): void {
  landfall
    .command("status")
    .description("print the timeline, the open windows and the reminders")
    .option("--json", "print JSON")
    .action(async ({ json = false }: Json) => {
      const { dataDir, planning } = await settings({ mailbox: false, sending: false }, io);
      const { status } = await import("./commands/status.ts");
      finish(await status({ dataDir, timeZone: planning.timeZone }, { json }, io));
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

function addSetting(landfall: Command, io: Io, finish: Finish): void {
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
      const { snooze } = await import("./commands/snooze.ts");
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
      const { set } = await import("./commands/set.ts");
      finish(await set(config, { until, case: flags.case, json: flags.json ?? false }, io));
    });
}

/** `30m`, `6h`, `2d` in milliseconds. */
function duration(text: string, io: Io): number {
  const [, amount = "", unit = ""] = /^(\d{1,3})([mhd])$/.exec(text) ?? [];
  const ms = Number(amount) * ({ m: 60_000, h: 3_600_000, d: 86_400_000 }[unit] ?? 0);
  return ms > 0 ? ms : refuse(`"${text}" is no length of time; write 30m, 6h or 2d`, io);
}

/** The last minute of a day that is not over. */
async function endOfDay(text: string, timeZone: string, io: Io): Promise<Date> {
  const { fromIso } = await import("./domain/wall-clock.ts");
  const instant = /^\d{4}-\d\d-\d\d$/.test(text) ? fromIso(`${text}T23:59`, timeZone) : null;
  if (instant === null) return refuse(`"${text}" is not a day; write it as 2027-03-31`, io);
  if (instant.getTime() <= Date.now()) return refuse(`"${text}" is over; give a day that is to come`, io);
  return instant;
}

function addTrying(landfall: Command, io: Io, finish: Finish): void {
  landfall
    .command("classify")
    .description("explain saved letters (.eml files, or standard input); needs no settings")
    .argument("[file...]", "files to read; none or - for standard input")
    .option("--json", "print one JSON object a line")
    .action(async (files: readonly string[], { json = false }: Json) => {
      const { reading } = await settings({ mailbox: false, sending: false }, io);
      const { classify } = await import("./commands/classify.ts");
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
  const { testMail } = await import("./commands/test-mail.ts");
  const out = (line: string) => io.stdout.write(`${line}\n`);
  const err = (line: string) => io.stderr.write(`${line}\n`);
  return await testMail({ ...config, timeZone: config.planning.timeZone }, { json, out, err });
}

async function tell(verb: "done" | "undo", task: Task, flags: DoneFlags, io: Io): Promise<number> {
  const config = await settings({ mailbox: false, sending: false }, io);
  const at = flags.at === undefined ? undefined : await pastTime(flags.at, config.planning.timeZone, io);
  const command = await import("./commands/done.ts");
  const options = { task, undo: verb === "undo", case: flags.case, at, json: flags.json ?? false };
  return await command.done(config, options, io);
}

/** A minute is left for clocks that differ. */
async function pastTime(text: string, timeZone: string, io: Io): Promise<Date> {
  const { fromIso } = await import("./domain/wall-clock.ts");
  const instant = fromIso(text, timeZone);
  if (instant === null)
    return refuse(`--at "${text}" is not a time; write 2026-11-23T10:00 or 2026-11-23T10:00:00-05:00`, io);
  if (instant.getTime() > Date.now() + 60_000)
    return refuse(`--at "${text}" is in the future; say it once it is done`, io);
  return instant;
}

/** The settings a command needs; a problem with one it does not need is told and passed over. */
async function settings<const N extends Needs>(needs: N, io: Io): Promise<ConfigFor<N>> {
  const { describeProblems, loadConfig, systemEnvironment } = await import("./config.ts");
  const loaded = loadConfig(systemEnvironment(), process.cwd(), needs);
  const told = describeProblems(loaded.problems);
  if (!loaded.ok)
    return refuse(`these settings stand in the way:\n${told}${whereToSet(loaded.envFiles)}`, io);
  if (loaded.problems.length > 0) io.stderr.write(`landfall: these settings are passed over:\n${told}`);
  return loaded.config;
}

function whereToSet(files: readonly EnvFile[]): string {
  const places = files.map(({ path, found }) => `"${path}" (${found ? "read" : "not there"})`);
  return `Set them in .env, as .env.example explains; looked for ${places.join(" and ")}.`;
}

function refuse(reason: string, io: Io): never {
  io.stderr.write(`landfall: ${reason}\n`);
  throw new WrongUse();
}

async function explain(error: unknown, io: Io): Promise<number> {
  if (error instanceof WrongUse) return wrongUse;
  if (error instanceof CommanderError) return error.exitCode === 0 ? done : wrongUse;
  const { wantsDetails } = await import("./config/settings.ts");
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error && wantsDetails() ? `${inspect(error)}\n` : "";
  io.stderr.write(`landfall: ${message}\n${stack}`);
  return failed;
}

function version(): string {
  const { version: text } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return text;
}
