/** Mailboxes beside the one that the settings name: kept in the ledger, sealed, each with settings of its own. */

import { describeProblems, loadValues, type Config, type LocalConfig } from "./config.ts";
import type { Secrets } from "./flow/ports.ts";
import { seal, unseal } from "./seal.ts";

export type StoredMailbox = {
  /** What it signs in with, and its name everywhere else. */
  readonly user: string;
  /** By the names of `.env`. */
  readonly settings: Readonly<Record<string, string>>;
  /** Removed ones are remembered by name alone, so that nobody else's reminders take over their cases. */
  readonly state: "watched" | "paused" | "removed";
};

const prefix = "mailbox ";

/** Those that were not removed, by name. */
export const storedMailboxes = async (secrets: Secrets, key: Uint8Array): Promise<readonly StoredMailbox[]> =>
  (await allMailboxes(secrets, key)).filter(({ state }) => state !== "removed");

/** Every one there ever was. */
export const allMailboxes = async (secrets: Secrets, key: Uint8Array): Promise<readonly StoredMailbox[]> =>
  opened(await sealedMailboxes(secrets), key);

/** As they lie there: another text means that something changed. */
export const sealedMailboxes = (secrets: Secrets): Promise<ReadonlyMap<string, string>> =>
  secrets.secretsLike(prefix);

export const opened = (sealed: ReadonlyMap<string, string>, key: Uint8Array): readonly StoredMailbox[] =>
  [...sealed].map(([name, text]) => JSON.parse(unseal(text, name, key)));

export const keepMailbox = async (
  secrets: Secrets,
  key: Uint8Array,
  mailbox: StoredMailbox,
): Promise<void> => {
  const name = `${prefix}${mailbox.user}`;
  await secrets.setSecret(name, seal(JSON.stringify(mailbox), name, key));
};

/** @throws Error in plain words where its settings do not hold. */
export const configOfMailbox = (
  { settings, user }: StoredMailbox,
  { inherited, dataDir }: Pick<LocalConfig, "inherited" | "dataDir">,
): Config => {
  const loaded = loadValues({ ...inherited, ...settings }, dataDir, { mailbox: true, sending: true });
  if (loaded.ok) return loaded.config;
  throw new Error(
    `the settings of ${user} do not hold:\n${describeProblems(loaded.problems)}mend them with: landfall mailbox add --address ${user}`,
  );
};
