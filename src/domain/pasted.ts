/** A letter in a mail of somebody's own, without a line that says whose it is. */

import { authenticate } from "./authentication.ts";
import { doubt, isBulk, letter, type ReadingContext } from "./finding.ts";
import { fold } from "./fold.ts";
import { forwardedText, readForward, withoutQuotes } from "./forward.ts";
import { isTrustedForwarder } from "./forwarded.ts";
import type { Finding, Message } from "./letter.ts";
import { namesIrcc, recognise } from "./recognise.ts";
import { receivedWithout } from "./when.ts";

/**
 * Pasted by the person, or by somebody they trust: nothing shows that IRCC wrote it, nor when, so it moves no case; they are asked to
 * read it themselves.
 */
export const judgePasted = (message: Message, context: ReadingContext): Finding | null => {
  if (!isTrustedForwarder(message, context) || isBulk(message)) return null;
  const forward = readForward(message);
  const text = forward === null ? withoutQuotes(message.text) : forwardedText(forward);
  if (!isLetter(forward?.subject || message.subject, text)) return null;
  const by = message.from[0]?.address ?? null;
  const { trust, ...reasons } = doubt(authenticate(message, context), []);
  const finding = letter(null, {
    text,
    ...reasons,
    trust: trust === "verified" ? "unverified" : trust,
    when: receivedWithout(message, context.now),
    about: [
      `it reads like a portal letter that ${by ?? "somebody"} put into a mail of their own: is it about your application?`,
    ],
    problems: message.problems,
  });
  return { ...finding, forwarded: true, forwardedBy: by };
};

/** Nobody gives a password in their own words; all else a consultant may ask for or tell as well, and does not sign as IRCC. */
const isLetter = (subject: string, text: string): boolean => {
  const recognised = recognise(subject, text);
  if (recognised?.firm !== true || !namesIrcc(subject, text)) return false;
  return (recognised.kind === "portal2" && recognised.subkind !== "existing_account") || isSigned(text);
};

const isSigned = (text: string): boolean =>
  text.split("\n", mostLines).some((line) => line.length < longestLine && signature.test(fold(line)));

const mostLines = 5_000;
const longestLine = 120;
const signature =
  /^[\s>|*]{0,9}(?:immigration, refugees (?:and|&) citizenship canada|immigration, refugies et citoyennete canada|ircc|the ircc team)[\s|*.()/,]{0,9}(?:\(?ircc\)?)?[\s*.]{0,9}$/;
