/** What stands before the secrets of letters, and how the two are joined. Every quantifier is bounded: text may be hostile. */

import { caseless } from "./caseless.ts";
import { startsOf } from "./label-places.ts";

/** How secrets of one kind are found. */
export type Search = {
  /** Where in a text one may begin; or what must be somewhere in it. It saves most of the searching. */
  readonly starts: ((text: string) => readonly number[]) | RegExp;
  /** Ends with the group `secret`; sticky where `starts` tells the places, else global. */
  readonly pattern: RegExp;
};

type Label = { readonly starts: (text: string) => readonly number[]; readonly words: string };

// What may stand between a label and its value: a remark in brackets, the label in the other language,
// a colon, table borders, quote marks of quoted mail, bold print, and line breaks.
const gap = String.raw`[ \t\u00A0]{0,20}`;
export const remark = String.raw`(?:${gap}\([^()\n]{0,80}\))?`;
export const filler = String.raw`[\s>|*_"'“”«»\u00A0]{0,60}`;
export const colon = String.raw`${gap}[:=：]${filler}`;
export const nextLine = String.raw`${gap}\*{0,2}[|]?${gap}(?:\r?\n[ \t>|*]{0,40}){1,3}`;
export const cell = String.raw`(?:${gap}[|│\t]${gap}|[ \u00A0]{2,20})`;
const is = String.raw`[ \u00A0](?:(?:is|are|was|has been set to|est|sera)[ \u00A0]?:?|:)${filler}`;
export const notRemoved = String.raw`(?![\s<>|*_"'“”«»]{0,60}\[[A-Za-z ]{3,20} removed\])`;
/** A value may stand in angle brackets, as links and addresses do. */
const opening = String.raw`(?:<(?!https?:|mailto:|[^\s<>@]{1,64}@))?`;

export const anyJoint = `(?:${colon}|${is}|${cell}|${nextLine})`;

/** The label may be there in either language or both. */
export const labelled = ({ starts, words }: Label, joint: string, secret: string): Search => ({
  starts,
  pattern: caseless(
    `(?<![[a-z])${words}${remark}(?:${gap}[/|]${gap}${words}${remark})?${joint}${notRemoved}${opening}${secret}`,
    "uy",
  ),
});

// What may stand on lines between a label and its value: nothing, a rule, a note in brackets, the label once more.
const unreadable = String.raw`[^\p{L}\p{N}\n]{0,120}`;
const margin = String.raw`[ \t>|*_"'“”«»│║\u00A0]{0,40}`;
const note = String.raw`[([](?=[\p{L}\p{N}])(?![A-Za-z ]{3,20} removed\]|[^\s()[\]]{0,60}(?:[!#$%&*+=?@^_~]|\p{L}\d|\d\p{L}|\d-|(?-i:[a-z][A-Z])))(?=[^()[\]\n]{0,80}[ \u00A0]|(?-i:[\p{Ll}-]{3,30})[)\]])[^()[\]]{3,200}[)\]]`;
const signature = String.raw`[ \t>]{0,20}-- ?\r?\n`;
const ofIt = String.raw`(?:(?:your|the|a|new|temporary|initial|first|votre|le|un|nouveau)[ \u00A0]){0,3}`;
const aside = ({ words }: Label): string =>
  `(?:(?!${signature})${unreadable}\\n|${margin}(?:${note}|${ofIt}${words}${remark})${unreadable}\\n)`;
const labelEnd = String.raw`[ \t\u00A0*_|│║#=~>→↓⇓▼/-]{0,24}\r?\n`;
const statement = String.raw`(?:[ \u00A0](?:is|are|est|sera|will be|follows|below|as follows|suit|ci-dessous|le suivant)){0,2}`;
const listMark = String.raw`(?:(?:[-–—•·▪◦●‣→⇒➜]|\d{1,2}[.)])[ \t\u00A0]{1,4})?`;

/** What begins like a value, and is none: a rule, a note, the mark of a list, the label itself, or another one on its line. */
export const notAside = ({ words }: Label): string =>
  String.raw`(?!${unreadable}(?:\n|$)|[-=_]{4}|${note}|\d{1,2}[.)][ \t\u00A0]|${ofIt}${words}${remark}${gap}[:=：\n]|(?<=\n${margin})${otherLabel})`;
