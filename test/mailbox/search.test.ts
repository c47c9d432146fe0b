import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { lookBack } from "../../src/mailbox/look-back.ts";
import { sinceDay } from "../../src/mailbox/search.ts";
import { type Dovecot, hasDovecot, startDovecot } from "../helpers/dovecot.ts";
import { startScriptedImap } from "../helpers/scripted-imap.ts";
import { KeepingSink } from "../helpers/sink.ts";
import { chatter, optionsFor, raw, terms } from "./world.ts";

const real = hasDovecot() ? describe : describe.skip;
const now = new Date();
const { signal } = new AbortController();

real("the look back", () => {
  let server: Dovecot;
  let sink: KeepingSink;

  beforeEach(async () => {
    server = await startDovecot();
    sink = new KeepingSink();
  });

  afterEach(async () => await server.stop());

  const look = async (): Promise<readonly string[]> =>
    await lookBack({ options: optionsFor(server), terms, taker: sink, now, signal });

  test("finds letters by sender and subject, and own replies in Sent by recipient", async () => {
    server.deliver("INBOX", raw({ from: "a@x.apps.cic.gc.ca", subject: "no known words" }));
    server.deliver("INBOX", raw({ from: "friend@example.net", subject: "Fwd: PR Confirmation" }));
    server.deliver("Junk", raw({ subject: "in junk" }));
    server.deliver("Sent", raw({ from: "person@example.org", to: "ircc@cic.gc.ca", subject: "my answer" }));
    server.deliver("INBOX", chatter(1));
    await expect(look()).resolves.toEqual(["INBOX", "Junk", "Sent"]);
    expect(sink.subjects.toSorted()).toEqual([
      "Fwd: PR Confirmation",
      "in junk",
      "my answer",
      "no known words",
    ]);
    expect(sink.judged).toHaveLength(4);
    expect(sink.kept.size).toBe(0);
    expect(sink.looks).toBe(1);
  });

  test("leaves out what is older than it was told to look", async () => {
    server.deliver("INBOX", raw({ subject: "PR Confirmation old" }), {
      mtime: new Date(now.getTime() - 368 * 86_400_000),
    });
    server.deliver("INBOX", raw({ subject: "PR Confirmation new" }), {
      mtime: new Date(now.getTime() - 364 * 86_400_000),
    });
    await look();
    expect(sink.subjects).toEqual(["PR Confirmation new"]);
  });

  test("does without a junk folder and a folder for sent mail", async () => {
    await server.stop();
    server = await startDovecot({ folders: [] });
    server.deliver("INBOX", raw());
    await expect(look()).resolves.toEqual(["INBOX"]);
    expect(sink.found).toHaveLength(1);
  });

  test("asks in ASCII and with one search a folder", async () => {
    server.deliver("INBOX", raw());
    await look();
    const searches = server.commands().match(/UID SEARCH.*/gu) ?? [];
    expect(searches).toHaveLength(1);
    expect(searches[0]).not.toContain("CHARSET");
  });

  test("does it all over one connection where a second is refused", async () => {
    await server.stop();
    server = await startDovecot({ extra: "mail_max_userip_connections = 1" });
    server.deliver("INBOX", raw());
    await look();
    expect(sink.found).toHaveLength(1);
  });
});

test("a search that the server refuses is a failure, never no mail", async () => {
  const server = await startScriptedImap({
    EXAMINE: () => ["* 5 EXISTS", "* OK [UIDVALIDITY 1] fine", "OK [READ-ONLY] done"],
    "UID SEARCH": () => ["NO [SERVERBUG] out of order"],
    FETCH: () => ["OK done"],
  });
  const sink = new KeepingSink();
  const looking = lookBack({ options: optionsFor(server), terms, taker: sink, now, signal });
  await expect(looking).rejects.toThrow("the server refused the search");
  await server.stop();
});

test("the search begins a day early, since servers count days in their own zone", () => {
  expect(sinceDay(new Date("2026-11-23T12:00:00Z"), 365)).toEqual(new Date("2025-11-22T12:00:00Z"));
});
