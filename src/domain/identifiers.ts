/** What a letter says of whose it is: read in memory, hashed by the flow, and shown as hints alone. */

import { accountIn } from "./account-name.ts";
import { everyMatch } from "./every-match.ts";
import { foldLine } from "./fold.ts";
import { readForward } from "./forward.ts";
import type { Clue, Message } from "./letter.ts";
import { cuts, findSecrets } from "./secrets.ts";
import { isGovernmentAddress } from "./sender.ts";

/** The values themselves; null where the letter does not say. */
export type RawIdentifiers = Readonly<Record<Clue, string | null>> & {
  /** UCIs of everybody whom the letter names: a family is one case with its people. */
  readonly ucis: readonly string[];
};

/** Reads a message whose secrets are still in it. */
export const readIdentifiers = (message: Message): RawIdentifiers => {
  const texts = [message.subject, message.text];
  const numbers = secretsOf(texts, "[application number removed]").map(withoutGaps);
  const ucis = secretsOf(texts, "[UCI removed]").map((value) => value.replaceAll(/\D/g, ""));
  return {
    applicationNumber: numbers.find((number) => !ofSomethingElse.test(number)) ?? null,
    uci: ucis[0] ?? null,
    ucis: [...new Set(ucis)],
    accountName: accountIn(texts),
    recipient: recipientOf(message),
    person: personOf(message.text),
  };
};

/**
 * As much of an identifier as lets its owner know it again: three digits of a number that has at least eight,
 * two letters of an address before its domain, the initials of a name. Nobody can complete it from that.
 */
export const hintOf = (clue: Clue, value: string): string => {
  if (clue === "person") return initials(value);
  if (clue === "applicationNumber" || clue === "uci") return `…${value.slice(-3)}`;
  const at = value.lastIndexOf("@");
  return at < 0 ? `${value.slice(0, 2)}…` : `${value.slice(0, Math.min(2, at))}…${value.slice(at)}`;
};

/** Every value of a sort, labelled ones first. */
const secretsOf = (texts: readonly string[], marker: string): readonly string[] =>
  cuts
    .filter((cut) => cut.marker === marker)
    .flatMap((cut) => texts.flatMap((text) => valuesOf(findSecrets(text, cut))));

const valuesOf = (matches: readonly RegExpExecArray[]): readonly string[] =>
  matches.slice(0, most).map((match) => match.groups?.["secret"] ?? "");

/** A family is not larger. */
const most = 20;

const withoutGaps = (value: string): string => value.toUpperCase().replaceAll(/[\s-]/g, "");

/** Numbers of documents (T), and of temporary visas, permits and authorisations (S, U, V, W); "ID" and "NO" are labels. */
const ofSomethingElse = /^(?:[STUVW]|ID|NO)\d/;

/** IRCC may write to itself and to the person in blind copy: that says nothing. */
const recipientOf = (message: Message): string | null => {
  const to = readForward(message)?.to[0] ?? message.to[0]?.address ?? "";
  return to === "" || isGovernmentAddress(to) ? null : to;
};

/** The name in the salutation, or beside its label: at least two words, so that "Dear client" is nobody. */
const personOf = (text: string): string | null => {
  const head = text.slice(0, longestHead);
  const names = [salutation, nameLabel].flatMap((pattern) => valuesOf(everyMatch(head, pattern)));
  const name = names.find((each) => !anybody.test(each));
  return name === undefined
    ? null
    : foldLine(name)
        .split(/[ ,.]+/)
        .filter(Boolean)
        .toSorted()
        .join(" ");
};

/** The name in the salutation, as it is written there; null where there is none. */
export const salutationIn = (text: string): string | null =>
  valuesOf(everyMatch(text.slice(0, longestHead), salutation)).find((name) => !anybody.test(name)) ?? null;

const longestHead = 20_000;
const nameWord = String.raw`\p{Lu}[\p{L}'’.-]{0,30}`;
const name = `(?<secret>${nameWord}(?:[ \\u00A0]{1,3}${nameWord}){1,4})`;
const title = String.raw`(?:(?:Mr|Mrs|Ms|Mx|Dr|M|Mme|Mlle|Madame|Monsieur)\.?[ \u00A0]{1,3})?`;
const salutation = new RegExp(
  String.raw`^[ \t>]{0,10}(?:Dear|Hello|Hi|Bonjour|Cher|Chère)[ \u00A0]{1,3}${title}${name}[ \t]{0,5}[,:]?[ \t]{0,5}\r?$`,
  "gmu",
);
const nameLabel = new RegExp(
  String.raw`^[ \t>|*-]{0,10}(?:Principal applicant|Applicant(?:['’]s)? name|Client(?:['’]s)? name|Name of (?:the )?(?:applicant|client)|Demandeur principal|Nom du (?:client|demandeur))[ \t|]{0,5}[:：|][ \t|]{0,10}${name}`,
  "gmu",
);
const anybody =
  /\b(?:applicant|client|customer|candidate|sir|madam|resident|user|demandeur|candidat|usager|madame|monsieur)/iu;

const initials = (value: string): string =>
  value
    .split(" ")
    .map((word) => `${word.charAt(0).toUpperCase()}.`)
    .join(" ");
