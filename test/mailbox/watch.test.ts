import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { connect } from "../../src/mailbox/connection.ts";
import type { Watch } from "../../src/mailbox/watch.ts";
import { type Dovecot, hasDovecot, startDovecot } from "../helpers/dovecot.ts";
import { ReadableLog } from "../helpers/log.ts";
import { KeepingSink } from "../helpers/sink.ts";
import { chatter, optionsFor, raw, terms, watch } from "./world.ts";

const real = hasDovecot() ? describe : describe.skip;

real("the watcher", () => {
  let server: Dovecot;
  let sink: KeepingSink;
  const running: Watch[] = [];

  const started = (watcher: Watch): Watch => {
    running.push(watcher);
    watcher.start();
    return watcher;
  };

  beforeEach(async () => {
    server = await startDovecot();
    sink = new KeepingSink();
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map((watcher) => watcher.stop()));
    await server.stop();
  });

  test("finds what lay in inbox and junk before it started", async () => {
    server.deliver("INBOX", raw({ subject: "PR Confirmation one" }));
    server.deliver("Junk", raw({ subject: "PR Confirmation two" }));
    server.deliver("INBOX", chatter(1));
    started(watch(server, sink));
    await sink.untilWatching();
    expect(sink.subjects.toSorted()).toEqual(["PR Confirmation one", "PR Confirmation two"]);
    expect(sink.found.map(({ place }) => place.role).toSorted()).toEqual(["inbox", "junk"]);
    expect([...sink.kept.keys()].toSorted()).toEqual(["INBOX", "Junk", "Sent"]);
  });

  test("hands on a letter as soon as the server announces it", async () => {
    started(watch(server, sink));
    await sink.untilWatching();
    server.deliver("INBOX", raw({ subject: "PR Confirmation now" }));
    await sink.until(() => sink.subjects.includes("PR Confirmation now"));
    expect(sink.found.at(-1)?.bodyFetched).toBe(true);
    expect(sink.found.at(-1)?.message.text).toContain("please answer");
  });

  test("reads each of fifty letters that come one after the other, and none twice", async () => {
    started(watch(server, sink));
    await sink.untilWatching();
    const subjects = Array.from({ length: 50 }, (_, number) => `PR Confirmation ${number}`);
    for (const subject of subjects) {
      server.deliver("INBOX", raw({ subject }));
      await new Promise(setImmediate);
    }
    await sink.until(() => sink.found.length >= 50);
    expect(sink.subjects.toSorted()).toEqual(subjects.toSorted());
  });

  test("does not lose a letter that comes while another one is taken", async () => {
    started(watch(server, sink));
    await sink.untilWatching();
    sink.beforeTake = async () => {
      sink.beforeTake = async () => {};
      server.deliver("INBOX", raw({ subject: "PR Confirmation second" }));
    };
    server.deliver("INBOX", raw({ subject: "PR Confirmation first" }));
    await sink.until(() => sink.found.length === 2);
    expect(sink.subjects).toEqual(["PR Confirmation first", "PR Confirmation second"]);
  });

  test("reads what came while nobody watched, and nothing a second time", async () => {
    server.deliver("INBOX", raw({ subject: "PR Confirmation before" }));
    const first = started(watch(server, sink));
    await sink.untilWatching();
    await first.stop();
    server.deliver("INBOX", raw({ subject: "PR Confirmation meanwhile" }));
    server.deliver("Junk", raw({ subject: "PR Confirmation in junk" }));
    started(watch(server, sink));
    await sink.untilWatching();
    expect(sink.subjects).toEqual([
      "PR Confirmation before",
      "PR Confirmation meanwhile",
      "PR Confirmation in junk",
    ]);
  });

  test("looks back again at its next poll once the person trusts somebody more", async () => {
    let trusted: readonly string[] = [];
    server.deliver("INBOX", raw({ from: "Anna <anna@firm.example>", subject: "for you" }));
    started(
      watch(server, sink, {
        terms: async () => ({ ...terms, from: [...terms.from, ...trusted] }),
        options: { ...optionsFor(server), pollMinutes: 0.005 },
      }),
    );
    await sink.untilWatching();
    expect(sink.subjects).toEqual([]);
    trusted = ["anna@firm.example"];
    await sink.until(() => sink.subjects.includes("for you"));
  });

  test("comes back after the server was away, and reads what came meanwhile", async () => {
    started(watch(server, sink));
    await sink.untilWatching();
    await server.halt();
    await sink.until(() => sink.last?.problem !== null);
    expect(sink.last?.state).toBe("connecting");
    server.deliver("INBOX", raw({ subject: "PR Confirmation while away" }));
    await server.start();
    await sink.until(() => sink.subjects.includes("PR Confirmation while away"));
    await sink.untilWatching();
    expect(sink.last?.problem).toBeNull();
  });

  test("goes on when a letter could not be stored, and takes it with the next try", async () => {
    started(watch(server, sink));
    await sink.untilWatching();
    sink.beforeTake = async () => {
      sink.beforeTake = async () => {};
      throw new Error("the ledger is busy");
    };
    server.deliver("INBOX", raw({ subject: "PR Confirmation again" }));
    await sink.until(() => sink.found.length === 1);
    expect(sink.subjects).toEqual(["PR Confirmation again"]);
  });

  test("looks at junk and sent at each safety poll", async () => {
    started(watch(server, sink, { options: { ...optionsFor(server), pollMinutes: 0.005 } }));
    await sink.untilWatching();
    server.deliver("Junk", raw({ subject: "PR Confirmation in junk" }));
    server.deliver(
      "Sent",
      raw({ subject: "Re: PR Confirmation", from: "person@example.org", to: "x@cic.gc.ca" }),
    );
    await sink.until(() => sink.found.length === 2);
    expect(sink.found.map(({ place }) => place.role).toSorted()).toEqual(["junk", "sent"]);
    server.deliver("INBOX", raw({ subject: "PR Confirmation after the poll" }));
    await sink.until(() => sink.found.length === 3);
  });

  test("never changes a flag and leaves new mail new", async () => {
    server.deliver("INBOX", raw());
    server.deliver("INBOX", raw(), { name: "1700000000.M1P1.seen:2,S" });
    server.deliver("Junk", raw());
    await startOnce();
    const names = [...server.files("INBOX"), ...server.files("Junk")];
    started(watch(server, sink));
    await sink.untilWatching();
    const fresh = server.deliver("INBOX", raw({ subject: "PR Confirmation fresh" }));
    await sink.until(() => sink.subjects.includes("PR Confirmation fresh"));
    expect([...server.files("INBOX"), ...server.files("Junk")]).toEqual(
      expect.arrayContaining([...names, `new/${fresh}`]),
    );
    expect(server.commands()).not.toMatch(/\bSELECT\b|\bSTORE\b|\bBODY\[/u);
    expect(server.commands()).toMatch(/EXAMINE INBOX/u);
  });

  const startOnce = async (): Promise<void> => {
    const client = await connect(optionsFor(server), new AbortController().signal);
    await client.list();
    client.close();
  };

  test("reads a folder again when its UIDVALIDITY changed", async () => {
    server.deliver("INBOX", raw({ subject: "PR Confirmation old" }));
    const first = started(watch(server, sink));
    await sink.untilWatching();
    const before = sink.kept.get("INBOX")?.uidValidity;
    await first.stop();
    server.bumpUidValidity("INBOX", Number(before) + 1000);
    server.deliver("INBOX", raw({ subject: "PR Confirmation new" }));
    started(watch(server, sink));
    await sink.untilWatching();
    expect(sink.subjects).toEqual(["PR Confirmation old", "PR Confirmation old", "PR Confirmation new"]);
    expect(sink.kept.get("INBOX")?.uidValidity).toBe(String(Number(before) + 1000));
  });

  test("says whether the inbox holds a message, and goes on watching", async () => {
    server.deliver("INBOX", raw({ id: "there@example.org" }));
    const watcher = watch(server, sink);
    const asked = watcher.holds("there@example.org"); // before there is a connection
    started(watcher);
    await expect(asked).resolves.toBe(true);
    await sink.untilWatching();
    await expect(watcher.holds("there@example.org")).resolves.toBe(true);
    await expect(watcher.holds("elsewhere@example.org")).resolves.toBe(false);
    server.deliver("INBOX", raw({ subject: "PR Confirmation later" }));
    await sink.until(() => sink.subjects.includes("PR Confirmation later"));
  });

  test("says nothing of a message it could not look for: it stops", async () => {
    const watcher = started(watch(server, sink, { options: { ...optionsFor(server), port: 1 } }));
    const asked = watcher.holds("there@example.org").then(String, () => "unknown");
    await watcher.stop();
    expect(await asked).toBe("unknown");
  });

  test("tries a wrong password three times, then no more, also after a restart", async () => {
    const options = { ...optionsFor(server), password: "wrong" };
    const first = started(watch(server, sink, { options }));
    await sink.until(() => sink.last?.state === "refused" && sink.last.refusals === 3);
    await first.stop();
    const second = started(watch(server, sink, { options }));
    await sink.until(() => sink.last?.state === "refused");
    await second.stop();
    expect(server.log().match(/Password mismatch/gu)).toHaveLength(3);
    expect(sink.healths.find(({ problem }) => problem !== null)?.problem).toContain(
      "check IMAP_USER and IMAP_PASSWORD",
    );
  });

  test("pauses after three refusals even where the ledger cannot take the count", async () => {
    const log = new ReadableLog();
    const report = sink.report.bind(sink);
    sink.report = async (health) => {
      if (health.refusals >= 3) throw new Error("disk full");
      await report(health);
    };
    const watcher = started(
      watch(server, sink, { options: { ...optionsFor(server), password: "wrong" }, log }),
    );
    await log.said("not tried again for half an hour");
    await watcher.stop();
    expect(server.log().match(/Password mismatch/gu)).toHaveLength(3);
  });

  test("tries again half an hour after the third refusal", async () => {
    const options = { ...optionsFor(server), password: "wrong" };
    const refusedAt = new Date(Date.now() - 30 * 60_000 - 1);
    await sink.report({
      user: server.user,
      state: "refused",
      lastLookAt: null,
      problem: "no",
      refusals: 3,
      refusedAt,
    });
    started(watch(server, sink, { options }));
    await sink.until(() => sink.last?.refusals === 4);
    expect(server.log().match(/Password mismatch/gu)).toHaveLength(1);
  });

  test("stops at once while it waits for the next try", async () => {
    await server.halt();
    const watcher = started(watch(server, sink));
    await sink.until(() => sink.last?.problem !== null);
    const before = performance.now();
    await watcher.stop();
    expect(performance.now() - before).toBeLessThan(1000);
    expect(sink.last?.state).toBe("stopped");
  });

  test("stops at once while it idles, and signs off", async () => {
    const watcher = started(watch(server, sink));
    await sink.untilWatching();
    const before = performance.now();
    await watcher.stop();
    expect(performance.now() - before).toBeLessThan(1000);
    expect(server.commands()).toContain("LOGOUT");
  });

  test("gives signs of life, and says before each pause how long it may last", async () => {
    const told: string[] = [];
    const within: number[] = [];
    const pulse = {
      beat: (ms: number) => void within.push(ms),
      looked: () => void told.push("looked"),
      failed: () => void told.push("failed"),
    };
    started(watch({ ...server, password: "wrong" }, sink, { pulse }));
    await sink.until(() => sink.last?.state === "refused" && sink.last.refusals === 3);
    expect(told).toEqual(["failed", "failed", "failed"]);
    // Half an hour is waited, and that is no standstill.
    while (Math.max(...within) < 30 * 60_000) await new Promise(setImmediate);
    started(watch(server, new KeepingSink(), { pulse }));
    while (!told.includes("looked")) await new Promise(setImmediate);
    expect(within.every((ms) => ms >= 60_000)).toBe(true);
  });
});
