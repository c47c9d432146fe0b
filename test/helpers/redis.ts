/** Debian's redis-server, in a temporary folder, on a free loopback port. */

import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Redis as Client } from "ioredis";

export type Redis = {
  readonly url: string;
  /** Ends the server; its data stay for `restart`. */
  halt(): Promise<void>;
  /** Starts it again, on the same port. */
  restart(): Promise<void>;
  flush(): Promise<void>;
  /** Ends it for good. */
  stop(): Promise<void>;
};

/** Where redis-server is not installed: an error under CI, else false and a loud word. */
export const hasRedis = (): boolean => {
  if (spawnSync("redis-server", ["--version"]).error === undefined) return true;
  if (process.env["CI"] === "true")
    throw new Error("redis-server is not installed: apt install redis-server");
  process.stderr.write("SKIPPED on Redis: redis-server is not installed (apt install redis-server)\n");
  return false;
};

export const startRedis = async (): Promise<Redis> => {
  const folder = await mkdtemp(join(tmpdir(), "landfall-redis-"));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server = await start(folder, port);
  const halt = async (): Promise<void> => end(server);
  return {
    url,
    halt,
    restart: async () => {
      server = await start(folder, port);
    },
    flush: async () => {
      await ask(url, async (client) => client.flushall());
    },
    stop: async () => {
      await halt();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** One question to any Redis, over a connection of its own. */
export const ask = async <T>(url: string, question: (client: Client) => Promise<T>): Promise<T> => {
  // The timer that ends a polite goodbye would keep the tests alive for two seconds.
  const client = new Client(url, { disconnectTimeout: 100 });
  try {
    return await question(client);
  } finally {
    client.disconnect();
  }
};

const start = async (folder: string, port: number): Promise<ChildProcess> => {
  const server = spawn(
    "redis-server",
    ["--port", `${port}`, "--bind", "127.0.0.1", "--dir", folder, "--appendonly", "yes", "--save", ""],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  for await (const line of createInterface(server.stdout)) {
    if (line.includes("Ready to accept connections")) break;
  }
  server.stdout.resume();
  return server;
};

const end = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill("SIGTERM");
  await once(server, "exit");
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
};
