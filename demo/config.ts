/** The configuration that a person would write for this mailbox; only the addresses are the demo's own. */

import { loadConfig, type Config } from "../src/config.ts";

export const person = "alex.martin@demo.example";
export const password = "demo-password";

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
    // 1.2 seconds of ours, 13 hours of the story.
    POLL_MINUTES: "0.02",
    DATA_DIR: dataDir,
  };
  const loaded = loadConfig(environment, dataDir, { mailbox: true, sending: true });
  if (!loaded.ok) throw new Error(`demo: its configuration is refused: ${JSON.stringify(loaded.problems)}`);
  return loaded.config;
};
