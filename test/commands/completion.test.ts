import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { expect, test } from "@jest/globals";
import type { Command } from "commander";
import { program } from "../../src/cli.ts";
import { idsOf } from "../../src/commands/ids.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { openWorld } from "../helpers/ports.ts";
import { aCase, aFinding, aLetter } from "../helpers/samples.ts";

const streams = () => ({ stdin: Readable.from([]), stdout: new PassThrough(), stderr: new PassThrough() });

const script = async (shell: string): Promise<string> => {
  const io = streams();
  await program(io, () => undefined).parseAsync(["completion", shell], { from: "user" });
  return String(io.stdout.read());
};

const isHere = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;

/** What bash offers behind these words; the last one is being written. */
const offered = async (...words: readonly string[]): Promise<readonly string[]> => offeredBy("", words);

/** `program`: what stands in for Landfall where the script asks it. */
const offeredBy = async (standIn: string, words: readonly string[]): Promise<readonly string[]> => {
  using folder = temporaryFolder();
  const path = join(folder.path, "completion");
  writeFileSync(path, await script("bash"));
  const asked = `${standIn}source ${path}; COMP_WORDS=(landfall "$@"); COMP_CWORD=$#; _landfall; echo "\${COMPREPLY[@]}"`;
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

test("letters, cases and mailboxes are offered by name, as Landfall tells which there are", async () => {
  const standIn = 'landfall() { [ "$1 $2 $3" = "completion bash --ids" ] && echo "$4-1 $4-2"; }; ';
  expect(await offeredBy(standIn, ["explain", "let"])).toEqual(["letters-1", "letters-2"]);
  expect(await offeredBy(standIn, ["assign", "c"])).toEqual(["cases-1", "cases-2"]);
  expect(await offeredBy(standIn, ["done", "photo", "--case", ""])).toEqual(["cases-1", "cases-2"]);
  expect(await offeredBy(standIn, ["mailbox", "pause", "m"])).toEqual(["mailboxes-1", "mailboxes-2"]);
  expect(await offeredBy(standIn, ["check", "--mailbox", ""])).toEqual(["mailboxes-1", "mailboxes-2"]);
  expect(await offered("explain", "let")).toEqual([""]);
});

test("which letters and cases there are is read from the ledger; without one there are none", async () => {
  await using world = await openWorld();
  await world.ledger.store(
    [{ ...aLetter({ id: "a1" }), mailbox: "me@example.org", finding: aFinding() }],
    null,
  );
  await world.ledger.openCase(aCase);
  expect(await idsOf("letters", world.dataDir)).toEqual(["a1"]);
  expect(await idsOf("cases", world.dataDir)).toEqual([aCase.id]);
  using folder = temporaryFolder();
  expect(await idsOf("mailboxes", folder.path)).toEqual([]);
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
