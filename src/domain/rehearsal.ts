/** The first letter, read before it comes. */

import { judge } from "./classify.ts";
import type { ReadingContext } from "./finding.ts";
import type { Message } from "./letter.ts";
import { redact } from "./redact.ts";

/**
 * Reads a letter that nobody wrote, while there is nothing else to do: V8 compiles a pattern when something is first
 * looked for with it (a twentieth of a second for all that a letter meets), and the vocabulary is learnt with the
 * first word. Else the first real letter would wait for that.
 */
export const rehearse = (): void => {
  const { message } = redact(letter);
  judge({ message, role: "inbox", knownPortal1: new Set() }, nobody);
};

/** With each label behind which secrets and numbers are looked for. */
const text = `Your application for permanent residence

UCI: 0000-0000
Application number: E000000000
User name: nobody@example.net
Temporary password: FAKE-nobody-0

Please sign in, change the password within 14 days, and upload your photo within 7 days.
`;

const letter: Message = {
  headers: [],
  subject: "New credentials for PR Confirmation Portal",
  from: [{ name: "", address: "nobody@cic.gc.ca" }],
  to: [],
  replyTo: [],
  messageId: null,
  references: [],
  date: null,
  internalDate: null,
  text,
  problems: [],
};

const nobody: ReadingContext = {
  ownAddresses: [],
  trustedForwarders: [],
  trustedArcSealers: [],
  authservId: null,
  timeZone: "UTC",
};
