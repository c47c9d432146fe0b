/** What the letters of each case say of whose it is, taken together. */

import type { Clue, Identifiers, Kind } from "./letter.ts";
import { valuesOf, type CaseFile } from "./whose.ts";

/** A letter as it lies in a case. */
export type Member = {
  readonly caseId: string;
  readonly certain: boolean;
  readonly kind: Kind;
  readonly forwarded: boolean;
  readonly identifiers: Identifiers;
  readonly messageId: string | null;
  readonly mailbox?: string;
};

/** One file a case, in the order in which the cases come up. */
export const caseFilesOf = (members: readonly Member[]): readonly CaseFile[] => {
  const byCase = Map.groupBy(members, ({ caseId }) => caseId);
  return [...byCase].map(([caseId, own]) => caseFileOf(caseId, own));
};

const caseFileOf = (caseId: string, members: readonly Member[]): CaseFile => {
  const ofIrcc = members.filter(({ kind }) => kind !== "own_reply" && kind !== "reply_bounced");
  const direct = ofIrcc.filter(({ forwarded }) => !forwarded);
  return {
    caseId,
    certain: members.some(({ certain }) => certain),
    known: {
      applicationNumber: known(ofIrcc, "applicationNumber"),
      uci: known(ofIrcc, "uci"),
      accountName: known(ofIrcc, "accountName"),
      recipient: known(ofIrcc, "recipient"),
      person: known(ofIrcc, "person"),
    },
    addressed: known(direct, "recipient"),
    messageIds: new Set(members.flatMap(({ messageId }) => messageId ?? [])),
    mailboxes: new Set(members.flatMap(({ mailbox }) => mailbox ?? [])),
  };
};

const known = (members: readonly Member[], clue: Clue): Set<string> =>
  new Set(members.flatMap(({ identifiers }) => valuesOf(identifiers, clue)));
