/** `landfall mailbox list|pause|resume|remove`, and what other commands need of the mailboxes that the ledger keeps. */

import type { Config, LocalConfig } from "../config.ts";
import { toIsoOrNull } from "../domain/instants.ts";
import { datedMoment as when } from "../domain/wording/moments.ts";
import type { MailboxHealth } from "../flow/ports.ts";
import { loadKey } from "../key.ts";
import { ledgerExists } from "../ledger/files.ts";
import { openLedger, type OpenLedger } from "../ledger/ledger.ts";
import { configOfMailbox, keepMailbox, storedMailboxes, type StoredMailbox } from "../mailboxes.ts";
import type { Io } from "./io.ts";

type Place = Pick<LocalConfig, "dataDir" | "key" | "inherited">;
type Open = { readonly ledger: OpenLedger; readonly key: Uint8Array };

/** The ledger is made where there is none. */
export const inLedger = async <T>(
  { dataDir, key: given }: Pick<Place, "dataDir" | "key">,
  work: (open: Open) => Promise<T>,
): Promise<T> => {
  await using ledger = await openLedger(dataDir);
  return await work({ ledger, key: await loadKey(given, dataDir) });
};

/** Those that the ledger keeps; none where there is no ledger. */
export const keptMailboxes = async (place: Place): Promise<readonly StoredMailbox[]> =>
  ledgerExists(place.dataDir)
    ? await inLedger(place, async ({ ledger, key }) => storedMailboxes(ledger, key))
    : [];

/** The settings of a mailbox that the ledger keeps; null where it keeps none of that name. */
export const configNamed = async (place: Place, user: string): Promise<Config | null> => {
  const mailbox = (await keptMailboxes(place)).find((each) => each.user === user);
  return mailbox === undefined ? null : configOfMailbox(mailbox, place);
};

/** Of `init`'s answers, kept in the ledger in the place of a file. */
export const keepAnswers = async (
  place: Place,
  answers: Readonly<Record<string, string | null>>,
): Promise<string> =>
  inLedger(place, async ({ ledger, key }) => {
    const settings = Object.fromEntries(
      Object.entries(answers).filter((answer): answer is [string, string] => answer[1] !== null),
    );
    const user = settings["IMAP_USER"] ?? "";
    // Whoever changes a language does not mean to end a pause.
    const before = (await storedMailboxes(ledger, key)).find((each) => each.user === user);
    await keepMailbox(ledger, key, { user, settings, state: before?.state ?? "watched" });
    return `${user}, sealed in the ledger of ${place.dataDir}`;
  });

type Shown = {
  readonly user: string;
  readonly host: string;
  readonly remindTo: string;
  readonly main: boolean;
  readonly state: MailboxHealth["state"];
  readonly lastLookAt: Date | null;
  readonly problem: string | null;
};

export const listMailboxes = async (
  config: LocalConfig & Partial<Config>,
  { json }: { json: boolean },
  io: Io,
): Promise<number> => {
  const shown = await shownMailboxes(config);
  const { timeZone } = config.planning;
  const mailboxes = shown.map((each) => ({ ...each, lastLookAt: toIsoOrNull(each.lastLookAt, timeZone) }));
  const text = json
    ? JSON.stringify({ mailboxes }, null, 2)
    : shown.length === 0
      ? "No mailbox yet: `npx landfall init` connects one."
      : shown.map((each) => linesOf(each, timeZone).join("\n")).join("\n");
  io.stdout.write(`${text}\n`);
  return 0;
};

const shownMailboxes = async (config: LocalConfig & Partial<Config>): Promise<readonly Shown[]> => {
  const { imap, remindTo = "" } = config;
  const main = imap && { user: imap.user, host: imap.host, remindTo, main: true, paused: false };
  if (!ledgerExists(config.dataDir)) return main === undefined ? [] : [toShown(main, undefined)];
  return await inLedger(config, async ({ ledger, key }) => {
    const health = new Map((await ledger.health()).map((each) => [each.user, each]));
    const kept = (await storedMailboxes(ledger, key)).map(({ user, settings, state }) => ({
      user,
      host: settings["IMAP_HOST"] ?? "",
      remindTo: settings["REMIND_TO"] ?? user,
      main: false,
      paused: state === "paused",
    }));
    return [...(main === undefined ? [] : [main]), ...kept].map((each) =>
      toShown(each, health.get(each.user)),
    );
  });
};

type Kept = Pick<Shown, "user" | "host" | "remindTo" | "main"> & { readonly paused: boolean };

const toShown = ({ paused, ...kept }: Kept, health: MailboxHealth | undefined): Shown => ({
  ...kept,
  state: paused ? "paused" : (health?.state ?? "stopped"),
  lastLookAt: health?.lastLookAt ?? null,
  problem: health?.problem ?? null,
});

const linesOf = (each: Shown, timeZone: string): readonly string[] => [
  `${each.user} on ${each.host}: ${each.state}${each.main ? ", of the settings" : ""}`,
  `  reminders go to ${each.remindTo}; ${each.lastLookAt === null ? "never looked at" : `last look ${when(each.lastLookAt, timeZone)}`}`,
  ...(each.problem === null ? [] : [`  ${each.problem}`]),
];

/** What is said when it is done. */
const done = {
  paused: "is neither looked at nor reminded of until: landfall mailbox resume",
  watched: "is watched again",
  removed:
    "is not watched any more, nor are its windows reminded of; its password or sign-in is erased, its letters stay until `landfall forget`",
} as const;

/** A daemon that runs follows within a minute. Exit code 1 where the ledger keeps none of that name. */
export const setMailbox = async (
  config: LocalConfig & Partial<Config>,
  user: string,
  { state, json }: { readonly state: StoredMailbox["state"]; readonly json: boolean },
  io: Io,
): Promise<number> => {
  const mailbox = (await keptMailboxes(config)).find((each) => each.user === user);
  if (mailbox === undefined) {
    const isMain = config.imap?.user === user;
    const reason = isMain
      ? `${user} is the mailbox of the settings: take it out of .env instead`
      : `the ledger keeps no mailbox "${user}"; see: landfall mailbox list`;
    io.stderr.write(`landfall mailbox: ${reason}\n`);
    return 1;
  }
  await inLedger(config, async ({ ledger, key }) => {
    const settings = state === "removed" ? {} : mailbox.settings;
    await keepMailbox(ledger, key, { user, settings, state });
    if (state === "removed") {
      await ledger.setSecret(`sign-in ${user}`, null);
      await ledger.leave(user);
    }
  });
  io.stdout.write(json ? `${JSON.stringify({ user, state })}\n` : `${user} ${done[state]}\n`);
  return 0;
};
