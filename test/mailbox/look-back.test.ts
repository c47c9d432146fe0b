import { expect, test } from "@jest/globals";
import { lookBack } from "../../src/mailbox/look-back.ts";
import { startScriptedImap, type Script } from "../helpers/scripted-imap.ts";
import { KeepingSink } from "../helpers/sink.ts";
import { optionsFor, raw, terms } from "./world.ts";

const body = raw({ subject: "a letter" });
const fetched = (command: string): readonly string[] =>
  /BODY\.PEEK\[\]/i.test(command)
    ? [`* 1 FETCH (UID 1 BODY[] {${body.length}}\r\n${body})`, "OK done"]
    : [
        `* 1 FETCH (UID 1 FLAGS () RFC822.SIZE ${body.length} INTERNALDATE "24-Nov-2026 10:00:00 +0000" BODY[HEADER] {${body.length}}\r\n${body})`,
        "OK done",
      ];

const mailbox: Script = {
  EXAMINE: () => ["* 1 EXISTS", "* OK [UIDVALIDITY 1] fine", "* OK [UIDNEXT 2] fine", "OK [READ-ONLY] done"],
  "UID SEARCH": () => ["* SEARCH 1", "OK done"],
  "UID FETCH": fetched,
  FETCH: fetched,
};

test.each([
  ["opens no folder", { EXAMINE: 2 }],
  ["lets nobody in", { LOGIN: 2 }],
])("a second connection that %s is done without", async (_what, silentAt) => {
  await using stack = new AsyncDisposableStack();
  const silenced = Object.entries(silentAt).map(([name, wanted]) => [
    name,
    (rest: string, nth: number) =>
      nth === wanted ? ["SILENCE"] : (mailbox[name]?.(rest, nth) ?? ["OK done"]),
  ]);
  const server = await startScriptedImap({ ...mailbox, ...Object.fromEntries(silenced) });
  stack.defer(async () => await server.stop());
  const sink = new KeepingSink();
  const { signal } = new AbortController();
  const folders = await lookBack({
    options: optionsFor(server),
    terms,
    taker: sink,
    now: new Date(),
    signal,
  });
  expect(folders).toEqual(["INBOX"]);
  expect(sink.found.length).toBe(1);
});
