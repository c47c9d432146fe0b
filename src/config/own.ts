/** Which settings belong to one mailbox, and which to all. */

/** What says which mailbox it is, and how it is opened: another mailbox has its own. */
export const ownNames: ReadonlySet<string> = new Set([
  "IMAP_HOST",
  "IMAP_PORT",
  "IMAP_SECURITY",
  "IMAP_USER",
  "IMAP_PASSWORD",
  "SMTP_HOST",
  "SMTP_PORT",
  "SMTP_SECURITY",
  "SMTP_USER",
  "SMTP_PASSWORD",
  "OAUTH",
  "OAUTH_CLIENT_ID",
  "OAUTH_CLIENT_SECRET",
  "OAUTH_SCOPES",
  "REMIND_TO",
  "REMIND_FROM",
  "OWN_ADDRESSES",
  "TRUSTED_FORWARDERS",
  "AUTHSERV_ID",
]);
