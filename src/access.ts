/** How the servers of a mailbox are signed in to: with its password, or with tokens that its owner's consent gives. */

import type { ImapServer, MailboxConfig, SmtpServer } from "./config.ts";
import type { Clock, Log, Secrets } from "./flow/ports.ts";
import { alone } from "./ledger/lock.ts";
import type { GrantStore, Tokens } from "./oauth/tokens.ts";
import { seal, unseal } from "./seal.ts";
import { silentLog, systemClock } from "./system.ts";

type Parts = {
  readonly secrets: Secrets;
  readonly key: Uint8Array;
  readonly clock: Clock;
  readonly log: Log;
  readonly ended?: () => void;
  readonly mended?: () => void;
};

type Place = { readonly imap: ImapServer; readonly dataDir: string };

/** Null where the mailbox has a password: nothing of what tokens need is loaded then. */
export const tokensOf = async ({ imap, dataDir }: Place, parts: Parts): Promise<Tokens | null> => {
  if (imap.oauth === null) return null;
  const { Tokens } = await import("./oauth/tokens.ts");
  return new Tokens({ ...parts, client: imap.oauth, store: grantStore(imap.user, dataDir, parts) });
};

/** Where the sign-in of a mailbox is kept: sealed, in the ledger. */
export const grantStore = (
  user: string,
  dataDir: string,
  { secrets, key }: Pick<Parts, "secrets" | "key">,
): GrantStore => {
  const name = `sign-in ${user}`;
  return {
    load: async () => {
      const sealed = await secrets.secret(name);
      if (sealed === null) return null;
      const { grantFromText } = await import("./oauth/grant.ts");
      return grantFromText(unseal(sealed, name, key));
    },
    save: async (grant) => {
      const { grantToText } = await import("./oauth/grant.ts");
      await secrets.setSecret(name, seal(grantToText(grant), name, key));
    },
    alone: async (work) => alone(dataDir, work),
  };
};

/** The same settings, with tokens where they serve in the place of a password. */
export const withTokens = <C extends { readonly imap: ImapServer; readonly smtp?: SmtpServer | null }>(
  config: C,
  tokens: Pick<Tokens, "take"> | null,
): C => {
  if (tokens === null) return config;
  const { imap, smtp } = config;
  const accessToken = tokens.take;
  return {
    ...config,
    imap: { ...imap, accessToken },
    ...(smtp?.byToken && { smtp: { ...smtp, accessToken } }),
  };
};

/** For a command that ends: the ledger is opened only where tokens are kept in it. */
export const usingTokens = async <C extends SignedIn, T>(
  config: C,
  work: (config: C) => Promise<T>,
): Promise<T> => {
  if (config.imap.oauth === null) return await work(config);
  const [{ openLedger }, { loadKey }] = await Promise.all([import("./ledger/ledger.ts"), import("./key.ts")]);
  await using ledger = await openLedger(config.dataDir);
  const key = await loadKey(config.key, config.dataDir);
  const parts = { secrets: ledger, key, clock: systemClock, log: silentLog };
  return await work(withTokens(config, await tokensOf(config, parts)));
};

type SignedIn = Pick<MailboxConfig, "imap" | "dataDir" | "key"> & { readonly smtp?: SmtpServer | null };