const otherLabel = String.raw`[*_]{0,2}[\p{L}'’-]{1,20}(?:[ \u00A0][\p{L}'’-]{1,20}){0,2}\*{0,2}[ \u00A0]?[:：](?:[*\s]|$)`;

/** The value stands on a line of its own, farther down: below a colon, or below a label that is a heading or fills its cell. */
export const below = (label: Label, secret: string): Search => {
  const { words } = label;
  const heading = String.raw`(?<=(?:^|[\n|│\t/])[^\p{L}\p{N}\n]{0,40}(?:(?:here|is|below|this|voici|your|the|new|temporary|initial|first|votre|le|nouveau)[ \u00A0]){0,5}${words}${remark}(?:${gap}[/|]${gap}${words}${remark})?)`;
  const belowColon = String.raw`${statement}${gap}[:=：][ \t\u00A0*_|│"'”»>→↓-]{0,8}\r?\n`;
  const joint = `(?:${belowColon}|(?=${labelEnd})${heading}${labelEnd})${aside(label)}{0,8}${margin}`;
  return labelled(label, `${joint}${listMark}${notAside(label)}`, secret);
};

/** For what is not mistaken for a word: also on a line farther down. */
export const farther = (label: Label): string =>
  `(?:${anyJoint}|(?:${statement}${gap}[:=：])?${labelEnd}${aside(label)}{1,8}${margin})`;

/** A table's titles stand above its values. */
export const titlesEnd = `(?:${nextLine}|${labelEnd}(?:${unreadable}\\n){1,4}${margin})`;

const e = String.raw`[eéèê?\uFFFD]{1,2}`;
export const passwordLabel: Label = {
  starts: startsOf("pass", "pw", "p/w", "mot"),
  words: String.raw`(?:pass[ -]?words?|passwd|pass ?codes?|pass ?phrase|pass(?=[ \u00A0]?[:=：])|pwd?|p\/w|mots? de passe)(?:[ \u00A0](?:temporaires?|provisoires?|initial|temporary|à usage unique))?`,
};
export const uciLabel: Label = {
  starts: startsOf("uci", "iuc", "unique client", "identifi", "id client", "client", "num"),
  words: String.raw`(?:(?:UCI|IUC)s?|(?:unique )?client identif(?:ier|ication)(?:[ \u00A0](?:number|code))?|identif(?:icateur|iant) unique (?:de |du )?client|identifiant (?:de |du )?client|client[ \u00A0-]?(?:id|number|no\.?)|id client|num${e}ro (?:de |du |d['’]identification (?:de |du )?)?client|num${e}ro (?:d['’])?IUC)(?:[ \u00A0]?(?:number|no\.?|#|num${e}ro))?`,
};
export const applicationLabel: Label = {
  starts: startsOf("application", "file", "case", "num", "no", "n°", "nº"),
  words: String.raw`(?:(?:application|file|case)[ \u00A0](?:number|no\.?|num\.?|id|#)|(?:num${e}ro|n[o°º]\.?|no\.?)[ \u00A0](?:de |du |d['’])(?:la )?(?:demande|dossier))`,
};
export const codeLabel: Label = {
  starts: startsOf(
    "verification",
    "security",
    "confirmation",
    "one",
    "access",
    "activation",
    "validation",
    "reference",
    "invitation",
    "personal",
    "code",
    "pin",
    "nip",
  ),
  words: String.raw`(?:(?:verification|security|confirmation|one-?time|access|activation|validation|reference|invitation|personal)[ \u00A0](?:pass)?code|code[ \u00A0](?:de[ \u00A0](?:v${e}rification|s${e}curit${e}|confirmation|validation|r${e}f${e}rence)|d['’](?:acc${e}s|activation|invitation)|personnel|unique)|\bcode|PIN(?:[ \u00A0](?:code|number))?(?=[ \u00A0]?[:=：]|[ \u00A0]is)|NIP(?=[ \u00A0]?[:=：]|[ \u00A0]est))`,
};
/** Of the number that letters head with "Our reference": it may be a client's. */
export const referenceLabel: Label = {
  starts: startsOf("ref", "réf"),
  words: String.raw`r${e}f(?:${e}rence|\.)?(?:[ \u00A0](?:number|no\.?|#))?`,
};
