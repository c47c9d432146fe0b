/** The secrets that letters carry, as a table of what is cut. Every quantifier is bounded: text may be hostile. */

import { caseless } from "./caseless.ts";
import { everyMatch } from "./every-match.ts";
import { startsOf } from "./label-places.ts";
import {
  anyJoint,
  applicationLabel,
  below,
  cell,
  codeLabel,
  colon,
  farther,
  filler,
  labelled,
  nextLine,
  notAside,
  notRemoved,
  passwordLabel,
  referenceLabel,
  remark,
  type Search,
  titlesEnd,
  uciLabel,
} from "./secret-labels.ts";

/** `everywhere`: its value is cut wherever else it stands. */
export type Cut = Search & { readonly marker: string; readonly everywhere: boolean };

/** Any sign of a password; a quoted line or a link begins with what else may be one. */
const passwordSign = String.raw`(?:[^\s|<>]|>(?=[^\s|<>"]))`;

/** A word that no prose has: a digit or a sign within, or capitals after small letters. */
const secretWord = String.raw`(?=[^\s|<>]{0,60}(?:[0-9!#$%&*+=?@^_~]|(?-i:[a-z][A-Z])))[^\s|<>]{4,128}`;

/** Small letters and figures with a sign between them, or figures behind a word that begins with a capital. */
const oddWord = String.raw`(?!\S{0,64}(?::\/\/|@[\p{L}\d-]{1,60}\.|\/))(?=\S{0,60}(?-i:[a-z]))(?=\S{0,60}\d)(?=\S{0,60}[\p{L}\d][!#$%&*+=?^~_@]{1,3}[\p{L}\d]|\p{L}{3,40}[:.-]\p{L}{0,20}\d{3}|\d{1,9}\p{L}{3,40}[:.-]\p{L}{2}|(?-i:\p{Lu}\p{Ll}{2,40}\d{2}))[^\s|<>]{6,64}`;
const lineEnd = String.raw`(?=["'”»*|]{0,3}[ \t\u00A0]{0,20}(?:\r?\n|$|[|│]))`;
const stop = String.raw`(?<![.,;:)"'”»*])`;

const password = "[password removed]";
const uci = "[UCI removed]";
const application = "[application number removed]";
const code = "[code removed]";
const number = "[number removed]";

/** Between the figures of a UCI; and between its label and it, with others of a family before: no text fits it in two ways. */
const thin = String.raw`[ \u00A0./−‐-―-]`;
const amongUcis = String.raw`(?:[\s\d,;:=：/&#+*|<>"'“”«»‐-―-]|\((?!\p{L})|\)(?<=[\d\]]\))|\((?=\p{L})[^()\n\d\]]{1,40}\)|(?<!\p{L})(?:and|et|is|est|are|sont|no\.?|n[°º])(?!\p{L})|\[UCI removed\]){0,80}?`;

/** Words of prose that may follow "password:"; no password is one of them. */
const proseWord = String.raw`(?:a|an|and|are|as|at|by|be|can|change|choose|click|create|do|enter|follow|for|from|go|help|here|how|i|if|in|is|it|its|just|keep|link|log|may|minimum|must|need|never|no|not|of|on|only|open|or|our|please|reset|see|select|sent|set|should|sign|simply|that|the|then|there|they|this|to|type|use|using|visit|was|we|what|when|which|will|with|within|you|your|au|aux|avec|ce|cette|changez|choisissez|cliquez|comment|connectez|continuez|créez|dans|de|des|doit|du|elle|en|entrez|est|et|il|ils|la|le|les|lien|ne|nous|ou|ouvrez|par|pas|pour|que|qui|saisissez|sera|si|suivez|sur|un|une|utilisez|veuillez|vos|votre|vous)(?![^\s,.;:!?]|[.,;:!?]\S)`;

/** "Change the password: 14 days." */
const duration = String.raw`\d{1,3}[ \u00A0](?:(?:calendar|business|working)[ \u00A0])?(?:days?|jours?|hours?|heures?|weeks?|semaines?)(?![\p{L}\d])`;

