/** A script of a mailbox that holds messages, as a sound server would tell of it; a test changes one answer. */

import type { Script } from "../helpers/scripted-imap.ts";

export type Held = { readonly uid: number; readonly raw: string };

/** Scripted answers of an inbox with these messages; `codes` are what EXAMINE tells beside their number. */
export const mailboxOf = (
  held: readonly Held[],
  codes: readonly string[] = ["UIDVALIDITY 7", "UIDNEXT 100000"],
): Script => ({
  CAPABILITY: () => ["* CAPABILITY IMAP4rev1 SPECIAL-USE IDLE", "OK done"],
  EXAMINE: () => [
    `* ${held.length} EXISTS`,
    ...codes.map((code) => `* OK [${code}] fine`),
    "OK [READ-ONLY] done",
  ],
  IDLE: () => ["+ idling", "HOLD"],
  FETCH: () => [...last(held), "OK done"],
  "UID SEARCH": (what) => [searched(held, what), "OK done"],
  "UID FETCH": (what) => [...fetched(held, what), "OK done"],
});

const last = (held: readonly Held[]): readonly string[] =>
  held.slice(-1).map(({ uid }) => `* ${held.length} FETCH (UID ${uid})`);

const searched = (held: readonly Held[], what: string): string => {
  const set = /UID (\S+)/iu.exec(what)?.[1];
  const hits = set === undefined ? held : held.filter(({ uid }) => isIn(set, uid, held));
  return ["* SEARCH", ...hits.map(({ uid }) => uid)].join(" ");
};

/** What a sound server answers to UID FETCH. */
export const fetched = (held: readonly Held[], what: string): readonly string[] => {
  const [set = ""] = what.split(" ");
  return held.flatMap((one, index) => (isIn(set, one.uid, held) ? [line(one, index + 1, what)] : []));
};

const line = ({ uid, raw }: Held, sequence: number, what: string): string => {
  const text = Buffer.from(raw.replaceAll(/\r?\n/gu, "\r\n")).toString("latin1");
  const wantsHeader = what.includes("HEADER");
  const body = wantsHeader ? `${text.split("\r\n\r\n")[0]}\r\n\r\n` : text;
  const item = wantsHeader ? "BODY[HEADER]<0>" : "BODY[]";
  const about = `UID ${uid} FLAGS () RFC822.SIZE ${text.length}`;
  return `* ${sequence} FETCH (${about} ${item} {${body.length}}\r\n${body})`;
};

/** `n:*` always holds the last message (RFC 9051 section 9, seq-range). */
const isIn = (set: string, uid: number, held: readonly Held[]): boolean => {
  const highest = held.at(-1)?.uid ?? 0;
  return set.split(",").some((part) => {
    const [from = 0, to = from] = part.split(":").map((end) => (end === "*" ? highest : Number(end)));
    return Math.min(from, to) <= uid && uid <= Math.max(from, to);
  });
};
