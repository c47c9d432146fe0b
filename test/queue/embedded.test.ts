import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "@jest/globals";
import { startEmbedded } from "../../src/queue/embedded.ts";
import { Redis as Client } from "ioredis";
import { ask } from "../helpers/redis.ts";

test("it answers at once, not with its timer", async () => {
  await using embedded = await startEmbedded();
  const begun = performance.now();
  await ask(embedded.url, async (client) => {
    for (let count = 0; count < 200; count++) await client.ping();
  });
  // With an answer only every 100 ms it would take 20 s.
  expect(performance.now() - begun).toBeLessThan(5000);
});

test("it lets nobody in without the password, and evicts nothing", async () => {
  await using embedded = await startEmbedded();
  const open = new URL(embedded.url);
  open.password = "";
  const stranger = new Client(open.href, {
    retryStrategy: () => null,
    enableReadyCheck: false,
    disconnectTimeout: 100,
  });
  stranger.on("error", () => undefined);
  await expect(stranger.get("key")).rejects.toThrow(/NOAUTH/);
  stranger.disconnect();
  const info = await ask(embedded.url, async (client) => client.info("memory"));
  expect(info).toContain("maxmemory_policy:noeviction");
});

test("two live side by side", async () => {
  await using one = await startEmbedded();
  await using other = await startEmbedded();
  await ask(one.url, async (client) => client.set("key", "one"));
  expect(await ask(other.url, async (client) => client.get("key"))).toBeNull();
});

const program = `
  import { startEmbedded } from ${JSON.stringify(new URL("../../src/queue/embedded.ts", import.meta.url).href)};
  const embedded = await startEmbedded();
  await embedded[Symbol.asyncDispose]();
`;

test("it prints nothing, and once stopped keeps nothing alive", async () => {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "--input-type=module", "-e", program],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const [out, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  expect({ out, errors, code }).toEqual({ out: "", errors: "", code: 0 });
});

test("should it die, another one takes its place at the same address", async () => {
  const deaths: unknown[] = [];
  await using embedded = await startEmbedded((error) => deaths.push(error));
  const client = new Client(embedded.url, { retryStrategy: () => 20, disconnectTimeout: 100 });
  client.on("error", () => undefined);
  await client.set("key", "before");
  const closed = once(client, "close");
  const killer = new Client(embedded.url, { retryStrategy: () => null, disconnectTimeout: 100 });
  killer.on("error", () => undefined);
  killer.shutdown("NOSAVE").catch(() => undefined);
  await closed;
  killer.disconnect();
  await new Promise((resolve) => client.once("ready", resolve));
  expect(await client.get("key")).toBeNull();
  expect(deaths).toHaveLength(1);
  client.disconnect();
});
