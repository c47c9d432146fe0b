/** A stored letter: what is it, and what does it change? */

import { judge as judgeByRules, type ReadingContext } from "../domain/classify.ts";
import { nothing } from "../domain/finding.ts";
import { digestTopicOf } from "../domain/digest.ts";
import type { Finding, Trust } from "../domain/letter.ts";
import { isFromIrcc } from "../domain/sender.ts";
import { takeIn, toFiled } from "./file.ts";
import type { NewLetter, StoredLetter } from "./ports.ts";
import { replanNotes, type NotePorts } from "./notes.ts";
import { readingOf } from "./receive.ts";
import { replan } from "./replan.ts";

export type JudgePorts = NotePorts & {
  readonly reading: ReadingContext;
  readonly unplanned: Unplanned;
};

/** What letters changed since it was last planned; nothing after a start, when the sweep plans all there is. */
export type Unplanned = {
  readonly cases: Set<string>;
  /** True where a letter came that a note is to tell of. */
  notes: boolean;
};

export const nothingUnplanned = (): Unplanned => ({ cases: new Set(), notes: false });

/**
 * Judges one letter: finding, event, windows, plan. Done twice it changes nothing. The plan waits for
 * the last letter that waits, so that a look back tells of several letters in one e-mail.
 */
export const judgeLetter = async (ports: JudgePorts, letterId: string): Promise<void> => {
  const letter = await ports.ledger.letter(letterId);
  if (letter === undefined || letter.finding !== null) return;
  const finding = await judgeAndFile(ports, letter);
  if (digestTopicOf(finding) !== null) ports.unplanned.notes = true;
  ports.log.info({ letter: letterId, kind: finding.kind, trust: finding.trust }, "letter judged");
  await replanWhenAllAreJudged(ports);
};

/** What the rules say of a letter; one that breaks the rules themselves is kept, said to be unreadable. */
export const findingOf = async (
  ports: Pick<JudgePorts, "ledger" | "reading" | "log">,
  letter: NewLetter,
): Promise<Finding> => {
  const knownPortal1 = await ports.ledger.knownMessageIds(letter.message.references, ["portal1"]);
  const { message, place } = letter;
  const reading = await readingOf(ports, letter.mailbox);
  try {
    return judgeByRules({ message, role: place.role, knownPortal1 }, reading);
  } catch (error) {
    ports.log.error({ letter: letter.id, error }, "letter: the rules failed on it; it is kept as unreadable");
    return isFromIrcc(message) ? unreadable : noLetter;
  }
};

type AgainPorts = Pick<JudgePorts, "ledger" | "reading" | "log" | "unplanned">;

/** Judges again what was judged before more was known; returns which. Their cases are planned with the next pass. */
export const judgeAgain = async (
  ports: AgainPorts,
  isMeant: (finding: Finding) => boolean,
  mailbox?: string,
): Promise<readonly string[]> => {
  const { ledger } = ports;
  const ids = (await ledger.letters()).filter(({ finding }) => isMeant(finding)).map(({ id }) => id);
  const again: string[] = [];
  for (const id of ids) {
    const letter = await ledger.letter(id);
    if (letter === undefined || (mailbox ?? letter.mailbox) !== letter.mailbox) continue;
    await judgeAndFile(ports, letter);
    again.push(id);
  }
  return again;
};

/** Judges again the letters of this mailbox that are of one of these trusts: it is only known now whose word counts. */
export const judgeTrustAgain = async (
  ports: AgainPorts & { readonly mailboxName: string },
  trusts: readonly Trust[],
): Promise<void> => {
  if (trusts.length === 0) return;
  const isMeant = ({ trust }: Finding): boolean => trust !== null && trusts.includes(trust);
  const letters = await judgeAgain(ports, isMeant, ports.mailboxName);
  if (letters.length > 0) ports.log.info({ letters }, "more is known of the provider now: judged again");
};

const judgeAndFile = async (ports: AgainPorts, letter: StoredLetter): Promise<Finding> => {
  const finding = await findingOf(ports, letter);
  const filed = toFiled({ ...letter, finding });
  const news = { mailbox: letter.mailbox, letters: filed === null ? [] : [filed] };
  for (const caseId of await takeIn(ports.ledger, news)) ports.unplanned.cases.add(caseId);
  return finding;
};

const replanWhenAllAreJudged = async (ports: JudgePorts): Promise<void> => {
  const waiting = await ports.ledger.unjudged();
  if (waiting.length > 0) return;
  const { unplanned } = ports;
  for (const caseId of unplanned.cases) {
    await replan(ports, caseId);
    unplanned.cases.delete(caseId);
  }
  // What else notes tell of comes with time, and so with the sweep.
  if (!unplanned.notes) return;
  unplanned.notes = false;
  await replanNotes(ports);
};

const noLetter: Finding = {
  ...nothing,
  approximate: true,
  why: ["this message could not be read, and it does not come from IRCC"],
};

const unreadable: Finding = {
  ...noLetter,
  kind: "other_ircc",
  subkind: "unknown",
  trust: "unverified",
  why: ["this message could not be read; please read it yourself"],
};
