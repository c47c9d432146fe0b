/** The server of the page: who asks is looked at first, then what for. */

import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { fastify, type FastifyInstance } from "fastify";
import { guardOf, headers, type Guard } from "./guard.ts";
import { addMonitoring } from "./monitoring.ts";
import type { Address, Parts } from "./parts.ts";
import { addPage } from "./routes.ts";
import { addSignIn } from "./sign-in.ts";
import { icon, script } from "./live.ts";
import { style } from "./style.ts";
import { tokensOf } from "./tokens.ts";

export type Site = AsyncDisposable & {
  /** Where it is reached, such as "http://127.0.0.1:4320". */
  readonly origin: string;
  /** A link that opens it, once, within a quarter of an hour. */
  link(): string;
};

/** Forms are small. */
const bodyLimit = 16 * 1024;

/** @throws Error in plain words where it cannot listen. */
export const openSite = async (address: Address, parts: Parts): Promise<Site> => {
  const tokens = tokensOf(parts.secret, parts.clock);
  const server = serverFor(address);
  const late: { guard?: Guard; origin?: string } = {};
  guard(server, () => late.guard);
  const site = { parts, tokens, address, origin: () => late.origin ?? "" };
  addFiles(server);
  addSignIn(server, site);
  addPage(server, site);
  addMonitoring(server, parts);
  const port = await listen(server, address);
  late.guard = guardOf(address, port);
  late.origin =
    address.origin ?? `${address.tls === null ? "http" : "https"}://${nameOf(address.host)}:${port}`;
  return {
    origin: late.origin,
    link: () => `${late.origin}/?token=${tokens.link()}`,
    [Symbol.asyncDispose]: async () => server.close(),
  };
};

const serverFor = ({ tls }: Address): FastifyInstance => {
  const server = fastify({
    logger: false,
    bodyLimit,
    forceCloseConnections: true,
    serverFactory: (handler) => (tls === null ? createServer(handler) : createSecureServer(tls, handler)),
  });
  server.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_, body, done) =>
    done(null, new URLSearchParams(String(body))),
  );
  return server;
};

/** On every request, before any route. */
const guard = (server: FastifyInstance, of: () => Guard | undefined): void => {
  server.addHook("onRequest", async (request, reply) => {
    reply.headers(headers);
    const { method, headers: asked } = request;
    const refusal = of()?.refuses({ method, host: asked.host, origin: asked.origin }) ?? null;
    if (refusal !== null) await reply.code(403).type("text/plain; charset=utf-8").send(`${refusal}\n`);
  });
};

const addFiles = (server: FastifyInstance): void => {
  const files = {
    "/style.css": ["text/css", style],
    "/live.js": ["text/javascript", script],
    "/icon.svg": ["image/svg+xml", icon],
  } as const;
  for (const [path, [type, text]] of Object.entries(files)) {
    const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 16)}"`;
    server.get(path, async (request, reply) => {
      reply.header("Cache-Control", "no-cache").header("ETag", tag);
      return request.headers["if-none-match"] === tag
        ? reply.code(304).send()
        : reply.type(`${type}; charset=utf-8`).send(text);
    });
  }
};

const listen = async (server: FastifyInstance, { host, port }: Address): Promise<number> => {
  await server.listen({ host, port });
  const [bound] = server.addresses();
  return typeof bound === "object" ? bound.port : port;
};

const nameOf = (host: string): string => {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
};
