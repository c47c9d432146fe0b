/**
 * The account that a letter speaks of: its name is an e-mail address, which stands beside a label, in a sentence or in a
 * table. It is found from its @ backwards, so that it is read whole whatever stands between. Every quantifier is bounded.
 */

import { everyMatch } from "./every-match.ts";
import { isGovernmentAddress } from "./sender.ts";

/** The first one that is called a user name, else the first that belongs to a sign-in; in lower case. */
export const accountIn = (texts: readonly string[]): string | null => {
  const places = texts.flatMap(addressesIn);
  const found = places.find(isUserName) ?? places.find(isSignIn);
  return found?.address.toLowerCase() ?? null;
};

/** An address, and as much of the text around it as may say whose it is. */
type Place = { readonly address: string; readonly before: string; readonly after: string };

const addressesIn = (text: string): readonly Place[] => {
  const addresses: (Address | null)[] = [];
  for (let at = text.indexOf("@"); at >= 0 && addresses.length < most; at = text.indexOf("@", at + 1))
    addresses.push(addressAt(text, at));
  return addresses
    .filter((address) => address !== null)
    .filter(({ name }) => !isGovernmentAddress(name)) // the help desk's
    .map((address) => placeOf(text, address));
};

/** No letter names more. */
const most = 200;

type Address = { readonly name: string; readonly start: number };

const addressAt = (text: string, at: number): Address | null => {
  around.lastIndex = at;
  const { local = "", domain = "" } = around.exec(text)?.groups ?? {};
  return local === "" ? null : { name: `${local}@${domain}`, start: at - local.length };
};

