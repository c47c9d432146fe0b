/** Links of a letter that lead out of the government's own hosts, whatever they are called. */

import { type Bare, bareAddresses, isRegistered, nearBy } from "./bare-addresses.ts";
import { everyMatch } from "./every-match.ts";
import { foldLine } from "./fold.ts";
import { type Foot, footOf } from "./letter-foot.ts";
import type { Address } from "./letter.ts";
import { hostOf, link } from "./link-wrappers.ts";
import { isForeignHost, leadsThere } from "./links.ts";
import { isWithin } from "./sender.ts";

/** `links`: of the HTML part, in its marks. `known`: domains that are nobody's trap. */
export type Linking = {
  readonly text: string;
  readonly links: readonly string[];
  readonly known: readonly string[];
  /** What foot is passed over: below what nobody proved, that of a service alone. */
  readonly foot: Foot;
  /** Who forwarded the letter, and signs below it. */
  readonly signer?: Address | undefined;
};

export type StrangeLinks = {
  /** Hosts behind the words of a government's address. */
  readonly disguised: readonly string[];
  readonly elsewhere: readonly string[];
  /** Schemes of links that open no page of the web: "data:". */
  readonly schemes: readonly string[];
};

/** How a link of the HTML part is marked that asks for nothing, and one that shows another address. */
export const [aside, disguise] = ["aside:", "disguise:"];

export const strangeLinks = ({ text, links, known, foot, signer }: Linking): StrangeLinks => {
  const isStrange = (host: string): boolean =>
    isForeignHost(host) && !known.some((domain) => isWithin(host, domain));
  const read = text.slice(0, longest);
  const found = writtenIn(read).filter(({ host }) => isStrange(host));
  const written = placed(read, found, foot, signer);
  const inFoot = new Set(written.flatMap(({ host, isInFoot }) => (isInFoot ? [host] : [])));
  const shown = written.flatMap(({ host, isInFoot }) => (isInFoot ? [] : [host]));
  const linked = marked(links, aside).filter((host) => isStrange(host) && !inFoot.has(host));
  const hidden = written.flatMap(({ host, isDisguised }) => (isDisguised ? [host] : []));
  return {
    disguised: unique([...marked(links, disguise).filter(isStrange), ...hidden]),
    elsewhere: unique([...linked, ...shown]),
    schemes: unique([...links.filter((each) => /^[a-z\d+.-]+:$/.test(each)), ...schemesIn(read)]),
  };
};

const longest = 200_000;

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

const marked = (links: readonly string[], mark: string): readonly string[] =>
  links.flatMap((each) => (each.startsWith(mark) ? [each.slice(mark.length)] : []));

const schemesIn = (text: string): readonly string[] =>
  everyMatch(text, scheme).map(([found]) => `${found.split(":", 1)[0]}:`.toLowerCase());

const scheme = /(?<![\w.+-])(?:data:text\/|(?:file|ftp|smb):\/\/|blob:http|(?:vb|java)script:\w)/gi;

type Found = { readonly host: string; readonly index: number };

const writtenIn = (text: string): readonly Found[] =>
  [...linksIn(text), ...bareAddresses(text).filter((bare) => isMeant(text, bare))].flatMap(
    ({ address, index }) => {
      const host = hostOf(/^https?:/i.test(address) ? address : `https://${address}`);
      return host === null ? [] : [{ host, index }];
    },
  );

type Written = { readonly host: string; readonly isInFoot: boolean; readonly isDisguised: boolean };

const placed = (
  text: string,
  found: readonly Found[],
  kind: Foot,
  signer: Linking["signer"],
): readonly Written[] => {
  if (found.length === 0) return [];
  const lines = text.split("\n");
  const foot = lines.slice(0, footOf(text, kind, signer)).join("\n").length;
  const above = text.slice(Math.max(foot - nearBy, 0), foot);
  return found.map(({ host, index }) => {
    const before = text.slice(Math.max(index - nearBy, 0), index);
    const own = leadsDown.test(foldLine(above)) ? before : text.slice(Math.max(index - nearBy, foot), index);
    const isInFoot = index >= foot && !asksToAct.test(foldLine(own));
    return { host, isInFoot, isDisguised: showsAnother.test(before) };
  });
};

const linksIn = (text: string): readonly Bare[] =>
  everyMatch(text, link).map(({ 0: address, index }) => ({ address, index }));

/** A word with a full stop in it is an address where it looks like one, stands alone, or is where one is to go. */
const isMeant = (text: string, { address, index }: Bare): boolean => {
  if (!isRegistered(address)) return false;
  if (/^www\./i.test(address) || address.includes("/")) return true;
  const before = text.slice(Math.max(index - nearBy, 0), index);
  const after = text.slice(index + address.length, index + address.length + nearBy);
  if (/(?:user ?name|user id|utilisateur|identifiant)[^a-z]{0,9}(?:is|est)?[^a-z]{0,9}$/i.test(before))
    return false;
  return (
    leadsThere.test(foldLine(before)) ||
    alsoLeads.test(foldLine(before)) ||
    (/(?:^|\n)[\s<>*-]*$/.test(before) && /^[\s<>.*]*(?:\n|$)/.test(after))
  );
};

const alsoLeads =
  /\b(?:use|using|from|open|browse|see|type|enter|utilise[rz]|utilisant|ouvrir|ouvrez|voir|depuis|tapez|consulte[rz]|aller|allez|website|portal|portail|link|lien)\W{0,3}$/;

/** "https://portal.cic.gc.ca/login <": what programs write of a link that shows one address and leads to another. */
const showsAnother =
  /(?<![\w@.-])(?:https?:\/\/)?[\w.-]{0,80}\b(?:gc|canada)\.ca(?:\/[^\s<>()]{0,60})?\s{0,3}[<([]$/i;

/** A letter's last words, which send the reader on to what stands below. */
const leadsDown = /[:,>-]\W*$|\b(?:below|following|here|under|ci-dessous|ci-apres|suivant\w*|ici|bas)\b/;

/** Even below a letter. */
const asksToAct =
  /\b(?:click|cliquez|download|telecharge\w*|print|imprime\w*|confirm\w*|complete\w*|remplir|remplissez|upload|televerse\w*|pay|paye[rz]|form|formulaire|activat\w*|activer|verify|verifie[rz]|update|appuyez|scan)\b/;
