/**
 * Where a setting's text comes from: real variables, then `.env` in the current folder, then `.env` in DATA_DIR.
 * `NAME_FILE` names a file that holds the value of NAME (a secret of Docker or systemd).
 */

import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { secretFields } from "./secret-fields.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** One thing that is wrong with one variable, in plain words. Secrets are masked. */
export type Problem = { readonly name: string; readonly message: string };

export type Settings = {
  /** Raw text by name. */
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly dataDir: string;
  /** Where `.env` was looked for, the first one wins. */
  readonly envFiles: readonly EnvFile[];
};

export type EnvFile = { readonly path: string; readonly found: boolean };

type Layer = { readonly folder: string; readonly values: Environment };

/** The variables of this process, as it was started. Its secrets are taken out of it: no program that it starts is to inherit them. */
export const systemEnvironment = (): Environment => (started ??= withoutSecretsLeft());

let started: Environment | undefined;

const withoutSecretsLeft = (): Environment => {
  const whole = { ...process.env };
  for (const name of [...secretFields, "REDIS_URL"]) delete process.env[name];
  return whole;
};

/** What a service that the system starts sees of these variables. */
export const bareEnvironment = (env: Environment): Environment =>
  Object.fromEntries(["HOME", "XDG_STATE_HOME", "PATH", "LANG"].map((name) => [name, env[name]]));

/** The XDG folder for configuration. */
export const configHome = (env: Environment): string => {
  const given = env["XDG_CONFIG_HOME"];
  return given && isAbsolute(given) ? given : join(env["HOME"] || homedir(), ".config");
};

/** Whether a failure is told with its stack. */
export const wantsDetails = (): boolean =>
  /^(debug|trace)$/.test(readSettings(process.env, process.cwd(), ["LOG_LEVEL"]).values["LOG_LEVEL"] ?? "");

/** Looks up every one of `names`; a variable set to nothing counts as not set, but for those of `maybeEmpty`. */
export function readSettings(
  env: Environment,
  cwd: string,
  names: readonly string[],
  maybeEmpty: ReadonlySet<string> = new Set(),
): Settings {
  const problems: Problem[] = [];
  const near = [{ folder: cwd, values: env }, envFile(cwd, problems)];
  const dataDir = dataFolder(lookUp("DATA_DIR", near, problems), env, cwd);
  const layers = dataDir === cwd ? near : [...near, envFile(dataDir, problems)];
  const values: Record<string, string> = {};
  for (const name of names.filter((each) => each !== "DATA_DIR")) {
    const value = emptied(name, layers, maybeEmpty) ? "" : lookUp(name, layers, problems);
    if (value !== undefined) values[name] = value;
  }
  const envFiles = [...new Set([cwd, dataDir])].map(envFileIn);
  return { values, problems, dataDir, envFiles };
}

/**
 * Settings that were given otherwise than as variables: those of a file, and over them those of flags. Of NAME_FILE the
 * value that the file holds. @throws Error in plain words
 */
export function readGiven(
  file: string | null,
  flags: Environment,
  cwd: string,
): Readonly<Record<string, string>> {
  const problems: Problem[] = [];
  const path = file === null ? null : resolve(cwd, file);
  const layers: Layer[] = [{ folder: cwd, values: flags }];
  if (path !== null) layers.push({ folder: dirname(path), values: parseEnv(readFileSync(path, "utf8")) });
  const names = layers.flatMap(({ values }) => Object.keys(values).map((name) => name.replace(/_FILE$/, "")));
  const given = new Map(names.map((name) => [name, lookUp(name, layers, problems)]));
  const [problem] = problems;
  if (problem !== undefined) throw new Error(`${problem.name} ${problem.message}`);
  return Object.fromEntries(
    [...given].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function envFileIn(folder: string): EnvFile {
  const path = join(folder, ".env");
  return { path, found: existsSync(path) };
}

function envFile(folder: string, problems: Problem[]): Layer {
  const { path, found } = envFileIn(folder);
  if (!found) return { folder, values: {} };
  try {
    return { folder, values: parseEnv(readFileSync(path, "utf8")) };
  } catch (error) {
    problems.push({ name: ".env", message: `cannot be read: ${reason(error)}` });
    return { folder, values: {} };
  }
}

/** True if the first layer that has this variable sets it to nothing, and means it. */
function emptied(name: string, layers: readonly Layer[], maybeEmpty: ReadonlySet<string>): boolean {
  const layer = layers.find(({ values }) => values[name] !== undefined || values[`${name}_FILE`]);
  return maybeEmpty.has(name) && layer?.values[name] === "" && !layer.values[`${name}_FILE`];
}

/** A variable set to nothing hides none of the layers below. */
function lookUp(name: string, layers: readonly Layer[], problems: Problem[]): string | undefined {
  const layer = layers.find(({ values }) => values[name] || values[`${name}_FILE`]);
  if (layer === undefined) return undefined;
  const file = layer.values[`${name}_FILE`];
  if (!file) return layer.values[name] || undefined;
  if (layer.values[name]) problems.push({ name, message: `is set twice: keep ${name} or ${name}_FILE` });
  return readSecret(name, resolve(layer.folder, file), problems);
}

function readSecret(name: string, path: string, problems: Problem[]): string | undefined {
  try {
    const value = readFileSync(path, "utf8").replace(/[\r\n]+$/, "");
    if (value !== "") return value;
    problems.push({ name: `${name}_FILE`, message: `names an empty file ("${path}")` });
  } catch (error) {
    problems.push({ name: `${name}_FILE`, message: `names a file that cannot be read: ${reason(error)}` });
  }
  return undefined;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** DATA_DIR, else the folder for state of the XDG Base Directory Specification. */
function dataFolder(given: string | undefined, env: Environment, cwd: string): string {
  const home = env["HOME"] || homedir();
  if (given !== undefined) return resolve(cwd, given.replace(/^~(?=\/|$)/, home));
  const state = env["XDG_STATE_HOME"];
  return join(state && isAbsolute(state) ? state : join(home, ".local", "state"), "landfall");
}
