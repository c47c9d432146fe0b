/** Where the links of a letter lead. The wrappers that mail services put around links are undone first. */

import { parse } from "tldts";
import { foldLine } from "./fold.ts";
import { isGovernmentDomain, isWithin } from "./sender.ts";
import { foldText } from "./sentences.ts";

/** The link inside a wrapper, or the link itself. */
export const unwrap = (url: string): string => {
  let inner = url;
  for (let depth = 0; depth < deepest; depth += 1) {
    const next = undo(inner);
    if (next === null) break;
    inner = next;
  }
  return inner;
};

/** A text with every wrapper undone. */
export const unwrapLinks = (text: string): string => text.replaceAll(link, unwrap);

/** Host of a web address, in ASCII; null where there is none, or only that of a wrapper which hides the link. */
export const hostOf = (url: string): string | null => {
  const host = urlOf(unwrap(url))?.hostname.replace(/\.$/, "") ?? "";
  return host === "" || isWrapper(host) ? null : host;
};

/** True where these words beside a link, or the link itself, ask to sign in. */
export const asksToSignIn = (words: string, url: string): boolean =>
  /\b(?:sign|log)(?:ging|ning)?[ -]?(?:in|on)(?:to)?\b|\blogin\b|\bconnecte[rz]\b|\bouvr\w+(?: une| votre| la)? session\b|\bacced|\baccess (?:your|the|my)\b|\bactivat|\b(?:portal|portail)(?: rp)?\W*$/.test(
    words,
  ) || /\/[^?#]{0,200}(?:log-?in|sign-?in|log-?on|connexion|activate|verify)/i.test(url.slice(8));

/** Where a letter asks to sign in: at the government's own hosts, and at others. */
export type SignIns = { readonly own: readonly string[]; readonly foreign: readonly string[] };

export const noSignIns: SignIns = { own: [], foreign: [] };

/** The hosts where a text, or the HTML beside it, asks to sign in. */
export const signInsOf = (text: string, hosts: readonly string[]): SignIns => {
  const named = [
    ...foldText(text)
      .slice(0, longest)
      .split("\n")
      .flatMap((line, at, lines) => signInLinks(line, lines.slice(Math.max(at - 2, 0), at))),
    ...bareSignIns(text.slice(0, longest)),
  ].flatMap((url) => hostOf(url) ?? []);
  const all = [...new Set([...hosts, ...named])].filter(
    (host) => !host.includes("@") && !social.some((site) => isWithin(host, site)),
  );
  return {
    own: all.filter(isGovernmentDomain),
    foreign: all.filter((host) => !isGovernmentDomain(host)),
  };
};

const deepest = 4;
const longest = 50_000;
const link = /https?:\/\/[^\s<>"'\])]{1,3000}/gi;

/** A link that stands alone in its line belongs to the words above it. */
const signInLinks = (line: string, above: readonly string[]): readonly string[] => {
  if (!line.includes("http")) return [];
  const words = line
    .replaceAll(link, " ")
    .replaceAll(/[^a-z.]+/g, " ")
    .trim();
  const near = words.length > 3 ? words : (above.findLast((other) => other.trim() !== "") ?? "");
  return (line.match(link) ?? []).filter((url) => asksToSignIn(near, url));
};

/** "Sign in at portal.example/login": an address that nobody wrote "https" before, which mail programs make a link of. */
const bareSignIns = (text: string): readonly string[] =>
  bareAddresses(text).flatMap(({ address, index }) => {
    const before = foldLine(text.slice(Math.max(index - nearBy, 0), index));
    const after = foldLine(text.slice(index + address.length, index + address.length + nearBy / 2));
    const words = leadsThere.test(before) ? `${before} ${after}` : "";
    const url = `https://${address.toLowerCase()}`;
    return isRegistered(address) && asksToSignIn(words, url) ? [url] : [];
  });

const nearBy = 120;
const leadsThere = /(?:\b(?:at|to|on|via|visit|through|here|a|sur|adresse|site|par|is|est)|[:>(])\W{0,3}$/;

type Bare = { readonly address: string; readonly index: number };

/** Around each full stop within a word. */
const bareAddresses = (text: string): readonly Bare[] => {
  const found: Bare[] = [];
  let end = 0;
  for (let dot = text.indexOf("."); dot >= 0; dot = text.indexOf(".", Math.max(dot + 1, end))) {
    if (!isInWord(text, dot)) continue;
    const [start] = /[^\s<>"'()[\]]*$/.exec(text.slice(Math.max(dot - nearBy, 0), dot)) ?? [""];
    const index = dot - start.length;
    bareAddress.lastIndex = index;
    const [address = ""] = bareAddress.exec(text) ?? [];
    if (address !== "") found.push({ address, index });
    end = index + Math.max(address.length, start.length);
  }
  return found;
};

const isInWord = (text: string, dot: number): boolean => /\w\.\w/.test(text.slice(dot - 1, dot + 2));

/** Not within a link or an e-mail address; the first word of a sentence behind a stop has a capital. */
const bareAddress =
  /(?:(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}|(?:[A-Z\d-]{1,63}\.){1,6}[A-Z]{2,24})(?![\w@-]|\.\w)(?:\/[^\s<>"')\]]{0,300})?/y;

const isRegistered = (address: string): boolean => {
  const { isIcann, domain } = parse(address);
  return isIcann === true && domain !== null;
};

/** Services that rewrite links, by whole labels of the host. */
const wrappers = [
  "safelinks.protection.outlook.com",
  "urldefense.proofpoint.com",
  "urldefense.com",
  "urldefense.us",
  "linkprotect.cudasvc.com",
  "mail.qq.com",
  "c.pc.qq.com",
  "mimecast.com",
  "mimecastprotect.com",
  "secure-web.cisco.com",
  "protection.sophos.com",
  "trendmicro.com",
  "fireeye.com",
  "urlsand.com",
  "emailprotection.link",
  "edgepilot.com",
];

/** Beside whose wrapper anybody may lay pages of their own: "sites.google.com". */
const searchEngines = ["google.com", "www.google.com"];

const isWrapper = (host: string): boolean =>
  wrappers.some((wrapper) => isWithin(host, wrapper)) || searchEngines.includes(host);

/** What a genuine letter's foot may lead to. */
const social = ["facebook.com", "twitter.com", "x.com", "instagram.com", "youtube.com", "linkedin.com"];

const undo = (url: string): string | null => {
  if (![...wrappers, ...searchEngines].some((host) => url.toLowerCase().includes(host))) return null;
  const wrapper = urlOf(url);
  if (wrapper === null || !isWrapper(wrapper.hostname)) return null;
  const candidates = [
    proofpoint(wrapper),
    ...wrapper.searchParams.values(),
    /\/(https?%3A%2F%2F[^/]+)$/i.exec(wrapper.pathname)?.[1],
    hostAlone(wrapper),
  ];
  const inner = candidates.flatMap((each) =>
    /^https?(?::|%3A)/i.test(each ?? "") ? decoded(each ?? "") : [],
  );
  // Which one the service would follow is its secret: of several the one that is worse.
  return inner.find((each) => !isGovernmentDomain(urlOf(each)?.hostname ?? "")) ?? inner[0] ?? null;
};

/** Mimecast hides the link and names its host ("domain"), as Sophos does ("d"). */
const hostAlone = ({ searchParams }: URL): string | null => {
  const host = searchParams.get("domain") ?? searchParams.get("d") ?? "";
  return /^(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}$/i.test(host) ? `https://${host}/` : null;
};

/** urldefense writes "-3A__" for "://" (version 2), or puts the link between underscores (version 3). */
const proofpoint = ({ pathname, searchParams, href }: URL): string | null => {
  if (pathname.startsWith("/v2/"))
    return decoded((searchParams.get("u") ?? "").replaceAll("-", "%").replaceAll("_", "/"));
  return /\/v3\/__(.{1,2000}?)__;/.exec(href)?.[1]?.replace(/^(https?):\/(?!\/)/, "$1://") ?? null;
};

const decoded = (text: string): string => {
  try {
    return /^https?%3A/i.test(text) || text.includes("%3A") ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
};

const urlOf = (text: string): URL | null => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) ? url : null;
};
