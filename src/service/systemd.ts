/** The service under systemd's user manager: it needs no root, and runs as the person. */

import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import { firstFailure, runCommand } from "./shell.ts";
import type { Done, Program, ServiceState, Supervisor } from "./supervisor.ts";
import { unitOf } from "./unit.ts";

const unit = "landfall.service";

/** `configHome`: the XDG folder for configuration. */
export const systemd = (configHome: string): Supervisor => {
  const file = join(configHome, "systemd", "user", unit);
  return {
    name: "systemd",
    file,
    install: async (program) => install(file, program),
    uninstall: async () => uninstall(file),
    state: async () => state(file),
    // Where the journal is kept in memory alone, there is none of the user's own: --user would find nothing.
    logs: (follow) => ["journalctl", "--user-unit", unit, "--lines", "100", ...(follow ? ["--follow"] : [])],
  };
};

const install = async (file: string, program: Program): Promise<Done> => {
  await mkdir(dirname(file), { recursive: true });
  await mkdir(program.dataDir, { recursive: true, mode: 0o700 });
  await writeFile(file, unitOf(program), { mode: 0o600 });
  const failure = await firstFailure([
    ["systemctl", "--user", "daemon-reload"],
    ["systemctl", "--user", "enable", unit],
    ["systemctl", "--user", "restart", unit],
  ]);
  return failure === null
    ? { ok: true, notes: await linger() }
    : { ok: false, problem: explain(failure, file) };
};

const explain = (failure: string, file: string): string => {
  const written = `"${file}" is written, but systemd did not take it over (${failure})`;
  if (/connect to (?:the )?(?:user scope )?bus|No medium found|ENOENT/i.test(failure))
    return `${written}; this session has no systemd of its own: sign in as this user (not by su or sudo) and try again, or use Docker`;
  if (/NAMESPACE/i.test(failure))
    return `${written}; this kernel forbids its sandbox to users: remove the lines Protect…, ReadWritePaths and PrivateTmp from that file, then: systemctl --user daemon-reload && systemctl --user restart landfall`;
  return `${written}; landfall service logs says more`;
};

/** Without lingering a user's services end when the user signs out. */
const linger = async (): Promise<readonly string[]> => {
  const { username } = userInfo();
  const { ok } = await runCommand("loginctl", ["enable-linger", username]);
  return ok
    ? ["It starts with the machine, whether or not you are signed in."]
    : [`It stops when you sign out. To keep it running: sudo loginctl enable-linger ${username}`];
};

const uninstall = async (file: string): Promise<Done> => {
  if (!existsSync(file)) return { ok: false, problem: `there is no service: "${file}" does not exist` };
  const failure = await firstFailure([["systemctl", "--user", "disable", "--now", unit]]);
  await rm(file, { force: true });
  await runCommand("systemctl", ["--user", "daemon-reload"]);
  return { ok: true, notes: failure === null ? [] : [`It may still run: ${failure}`] };
};

const properties = "ActiveState,SubState,MainPID,NRestarts,ActiveEnterTimestamp";

const state = async (file: string): Promise<ServiceState> => {
  const { out } = await runCommand("systemctl", ["--user", "show", unit, "--property", properties]);
  const value = (name: string): string => new RegExp(`^${name}=(.*)$`, "mu").exec(out)?.[1] ?? "";
  const active = value("ActiveState");
  return {
    installed: existsSync(file),
    running: active === "active",
    state: active === "" ? "unknown" : `${active} (${value("SubState")})`,
    pid: Number(value("MainPID")) || null,
    restarts: out === "" ? null : Number(value("NRestarts")),
    since: value("ActiveEnterTimestamp") || null,
  };
};
