/** The secrets that letters carry, as a table of what is cut. Every quantifier is bounded: text may be hostile. */

/** `pattern` is global and ends with the group `secret`; `everywhere`: its value is cut wherever else it stands. */
export type Cut = { readonly marker: string; readonly pattern: RegExp; readonly everywhere: boolean };

// What may stand between a label and its value: a remark in brackets, the label in the other language,
// a colon, table borders, quote marks of quoted mail, bold print, and line breaks.
const gap = String.raw`[ \t\u00A0]{0,20}`;
const remark = String.raw`(?:${gap}\([^()\n]{0,80}\))?`;
const filler = String.raw`[\s>|*_"'“”«»\u00A0]{0,60}`;
const colon = String.raw`${gap}[:=：]${filler}`;
const nextLine = String.raw`${gap}\*{0,2}[|]?${gap}(?:\r?\n[ \t>|*]{0,40}){1,3}`;
const cell = String.raw`(?:${gap}[|\t]${gap}|[ \u00A0]{2,20})`;
const is = String.raw`[ \u00A0](?:(?:is|are|was|has been set to|est|sera)[ \u00A0]?:?|:)${filler}`;
const notRemoved = String.raw`(?![\s>|*_"'“”«»]{0,60}\[[A-Za-z ]{3,20} removed\])`;

/** A word that no prose has: a digit or a sign within, or capitals after small letters. */
const secretWord = String.raw`(?=[^\s|<>]{0,60}(?:[0-9!#$%&*+=?@^_~]|(?-i:[a-z][A-Z])))[^\s|<>]{4,128}`;
const lineEnd = String.raw`(?=["'”»*|]{0,3}[ \t\u00A0]{0,20}(?:\r?\n|$|\|))`;
const stop = String.raw`(?<![.,;:)"'”»*])`;

const labelled = (label: string, value: string): RegExp => {
  const labels = `${label}${remark}(?:${gap}[/|]${gap}${label}${remark})?`;
  return new RegExp(
    `(?<![[a-z])${labels}(?:${colon}|${is}|${cell}|${nextLine})${notRemoved}(?<secret>${value})`,
    "giu",
  );
};

const e = String.raw`[eéèê?\uFFFD]{1,2}`;
const passwordLabel = String.raw`(?:pass ?words?|pass ?codes?|pass ?phrase|pwd|mots? de passe)(?:[ \u00A0](?:temporaires?|provisoires?|initial|temporary))?`;
const uciLabel = String.raw`(?:UCI|IUC|unique client identifi(?:er|cation)(?: number)?|identificateur unique (?:de |du )?client|client (?:id|number|no\.?)|num${e}ro (?:de |du )?client)(?:[ \u00A0]?(?:number|no\.?|#|num${e}ro))?`;
const applicationLabel = String.raw`(?:(?:application|file|case)[ \u00A0](?:number|no\.?|num\.?|id|#)|(?:num${e}ro|n[o°º]\.?|no\.?)[ \u00A0](?:de |du |d['’])(?:la )?(?:demande|dossier))`;
const codeLabel = String.raw`(?:(?:verification|security|confirmation|one-?time|access|activation|validation|reference|invitation|personal)[ \u00A0](?:pass)?code|code[ \u00A0](?:de[ \u00A0](?:v${e}rification|s${e}curit${e}|confirmation|validation|r${e}f${e}rence)|d['’](?:acc${e}s|activation|invitation)|personnel|unique)|\bcode)`;

const password = "[password removed]";
const uci = "[UCI removed]";
const application = "[application number removed]";
const code = "[code removed]";

/** Words of prose that may follow "password:"; no password is one of them. */
const proseWord = String.raw`(?:a|an|and|are|as|at|by|be|can|change|choose|click|create|do|enter|follow|for|from|go|help|here|how|i|if|in|is|it|its|link|may|minimum|must|need|never|no|not|of|on|only|open|or|our|please|reset|see|select|sent|set|should|sign|that|the|then|there|they|this|to|type|use|using|visit|was|we|what|when|which|will|with|within|you|your|au|aux|avec|ce|cette|changez|choisissez|cliquez|comment|créez|dans|de|des|doit|du|elle|en|entrez|est|et|il|ils|la|le|les|lien|ne|nous|ou|par|pas|pour|que|qui|saisissez|sera|si|suivez|sur|un|une|utilisez|veuillez|vos|votre|vous)(?![^\s,.;:!?]|[.,;:!?]\S)`;

/** In this order: a password may look like anything, so it goes first. */
export const cuts: readonly Cut[] = [
  // After a colon everything up to the next space is the password, unless it can only be prose.
  cut(
    password,
    new RegExp(
      `(?<![[a-z])${passwordLabel}${remark}(?:${gap}[/|]${gap}${passwordLabel}${remark})?${colon}${notRemoved}(?!${proseWord})(?<secret>[^\\s|<>]{2,128})`,
      "giu",
    ),
  ),
  cut(password, labelled(passwordLabel, `${secretWord}${stop}`)),
  cut(
    password,
    new RegExp(
      `(?<![[a-z])${passwordLabel}${remark}${nextLine}${notRemoved}(?<secret>[^\\s|<>]{4,128})${lineEnd}`,
      "giu",
    ),
  ),
  cut(uci, labelled(uciLabel, String.raw`\d[\d \u00A0‐-―-]{6,12}\d(?!\d)`)),
  cut(
    uci,
    /(?<![\d\p{L}-])(?!(?:19|20)\d{2}[-‐-―](?:19|20)\d{2}(?!\d))(?<secret>(?:\d{4}|\d{2}[-‐-―]\d{4})[-‐-―]\d{4})(?![\d\p{L}]|-\d)/gu,
  ),
  cut(
    application,
    labelled(applicationLabel, String.raw`(?=[\p{L}\d-]{0,12}\d)[\p{L}\d][\p{L}\d-]{4,20}[\p{L}\d]`),
  ),
  cut(application, /(?<![\p{L}\d])(?<secret>[A-Z]{1,2}[ -]?\d{8,10})(?![\p{L}\d])/gu),
  cut(code, labelled(codeLabel, String.raw`(?=[\p{L}\d-]{0,12}\d)[\p{L}\d][\p{L}\d-]{2,14}[\p{L}\d]`)),
  // One-time tokens hide behind links.
  {
    marker: "[query removed]",
    pattern: /https?:\/\/[^\s<>?"']{1,500}\?(?!\[query)(?<secret>[^\s<>"')\]]{1,2000})/gu,
    everywhere: false,
  },
];

function cut(marker: string, pattern: RegExp): Cut {
  return { marker, pattern, everywhere: true };
}
