/** A person gives Landfall their consent to open the mailbox, at their provider's own page. */

import type { ImapServer, OauthClient } from "../config.ts";
import type { Grant } from "../oauth/grant.ts";
import type { Io } from "./io.ts";
import { openInBrowser } from "./open.ts";

/** How long a browser may take to come back. */
const patienceMs = 15 * 60_000;

/** Shows where to go, and waits. Nothing is kept yet. @throws SignInFailure */
export const askConsent = async (client: OauthClient, address: string, { stderr }: Io): Promise<Grant> => {
  const { signIn } = await import("../oauth/sign-in.ts");
  const say = (text: string): void => void stderr.write(`${text}\n`);
  const person = {
    hint: address,
    signal: AbortSignal.timeout(patienceMs),
    enterCode: (where: string, code: string, minutes: number) =>
      say(
        `\nOpen ${where} in any browser, on any device, and enter this code: ${code}\nSign in there as ${address}. The code is good for ${minutes} minutes; Landfall waits.\n`,
      ),
    open: (where: string) => {
      say(
        `\nSign in as ${address} in the browser on this machine. If it does not open by itself, this is the address:\n${where}\nLandfall waits.\n`,
      );
      openInBrowser(where).catch(() => undefined);
    },
  };
  return await signIn(client, person, () => new Date());
};

/** The mailbox with a consent that is not kept yet, to try it. */
export const withGrant = (imap: ImapServer, { accessToken }: Grant): ImapServer => ({
  ...imap,
  accessToken: async () => accessToken,
});
