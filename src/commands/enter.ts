/** Whose mailbox, on which server, with what password or consent: asked for, tried, and looked back in. Writes nothing. */

import { loadValues, type MailboxConfig } from "../config.ts";
import type { Grant } from "../oauth/grant.ts";
import { NotAnswered, type Asker } from "../setup/ask.ts";
import type { Lookups } from "../setup/discover.ts";
import type { Provider } from "../setup/providers.ts";
import { askServers, enterServers, serverNames } from "../setup/ask-servers.ts";
import {
  askAddress,
  askApplication,
  askPassword,
  consentNames,
  issuerFor,
  without,
  type Answers,
} from "../setup/questions.ts";
import type { Part } from "../setup/parts.ts";
import type { Io } from "./io.ts";
import type { Scan } from "./scan.ts";

export type Entered = {
  readonly config: MailboxConfig;
  /** All settings, what was known before included. */
  readonly answers: Answers;
  readonly found: Scan;
  /** Null where the mailbox has a password. */
  readonly grant: Grant | null;
};

export type Helpers = { readonly asker: Asker; readonly lookups: Lookups; readonly io: Io };

/** What stands before the first question. */
type Start = {
  readonly dataDir: string;
  /** What is set already, what was given included; and what was given alone. */
  readonly known: Answers;
  readonly given: Answers;
  readonly parts: readonly Part[];
};

type Door = { readonly address: string; readonly provider: Provider | null; readonly known: Answers };

/** What did not work, as far as it can be told apart; with the answers that were tried. */
type Refused = { readonly blame: "password" | "servers"; readonly answers: Answers };
type Tried = Entered | Refused;

/** Null where signing in did not work; why was said. */
export const enter = async (start: Start, helpers: Helpers): Promise<Entered | null> => {
  let door = await findDoor(start, helpers);
  for (;;) {
    const tried = await tryIn(door, start.dataDir, helpers);
    if (!("blame" in tried)) return tried;
    const next = await another(door, tried, start, helpers);
    if (next === null) return null;
    door = next;
  }
};

const findDoor = async ({ known, given, parts }: Start, { asker, lookups }: Helpers): Promise<Door> => {
  const isKnown = known["IMAP_USER"] !== undefined && known["IMAP_HOST"] !== undefined;
  // Whoever wants to change the servers alone has told the address.
  const address =
    isKnown && !parts.includes("password") ? known["IMAP_USER"]! : await askAddress(asker, known);
  const { provider, answers } = await askServers(asker, { address, known, given, lookups });
  const door = {
    address,
    provider,
    known: { ...without(known, serverNames), ...answers, IMAP_USER: address },
  };
  return isKnown && asker.canRetry && parts.includes("servers") ? await otherServers(door, asker) : door;
};

const otherServers = async (door: Door, asker: Asker): Promise<Door> => ({
  ...door,
  known: { ...without(door.known, serverNames), ...(await enterServers(asker, door.known)) },
});

const tryIn = async (door: Door, dataDir: string, helpers: Helpers): Promise<Tried> =>
  issuerFor(door.provider, door.known) === null
    ? await byPassword(door, dataDir, helpers)
    : await byApplication(door, dataDir, helpers);

/** What the person wants to try in its place; null where they, or nobody, wants to try on. */
const another = async (
  door: Door,
  { blame, answers }: Refused,
  start: Start,
  helpers: Helpers,
): Promise<Door | null> => {
  const { asker } = helpers;
  if (!asker.canRetry) return null;
  const tried = { ...door, known: answers };
  const question = { name: "again", message: "What do you want to try?", initial: blame };
  const choice = await asker.choose(question, choices);
  if (choice === "servers") return await otherServers(tried, asker);
  if (choice === "address") return await findDoor({ ...start, known: answers, parts: ["password"] }, helpers);
  return choice === "password" ? tried : null;
};

const choices = [
  { value: "password", label: "again, with the same or another password" },
  { value: "servers", label: "other servers" },
  { value: "address", label: "another address" },
  { value: "stop", label: "nothing more: stop, and write nothing" },
];

const byPassword = async (
  { provider, known }: Door,
  dataDir: string,
  { asker, io }: Helpers,
): Promise<Tried> => {
  const answers = {
    ...without(known, consentNames),
    IMAP_PASSWORD: await askPassword(asker, provider, known),
  };
  const config = configOf(answers, dataDir);
  const looked = await lookBack(config, asker, io);
  return "blame" in looked ? { ...looked, answers } : { config, answers, found: looked, grant: null };
};

const byApplication = async (
  { address, provider, known }: Door,
  dataDir: string,
  { asker, io }: Helpers,
): Promise<Tried> => {
  const application = await askApplication(asker, provider, known);
  const answers = { ...without(known, ["IMAP_PASSWORD"]), ...application };
  const config = configOf(answers, dataDir);
  const grant = await consentTo(config, address, asker, io);
  if (grant === null) return { blame: "password", answers };
  const { withGrant } = await import("./consent.ts");
  const looked = await lookBack({ ...config, imap: withGrant(config.imap, grant) }, asker, io);
  return "blame" in looked ? { ...looked, answers } : { config, answers, found: looked, grant };
};

const consentTo = async (
  { imap }: MailboxConfig,
  address: string,
  asker: Asker,
  io: Io,
): Promise<Grant | null> => {
  const { askConsent } = await import("./consent.ts");
  try {
    return imap.oauth && (await askConsent(imap.oauth, address, io));
  } catch (error) {
    const { explain } = await import("../mailbox/refusal.ts");
    asker.say(`\n${explain(error, imap).triedOnce}`);
    return null;
  }
};

const configOf = (answers: Answers, dataDir: string): MailboxConfig => {
  const loaded = loadValues(answers, dataDir, { mailbox: true, sending: false });
  if (loaded.ok) return loaded.config;
  throw new NotAnswered(loaded.problems.map(({ name, message }) => `${name} ${message}`).join("; "));
};

const lookBack = async (
  config: MailboxConfig,
  asker: Asker,
  io: Io,
): Promise<Scan | Pick<Refused, "blame">> => {
  const began = performance.now();
  const [{ progressLine }, { scan }, { checkText }] = await Promise.all([
    import("./progress.ts"),
    import("./scan.ts"),
    import("./check-report.ts"),
  ]);
  const progress = progressLine(io);
  try {
    const found = await scan(config, new Date(), progress.show, async () => undefined);
    progress.end();
    asker.say(`\nSigned in. ${checkText(config, found, Math.round(performance.now() - began))}\n`);
    return found;
  } catch (error) {
    progress.end();
    const { explain } = await import("../mailbox/refusal.ts");
    const { triedOnce, refused } = explain(error, config.imap);
    asker.say(`\n${triedOnce}`);
    return { blame: refused ? "password" : "servers" };
  }
};