const around =
  /(?<=(?<![\p{L}\p{N}])(?<local>[\p{L}\p{N}_][\p{L}\p{N}._%+'’&~-]{0,63}))@(?<domain>(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,8}\p{L}[\p{L}\p{N}-]{0,22}[\p{L}\p{N}])/uy;

const placeOf = (text: string, { name, start }: Address): Place => ({
  address: name,
  before: text.slice(Math.max(0, start - reach), start).replace(/mailto:$/i, ""),
  after: text.slice(start + name.length, start + name.length + 60),
});

/** In characters. */
const reach = 240;

const space = String.raw`(?:[ \u00A0-]|\r?\n[ >]{0,4})?`;
const userName = String.raw`(?:(?:user|log${space}in|sign${space}in)${space}(?:names?|ids?)|(?:nom|code|identifiant)${space}d[^\p{L}\s]{0,2}${space}(?:utilisateur|usager))`;
const userNames = new RegExp(String.raw`(?<![\p{L}\d])${userName}(?![\p{L}\d])`, "giu");
const signIns =
  /(?<![\p{L}\d])(?:accounts?|log(?:ged)?[ -]?[io]n|sign(?:ed)?[ -]?[io]n|user|registered(?= (?:as|in|to|under|with)(?!\p{L}))|address used|e-?mail used|credentials(?=[ \u00A0]?[:=|(\n])|comptes?|identifiants?|utilisateur|connectez-vous|vous (?:y )?connecter|connexion|ouv(?:rez|rir) (?:une|votre) session|(?:enregistr|inscri)\p{L}{1,3}(?= (?:à|au nom|avec|dans|sous)(?!\p{L}))|(?:adresse|courriel) utilisée?)(?![\p{L}\d])/giu;

const isUserName = ({ before, after }: Place): boolean =>
  reaches(before, userNames, isOneSentence) || isCalledSo.test(after);

const isSignIn = ({ before, after }: Place): boolean =>
  reaches(before, signIns, isJointAlone) || (isEntered.test(before) && isForSignIn.test(after));

/** "Enter maria@example.com and your temporary password", "use maria@example.com to sign in". */
const isEntered =
  /(?<!\p{L})(?:use|enter|type|utilisez|entrez|inscrivez|saisissez|tapez)[ \u00A0](?:(?:your|the|votre|la?|e-?mail|address|adresse|courriel|électronique|l['’]adresse)[ \u00A0]){0,4}[("'“«<*]{0,3}$/iu;
const isForSignIn =
  /^[ \u00A0"'”»)>*\],]{1,5}(?:(?:and|with|et|avec)[ \u00A0](?:the|your|le|votre)[ \u00A0](?:(?:new|temporary)[ \u00A0])?(?:password|mot de passe)|(?:to|pour)[ \u00A0](?:(?:sign|log)[ -]?[io]n|vous connecter|ouvrir (?:une|votre) session))(?!\p{L})/iu;

/** "maria@example.com is your user name". */
const isCalledSo = new RegExp(
  String.raw`^[ \u00A0"'”»)>*\]]{1,5}(?:is|are|remains|serves as|as|est|sera|comme)[ \u00A0](?:(?!not|pas)\p{L}{1,12}[ \u00A0]){0,3}${userName}`,
  "iu",
);

/** True if a label stands before, and nothing between it and the address that leads elsewhere. */
const reaches = (before: string, labels: RegExp, joins: (between: string) => boolean): boolean => {
  const label = everyMatch(before, labels).at(-1);
  if (label === undefined) return false;
  const start = before.slice(0, label.index);
  const between = before.slice(label.index + label[0].length).replaceAll(passedOver, " ");
  return !between.includes("@") && !asksElsewhere.test(start) && joins(between);
};

/** What stands in brackets, the dots that lead from a label to its value, and who was given it. */
const passedOver = /(?<=\b(?:gave|told) )us\b|\([^()@]{0,80}\)|(?:\.[ \u00A0]?){3,120}|…{1,60}/g;

/** Before the label, in its sentence: whom to turn to about it, or whose or which it is instead. */
const asksElsewhere =
  /(?<!\p{L})(?:questions?|forg[eo]t|lost|trouble|problems?|help|unable|cannot|can['’]t|can not|could not|oubli|perdu|aide|problèmes?|impossible|ne (?:pouvez|parvenez|réussissez)|previous|old|former|ancien|représentant|representative|consultant|conseill|lawyer|avocat)[^.?!\n]{0,40}$|(?<!\p{L})(?:no|any|another|without(?: an?)?|aucun|autre|sans|pas de)[ \u00A0]$/iu;

const signs = String.raw`[\s<("'“«*>|]{0,20}`;

const isOneSentence = (between: string): boolean =>
  isTitleRow.test(between) ||
  (![endsSentence, leadsElsewhere, isOfPassword, isAnotherField].some((sign) => sign.test(between)) &&
    !(/\p{L}/u.test(between) && endsParagraph.test(between)));

/** Not behind "Mr" nor an initial. */
const endsSentence = /(?<!(?<!\p{L})(?:\p{Lu}|Mr|Mrs|Ms|Dr|Mme))[.?!;](?:\s|$)/u;
const endsParagraph = /\n[ \t>|*\r]{0,20}\n|\n[^\n]{0,90}\n[^\n]{0,90}\n/;

/** Whom the reader may turn to, whom something came from or was sent to. */
const leadsElsewhere = new RegExp(
  [
    String.raw`(?<!\p{L})(?:contact(?! (?:e-?mail|address))|help|assist|support|questions?|inquir|enquir|(?<!you |you use to )writ(?:e|ing)|e-?mail us|call us|forg[eo]t|lost|trouble|problem|unable|cannot|can['’]t|if(?!\p{L})|unless|report|phish|spam|(?<!in |your )reply to|aide|soutien|écri(?:re|ve)|joindre|joignez|oubli|perdu|problème|répondez|signale|si vous)`,
    String.raw`\n[ >*|]{0,20}(?:from|sender|de|expéditeur)[ \u00A0]?:`,
    String.raw`(?<!\p{L})(?:at|by|from|via|not|de|pas|par|auprès de)${signs}$`,
    String.raw`(?<!\p{L})(?<!(?:set|changed|updated|equal|corresponds?|linked|renamed|modified|tied|identical|reset|égal|identique|modifié|correspond)[ \u00A0])(?:to|à)${signs}$`,
  ].join("|"),
  "iu",
);

/** "User name | Temporary password", and the values below. */
const isTitleRow =
  /^[^\p{L}\d:=]{0,20}(?:\p{L}{1,20}[ \u00A0]){0,2}(?:pass[ -]?words?|mots? de passe(?:[ \u00A0]\p{L}{1,20})?)[^\p{L}\d:=]{1,20}$/iu;

/** What the address stands beside is a password then. */
const isOfPassword =
  /(?<!\p{L})(?:pass[ -]?(?:words?|codes?|wd)|mots? de passe)(?:[ \u00A0]?[:=|\t]|[ \u00A0](?:is|est)(?!\p{L})|[ \u00A0]?\r?\n)[^\p{L}]{0,40}$/iu;

/** The user name has its own value ("User name: the one you chose"), and the next line is labelled as something else. */
const isAnotherField =
  /^[^\p{L}\n]{0,20}[:=|\n][^\n]{0,90}\p{L}[^\n]{0,90}\n(?![^\n:]{0,40}(?:e-?mail|courriel|address|adresse))[^\n:]{1,40}:[\s<("'“«*>|]{0,20}$/iu;

/** Nothing but signs, and words that say no more than that it is the account's. */
const isJointAlone = (between: string): boolean =>
  (between.match(/\n/g) ?? []).length <= 2 &&
  !endsSentence.test(between) &&
  !isHeader.test(between) &&
  (between.match(/[\p{L}\d'’.]+/gu) ?? []).every((word) =>
    plain.has(word.toLowerCase().replace(/^[ld]['’]/, "")),
  );

/** Of a forwarded message: its subject may have the label. */
const isHeader = /\n[ >*|]{0,20}(?:from|to|cc|de|à)[ \u00A0*]{0,4}:/iu;

const plain = new Set(
  `a an and the this your my of for with under using as in is are was were has have been will be e mail email address user name username id
  that which gave provided told 's ’s uses
  already existing it use enter type linked tied attached associated connected registered belongs belonging held holder owner on file
  new created opened made set up you to account portal pr permanent residence confirmation secure online ircc's ircc following
  et le la les du de un une votre vos avec sous est sera a été créé créée ouvert ouverte pour vous nom adresse électronique
  à au avez déjà existant possédez que nous donné donnée fourni fournie utilisez entrez saisissez inscrivez tapez lié liée associé associée rattaché rattachée relié reliée
  enregistré enregistrée inscrit inscrite appartient titulaire y
  courriel compte portail rp résidence permanente en ligne sécurisé suivant suivante utilisateur l d`.split(
    /\s+/,
  ),
);
