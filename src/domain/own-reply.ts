/** The person's own reply to Portal 1, which marks it answered. */

import type { Finding, Message, Role } from "./letter.ts";
import { topicOf } from "./topic.ts";
import { isGovernmentAddress, isIrccAddress } from "./sender.ts";
import { isForwardSubject, isReplySubject } from "./subject.ts";

type Candidate = {
  readonly message: Message;
  readonly role: Role | null;
  readonly knownPortal1: ReadonlySet<string>;
};

/**
 * Only what lies in Sent is the person's own: a From alone proves nothing. A file lies nowhere, so it is
 * told what it would be. Anything else in Sent is no letter. Null: to be judged by other rules.
 */
export const judgeOwnReply = ({
  message,
  role,
  knownPortal1,
}: Candidate): Pick<Finding, "kind" | "why"> | null => {
  if (role !== "sent" && role !== null) return null;
  const reason = role === null && !answers(message) ? null : reasonOf(message, knownPortal1);
  if (reason === null)
    return role === null
      ? null
      : { kind: "not_ircc", why: ["it lies in Sent and answers no Portal 1 letter"] };
  const place =
    role === null ? "a file: in a mailbox it counts only where it lies in Sent" : "it lies in Sent";
  return { kind: "own_reply", why: [place, reason] };
};

const answers = ({ subject, references }: Message): boolean =>
  isReplySubject(subject) || references.length > 0;

/** A reply to the consultant who forwarded the letter, a forward, or an absence notice is no answer to IRCC. */
const reasonOf = (
  { headers, subject, to, references }: Message,
  knownPortal1: ReadonlySet<string>,
): string | null => {
  const isAutomatic = headers.some(
    ({ name, value }) => name === "auto-submitted" && !/^\s*no\b/i.test(value),
  );
  if (isAutomatic || isForwardSubject(subject)) return null;
  const ircc = to.find(({ address }) => isIrccAddress(address));
  const office = ircc ?? to.find(({ address }) => isGovernmentAddress(address));
  if (office !== undefined && references.some((id) => knownPortal1.has(id)))
    return `it goes to ${office.address} and answers a known Portal 1 letter`;
  const topic = topicOf(subject);
  return ircc !== undefined && topic?.topic === "portal"
    ? `it goes to ${ircc.address} and its subject says "${topic.words}"`
    : null;
};
