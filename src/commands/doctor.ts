/** `landfall doctor`: is everything as it has to be, and if not, what mends it. */

import type { LocalConfig } from "../config.ts";
import { checkHere } from "./doctor-here.ts";
import { checkServers, everyMailbox, type Settings } from "./doctor-servers.ts";
import type { Io } from "./io.ts";
import { painter } from "./paint.ts";

export type Check = {
  readonly name:
    | "node"
    | "folder"
    | "ledger"
    | "backups"
    | "queue"
    | "zone"
    | "settings"
    | "mailbox"
    | "sending"
    | "disk"
    | "dns"
    | "clock";
  readonly ok: boolean;
  /** True where it only informs: worth a look, and no reason to fail. */
  readonly warning?: boolean;
  readonly message: string;
};

/** Exit code 1 where something is wrong; what only informs warns. */
export const doctor = async (
  config: LocalConfig,
  settings: Settings,
  { json }: { json: boolean },
  io: Io,
): Promise<number> => {
  const here = await checkHere({ ...config, timeZone: config.planning.timeZone });
  const checks = [...here, ...(await checkServers(await everyMailbox(config, settings)))].map((check) => ({
    warning: false,
    ...check,
  }));
  const ok = checks.every((check) => check.ok);
  const text = json ? JSON.stringify({ ok, checks }) : checks.map((check) => line(check, io)).join("\n");
  io.stdout.write(`${text}\n`);
  return ok ? 0 : 1;
};

const line = ({ name, ok, warning = false, message }: Check, io: Io): string => {
  const paint = painter(io.stdout);
  const mark = !ok ? paint("now", "BAD ") : warning ? paint("soon", "warn") : paint("good", "ok  ");
  return `${mark} ${name.padEnd(8)} ${message}`;
};
