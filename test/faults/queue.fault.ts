/** What can happen to the queue: it can be rebuilt at any time. */

import { expect, test } from "@jest/globals";
import { Redis as Client } from "ioredis";
import { portal1, portal2 } from "../helpers/letters.ts";
import { ask } from "../helpers/redis.ts";
import { silence } from "./proxy.ts";
import { faults, letters, onDovecot, sent } from "./rig.ts";

const now = new Date();

faults("Redis", () => {
  test("[45] that cannot be reached at the start keeps no letter from being stored; back, it is filled", async () => {
    await using rig = await onDovecot("Redis");
    await rig.redis?.halt();
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    const daemon = await rig.run();
    await daemon.says("connecting to Redis");
    await rig.redis?.restart();
    const seen = await rig.until(sent);
    expect(seen.letters).toHaveLength(1);
    expect(rig.smtp.mails).toHaveLength(1);
  });

  test("[45] flushed or restarted loses no reminder and sends none twice", async () => {
    await using rig = await onDovecot("Redis");
    const first = await rig.run();
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await rig.until(sent);
    await rig.redis?.flush();
    await rig.redis?.halt();
    await rig.redis?.restart();
    rig.server.deliver("INBOX", portal1({ at: now }), { mtime: now });
    await rig.until(letters(2));
    await first.stop();
    await rig.run();
    expect(new Set(rig.subjects()).size).toBe(rig.subjects().length);
  });

  test.each([
    ["is out of memory", async (client: Client) => await client.config("SET", "maxmemory", "1")],
    ["may only be read", async (client: Client) => await client.call("REPLICAOF", "127.0.0.1", "1")],
  ])("[45] that %s keeps no letter from being stored", async (_, harm) => {
    await using rig = await onDovecot("Redis");
    const daemon = await rig.run();
    await ask(rig.redis?.url ?? "", harm);
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await daemon.says("judged without it");
    await rig.until(sent);
    await ask(rig.redis?.url ?? "", async (client) => {
      await client.config("SET", "maxmemory", "0");
      await client.call("REPLICAOF", "NO", "ONE");
    });
    await daemon.stop();
    await rig.run();
    expect(rig.smtp.mails).toHaveLength(1);
  });

  test("[45] that is gone for good keeps no letter from being told", async () => {
    await using rig = await onDovecot("Redis");
    const daemon = await rig.run();
    await rig.redis?.halt();
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await rig.until(sent);
    expect((await daemon.stop()).code).toBe(0);
    expect(rig.smtp.mails).toHaveLength(1);
  });

  test("[45] that takes every command and answers none holds up no letter", async () => {
    await using rig = await onDovecot("Redis");
    const daemon = await rig.run();
    rig.way.redis?.now(silence);
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await rig.until(sent);
    expect((await daemon.stop()).code).toBe(0);
    expect(rig.smtp.mails).toHaveLength(1);
  });

  test("[45] that evicts is bad, says the doctor, and how to mend it", async () => {
    await using rig = await onDovecot("Redis");
    await ask(
      rig.redis?.url ?? "",
      async (client) => await client.config("SET", "maxmemory-policy", "allkeys-lru"),
    );
    const { code, out } = await rig.landfall("doctor").ended;
    expect(code).toBe(1);
    expect(out).toMatch(/WILL FORGET.*CONFIG SET maxmemory-policy noeviction/u);
    await ask(
      rig.redis?.url ?? "",
      async (client) => await client.config("SET", "maxmemory-policy", "noeviction"),
    );
    expect(await rig.json("doctor")).toMatchObject({ ok: true });
  });

  test("[46] that holds jobs of another version loses them, with a word, and none of ours", async () => {
    await using rig = await onDovecot("Redis");
    const { Queue } = await import("bullmq");
    const connection = new Client(rig.redis?.url ?? "", { maxRetriesPerRequest: null });
    const queue = new Queue("letters", { connection, prefix: "landfall" });
    await queue.add("judge", { v: 99, letter: "what" });
    await queue.close();
    connection.disconnect();
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    const daemon = await rig.run();
    await daemon.says("not of this program's making");
    await rig.until(sent);
  });
});

faults("the embedded queue", () => {
  test("[48] that dies is started anew, and filled", async () => {
    await using rig = await onDovecot("embedded");
    const daemon = await rig.run({
      NODE_OPTIONS: `--import=${new URL("lethal/kill-queue.ts", import.meta.url).href}`,
    });
    daemon.child.send("kill the queue");
    await daemon.says("the embedded queue died");
    rig.server.deliver("INBOX", portal2({ at: now }), { mtime: now });
    await rig.until(sent);
    expect(rig.smtp.mails).toHaveLength(1);
  });
});
