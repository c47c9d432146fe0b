/** `completion SHELL`: what a shell offers when Tab is pressed, from the very table that the commands are made of. */

import { Argument, type Command } from "commander";
import type { Io } from "../commands/io.ts";
import type { Completable, Shell } from "../commands/completion.ts";
import type { Finish } from "./settings.ts";

export function addCompleting(landfall: Command, io: Io, finish: Finish): void {
  landfall
    .command("completion")
    .description("print what makes a shell complete the commands when Tab is pressed")
    .addArgument(new Argument("<shell>", "which one").choices(["bash", "zsh", "fish"]))
    .action(async (shell: Shell) => {
      const { completion } = await import("../commands/completion.ts");
      io.stdout.write(completion(tableOf(landfall), shell));
      finish(0);
    });
}

/** The command itself, and all below it. */
function tableOf(command: Command, path: readonly string[] = []): readonly Completable[] {
  const help = { name: "--help", about: "say how a command is used", values: [], takesValue: false };
  const options = command.options.map((option) => ({
    name: option.long ?? option.flags,
    about: option.description,
    values: option.argChoices ?? [],
    takesValue: option.required || option.optional,
  }));
  const own = {
    path,
    words: [
      ...command.commands.map((below) => ({ name: below.name(), about: below.description() })),
      ...command.registeredArguments.flatMap(({ argChoices = [], description }) =>
        argChoices.map((name) => ({ name, about: description })),
      ),
    ],
    options: [...options, help],
    takesFiles: command.registeredArguments.some((argument) => ["file", "path"].includes(argument.name())),
  };
  return [own, ...command.commands.flatMap((below) => tableOf(below, [...path, below.name()]))];
}
