/** `landfall service install|status|logs|uninstall`: the daemon, kept running by the system. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describeProblems, knownSettings, loadConfig, type LocalConfig } from "../config.ts";
import { inPackage } from "../home.ts";
import { fieldNames } from "../config/fields.ts";
import { bareEnvironment, configHome, type Environment } from "../config/settings.ts";
import { launchd } from "../service/launchd.ts";
import type { Program, Supervisor } from "../service/supervisor.ts";
import { systemd } from "../service/systemd.ts";
import type { Io } from "./io.ts";

export type ServiceOptions = { readonly json: boolean; readonly follow: boolean };

export type Verb = "install" | "status" | "logs" | "uninstall";

/** `files`: where `.env` was looked for, the first one wins. */
export type ServiceConfig = Pick<LocalConfig, "dataDir"> & {
  readonly env: Environment;
  readonly cwd: string;
  readonly envFile: string;
  /** True where the ledger keeps a mailbox that is to be watched. */
  readonly keepsMailbox?: boolean;
};

export const service = async (
  verb: Verb,
  config: ServiceConfig,
  options: ServiceOptions,
  io: Io,
): Promise<number> => {
  const supervisor = supervisorFor(config);
  if (supervisor === null) {
    io.stderr.write(
      `landfall service: there is no systemd or launchd on ${process.platform}; use Docker, or your system's own way to run "landfall run"\n`,
    );
    return 1;
  }
  return await verbs[verb]({ supervisor, config, options, io });
};

type Task = {
  readonly supervisor: Supervisor;
  readonly config: ServiceConfig;
  readonly options: ServiceOptions;
  readonly io: Io;
};

const supervisorFor = ({ dataDir, env }: ServiceConfig): Supervisor | null => {
  if (process.platform === "linux") return systemd(configHome(env));
  return process.platform === "darwin" ? launchd(dataDir) : null;
};

const install = async ({ supervisor, config, options, io }: Task): Promise<number> => {
  if (!settingsSuffice(config, io)) return 2;
  const program = programOf(config);
  const done = await supervisor.install(program);
  if (!done.ok) return failed("install", done.problem, io);
  const notes = [...done.notes, ...warnings(program)];
  io.stdout.write(
    options.json
      ? `${JSON.stringify({ installed: supervisor.file, supervisor: supervisor.name, notes })}\n`
      : `${["Landfall runs as a service now.", ...notes, `It is described in "${supervisor.file}"; "landfall service status" says how it is doing, "landfall service uninstall" ends it.`].join("\n")}\n`,
  );
  return 0;
};

/** The service sees files, not the variables of this shell. */
const settingsSuffice = (config: ServiceConfig, io: Io): boolean => {
  const { env, cwd, dataDir } = config;
  const seen = { ...bareEnvironment(env), DATA_DIR: dataDir };
  const loaded = loadConfig(seen, dirname(config.envFile), { mailbox: true, sending: true });
  if (loaded.ok) return true;
  const isSet = Object.keys(knownSettings(seen, dirname(config.envFile)).values).includes("IMAP_HOST");
  if (config.keepsMailbox === true && !isSet) return true;
  const here = loadConfig(env, cwd, { mailbox: true, sending: true }).ok ? shellSettings(env) : [];
  const hint =
    here.length === 0
      ? "Run landfall init, or set them in .env.\n"
      : `${here.join(", ")} ${here.length === 1 ? "is set" : "are set"} in this shell alone, where the service does not see them: write them into "${config.envFile}".\n`;
  io.stderr.write(
    `landfall service install: these settings stand in the way:\n${describeProblems(loaded.problems)}${hint}`,
  );
  return false;
};

const shellSettings = (env: Environment): readonly string[] =>
  fieldNames.filter((name) => env[name] || env[`${name}_FILE`]);

const programOf = ({ dataDir, envFile }: ServiceConfig): Program => ({
  node: process.execPath,
  launcher: fileURLToPath(inPackage("bin/landfall.js")),
  dataDir,
  workingDir: dirname(envFile),
});

const warnings = ({ launcher }: Program): readonly string[] =>
  launcher.includes("/_npx/")
    ? [
        "This copy of Landfall lies in npm's cache, which npm may empty: better install it (npm install -g landfall) and install the service again.",
      ]
    : [];

const status = async ({ supervisor, options, io }: Task): Promise<number> => {
  const state = await supervisor.state();
  const { installed, running, since, pid, restarts } = state;
  const text = installed
    ? [
        `The service is ${state.state}${since === null ? "" : ` since ${since}`}.`,
        ...(pid === null ? [] : [`Process ${pid}, started anew ${restarts ?? 0} times.`]),
        ...(running ? [] : ["landfall service logs says why."]),
      ].join("\n")
    : "There is no service: landfall service install makes one.";
  io.stdout.write(`${options.json ? JSON.stringify(state) : text}\n`);
  return running ? 0 : 1;
};

/** Shown by the system's own command, as it is. */
const logs = async ({ supervisor, options, io }: Task): Promise<number> => {
  const [command, ...args] = supervisor.logs(options.follow);
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.pipe(io.stdout, { end: false });
  child.stderr.pipe(io.stderr, { end: false });
  try {
    const [code] = await once(child, "close");
    return code === 0 ? 0 : 1;
  } catch (error) {
    return failed("logs", error instanceof Error ? error.message : String(error), io);
  }
};

const uninstall = async ({ supervisor, config, options, io }: Task): Promise<number> => {
  const done = await supervisor.uninstall();
  if (!done.ok) return failed("uninstall", done.problem, io);
  io.stdout.write(
    options.json
      ? `${JSON.stringify({ uninstalled: supervisor.file, notes: done.notes })}\n`
      : `${["The service is gone.", ...done.notes, `What it stored stays in "${config.dataDir}"; "landfall forget" erases it.`].join("\n")}\n`,
  );
  return 0;
};

const failed = (verb: Verb, problem: string, io: Io): number => {
  io.stderr.write(`landfall service ${verb}: ${problem}\n`);
  return 1;
};

const verbs: Readonly<Record<Verb, (task: Task) => Promise<number>>> = { install, status, logs, uninstall };
