/** Links that mail services rewrote, and the hosts behind them. */

import { rememberedPieces } from "./remembered.ts";
import { isGovernmentDomain, isWithin } from "./sender.ts";

/** As people and programs write links; an address may stand in brackets (IPv6). */
export const link = /https?:\/\/(?:\[[\da-f:.]{2,60}\][^\s<>"'\])]{0,3000}|[^\s<>"'\])]{1,3000})/gi;

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
export const hostOf = rememberedPieces((url): string | null => {
  const inner = urlOf(unwrap(url.replace(endOfSentence, "")));
  const host = inner?.hostname.replace(/\.$/, "") ?? "";
  // What a search finds is whatever somebody laid out to be found.
  const isSearch = searchEngines.includes(host) && inner?.pathname === "/search";
  return host === "" || (isWrapper(host) && !isSearch) ? null : host;
});

/** What ends a sentence or a cell ends no link. */
const endOfSentence = /[.,;:!?*_|»”’…]{1,20}$/;
const deepest = 4;

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

/** Beside whose wrapper there are pages that are not a wrapper. */
const redirectors = [
  "facebook.com/l.php",
  "instagram.com/?u=",
  "youtube.com/redirect",
  "linkedin.com/redir",
  "linkedin.com/safety/go",
  "google.ca/url",
];

const isWrapper = (host: string): boolean =>
  wrappers.some((wrapper) => isWithin(host, wrapper)) || searchEngines.includes(host);

const undo = (url: string): string | null => {
  const lower = url.toLowerCase();
  const passedOn = carried.test(lower) ? passedOnBy(url) : null;
  if (passedOn !== null) return passedOn;
  if (![...wrappers, ...searchEngines, ...redirectors].some((known) => lower.includes(known))) return null;
  const wrapper = urlOf(url);
  if (wrapper === null || !(isWrapper(wrapper.hostname) || isRedirection(wrapper))) return null;
  const candidates = [
    proofpoint(wrapper),
    ...wrapper.searchParams.values(),
    /\/(https?%3A%2F%2F[^/]+)$/i.exec(wrapper.pathname)?.[1],
    /\/amp\/s\/([^/]{1,200})/.exec(wrapper.pathname)?.[1]?.replace(/^/, "https://"),
    hostAlone(wrapper),
  ];
  const inner = candidates.flatMap((each) =>
    /^https?(?::|%3A)/i.test(each ?? "") ? decoded(each ?? "") : [],
  );
  // Which one the service would follow is its secret: of several the one that is worse.
  return inner.find((each) => !isGovernmentDomain(urlOf(each)?.hostname ?? "")) ?? inner[0] ?? null;
};

/** A page of the government's own that would lead on to somebody else's, as its address asks. */
const passedOnBy = (url: string): string | null => {
  const page = urlOf(url);
  if (page === null || !isGovernmentDomain(page.hostname)) return null;
  const inner = [...page.searchParams.values()].filter((value) => /^(?:https?:)?[\\/]{2}/i.test(value));
  const found = inner.map((value) => value.replace(/^[\\/]{2}/, "https://"));
  return found.find((each) => !isGovernmentDomain(urlOf(each)?.hostname ?? "gc.ca")) ?? null;
};

const carried = /^https?:.{4,500}=(?:https?(?::|%3a)|\/\/|%2f%2f)/;

const isRedirection = ({ hostname, pathname, search }: URL): boolean =>
  redirectors.some((known) => `${lastTwo(hostname)}${pathname}${search}`.startsWith(known));

const lastTwo = (host: string): string => host.split(".").slice(-2).join(".");

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
