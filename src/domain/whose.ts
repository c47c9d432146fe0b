/**
 * Whose letter it is: which of the known cases it belongs to, or none of them.
 *
 * An application number or an account name that a case has another of speaks against that case; so a family
 * with one account is one case, and two accounts are two, even of one application (docs/domain.md 3b). A UCI is
 * one person's, and a case may have several people: it speaks against a case only where nothing ties the letter
 * to it. What is new to a case that has none of its sort speaks for nothing and against nothing.
 */

import { clues, type Clue, type Identifiers } from "./letter.ts";

/** What a letter says of whose it is. */
export type Clues = {
  readonly identifiers: Identifiers;
  /** Message-IDs that it answers or quotes. */
  readonly references: readonly string[];
  /** It is a Portal 1: what is sent to somebody else is then another application, and not news to another address. */
  readonly invites?: boolean;
  /** The recipient of a forward may be anybody who looks after the case. */
  readonly forwarded: boolean;
  /** Whose mailbox it came into; absent where there is only one. */
  readonly mailbox?: string;
};

/** What the letters of a case say of whose they are. */
export type CaseFile = {
  readonly caseId: string;
  /** False for a case that one uncertain letter made: it may turn out to be one of the others. */
  readonly certain: boolean;
  readonly known: Readonly<Record<Clue, ReadonlySet<string>>>;
  /** Recipients of what IRCC sent directly. */
  readonly addressed: ReadonlySet<string>;
  readonly messageIds: ReadonlySet<string>;
  /** The mailboxes that its letters came into. */
  readonly mailboxes: ReadonlySet<string>;
};

/** What decided: a clue, an answer to a letter of the case, that there is no other case, or the person. */
export type Grounds = Clue | "answer" | "only case" | "opened it" | "person";

export type Whose =
  | { readonly fits: "one"; readonly caseId: string; readonly by: Grounds }
  | { readonly fits: "none" }
  | { readonly fits: "several"; readonly candidates: readonly string[] };

export const whose = (letter: Clues, files: readonly CaseFile[]): Whose => {
  const answered = files.filter(({ messageIds }) => letter.references.some((id) => messageIds.has(id)));
  if (answered.length === 1) return one(answered[0]!, "answer");
  let fitting: readonly CaseFile[] = files.filter((file) => !speaksAgainst(letter, file));
  for (const clue of clues) {
    const tied = tiedBy(clue, letter, fitting);
    if (tied.length === 1) return one(tied[0]!, clue);
    if (tied.length > 1) fitting = tied;
  }
  return guess(letter, fitting);
};

/**
 * The adults of one application may have an account each: a case whose application number is not known shares
 * the number of the letter where something else ties it, and then the number alone decides nothing.
 */
const tiedBy = (clue: Clue, { identifiers }: Clues, fitting: readonly CaseFile[]): readonly CaseFile[] => {
  const tied = fitting.filter((file) => ties(identifiers, file, clue));
  if (clue !== "applicationNumber" || tied.length === 0) return tied;
  const shares = (file: CaseFile): boolean =>
    file.certain &&
    file.known.applicationNumber.size === 0 &&
    (["uci", "accountName", "recipient"] as const).some(
      (other) =>
        ties(identifiers, file, other) &&
        (other !== "recipient" || !tied.some((owner) => ties(identifiers, owner, other))),
    );
  return [...tied, ...fitting.filter(shares)];
};

/** True if the letter names what the case is known by. */
export const ties = (identifiers: Identifiers, { known }: CaseFile, clue: Clue): boolean =>
  valuesOf(identifiers, clue).some((value) => known[clue].has(value));

/** What a letter says of one sort, as hashes. */
export const valuesOf = (identifiers: Identifiers, clue: Clue): readonly string[] => {
  const value = identifiers[clue] ?? null;
  const others = clue === "uci" ? (identifiers.ucis ?? []) : [];
  if (value === null) return others;
  return others.length === 0 ? [value] : [...new Set([value, ...others])];
};

/** What founds a case of its own; a recipient or a name does not. */
export const founding: readonly Clue[] = ["applicationNumber", "uci", "accountName"];

export const speaksAgainst = ({ identifiers }: Clues, file: CaseFile): boolean => {
  const contradicts = (clue: Clue): boolean =>
    valuesOf(identifiers, clue).length > 0 && file.known[clue].size > 0 && !ties(identifiers, file, clue);
  if (contradicts("applicationNumber") || contradicts("accountName")) return true;
  return contradicts("uci") && !founding.some((clue) => ties(identifiers, file, clue));
};

/** Nothing ties it to any case: the only one it can be of those of its mailbox, unless it was sent to somebody else. */
const guess = (letter: Clues, fitting: readonly CaseFile[]): Whose => {
  const possible = fitting
    .filter(({ mailboxes }) => letter.mailbox === undefined || mailboxes.has(letter.mailbox))
    .filter((file) => file.certain || founding.some((clue) => file.known[clue].size > 0));
  if (letter.invites === true && possible.every((file) => isToSomebodyElse(letter, file)))
    return { fits: "none" };
  const [only, ...others] = possible;
  if (only === undefined) return { fits: "none" };
  if (others.length === 0 && !isToSomebodyElse(letter, only)) return one(only, "only case");
  return { fits: "several", candidates: possible.map(({ caseId }) => caseId).toSorted(byCaseNumber) };
};

/** By their ids: "case-2" before "case-10". */
export const byCaseNumber = (one: string, other: string): number =>
  one.localeCompare(other, "en", { numeric: true });

/** Spouses may share a mailbox and not an address. */
const isToSomebodyElse = ({ identifiers, forwarded }: Clues, { addressed, known }: CaseFile): boolean => {
  const { recipient, accountName } = identifiers;
  if (recipient === null || forwarded || addressed.size === 0) return false;
  return ![recipient, accountName].some((address) => address !== null && known.recipient.has(address));
};

const one = ({ caseId }: CaseFile, by: Grounds): Whose => ({ fits: "one", caseId, by });
