/** Small, valid pieces of data; a test states only what it is about. */

import type { CaseEvent } from "../../src/domain/events.ts";
import type { Finding, Message } from "../../src/domain/letter.ts";
import type { Notice, PlannedReminder } from "../../src/domain/plan.ts";
import type { CaseRecord, Judgement, StoredLetter } from "../../src/flow/ports.ts";

export const hour = 3_600_000;
export const noon = new Date("2026-11-02T12:00:00.000Z");

/** In the place of a keyed hash. */
export const sign = (digest: string): string => `signed ${digest}`;

export const aMessage = (part: Partial<Message> = {}): Message => ({
  headers: [{ name: "subject", value: "PR Portal" }],
  subject: "PR Portal",
  from: [{ name: "IRCC", address: "ircc@cic.gc.ca" }],
  to: [{ name: "", address: "me@example.org" }],
  replyTo: [],
  messageId: "one@cic.gc.ca",
  references: [],
  date: noon,
  internalDate: noon,
  text: "Your account was made.",
  problems: [],
  ...part,
});

export const aLetter = (part: Partial<StoredLetter> = {}): StoredLetter => ({
  id: "a1",
  mailbox: "me@example.org",
  place: { folder: "INBOX", role: "inbox", uid: 7, uidValidity: "42" },
  message: aMessage(),
  identifiers: { applicationNumber: null, uci: null, accountName: null, recipient: "9f" },
  seenAt: noon,
  finding: null,
  filing: null,
  ...part,
});

export const aFinding = (part: Partial<Finding> = {}): Finding => ({
  kind: "portal2",
  subkind: "credentials",
  trust: "verified",
  forwarded: false,
  forwardedBy: null,
  language: "en",
  receivedAt: noon,
  approximate: false,
  tasks: ["password", "photo"],
  days: { photo: 7 },
  why: ["From is an IRCC domain"],
  ...part,
});

export const aJudgement = (finding: Finding, events: readonly CaseEvent[]): Judgement => ({
  letterId: "a1",
  finding,
  filing:
    events[0] === undefined
      ? null
      : { caseId: events[0].caseId, certain: true, by: "opened it", candidates: [], home: null },
  events,
});

export const aCase: CaseRecord = { id: "case-1", label: "My application", mailbox: "me@example.org" };

export const anEvent = (part: Partial<CaseEvent> = {}): CaseEvent => ({
  id: "e1",
  caseId: aCase.id,
  milestone: "credentialed",
  at: noon,
  seenAt: noon,
  source: "letter:a1",
  trust: "verified",
  forwarded: false,
  approximate: true,
  tasks: ["password"],
  days: { password: 14 },
  ...part,
});

export const aNotice = (part: Partial<Notice> = {}): Notice => ({
  key: "photo-rung-1d",
  task: "photo",
  step: "rung",
  dueAt: noon,
  ...part,
});

export const aReminder = (part: Partial<PlannedReminder> = {}): PlannedReminder => ({
  id: "b1",
  caseId: aCase.id,
  dueAt: noon,
  notices: [aNotice()],
  ...part,
});