/** No word of a password of several words: its line would be prose. */
const phraseProse = String.raw`(?:${proseWord}|(?:days?|hours?|weeks?|characters?|letters?|digits?|numbers?|symbols?|required|expir\p{L}*|valid\p{L}*|valable|requis|after|before|until|apr[eè]s|avant|jours?|heures?|semaines?|caract[eè]res?|lettres?|chiffres?|janu\p{L}*|janv\p{L}*|febru\p{L}*|f[eé]vr\p{L}*|mar(?:ch|s)|a[pv]ril|ma[iy]|ju(?:ne|ly|in)|juillet|aug\p{L}*|ao[uû]t|sept\p{L}*|octo\p{L}*|nove\p{L}*|d[eé]ce\p{L}*|\d{4}-\d\d-\d\d)(?![\p{L}\d]))`;
const phraseWord = String.raw`(?!${phraseProse})(?=[^\s]{0,3}[\p{L}\p{N}])[^\s|<>:;,()[\]]{1,40}`;
/** In a word after the first there is a figure or sign; or these are small letters. */
const phrase = String.raw`(?![*_"'“”«»])(?=[^\s|<>]{1,40}[ \u00A0](?:[^\n|<>]{0,160}[0-9!#$%&*+=?^_~]|(?-i:[a-z]{3,12}(?:[ \u00A0][a-z]{3,12}){1,6}["'”»*]{0,3}(?:\s|$))))${phraseWord}(?:[ \u00A0]${phraseWord}){1,7}`;
/** A letter goes on below a rule. */
const greeting = String.raw`(?:hello|hi|dear|thanks?|regards|sincerely|yours|ircc|immigration|bonjour|merci|cordialement|chère?|salutations)(?![\p{L}\d])`;
const address = String.raw`[^\s@]{1,64}@[\p{L}\d-]{1,60}\.|https?:|www\.`;

