/** A letter came in: cut the secrets out, know it again, store it with the cursor, then wake the judge. */

import { judgeHeaders } from "../domain/candidate.ts";
import { minuteMs, shift } from "../domain/instants.ts";
import { noIdentifiers, repliesLast, withoutText, type Message, type Role } from "../domain/letter.ts";
import { redact } from "../domain/redact.ts";
import { isFromIrcc } from "../domain/sender.ts";
import { answeredReminder, toAnswer } from "./answer.ts";
import { forgottenMark, hashIdentifiers, letterId } from "./identity.ts";
import { findingOf, type JudgePorts } from "./judge.ts";
import { readingOf, type ReceivePorts } from "./receive.ts";
import type { Cursor, Found, NewLetter, StoredAnswer, Wanted } from "./ports.ts";

export type IngestPorts = JudgePorts &
  ReceivePorts & {
    /** Key of the identifiers' hashes. */
    readonly key: Uint8Array;
    /** Letters of a look that still runs, by id, the oldest first; the sweep leaves them alone. */
    readonly held: Map<string, { readonly role: Role; readonly since: Date }>;
    /** Told where a letter could not be put into the queue: its work is to be done without it, now. */
    readonly queueFails?: () => void;
  };

/** What to fetch of a message, judged by its headers alone. */
export const wanted = async (ports: IngestPorts, message: Message, role: Role): Promise<Wanted> => {
  if ((await answeredReminder(ports, message)) !== null) return "whole";
  const knownIds = await ports.ledger.knownMessageIds(message.references);
  return judgeHeaders(message, role, { ...(await readingOf(ports, ports.mailboxName)), knownIds });
};

/** Seen means stored: the letters and the folder's cursor in one transaction, before any job exists. */
export const take = async (
  ports: IngestPorts,
  found: readonly Found[],
  cursor: Cursor | null,
): Promise<void> => {
  const letters: NewLetter[] = [];
  const answers: StoredAnswer[] = [];
  for (const item of found) {
    const answer = await toAnswer(ports, item);
    if (answer === null) letters.push(await toLetter(ports, item));
    else answers.push(answer);
  }
  const kept = await withoutForgotten(ports, letters);
  const added = new Set(await ports.ledger.store(kept, cursor, answers));
  for (const { id, finding, place } of kept) {
    if (added.has(id) && finding === null) ports.held.set(id, { role: place.role, since: ports.clock.now() });
  }
};

const withoutForgotten = async (
  { ledger, key }: IngestPorts,
  letters: readonly NewLetter[],
): Promise<readonly NewLetter[]> => {
  if (letters.length === 0) return letters;
  const marks = new Map(letters.map(({ id }) => [id, forgottenMark(id, key)]));
  const forgotten = await ledger.forgotten([...marks.values()]);
  return letters.filter(({ id }) => !forgotten.has(marks.get(id) ?? ""));
};

/** A look ended: its letters are judged now, and told of together; own replies after what they answer. */
export const release = async (ports: IngestPorts): Promise<void> => {
  const ids = letGo(ports);
  try {
    for (const id of ids) await ports.queues?.addLetter(id);
  } catch (error) {
    ports.log.warn({ error }, "queue: could not add a letter; it is judged without it");
    ports.queueFails?.();
  }
};

/** The ids of what was held, own replies after what they answer; nothing is held any more. */
export const letGo = ({ held }: Pick<IngestPorts, "held">): readonly string[] => {
  const inOrder = [...held].toSorted(([, one], [, other]) => repliesLast(one.role, other.role));
  held.clear();
  return inOrder.map(([id]) => id);
};

/** So long a look may take before what it found so far is told: one folder that fails each time must not silence the rest. */
const lookMs = 10 * minuteMs;

/** Lets go of letters whose look never ended. */
export const releaseLate = async (ports: IngestPorts): Promise<void> => {
  const [first] = ports.held.values();
  if (first !== undefined && shift(first.since, lookMs) <= ports.clock.now()) await release(ports);
};

/** A letter as it will be stored. One that is plainly none keeps no text, and needs no job. */
export const toLetter = async (
  ports: Pick<IngestPorts, "ledger" | "reading" | "log" | "clock" | "key" | "mailboxName">,
  found: Found,
): Promise<NewLetter> => {
  const { message, identifiers } = redact(found.message);
  const letter: NewLetter = {
    id: letterId(message),
    place: found.place,
    message,
    identifiers: hashIdentifiers(identifiers, ports.key),
    seenAt: ports.clock.now(),
    mailbox: ports.mailboxName,
    finding: null,
  };
  // An own reply is judged only once the letter that it answers is: it may come in the same look. What bears IRCC's
  // address is kept whatever it turns out to be, so there is time for that too.
  if (found.place.role === "sent" || isFromIrcc(message)) return letter;
  const finding = await findingOf(ports, letter);
  if (finding.kind !== "not_ircc") return letter;
  return {
    ...letter,
    message: withoutText(message),
    identifiers: noIdentifiers,
    finding,
  };
};
