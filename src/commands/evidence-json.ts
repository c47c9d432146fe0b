/** The JSON of an export: names and shapes here are a promise. Times are ISO 8601 with offset. */

import { toIso, toIsoOrNull } from "../domain/instants.ts";
import { withoutAddresses } from "../domain/evidence.ts";
import type { Word } from "../domain/words.ts";
import type { Evidence, LetterEvidence } from "../flow/evidence.ts";
import { correctionJson, eventJson, findingJson, reminderJson, windowJson } from "./present.ts";

export type Written = {
  /** IANA name. */
  readonly timeZone: string;
  readonly version: string;
  readonly now: Date;
};

export const evidenceJson = (
  { shown, letters, mails, words }: Evidence,
  { timeZone, version, now }: Written,
) => ({
  landfall: version,
  writtenAt: toIso(now, timeZone),
  timeZone,
  case: {
    id: shown.id,
    label: shown.label,
    stage: shown.stage,
    hints: shown.hints,
    events: shown.events.map((event) => ({ id: event.id, ...eventJson(event, timeZone) })),
    windows: shown.windows.map((window) => windowJson(window, timeZone)),
  },
  letters: letters.map((letter) => letterJson(letter, timeZone)),
  reminders: mails.map((mail) => reminderJson(mail, timeZone)),
  said: words.map((word) => wordJson(word, timeZone)),
});

const letterJson = (letter: LetterEvidence, timeZone: string) => ({
  id: letter.id,
  subject: letter.subject,
  from: letter.from,
  messageId: letter.messageId,
  dateField: toIsoOrNull(letter.date, timeZone),
  internalDate: toIsoOrNull(letter.internalDate, timeZone),
  received: letter.hops.map(({ by, from, at }) => ({ by, from, at: toIsoOrNull(at, timeZone) })),
  authenticationResults: letter.vouchings,
  verifiedByLandfall: letter.verification ?? null,
  folder: letter.folder,
  seenAt: toIso(letter.seenAt, timeZone),
  inCase: letter.inCase,
  ...findingJson(letter.finding, timeZone),
  asRead: findingJson(letter.asRead, timeZone),
  sha256: letter.sha256,
});

const wordJson = ({ id, saidAt, said }: Word, timeZone: string) => ({
  id,
  saidAt: toIso(saidAt, timeZone),
  what: said.what,
  ...("letterId" in said && { letter: said.letterId }),
  ...("caseId" in said && { case: said.caseId }),
  ...("into" in said && { into: said.into }),
  ...("label" in said && { label: withoutAddresses(said.label) }),
  ...("wordIds" in said && { takenBack: said.wordIds }),
  ...(said.what === "corrected" && { correction: correctionJson(said.correction, timeZone) }),
});
