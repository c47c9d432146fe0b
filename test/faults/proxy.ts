/**
 * A TCP proxy that fails as networks do. What it does is triggered by what passes through it, never by time: "after
 * the third FETCH literal begins, reset".
 */

import { once } from "node:events";
import { setImmediate } from "node:timers/promises";
import { createServer, connect, type Server, type Socket } from "node:net";

export type Side = "client" | "server";

/** The two sockets of one connection, and what holds for the bytes between them. */
export type Link = { readonly client: Socket; readonly server: Socket; silent: boolean };

export type Deed = (link: Link) => void;

/** Both sides see the connection break (RST). */
export const reset: Deed = ({ client, server }) => {
  client.resetAndDestroy();
  server.resetAndDestroy();
};
/** Only the client is told that the server sends no more. */
export const halfClose: Deed = ({ client }) => void client.end();
/** Nothing passes any more, and nobody is told: a NAT that forgot, a cable that was pulled. */
export const silence: Deed = (link) => void (link.silent = true);

export type Trigger = {
  /** Who says it. */
  readonly from: Side;
  readonly says: RegExp;
  /** The how-manieth time, counted from now; the first if not said. */
  readonly nth?: number;
  /** So many bytes after it still pass: 3 cuts in the middle of a literal or a line. */
  readonly more?: number;
};

export type Proxy = {
  readonly port: number;
  /** Connections made so far. */
  readonly count: () => number;
  /** Does the deed once, when it comes to this; resolves when it was done. */
  when(trigger: Trigger, deed: Deed): Promise<void>;
  /** Does the deed to every connection that is open. */
  now(deed: Deed): void;
  /** New connections are refused (`refuse`), or taken and never answered (`hold`), until `accept`. */
  refuse(): Promise<void>;
  hold(): void;
  accept(): Promise<void>;
  /** Passes on what one side says with this changed, one piece as it came. */
  rewrite(from: Side, edit: (text: string) => string): void;
  /** So many bytes a second, from now on. */
  throttle(bytesPerSecond: number): void;
  /** Each piece that long after it came. */
  delay(ms: number): void;
  close(): Promise<void>;
};

type Armed = Required<Trigger> & { readonly deed: Deed; readonly done: () => void; seen: number };

/** Stands before `target` on a free loopback port. */
export const startProxy = async (target: number): Promise<Proxy> => {
  const proxy = new FaultyProxy(target);
  await proxy.accept();
  return proxy;
};

/** So much of what passed is kept, to know what was split between two pieces. */
const remembered = 200;

class FaultyProxy implements Proxy {
  port = 0;
  readonly #target: number;
  readonly #links = new Set<Link>();
  readonly #held = new Set<Socket>();
  readonly #edits: Record<Side, ((text: string) => string) | null> = { client: null, server: null };
  #armed: Armed[] = [];
  #server: Server | null = null;
  #holding = false;
  #count = 0;
  #bytesPerSecond = Infinity;
  #delay = 0;

  constructor(target: number) {
    this.#target = target;
  }

  readonly count = (): number => this.#count;

  async when(trigger: Trigger, deed: Deed): Promise<void> {
    await new Promise<void>((done) => this.#armed.push({ nth: 1, more: 0, ...trigger, deed, done, seen: 0 }));
  }

  now(deed: Deed): void {
    for (const link of this.#links) deed(link);
  }

  async refuse(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    const closed = once(server, "close");
    server.close();
    this.now(reset);
    await closed;
  }

  hold(): void {
    this.#holding = true;
  }

  async accept(): Promise<void> {
    this.#holding = false;
    for (const socket of this.#held) socket.destroy();
    if (this.#server !== null) return;
    const server = createServer({ allowHalfOpen: true }, (client) => this.#take(client));
    await once(server.listen(this.port, "127.0.0.1"), "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("starting the proxy: no port");
    this.port = address.port;
    this.#server = server;
  }

  rewrite(from: Side, edit: (text: string) => string): void {
    this.#edits[from] = edit;
  }

  throttle(bytesPerSecond: number): void {
    this.#bytesPerSecond = bytesPerSecond;
  }

  delay(ms: number): void {
    this.#delay = ms;
  }

  async close(): Promise<void> {
    for (const socket of this.#held) socket.destroy();
    await this.refuse();
  }

  #take(client: Socket): void {
    this.#count += 1;
    client.on("error", () => client.destroy());
    if (this.#holding) return void this.#held.add(client);
    const server = connect({ port: this.#target, host: "127.0.0.1", allowHalfOpen: true });
    server.on("error", () => client.destroy());
    const link: Link = { client, server, silent: false };
    this.#links.add(link);
    client.once("close", () => this.#links.delete(link));
    this.#pass(link, "client");
    this.#pass(link, "server");
  }

  /** One direction; `said` are the last bytes that passed. */
  #pass(link: Link, from: Side): void {
    const [source, sink] = from === "client" ? [link.client, link.server] : [link.server, link.client];
    let said = "";
    let turn = Promise.resolve();
    source.on("data", (bytes) => {
      turn = turn.then(async () => {
        await this.#wait(bytes.length);
        if (link.silent || sink.destroyed) return;
        const text = (this.#edits[from] ?? same)(bytes.toString("latin1"));
        const found = this.#firing(from, said, text);
        const upTo = found?.upTo ?? text.length;
        sink.write(text.slice(0, upTo), "latin1");
        said = (said + text).slice(-remembered);
        if (found === null) return;
        await setImmediate(); // what was said up to here goes out before the connection breaks
        found.armed.deed(link);
        found.armed.done();
        if (!link.silent && sink.writable) sink.write(text.slice(upTo), "latin1");
      });
    });
    source.on("end", () => void turn.then(() => link.silent || sink.end()));
    source.on("close", () => void turn.then(() => link.silent || sink.destroy()));
  }

  async #wait(bytes: number): Promise<void> {
    const ms = this.#delay + (bytes / this.#bytesPerSecond) * 1000;
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  }

  /** The armed trigger that this piece sets off, and how much of the piece still passes. */
  #firing(from: Side, said: string, text: string): { armed: Armed; upTo: number } | null {
    for (const armed of this.#armed.filter((one) => one.from === from)) {
      const pattern = new RegExp(armed.says.source, `${armed.says.flags.replace("g", "")}g`);
      for (const match of (said + text).matchAll(pattern)) {
        const upTo = match.index + match[0].length - said.length;
        if (upTo <= 0) continue;
        armed.seen += 1;
        if (armed.seen < armed.nth) continue;
        this.#armed = this.#armed.filter((one) => one !== armed);
        return { armed, upTo: Math.min(text.length, upTo + armed.more) };
      }
    }
    return null;
  }
}

const same = (text: string): string => text;
