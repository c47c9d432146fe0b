/** `landfall sign-in`: the person consents once more; a daemon that waits for it goes on within a minute. */

import { grantStore } from "../access.ts";
import type { MailboxConfig } from "../config.ts";
import { connect, disconnect } from "../mailbox/connection.ts";
import { explain } from "../mailbox/refusal.ts";
import type { Grant } from "../oauth/grant.ts";
import { askConsent, withGrant } from "./consent.ts";
import type { Io } from "./io.ts";
import { inLedger } from "./mailboxes.ts";

/** Exit code 2 where the mailbox has a password. */
export const signIn = async (config: MailboxConfig, { json }: { json: boolean }, io: Io): Promise<number> => {
  const { imap } = config;
  if (imap.oauth === null) {
    io.stderr.write(
      `landfall sign-in: ${imap.user} is opened with a password; to give another one: landfall init --only password\n`,
    );
    return 2;
  }
  try {
    const grant = await askConsent(imap.oauth, imap.user, io);
    await tryIn(config, grant);
    await keepGrant(config, grant);
    const text = json
      ? JSON.stringify({ user: imap.user, signedIn: true })
      : `Signed in to ${imap.user}. A daemon that runs goes on by itself.`;
    io.stdout.write(`${text}\n`);
    return 0;
  } catch (error) {
    io.stderr.write(`landfall sign-in: ${explain(error, imap).triedOnce}\n`);
    return 1;
  }
};

/** A consent of another account is found out now, and not by the daemon. */
const tryIn = async ({ imap, lookbackDays, pollMinutes }: MailboxConfig, grant: Grant): Promise<void> => {
  const options = { ...withGrant(imap, grant), lookbackDays, pollMinutes };
  await disconnect(await connect(options, new AbortController().signal));
};

/** Seals the consent into the ledger, which is made where there is none. */
export const keepGrant = async (
  config: Pick<MailboxConfig, "imap" | "dataDir" | "key">,
  grant: Grant,
): Promise<void> =>
  inLedger(config, async ({ ledger, key }) => {
    const store = grantStore(config.imap.user, config.dataDir, { secrets: ledger, key });
    await store.alone(async () => store.save(grant));
  });
