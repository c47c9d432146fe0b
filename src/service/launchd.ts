/** The service under macOS's launchd, as an agent of the person's own (launchd.plist(5)). */

import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { homedir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { firstFailure, runCommand } from "./shell.ts";
import type { Done, Program, ServiceState, Supervisor } from "./supervisor.ts";

const label = "app.landfall";

export const launchd = (dataDir: string): Supervisor => {
  const file = join(homedir(), "Library", "LaunchAgents", `${label}.plist`);
  return {
    name: "launchd",
    file,
    install: async (program) => install(file, program),
    uninstall: async () => uninstall(file),
    state: async () => state(file),
    logs: (follow) => ["tail", "-n", "100", ...(follow ? ["-F"] : []), logFile(dataDir)],
  };
};

const logFile = (dataDir: string): string => join(dataDir, "landfall.log");

const domain = (): string => `gui/${userInfo().uid}`;

const install = async (file: string, program: Program): Promise<Done> => {
  await mkdir(dirname(file), { recursive: true });
  await mkdir(program.dataDir, { recursive: true, mode: 0o700 });
  await writeFile(file, plistOf(program), { mode: 0o600 });
  // One that runs already is replaced.
  await runCommand("launchctl", ["bootout", `${domain()}/${label}`]);
  const failure = await firstFailure([["launchctl", "bootstrap", domain(), file]]);
  return failure === null
    ? { ok: true, notes: ["It starts whenever you sign in to this Mac."] }
    : { ok: false, problem: `"${file}" is written, but launchd did not take it over (${failure})` };
};

const uninstall = async (file: string): Promise<Done> => {
  if (!existsSync(file)) return { ok: false, problem: `there is no service: "${file}" does not exist` };
  const failure = await firstFailure([["launchctl", "bootout", `${domain()}/${label}`]]);
  await rm(file, { force: true });
  return { ok: true, notes: failure === null ? [] : [`It may still run: ${failure}`] };
};

const state = async (file: string): Promise<ServiceState> => {
  const { ok, out } = await runCommand("launchctl", ["print", `${domain()}/${label}`]);
  const value = (name: string): string => new RegExp(`^\\s*${name} = (.*)$`, "mu").exec(out)?.[1] ?? "";
  return {
    installed: existsSync(file),
    running: ok && value("state") === "running",
    state: ok ? value("state") : "not loaded",
    pid: Number(value("pid")) || null,
    restarts: ok ? Math.max(0, Number(value("runs")) - 1) : null,
    since: null,
  };
};

/** Whatever ended it but a signal to stop, it is started anew: a disk may have been full, a server away. */
export const plistOf = ({
  node,
  launcher,
  dataDir,
  workingDir,
}: Program): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key><string>${label}</string>
  <key>ProgramArguments</key>
  <array><string>${xml(node)}</string><string>${xml(launcher)}</string><string>run</string></array>
  <key>WorkingDirectory</key><string>${xml(workingDir)}</string>
  <key>EnvironmentVariables</key><dict><key>DATA_DIR</key><string>${xml(dataDir)}</string></dict>
  <key>RunAtLoad</key><true/>
  <key>KeepAlive</key><dict><key>SuccessfulExit</key><false/></dict>
  <key>ThrottleInterval</key><integer>60</integer>
  <key>ProcessType</key><string>Background</string>
  <key>Umask</key><integer>63</integer>
  <key>StandardErrorPath</key><string>${xml(logFile(dataDir))}</string>
</dict>
</plist>
`;

const xml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
