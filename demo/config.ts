/** The configuration that a person would write for this mailbox; only the addresses are the demo's own. */

import { loadConfig, type Config } from "../src/config.ts";

export const person = "alex.martin@demo.example";
export const password = "demo-password";
/** One day of the story lasts 2.16 seconds. */
export const speed = 40_000;

/** 13 hours of the story: by its clock a mailbox is looked at twice a day, so 6 hours without a look are no outage. */
const pollMs = 1200;

export const demoConfig = (imapPort: number, smtpPort: number, dataDir: string): Config => {
  const environment = {
    IMAP_HOST: "127.0.0.1",
    IMAP_PORT: String(imapPort),
    IMAP_SECURITY: "none",
    IMAP_USER: person,
    IMAP_PASSWORD: password,
    SMTP_HOST: "127.0.0.1",
    SMTP_PORT: String(smtpPort),
    SMTP_SECURITY: "none",
    TIME_ZONE: "America/Toronto",
    AUTHSERV_ID: "mx.demo.example",
    POLL_MINUTES: String(pollMs / 60_000),
    DATA_DIR: dataDir,
  };
  const loaded = loadConfig(environment, dataDir, { mailbox: true, sending: true });
  if (!loaded.ok) throw new Error(`demo: its configuration is refused: ${JSON.stringify(loaded.problems)}`);
  return { ...loaded.config, notes: { ...loaded.config.notes, pollMs: pollMs * speed } };
};
