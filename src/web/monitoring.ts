/** `/health` and `/metrics`: for this machine, without a token. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isFromHere } from "./guard.ts";
import { healthOf } from "./health.ts";
import type { Metrics } from "./metrics.ts";
import type { Parts } from "./parts.ts";

export const addMonitoring = (server: FastifyInstance, parts: Parts): void => {
  let metrics: Promise<Metrics> | undefined;
  server.get("/health", async (request, reply) => {
    if (!isLocal(request)) return await refuse(reply);
    const health = await healthOf(parts);
    return await reply.code(health.ok ? 200 : 503).send({ landfall: true, ...health });
  });
  server.get("/metrics", async (request, reply) => {
    if (!isLocal(request)) return await refuse(reply);
    // Loaded by those only who are scraped.
    const { type, text } = await (metrics ??= import("./metrics.ts").then(({ metricsOf }) =>
      metricsOf(parts),
    ));
    return await reply.type(type).send(await text());
  });
};

const isLocal = ({ socket, headers }: FastifyRequest): boolean => isFromHere(socket.remoteAddress, headers);

const refuse = async (reply: FastifyReply): Promise<FastifyReply> =>
  reply.code(403).type("text/plain; charset=utf-8").send("This is for the machine itself.\n");
