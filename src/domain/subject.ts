/** Subject lines: what stands before them, and what they are about. */

import { foldLine } from "./fold.ts";
import { remembered } from "./remembered.ts";

export type Prefix = "forward" | "reply" | "automatic";

/** A subject without its prefixes, folded; the prefixes outermost first. */
export type Subject = { readonly prefixes: readonly Prefix[]; readonly rest: string };

/** Takes the prefixes off. They are many: people forward forwards. */
export const readSubject = remembered((subject): Subject => {
  const prefixes: Prefix[] = [];
  let rest = foldLine(subject.slice(0, 1_000));
  for (let found = leading(rest); found !== null; found = leading(rest)) {
    if (found.prefix !== null) prefixes.push(found.prefix);
    rest = rest.slice(found.length);
  }
  return { prefixes, rest };
});

/** True of an answer, or an automatic one, whoever sent it on. */
export const isAnswer = ({ prefixes }: Subject): boolean => prefixes.some((prefix) => prefix !== "forward");

export const isForwardSubject = (subject: string): boolean => readSubject(subject).prefixes[0] === "forward";

/** "Re:", "Automatic reply:" and their kin. */
export const isReplySubject = (subject: string): boolean => {
  const [first] = readSubject(subject).prefixes;
  return first === "reply" || first === "automatic";
};

type Leading = { readonly prefix: Prefix | null; readonly length: number };

const automatic =
  "(?:automatic reply|auto-?reply|out of office|reponse automatique|accuse de reception automatique|automatic acknowledge?ment|absent du bureau|absence du bureau)";

// docs/domain.md section 1: Fwd, FW, RE, TR (French Outlook), 转发 (Chinese); lists and gateways add [tags].
const prefixForms: readonly (readonly [Prefix | null, RegExp])[] = [
  // German, Spanish, Portuguese, Italian, Dutch, the northern and some eastern languages have their own.
  [
    "forward",
    /^(?:fwd?|tr|transf|transfere|wg|rv|enc|i|vs|vb|vl|pd|ilt|tov|doorst|inoltra|redir\.?|转发|轉寄|转寄|轉發|fw\[\d+\])\s?[:：]\s*/,
  ],
  ["reply", /^(?:re|rep|sv|aw|antw|antwort|res|odp|rif|ynt|ats|回复|回覆|答复|答覆)(?:\[\d+\])?\s?[:：]\s*/],
  [
    "automatic",
    new RegExp(`^(?:auto\\s?[:：]|${automatic}(?:\\s?[/|]\\s?${automatic})?(?:\\s?[:：]|\\s-\\s|$))\\s*`),
  ],
  [null, /^\[[^\]]{1,40}\]\s*/],
];

const leading = (text: string): Leading | null => {
  for (const [prefix, form] of prefixForms) {
    const found = form.exec(text);
    if (found !== null) return { prefix, length: found[0].length };
  }
  return null;
};
