/** The command line. Each command's code is loaded only when it runs, so that every one starts quickly. */

import { readFileSync } from "node:fs";
import { inspect } from "node:util";

import { Command, CommanderError } from "commander";

import { addCompleting } from "./cli/completing.ts";
import { addConnecting } from "./cli/connecting.ts";
import { addExamples } from "./cli/examples.ts";
import { addMailboxes } from "./cli/mailboxes.ts";
import { addLetters } from "./cli/letters.ts";
import { type Finish, WrongUse } from "./cli/settings.ts";
import { addKeeping } from "./cli/keeping.ts";
import { addMoving } from "./cli/moving.ts";
import { addServing } from "./cli/serving.ts";
import { addSetting, addTelling } from "./cli/telling.ts";
import { addTrying } from "./cli/trying.ts";
import { addWatching } from "./cli/watching.ts";
import { guarded, type Io } from "./commands/io.ts";
import { inPackage } from "./home.ts";

const done = 0;
const failed = 1;
const wrongUse = 2;

/** Runs one command line. Resolves with the exit code: 0 done, 1 failed, 2 wrong use or bad configuration. */
export async function main(args: readonly string[], streams: Io): Promise<number> {
  const io = guarded(streams);
  let exitCode = done;
  try {
    await program(io, (code) => (exitCode = code)).parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    return await explain(error, io);
  }
}

export function program(io: Io, finish: Finish): Command {
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
  addConnecting(landfall, io, finish);
  addWatching(landfall, io, finish);
  addMailboxes(landfall, io, finish);
  addTelling(landfall, io, finish);
  addSetting(landfall, io, finish);
  addLetters(landfall, io, finish);
  addTrying(landfall, io, finish);
  addServing(landfall, io, finish);
  addKeeping(landfall, io, finish);
  addMoving(landfall, io, finish);
  addCompleting(landfall, io, finish);
  addExamples(landfall);
  return landfall;
}

const examples = `
Settings come from the environment or from a file .env; .env.example lists them all.

Examples:
  landfall init                    connect your mailbox, step by step
  landfall classify letter.eml     explain a saved letter; needs no settings
  landfall check                   look through the mailbox; changes and sends nothing
  landfall test-mail               see whether a reminder reaches you
  landfall preview --open          see every e-mail that may come, in a browser
  landfall run                     watch the mailbox until stopped
  landfall done photo              no more reminders about the photo
`;

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
  const { version: text } = JSON.parse(readFileSync(inPackage("package.json"), "utf8"));
  return text;
}
