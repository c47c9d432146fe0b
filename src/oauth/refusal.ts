/** Why an issuer gave no token, in plain words, and the one command that mends it. */

import { dayMs } from "../domain/instants.ts";
import { SignInFailure } from "../flow/failures.ts";
import { issuerOf, type OauthClient } from "./issuers.ts";

/** The fields by which openid-client's errors and Node's can be told apart. */
type Failure = {
  readonly message?: string;
  /** RFC 6749 section 5.2, RFC 8628 section 3.5. */
  readonly error?: string;
  readonly error_description?: string;
  readonly status?: number;
  readonly name?: string;
  readonly cause?: unknown;
};

/** `grantedAt`: when the person consented; null while they are about to. */
type About = { readonly client: OauthClient; readonly grantedAt: Date | null; readonly now: Date };

const command = "sign in again: landfall sign-in";

/** What happened and what to do; `ended` where only the person can mend it. */
export const signInFailure = (thrown: unknown, about: About): SignInFailure => {
  if (thrown instanceof SignInFailure) return thrown;
  const failure: Failure =
    typeof thrown === "object" && thrown !== null ? thrown : { message: String(thrown) };
  const { name } = issuerOf(about.client);
  const row = failure.error === undefined ? undefined : rowOf(failure, about);
  if (row !== undefined)
    return new SignInFailure(`signing in with ${name}: ${row.what} (${saying(failure)}); ${row.todo}`, {
      ended: true,
    });
  return new SignInFailure(`signing in with ${name}: ${unlisted(failure)}; ${later}`, { ended: false });
};

const later = "check that this machine is online; Landfall keeps trying";

type Row = {
  /** Looked for in the description, or in the code itself; none: any description. */
  readonly says?: RegExp;
  readonly error: RegExp;
  readonly when?: (about: About) => boolean;
  readonly what: string;
  readonly todo: string;
};

/** Google ends the consent to an app "in testing" after a week; when it is asked again it may be a little later. */
const isAboutAWeekOld = ({ client, grantedAt, now }: About): boolean => {
  if (client.issuer !== "google" || grantedAt === null) return false;
  const days = (now.getTime() - grantedAt.getTime()) / dayMs;
  return days > 6.5 && days < 9;
};

const register = "see docs/outlook.md or docs/gmail.md for how to register the application";

/** The first row that fits. */
const rows: readonly Row[] = [
  {
    // https://developers.google.com/identity/protocols/oauth2#expiration
    error: /^invalid_grant$/,
    when: isAboutAWeekOld,
    what: 'Google ended the consent after 7 days, as it does for an app "in testing"',
    todo: `set the app to "In production" (console.cloud.google.com, Audience), then ${command}`,
  },
  {
    // https://github.com/microsoft/azuredatastudio/pull/24423
    error: /^invalid_grant$/,
    says: /AADSTS700082/,
    what: "the consent ended because it was not used for 90 days",
    todo: command,
  },
  {
    // https://github.com/microsoft/azuredatastudio/pull/22853
    error: /^invalid_grant$/,
    says: /AADSTS50173|AADSTS70043/,
    what: "the consent was withdrawn, or ended with a changed password",
    todo: command,
  },
  {
    // RFC 6749 section 5.2; https://github.com/googleapis/google-api-nodejs-client/pull/2553
    error: /^(?:invalid_grant|interaction_required|consent_required|login_required)$/,
    what: "the consent was withdrawn, or has expired",
    todo: command,
  },
  {
    error: /^(?:access_denied|authorization_declined)$/,
    what: "the consent was not given",
    todo: `to allow it, ${command}`,
  },
  {
    error: /^expired_token$/,
    what: "the code was not entered in time",
    todo: "get a new one: landfall sign-in",
  },
  {
    // https://learn.microsoft.com/entra/identity-platform/reference-error-codes
    error: /^(?:invalid_client|unauthorized_client)$/,
    says: /AADSTS7000218/,
    what: "the application is not allowed to sign in without a secret",
    todo: `switch on "Allow public client flows" in its registration (Authentication), then ${command}`,
  },
  {
    error: /^(?:invalid_client|unauthorized_client|deleted_client|disabled_client)$/,
    what: "the provider does not know the application",
    todo: `check OAUTH_CLIENT_ID and OAUTH_CLIENT_SECRET (${register}), then ${command}`,
  },
  {
    error: /^(?:invalid_scope|invalid_request)$/,
    what: "the provider does not grant what was asked for",
    todo: `check OAUTH_CLIENT_ID and OAUTH_SCOPES (${register}), then ${command}`,
  },
];

const rowOf = (failure: Failure, about: About): Row | undefined =>
  rows.find(
    ({ error, says, when }) =>
      error.test(failure.error ?? "") &&
      (says === undefined || says.test(failure.error_description ?? "")) &&
      (when === undefined || when(about)),
  );

/** The issuer's own words, on one line and bounded. */
const saying = ({ error = "", error_description: text = "" }: Failure): string =>
  [error, ...(text === "" ? [] : [`"${text.replaceAll(/\s+/gu, " ").slice(0, 160)}"`])].join(": ");

const unlisted = (failure: Failure): string => {
  if (failure.error !== undefined) return `it answered ${saying(failure)}`;
  if (failure.name === "TimeoutError") return "no answer came in time";
  const { cause } = failure;
  const code =
    typeof cause === "object" && cause !== null && "code" in cause ? ` (${String(cause.code)})` : "";
  return `${(failure.message ?? "unknown failure").slice(0, 160)}${code}`;
};
