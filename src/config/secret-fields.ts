/** Never shown to anybody, not even to say what is wrong with them. */
export const secretFields: ReadonlySet<string> = new Set([
  "IMAP_PASSWORD",
  "SMTP_PASSWORD",
  "OAUTH_CLIENT_SECRET",
  "NOTIFY_URL",
  "LANDFALL_KEY",
  "WEB_PASSWORD",
  "WEB_TLS_CERT",
  "WEB_TLS_KEY",
  "HEALTHCHECK_URL",
]);
