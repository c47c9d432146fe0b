/** Writes settings into a `.env` file: lines that are there stay, and comments with them. */

import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Replaces or adds these settings; one that is null is taken out. The file is 0600, in a folder of 0700, and whole at any time.
 * @throws Error in plain words where it cannot be written; the file that was there stays.
 */
export const writeEnvFile = (path: string, settings: Readonly<Record<string, string | null>>): void => {
  const before = existsSync(path) ? readFileSync(path, "utf8") : heading;
  const text = withSettings(before, settings);
  const draft = `${path}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(draft, text, { mode: 0o600 });
    chmodSync(draft, 0o600); // one that was left there keeps its mode
    renameSync(draft, path);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw new Error(`writing the settings to "${path}": ${reasonOf(cause)}`, { cause });
  }
};

const reasonOf = (cause: unknown): string => {
  const said = cause instanceof Error ? cause.message : String(cause);
  const reason = plainReasons[/\bE[A-Z]{3,}(?=:)/.exec(said)?.[0] ?? ""] ?? said;
  return `${reason}; nothing was changed, so it can be done again`;
};

/** By Node's names of errors. */
const plainReasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full: make room on it",
  EDQUOT: "your share of the disk is used up: make room in it",
  EACCES: "you may not write there: set DATA_DIR to a folder of your own",
  EROFS: "that disk may only be read: set DATA_DIR to a folder of your own",
};

const heading = "# Landfall's settings, written by `landfall init`; .env.example explains them all.\n";

/** The text of the file with these settings in it. */
export const withSettings = (text: string, settings: Readonly<Record<string, string | null>>): string => {
  const names = new Set(Object.keys(settings));
  const kept = text.split("\n").filter((line) => !names.has(nameIn(line)));
  while (kept.at(-1) === "") kept.pop();
  const added = Object.entries(settings).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${quoted(value)}`],
  );
  return [...kept, ...added, ""].join("\n");
};

/** `NAME_FILE` says the same as `NAME`: one of them alone may stand. */
const nameIn = (line: string): string => /^\s*(?:export\s+)?(\w+?)(?:_FILE)?\s*=/.exec(line)?.[1] ?? "";

/** As `parseEnv` of node:util reads it back: it knows no escapes, so the quote must be one that is not inside. */
const quoted = (value: string): string => {
  if (/^[\w@.,:/+-]*$/.test(value)) return value;
  const quote = ["'", '"', "`"].find((mark) => !value.includes(mark));
  if (quote === undefined || /[\r\n]/.test(value))
    throw new Error(
      "writing the settings: a value holds a line end, or every kind of quote; put it in a file and name that with NAME_FILE",
    );
  return `${quote}${value}${quote}`;
};
