import { afterEach, expect, test } from "@jest/globals";
import type { Log } from "../../src/flow/ports.ts";
import type { Watch } from "../../src/mailbox/watch.ts";
import { type Script, type ScriptedImap, startScriptedImap } from "../helpers/scripted-imap.ts";
import { KeepingSink, silentLog } from "../helpers/sink.ts";
import { optionsFor, raw, watch } from "./world.ts";

let stop: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of stop.splice(0)) await end();
});

type World = { readonly server: ScriptedImap; readonly sink: KeepingSink; readonly said: string[] };

const watching = async (script: Script, pollMinutes = 5): Promise<World> => {
  const server = await startScriptedImap(script);
  const sink = new KeepingSink();
  const said: string[] = [];
  const log: Log = { ...silentLog, warn: (_, message) => void said.push(message) };
  const watcher: Watch = watch(server, sink, { log, options: { ...optionsFor(server), pollMinutes } });
  stop = [() => watcher.stop(), () => server.stop()];
  watcher.start();
  return { server, sink, said };
};

/** One message as FETCH tells it, headers or all. */
const fetched = (sequence: number, uid: number, what: string): string => {
  const text = raw({ subject: `PR Confirmation ${uid}`, id: `${uid}@cic.gc.ca` }).replaceAll("\n", "\r\n");
  const body = what.includes("HEADER") ? `${text.split("\r\n\r\n")[0]}\r\n\r\n` : text;
  const item = what.includes("HEADER") ? "BODY[HEADER]<0>" : "BODY[]";
  return `* ${sequence} FETCH (UID ${uid} FLAGS () RFC822.SIZE ${text.length} ${item} {${body.length}}\r\n${body})`;
};

const plain = { "UID SEARCH": () => ["* SEARCH", "OK done"] };
const holding = (count: number, ...codes: readonly string[]): readonly string[] => [
  `* ${count} EXISTS`,
  ...codes.map((code) => `* OK [${code}] fine`),
  "OK [READ-ONLY] done",
];

test("a server without IDLE is asked for news, and that is said once", async () => {
  const { server, sink, said } = await watching(
    { ...plain, EXAMINE: () => holding(0, "UIDVALIDITY 1") },
    0.005,
  );
  await sink.until(() => sink.looks > 3);
  expect(server.commands).not.toContain("IDLE");
  expect(said.filter((message) => message.includes("no IDLE"))).toHaveLength(1);
  expect(said.filter((message) => message.includes("no junk folder"))).toHaveLength(1);
});

test("a server that refuses IDLE though it offers it is asked for news", async () => {
  const { server, sink } = await watching(
    {
      ...plain,
      CAPABILITY: () => ["* CAPABILITY IMAP4rev1 SPECIAL-USE IDLE", "OK done"],
      EXAMINE: () => holding(0, "UIDVALIDITY 1"),
      IDLE: () => ["NO not today"],
    },
    0.03,
  );
  await sink.until(() => sink.looks > 2);
  expect(server.commands.filter((command) => command === "IDLE").length).toBeLessThan(5);
});

test("a folder without UIDVALIDITY and UIDNEXT is read, and not again and again", async () => {
  const { sink } = await watching(
    {
      EXAMINE: () => holding(1),
      FETCH: () => ["* 1 FETCH (UID 7)", "OK done"],
      "UID SEARCH": () => ["* SEARCH 7", "OK done"],
      "UID FETCH": (what) => [fetched(1, 7, what), "OK done"],
    },
    0.005,
  );
  await sink.until(() => sink.looks > 3);
  expect(sink.subjects).toEqual(["PR Confirmation 7"]);
  expect(sink.kept.get("INBOX")).toMatchObject({ uidValidity: "0", lastUid: 7 });
});

test("a UIDNEXT far ahead of every message loses none that comes below it", async () => {
  let count = 1;
  const { server, sink } = await watching({
    EXAMINE: () => holding(count, "UIDVALIDITY 1", "UIDNEXT 5000"),
    NOOP: () => ["OK done"],
    FETCH: () => ["* 1 FETCH (UID 7)", "OK done"],
    "UID SEARCH": () => ["* SEARCH", "OK done"],
    "UID FETCH": (what) => [fetched(2, 8, what), "OK done"],
  });
  await sink.untilWatching();
  expect(sink.kept.get("INBOX")?.lastUid).toBe(7);
  count = 2;
  server.say("* 2 EXISTS");
  await sink.until(() => sink.found.length === 1);
  expect(sink.subjects).toEqual(["PR Confirmation 8"]);
});

test("a message announced before it can be fetched is fetched when it can", async () => {
  const { server, sink } = await watching({
    ...plain,
    EXAMINE: () => holding(0, "UIDVALIDITY 1"),
    "UID FETCH": (what, nth) => (nth > 1 ? [fetched(1, 1, what), "OK done"] : ["OK done"]),
  });
  await sink.untilWatching();
  server.say("* 1 EXISTS");
  await sink.until(() => sink.found.length === 1);
  expect(sink.subjects).toEqual(["PR Confirmation 1"]);
});

test("a connection that breaks in the middle of a FETCH loses nothing", async () => {
  let broken = false;
  const { server, sink } = await watching({
    ...plain,
    EXAMINE: () => holding(broken ? 2 : 0, "UIDVALIDITY 1"),
    "UID FETCH": (what) => {
      if (broken) return [fetched(1, 1, what), fetched(2, 2, what), "OK done"];
      broken = true;
      return [fetched(1, 1, what), "DROP"];
    },
  });
  await sink.untilWatching();
  server.say("* 2 EXISTS");
  await sink.until(() => sink.found.length >= 2);
  expect(sink.subjects).toEqual(["PR Confirmation 1", "PR Confirmation 2"]);
});
