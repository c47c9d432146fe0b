/** What a mail server's settings default to, and which of them fit together. */

import type { AccessToken } from "../flow/ports.ts";
import type { Trace } from "../flow/pulse.ts";
import type { Fields } from "./fields.ts";
import { isLoopback } from "./loopback.ts";
import type { Problem } from "./settings.ts";

export type Security = "tls" | "starttls" | "none";

export type Server = {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
};

/** An application that the provider knows, to sign in with in the place of a password. */
export type OauthClient = {
  /** microsoft, google, or the address of another issuer. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly scopes: string | null;
};

/** `user` is null where the server wants no login; `password` is null there, and where `byToken`: the mailbox's tokens. */
export type SmtpServer = Server & {
  readonly user: string | null;
  readonly password: string | null;
  readonly byToken: boolean;
  readonly accessToken?: AccessToken;
  /** Put in by the composition; see `desk.ts`. */
  readonly trace?: Trace;
};
/** Either a password or an application to sign in with. */
export type ImapServer = Server & {
  readonly user: string;
  readonly password: string | null;
  readonly oauth: OauthClient | null;
  /** Put in by the composition; see `access.ts`. */
  readonly accessToken?: AccessToken;
  /** Put in by the composition; see `desk.ts`. */
  readonly trace?: Trace;
};

const imapPorts = { tls: 993, starttls: 143, none: 143 } as const;
const smtpPorts = { tls: 465, starttls: 587, none: 25 } as const;

/** Null where something is missing. */
export function imapServer(fields: Fields): ImapServer | null {
  const { IMAP_HOST: host, IMAP_USER: user } = fields;
  const oauth = oauthClient(fields);
  const password = oauth === null ? fields.IMAP_PASSWORD : null;
  if (host === undefined || user === undefined || password === undefined) return null;
  const security = fields.IMAP_SECURITY ?? (fields.IMAP_PORT === 143 ? "starttls" : "tls");
  return { host, port: fields.IMAP_PORT ?? imapPorts[security], security, user, password, oauth };
}

function oauthClient(fields: Fields): OauthClient | null {
  const { OAUTH: issuer, OAUTH_CLIENT_ID: clientId } = fields;
  if (issuer === undefined || clientId === undefined) return null;
  return {
    issuer,
    clientId,
    clientSecret: fields.OAUTH_CLIENT_SECRET ?? null,
    scopes: fields.OAUTH_SCOPES ?? null,
  };
}

/** Null where SMTP_HOST is missing. */
export function smtpServer(fields: Fields): SmtpServer | null {
  const host = fields.SMTP_HOST;
  if (host === undefined) return null;
  const security = fields.SMTP_SECURITY ?? smtpSecurity(host, fields.SMTP_PORT);
  return { host, port: fields.SMTP_PORT ?? smtpPorts[security], security, ...smtpLogin(fields) };
}

/** Settings that are fine alone and wrong together. */
export function serverProblems(fields: Fields): readonly Problem[] {
  return [
    ...plainProblems("IMAP", fields.IMAP_SECURITY, fields.IMAP_HOST),
    ...plainProblems("SMTP", fields.SMTP_SECURITY, fields.SMTP_HOST),
    ...loginProblems(fields),
    ...oauthProblems(fields),
  ];
}

function smtpSecurity(host: string, port: number | undefined): Security {
  if (port === 465) return "tls";
  return isLoopback(host) && port !== 587 ? "none" : "starttls";
}

/**
 * The mailbox's own login also sends where both servers are one provider's (imap.gmail.com and
 * smtp.gmail.com). A password never goes to another provider, nor to a server on this machine, unasked.
 */
function smtpLogin(fields: Fields): Pick<SmtpServer, "user" | "password" | "byToken"> {
  const { IMAP_USER, IMAP_PASSWORD, SMTP_USER, SMTP_PASSWORD } = fields;
  const shared = sharesProvider(fields.IMAP_HOST, fields.SMTP_HOST);
  const user = SMTP_USER ?? (shared ? IMAP_USER : undefined) ?? null;
  const isSame = user !== null && user === IMAP_USER;
  const byToken = isSame && SMTP_PASSWORD === undefined && oauthClient(fields) !== null;
  const inherited = shared && isSame ? IMAP_PASSWORD : undefined;
  return { user, password: user === null ? null : (SMTP_PASSWORD ?? inherited ?? null), byToken };
}

function sharesProvider(imap: string | undefined, smtp: string | undefined): boolean {
  if (imap === undefined || smtp === undefined || isLoopback(smtp)) return false;
  const domain = parentDomain(imap);
  return imap === smtp || (domain !== null && domain === parentDomain(smtp));
}

/** What stands in the way of signing in with an application. */
function oauthProblems(fields: Fields): readonly Problem[] {
  if (fields.OAUTH === undefined) return [];
  if (fields.OAUTH_CLIENT_ID === undefined)
    return [
      { name: "OAUTH_CLIENT_ID", message: "is missing, though OAUTH is set; docs/ says where to get one" },
    ];
  return fields.IMAP_PASSWORD === undefined
    ? []
    : [{ name: "IMAP_PASSWORD", message: "is set, and OAUTH is, too: keep one of them" }];
}

/** `gmail.com` of `imap.gmail.com`; null for an address and for a name of fewer than three labels. */
function parentDomain(host: string): string | null {
  return /^(?:[\d.]+|.*:.*)$/.test(host) ? null : (/^[^.]+\.(.+\..+)$/.exec(host)?.[1] ?? null);
}

function plainProblems(
  server: "IMAP" | "SMTP",
  security: Security | undefined,
  host: string | undefined,
): readonly Problem[] {
  if (security !== "none" || host === undefined || isLoopback(host)) return [];
  const name = `${server}_SECURITY`;
  return [
    {
      name,
      message: `"none" would send the password in the clear to "${host}"; allowed: tls or starttls (none only for this machine)`,
    },
  ];
}

function loginProblems(fields: Fields): readonly Problem[] {
  const { user, password, byToken } = smtpLogin(fields);
  if (fields.SMTP_PASSWORD !== undefined && user === null)
    return [{ name: "SMTP_USER", message: "is missing, though SMTP_PASSWORD is set" }];
  if (byToken) return [];
  if (fields.SMTP_HOST !== undefined && fields.SMTP_USER !== undefined && password === null)
    return [{ name: "SMTP_PASSWORD", message: "is missing, though SMTP_USER is set" }];
  return [];
}
