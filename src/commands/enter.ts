/** Whose mailbox, on which server, with what password or consent: asked for, tried, and looked back in. Writes nothing. */

import { loadValues, type MailboxConfig } from "../config.ts";
import type { Grant } from "../oauth/grant.ts";
import { NotAnswered, type Asker } from "../setup/ask.ts";
import type { Lookups } from "../setup/discover.ts";
import type { Provider } from "../setup/providers.ts";
import { askServers } from "../setup/ask-servers.ts";
import { askAddress, askApplication, askPassword, issuerFor, type Answers } from "../setup/questions.ts";
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

type Door = { readonly address: string; readonly provider: Provider | null; readonly known: Answers };

/** Null where signing in did not work; why was said. */
export const enter = async (dataDir: string, known: Answers, helpers: Helpers): Promise<Entered | null> => {
  const { asker, lookups } = helpers;
  const address = await askAddress(asker, known);
  const { provider, answers } = await askServers(asker, { address, known, lookups });
  const door = { address, provider, known: { ...known, ...answers, IMAP_USER: address } };
  const byConsent = issuerFor(provider, known) !== null;
  return byConsent ? await byApplication(door, dataDir, helpers) : await byPassword(door, dataDir, helpers);
};

const oauthNames = ["OAUTH", "OAUTH_CLIENT_ID", "OAUTH_CLIENT_SECRET", "OAUTH_SCOPES"];

const byPassword = async (
  { provider, known }: Door,
  dataDir: string,
  { asker, io }: Helpers,
): Promise<Entered | null> =>
  untilItWorks(asker, async () => {
    const answers = {
      ...without(known, oauthNames),
      IMAP_PASSWORD: await askPassword(asker, provider, known),
    };
    const config = configOf(answers, dataDir);
    const found = await lookBack(config, asker, io);
    return found && { config, answers, found, grant: null };
  });

const byApplication = async (
  { address, provider, known }: Door,
  dataDir: string,
  { asker, io }: Helpers,
): Promise<Entered | null> =>
  untilItWorks(asker, async () => {
    const application = await askApplication(asker, provider, known);
    const answers = { ...without(known, ["IMAP_PASSWORD"]), ...application };
    const config = configOf(answers, dataDir);
    const grant = await consentTo(config, address, asker, io);
    if (grant === null) return null;
    const { withGrant } = await import("./consent.ts");
    const found = await lookBack({ ...config, imap: withGrant(config.imap, grant) }, asker, io);
    return found && { config, answers, found, grant };
  });

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

/** Again with other answers, for as long as the person wants to try. */
const untilItWorks = async (asker: Asker, tryIn: () => Promise<Entered | null>): Promise<Entered | null> => {
  for (;;) {
    const entered = await tryIn();
    if (entered !== null) return entered;
    if (!asker.canRetry || !(await asker.confirm("Try again?", true))) return null;
  }
};

const without = (answers: Answers, names: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)));

const configOf = (answers: Answers, dataDir: string): MailboxConfig => {
  const loaded = loadValues(answers, dataDir, { mailbox: true, sending: false });
  if (loaded.ok) return loaded.config;
  throw new NotAnswered(loaded.problems.map(({ name, message }) => `${name} ${message}`).join("; "));
};

const lookBack = async (config: MailboxConfig, asker: Asker, io: Io): Promise<Scan | null> => {
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
    asker.say(`\n${explain(error, config.imap).triedOnce}`);
    return null;
  }
};
