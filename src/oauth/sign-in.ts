/** A person signs in: by a code on any device, or in a browser on this machine. */

import { SignInFailure } from "../flow/failures.ts";
import { signInByBrowser } from "./browser.ts";
import { applicationOf, type Application } from "./client.ts";
import { firstGrant, type Grant } from "./grant.ts";
import { issuerOf, type Issuer, type OauthClient } from "./issuers.ts";
import { signInFailure } from "./refusal.ts";

export type Person = {
  /** Shows where to go, and the code to enter there. */
  readonly enterCode: (address: string, code: string, minutes: number) => void;
  /** Opens the address in a browser of this machine, or shows it. */
  readonly open: (address: string) => void;
  /** Ends the wait. */
  readonly signal: AbortSignal;
  /** The mailbox's address: the account that is offered first. */
  readonly hint: string;
};

/** Waits until the person has consented. @throws SignInFailure */
export const signIn = async (client: OauthClient, person: Person, now: () => Date): Promise<Grant> => {
  try {
    const application = await applicationOf(client);
    const issuer = issuerOf(client);
    const tokens = await tokensFor(
      application,
      { ...issuer, scopes: client.scopes ?? issuer.scopes },
      person,
    );
    const grant = firstGrant(tokens, now());
    if (grant !== null) return grant;
  } catch (error) {
    throw signInFailure(error, { client, grantedAt: null, now: now() });
  }
  const { name } = issuerOf(client);
  throw new SignInFailure(
    `signing in with ${name}: it gave no refresh token, so that the sign-in would end within the hour; have the application ask for offline access (OAUTH_SCOPES)`,
    { ended: true },
  );
};

const tokensFor = async (application: Application, issuer: Issuer, person: Person) => {
  const hasCodes = application.configuration.serverMetadata().device_authorization_endpoint !== undefined;
  return issuer.way === "code" && hasCodes
    ? await signInByCode(application, issuer, person)
    : await signInByBrowser(application, issuer, person);
};

/** RFC 8628. */
const signInByCode = async (
  { library, configuration }: Application,
  { scopes, parameters }: Issuer,
  { enterCode, signal }: Person,
) => {
  const asked = await library.initiateDeviceAuthorization(configuration, { scope: scopes, ...parameters });
  enterCode(
    asked.verification_uri_complete ?? asked.verification_uri,
    asked.user_code,
    Math.floor(asked.expires_in / 60),
  );
  return await library.pollDeviceAuthorizationGrant(configuration, asked, undefined, { signal });
};
