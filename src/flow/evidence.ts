/** A case as evidence: what arrived, what the person said, what was sent, each with what shows it. */

import { createHash } from "node:crypto";
import { correct } from "../domain/correction.ts";
import { hopsOf, vouchingsOf, withoutAddresses, type Hop, type Vouching } from "../domain/evidence.ts";
import { byTime } from "../domain/instants.ts";
import type { Finding, Message } from "../domain/letter.ts";
import type { Reminder } from "../domain/plan.ts";
import type { Said, Word } from "../domain/words.ts";
import type { ShownCase, ShownLetter, Snapshot } from "./snapshot.ts";

/** Nothing in it names anybody but IRCC: numbers were cut out before they were kept, addresses are shortened here. */
export type Evidence = {
  readonly shown: ShownCase;
  /** The first one first; those that lie in no case as well, where there is no other case. */
  readonly letters: readonly LetterEvidence[];
  /** Every mail about it that went out, or was tried. */
  readonly mails: readonly Reminder[];
  /** What the person said of its letters and of the case itself, taken back or not. */
  readonly words: readonly Word[];
};

export type LetterEvidence = Pick<
  Message,
  "subject" | "messageId" | "date" | "internalDate" | "verification"
> & {
  readonly id: string;
  readonly from: string;
  readonly folder: string;
  readonly seenAt: Date;
  /** As the person corrected it. */
  readonly finding: Finding;
  /** As Landfall had read it. */
  readonly asRead: Finding;
  readonly inCase: boolean;
  readonly hops: readonly Hop[];
  readonly vouchings: readonly Vouching[];
  /** Of the letter as it is stored: the JSON text of its row in the ledger. */
  readonly sha256: string;
};

/** Undefined where there is no such case. */
export const evidenceOf = (
  snapshot: Snapshot,
  words: readonly Word[],
  caseId: string,
): Evidence | undefined => {
  const shown = snapshot.cases.find(({ id }) => id === caseId);
  if (shown === undefined) return undefined;
  const alone = snapshot.cases.length === 1;
  const letters = snapshot.letters.filter(
    ({ filing, finding }) =>
      filing?.caseId === caseId || (alone && filing === null && finding.kind !== "not_ircc"),
  );
  return {
    shown: { ...shown, label: withoutAddresses(shown.label) },
    letters: letters.map(toEvidence).toSorted((one, other) => byTime(arrival(one), arrival(other))),
    mails: snapshot.reminders
      .filter((mail) => mail.caseId === caseId && mail.claimedAt !== null)
      .map(withoutNames)
      .toSorted((one, other) => byTime(one.claimedAt ?? one.dueAt, other.claimedAt ?? other.dueAt)),
    words: wordsOn(words, caseId, new Set(letters.map(({ id }) => id))),
  };
};

/** When it was received, as far as that is known. */
export const arrival = ({ finding, seenAt }: Pick<LetterEvidence, "finding" | "seenAt">): Date =>
  finding.receivedAt ?? seenAt;

const toEvidence = ({
  id,
  place,
  message,
  seenAt,
  finding,
  filing,
  correction,
}: ShownLetter): LetterEvidence => ({
  id,
  subject: withoutAddresses(message.subject),
  from: withoutAddresses(message.from.map(({ address }) => address).join(", ")),
  messageId: message.messageId,
  date: message.date,
  internalDate: message.internalDate,
  ...(message.verification && { verification: message.verification }),
  folder: place.folder,
  seenAt,
  finding: withoutNamesIn(correct(finding, correction)),
  asRead: withoutNamesIn(finding),
  inCase: filing !== null,
  hops: hopsOf(message),
  vouchings: vouchingsOf(message),
  sha256: createHash("sha256").update(JSON.stringify(message)).digest("hex"),
});

const withoutNamesIn = (finding: Finding): Finding => ({
  ...finding,
  forwardedBy: finding.forwardedBy && withoutAddresses(finding.forwardedBy),
  why: finding.why.map(withoutAddresses),
});

const withoutNames = (mail: Reminder): Reminder => ({
  ...mail,
  subject: mail.subject && withoutAddresses(mail.subject),
  outcome: mail.outcome && withoutAddresses(mail.outcome),
});

const wordsOn = (words: readonly Word[], caseId: string, letters: ReadonlySet<string>): readonly Word[] => {
  const on = words.filter(({ said }) => isAbout(said, caseId, letters));
  const ids = new Set(on.map(({ id }) => id));
  const takenBack = words.filter(
    ({ said }) => said.what === "taken back" && said.wordIds.some((id) => ids.has(id)),
  );
  return [...on, ...takenBack].toSorted((one, other) => byTime(one.saidAt, other.saidAt));
};

const isAbout = (said: Said, caseId: string, letters: ReadonlySet<string>): boolean => {
  if (said.what === "corrected" || said.what === "assigned") return letters.has(said.letterId);
  if (said.what === "merged") return said.caseId === caseId || said.into === caseId;
  return said.what === "labelled" && said.caseId === caseId;
};
