/** What each command line has in common: the settings it asks for, and how a wrong use is told. */

import type { Io } from "../commands/io.ts";
import type { Config, ConfigFor, EnvFile, LocalConfig, MailboxConfig, Needs } from "../config.ts";

export type Json = { readonly json?: boolean };
/** Takes the exit code: 0 done, 1 failed, 2 wrong use or bad configuration. */
export type Finish = (exitCode: number) => void;

/** Said in plain words already; only the exit code is left to tell. */
export class WrongUse extends Error {}

/** The settings a command needs; a problem with one it does not need is told and passed over. */
export async function settings<const N extends Needs>(needs: N, io: Io): Promise<ConfigFor<N>> {
  const { config, passedOver } = await read(needs, io);
  if (passedOver !== "") io.stderr.write(`landfall: these settings are passed over:\n${passedOver}`);
  return config;
}

/** What is set, before it is known what has to be asked for: nothing is told yet. */
export async function peek(io: Io): Promise<LocalConfig & Partial<Config>> {
  return (await read({ mailbox: false, sending: false }, io)).config;
}

async function read<const N extends Needs>(
  needs: N,
  io: Io,
): Promise<{ readonly config: ConfigFor<N>; readonly passedOver: string }> {
  const { describeProblems, loadConfig, systemEnvironment } = await import("../config.ts");
  const loaded = loadConfig(systemEnvironment(), process.cwd(), needs);
  const told = describeProblems(loaded.problems);
  if (loaded.ok) return { config: loaded.config, passedOver: told };
  return refuse(`these settings stand in the way:\n${told}${whereToSet(loaded.envFiles)}`, io);
}

/** The settings of one mailbox: that of the settings, or one that the ledger keeps, by what it signs in with. */
export async function mailboxSettings(user: string | undefined, io: Io): Promise<MailboxConfig> {
  const chosen = await keptOrNull(user, io);
  return chosen ?? (await settings({ mailbox: true, sending: false }, io));
}

/** The same, where none needs to be set: then what all have in common. */
export async function mailboxOrLocal(
  user: string | undefined,
  io: Io,
): Promise<LocalConfig & Partial<Config>> {
  return (await keptOrNull(user, io)) ?? (await localSettings(io));
}

/** The mailbox that the ledger keeps, where it is that one; null where it is the one of the settings, or there is none. */
async function keptOrNull(user: string | undefined, io: Io): Promise<Config | null> {
  const config = await peek(io);
  if (config.imap !== undefined && (user === undefined || config.imap.user === user)) return null;
  const { keptMailboxes } = await import("../commands/mailboxes.ts");
  const isNone = user === undefined && (await keptMailboxes(config)).length === 0;
  return isNone ? null : await keptSettings(config, user, io);
}

/** The same with all that sending needs. */
export async function fullSettings(user: string | undefined, io: Io): Promise<Config> {
  const config = await peek(io);
  const isOwn = user === undefined ? !(await keepsAll(config)) : config.imap?.user === user;
  return isOwn ? await settings({ mailbox: true, sending: true }, io) : await keptSettings(config, user, io);
}

/** True where the settings name no mailbox, and the ledger keeps some. */
export async function keepsAll(config: LocalConfig & Partial<Config>): Promise<boolean> {
  if (config.imap !== undefined || config.inherited["IMAP_HOST"] !== undefined) return false;
  const { keptMailboxes } = await import("../commands/mailboxes.ts");
  return (await keptMailboxes(config)).length > 0;
}

/** Of a mailbox that the ledger keeps; undefined: of the only one. */
async function keptSettings(
  config: LocalConfig & Partial<Config>,
  user: string | undefined,
  io: Io,
): Promise<Config> {
  const { configNamed, keptMailboxes } = await import("../commands/mailboxes.ts");
  const kept = (await keptMailboxes(config)).map((each) => each.user);
  const name = user ?? (kept.length === 1 ? kept[0] : undefined);
  const found = name === undefined ? null : await configNamed(config, name);
  if (found !== null) return found;
  const what =
    user === undefined ? "which mailbox? say --mailbox with one of" : `no mailbox "${user}"; there are`;
  return refuse(`${what}: ${[config.imap?.user ?? [], kept].flat().join(", ") || "none"}`, io);
}

/** What `run` is given: the mailbox of the settings, unless there is none and the ledger keeps others. */
export async function runSettings(io: Io): Promise<LocalConfig & Partial<Config>> {
  const config = await peek(io);
  if (config.imap === undefined && config.inherited["IMAP_HOST"] === undefined) {
    const { keptMailboxes } = await import("../commands/mailboxes.ts");
    if ((await keptMailboxes(config)).some(({ state }) => state === "watched"))
      return await localSettings(io);
  }
  return await settings({ mailbox: true, sending: true }, io);
}

/** Whatever is set, with nothing asked for. */
export async function localSettings(io: Io): Promise<LocalConfig & Partial<Config>> {
  return await settings({ mailbox: false, sending: false }, io);
}

function whereToSet(files: readonly EnvFile[]): string {
  const places = files.map(({ path, found }) => `"${path}" (${found ? "read" : "not there"})`);
  return `Run \`npx landfall init\`, or set them in .env, as .env.example explains; looked for ${places.join(" and ")}.`;
}

export function refuse(reason: string, io: Io): never {
  io.stderr.write(`landfall: ${reason}\n`);
  throw new WrongUse();
}