/** In this order: a password may look like anything, so it goes first. */
export const cuts: readonly Cut[] = [
  // A table's titles stand above its values: below "Password" comes the account's name first.
  cut(password, {
    starts: startsOf("user", "nom d", "code d"),
    pattern: caseless(
      String.raw`(?<![[a-z])(?:user[ -]?(?:name|id)|(?:nom|code) d['’]utilisateur)${remark}(?:${cell}|${nextLine})(?:[a-z-]{3,12}[ \u00A0])?${passwordLabel.words}${remark}${titlesEnd}[^\s|<>@]{1,64}@[^\s|<>@]{1,200}(?:${cell}|${nextLine})${notRemoved}(?<secret>[^\s|<>]{4,128})${lineEnd}`,
      "uy",
    ),
  }),
  // After a colon everything up to the next space is the password, unless it can only be prose; or several words
  // that fill their line, and none of which is prose.
  cut(
    password,
    labelled(
      passwordLabel,
      colon + notAside(passwordLabel),
      `(?!${proseWord}|${duration})(?<secret>${phrase}(?=${remark}${lineEnd})|${passwordSign}{2,128})`,
    ),
  ),
  cut(
    password,
    below(
      passwordLabel,
      String.raw`(?!${address}|${proseWord}|${duration}|${greeting})(?<secret>${phrase}${lineEnd}|${secretWord}${stop}|[^\s|<>]{4,128}${lineEnd})`,
    ),
  ),
  // "Password for the first sign-in: …": a few words between, and what no word is behind the colon.
  cut(
    password,
    labelled(
      passwordLabel,
      String.raw`[ \u00A0](?![^\n:]{0,70}(?:https?|//))[^\n:.;|\[]{2,70}(?::|[ \u00A0](?:is|est)[ \u00A0])${filler}(?![^\s@]{1,64}@)${notAside(passwordLabel)}`,
      `(?<secret>${secretWord}${stop})`,
    ),
  ),
  cut(
    password,
    labelled(passwordLabel, anyJoint + notAside(passwordLabel), `(?<secret>${secretWord}${stop})`),
  ),
  cut(
    password,
    labelled(passwordLabel, nextLine + notAside(passwordLabel), `(?<secret>[^\\s|<>]{4,128})${lineEnd}`),
  ),
  // Beside nothing but a space only what no word is: letters and digits in one.
  cut(
    password,
    labelled(
      passwordLabel,
      "[ \u00A0]",
      String.raw`(?!https?:)(?=[^\s|<]{0,60}\d)(?=[^\s|<>]{0,60}\p{L})(?<secret>(?:[^\s|<>@]|>(?=[^\s|<>])){6,128}${stop})(?![^\s|<>]*@)`,
    ),
  ),
  // "Your password was reset; use this replacement: …": farther on only what nobody would write as a word.
  cut(password, {
    starts: wordsWithFigures,
    pattern: caseless(
      String.raw`(?<secret>${oddWord}${stop})(?=[^\p{L}\d]{0,3}(?:\s|$|\|))(?<=(?<![[\p{L}])(?:pass ?words?|pass ?codes?|mots? de passe|access|accès|account|compte|credentials|identifiants|replacement)(?![\p{L}])[^[]{0,240}?[\s("'“«>|*]\k<secret>)`,
      "uy",
    ),
  }),
  // "The password has run out. Here is another one for the portal: …"
  cut(password, {
    starts: startsOf("another", "a new", "a fresh", "a second", "a replacement", "un autre", "un nouveau"),
    pattern: caseless(
      String.raw`(?<![[a-z])(?:another|a (?:new|fresh|second|replacement)|un (?:autre|nouveau))(?![\p{L}\d])[^\n:.;|\[]{0,60}:${filler}(?!https?:|[^\s@]{1,64}@)(?=[^\s|<>]{6})(?<secret>${secretWord}${stop})(?<=(?<![[\p{L}])(?:pass ?words?|pass ?codes?|mots? de passe)(?![\p{L}])[^[]{0,240})`,
      "uy",
    ),
  }),
  cut(
    uci,
    labelled(
      uciLabel,
      farther(uciLabel),
      String.raw`(?<secret>\d[\d \u00A0−‐-―-]{6,12}\d(?!\d)|(?:\d{2}[./])?\d{4}[./]\d{4}(?!\d))`,
    ),
  ),
  // "UCI 1122334466", "UCIs (11223344) and 1122334466": beside a label only what has the length of one.
  cut(uci, {
    starts: /\d{8}|\d{4}[ \u00A0./−‐-―-]\d{4}/,
    pattern: caseless(
      String.raw`(?<!\d)(?!(?:19|20)\d{2}[./](?:19|20)\d{2})(?<secret>\d{8}(?:\d{2})?|(?:\d{2}${thin})?\d{4}${thin}\d{4})(?![\p{L}\d]|${thin}\d)(?<=(?<![[\p{L}])${uciLabel.words}\)?${amongUcis}\k<secret>)`,
      "gu",
    ),
  }),
  cut(uci, {
    starts: /\d{4}[-‐-―]\d{4}/,
    pattern:
      /(?<![\d\p{L}-])(?!(?:19|20)\d{2}[-‐-―](?:19|20)\d{2}(?!\d))(?<secret>(?:\d{4}|\d{2}[-‐-―]\d{4})[-‐-―]\d{4})(?![\d\p{L}]|-\d)/gu,
  }),
  cut(
    application,
    labelled(
      applicationLabel,
      farther(applicationLabel),
      String.raw`(?<secret>(?=[\p{L}\d-]{0,12}\d)[\p{L}\d][\p{L}\d-]{4,20}[\p{L}\d])`,
    ),
  ),
  cut(application, {
    starts: /\d{8}/,
    pattern: /(?<![\p{L}\d])(?<secret>[A-Z]{1,2}[ -]?\d{8,10})(?![\p{L}\d])/gu,
  }),
  cut(application, {
    starts: /0\d\d[ \u00A0-]\d{3}[ \u00A0-]\d{3}/,
    pattern:
      /(?<![\p{L}\d])(?<secret>[A-Z]{1,2}[ \u00A0-]?0\d{2}[ \u00A0-]\d{3}[ \u00A0-]\d{3})(?![\p{L}\d]|[ \u00A0-]\d)/gu,
  }),
  // In groups of any length; behind two zeros nothing else begins so.
  cut(application, {
    starts: /00\d{0,6}[ \u00A0-]\d/,
    pattern:
      /(?<![\p{L}\d])(?<secret>[A-Z]{1,2}[ \u00A0-]?(?=00\d{0,6}[ \u00A0-]\d)(?=00(?:[ \u00A0-]?\d){6,8}(?![\p{L}\d]|[ \u00A0-]\d))00[\d \u00A0-]{6,12}\d)(?!\d)/gu,
  }),
  // A client's number, or another: it is not known again by it.
  cut(
    number,
    labelled(
      referenceLabel,
      farther(referenceLabel),
      String.raw`(?<secret>\d{8}(?:\d{2})?|(?:\d{2}${thin})?\d{4}${thin}\d{4})(?![\p{L}\d]|${thin}\d)`,
    ),
  ),
  cut(
    code,
    labelled(
      codeLabel,
      anyJoint,
      String.raw`(?<secret>(?=[\p{L}\d-]{0,12}\d)[\p{L}\d][\p{L}\d-]{2,14}[\p{L}\d])`,
    ),
  ),
  // One-time tokens hide behind links.
  {
    marker: "[query removed]",
    starts: startsOf("http"),
    pattern: /(?<![[a-zA-Z])https?:\/\/[^\s<>?"']{1,500}\?(?!\[query)(?<secret>[^\s<>"')\]]{1,2000})/uy,
    everywhere: false,
  },
];

function cut(marker: string, search: Search): Cut {
  return { marker, ...search, everywhere: true };
}

/** Every place of a secret in a text, in order. */
export const findSecrets = (text: string, { starts, pattern }: Search): readonly RegExpExecArray[] => {
  if (starts instanceof RegExp) return starts.test(text) ? everyMatch(text, pattern) : [];
  const found: RegExpExecArray[] = [];
  let done = 0;
  for (const at of starts(text)) {
    if (at < done) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    found.push(match);
    done = match.index + match[0].length;
  }
  return found;
};

/** Where words begin that have a figure in them; an opening sign may be the first of it, or stand before it. */
function wordsWithFigures(text: string): readonly number[] {
  const starts = everyMatch(text, firstFigure).flatMap(({ index, 1: before = "" }) => {
    const start = index - before.length;
    const inside = everyMatch(before, openingSign).map((sign) => start + sign.index + 1);
    return [start, ...inside].filter((at) => at > 0);
  });
  return [...new Set(starts)];
}

const openingSign = /["'“«*(]/g;

/** With what stands before it in its word. */
const firstFigure = /(?<=([^\s|<>]{0,64}))\d\S*/g;
