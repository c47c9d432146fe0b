import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { expect, test } from "@jest/globals";
import type { Command } from "commander";
import { program } from "../../src/cli.ts";
import { temporaryFolder } from "../helpers/folder.ts";

const streams = () => ({ stdin: Readable.from([]), stdout: new PassThrough(), stderr: new PassThrough() });

const script = async (shell: string): Promise<string> => {
  const io = streams();
  await program(io, () => undefined).parseAsync(["completion", shell], { from: "user" });
  return String(io.stdout.read());
};

const isHere = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;

/** What bash offers behind these words; the last one is being written. */
const offered = async (...words: readonly string[]): Promise<readonly string[]> => {
  using folder = temporaryFolder();
  const path = join(folder.path, "completion");
  writeFileSync(path, await script("bash"));
  const asked = `source ${path}; COMP_WORDS=(landfall "$@"); COMP_CWORD=$#; _landfall; echo "\${COMPREPLY[@]}"`;
  return execFileSync("bash", ["-c", asked, "bash", ...words], { encoding: "utf8" })
    .trim()
    .split(" ");
};

/** Every command, with the words that call it. */
const commandsBelow = (command: Command, path: string): readonly (readonly [string, Command])[] =>
  command.commands.flatMap((below) => {
    const name = `${path} ${below.name()}`.trim();
    return [[name, below] as const, ...commandsBelow(below, name)];
  });
const commands = commandsBelow(
  program(streams(), () => undefined),
  "",
);

test("bash offers commands, what may be done, and options", async () => {
  expect(await offered("st")).toEqual(["status"]);
  expect(await offered("done", "p")).toEqual(["password", "presence", "photo", "passport", "print"]);
  expect(await offered("mailbox", "re")).toEqual(["resume", "remove"]);
  expect(await offered("mailbox", "add", "--ti")).toEqual(["--time-zone"]);
  expect(await offered("done", "photo", "--c")).toEqual(["--case"]);
});

test("behind an option bash offers its values, and where they are not known nothing but files", async () => {
  expect(await offered("preview", "--language", "")).toEqual(["en", "fr", "zh"]);
  expect(await offered("export", "--to", "")).toEqual([""]);
});

test.each(["bash", "zsh", "fish"])("%s takes its script, in which every command stands", async (shell) => {
  const text = await script(shell);
  for (const [name] of commands) expect(text).toContain(name);
  if (!isHere(shell)) return;
  using folder = temporaryFolder();
  const path = join(folder.path, "completion");
  writeFileSync(path, text);
  expect(spawnSync(shell, ["-n", path], { encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
});

test.each(commands.filter(([, command]) => command.commands.length === 0))(
  "the help of `%s` teaches with examples, each of which calls it",
  async (name, command) => {
    const io = streams();
    command.configureOutput({ writeOut: (text) => io.stdout.write(text) }).outputHelp();
    const [, examples = ""] = String(io.stdout.read()).split(/\nExamples?:\n/);
    expect(examples).not.toBe("");
    if (name === "completion") return;
    for (const line of examples.trim().split("\n"))
      expect(line).toMatch(new RegExp(`^\\s*landfall ${name}(?: |$)`));
  },
);
