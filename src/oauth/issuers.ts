/** Who gives access tokens for mailboxes, and how each is asked. */

/** An application that a provider knows; `issuer` is microsoft, google, or the address of another one (OpenID discovery). */
export type OauthClient = {
  readonly issuer: string;
  readonly clientId: string;
  /** Google gives one to programs on a desk, too; it keeps nothing secret (RFC 8252 section 8.5). */
  readonly clientSecret: string | null;
  /** Null: the usual ones of the issuer. */
  readonly scopes: string | null;
};

export type Issuer = {
  readonly name: string;
  /** How a person signs in: by a code on any device (RFC 8628), or in a browser on this machine (RFC 8252). */
  readonly way: "code" | "browser";
  readonly scopes: string;
  /** Beside those of the standard. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Null: to be discovered. */
  readonly endpoints: Endpoints | null;
};

type Endpoints = {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly device_authorization_endpoint?: string;
};

/**
 * For any account, work or private (`common`).
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
 * https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth
 */
const microsoft: Issuer = {
  name: "Microsoft",
  way: "code",
  scopes:
    "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access",
  parameters: {},
  endpoints: {
    issuer: "https://login.microsoftonline.com/common/v2.0",
    authorization_endpoint: "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
    token_endpoint: "https://login.microsoftonline.com/common/oauth2/v2.0/token",
    device_authorization_endpoint: "https://login.microsoftonline.com/common/oauth2/v2.0/devicecode",
  },
};

/**
 * Google gives no mail by code, hence the browser. Only a first consent brings a refresh token: it is asked for each time.
 * https://developers.google.com/identity/protocols/oauth2/native-app
 * https://developers.google.com/gmail/imap/xoauth2-protocol
 */
const google: Issuer = {
  name: "Google",
  way: "browser",
  scopes: "https://mail.google.com/",
  parameters: { access_type: "offline", prompt: "consent" },
  endpoints: {
    issuer: "https://accounts.google.com",
    authorization_endpoint: "https://accounts.google.com/o/oauth2/v2/auth",
    token_endpoint: "https://oauth2.googleapis.com/token",
  },
};

/** Of an issuer that is not known only its own word tells whether it has codes. */
const other = (address: string): Issuer => ({
  name: new URL(address).hostname,
  way: "code",
  scopes: "offline_access",
  parameters: { prompt: "consent" },
  endpoints: null,
});

export const issuerOf = ({ issuer }: Pick<OauthClient, "issuer">): Issuer => known[issuer] ?? other(issuer);

const known: Readonly<Record<string, Issuer>> = { microsoft, google };
