/** The page and its buttons, for whoever has come in; and the calendar, for whoever has its address. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { perform } from "./deeds.ts";
import { page, type Flash } from "./page.ts";
import { htmlType, queryOf, sentIn, sessionOf, shut, signOut, spokenTo, type Served } from "./sign-in.ts";
import type { View } from "./view.ts";

export const addPage = (server: FastifyInstance, served: Served): void => {
  const flashes = new Map<string, Flash>();
  server.get("/", async (request, reply) => {
    const session = sessionOf(served, request);
    if (session === null) return await shut(served, request, reply, null);
    const flash = flashes.get(session) ?? null;
    flashes.delete(session);
    const view = await viewOf(served, request, session);
    return await reply.type(htmlType).send(await page(view, await served.parts.queue(), flash));
  });
  server.post("/act", async (request, reply) => {
    const session = sessionOf(served, request);
    const sent = sentIn(request);
    if (session === null || !served.tokens.isForm(session, sent.get("form") ?? ""))
      return await shut(served, request, reply, null);
    if (sent.get("what") === "leave") signOut(served, reply);
    else
      flashes.set(
        session,
        await perform({ parts: served.parts, spoken: await spokenTo(served, request), sent }),
      );
    return await reply.redirect("/", 303);
  });
  server.get("/calendar.ics", async (request, reply) => await sendCalendar(served, request, reply));
};

const viewOf = async (served: Served, request: FastifyRequest, session: string): Promise<View> => {
  const { parts, tokens, origin } = served;
  return {
    ...(await spokenTo(served, request)),
    snapshot: await parts.snapshot(),
    now: parts.clock.now(),
    timeZone: parts.timeZone,
    formToken: tokens.form(session),
    calendarUrl: `${origin()}/calendar.ics?token=${tokens.calendar}`,
  };
};

const sendCalendar = async (
  { parts, tokens }: Served,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> =>
  tokens.isCalendar(queryOf(request).get("token") ?? "")
    ? await reply
        .type("text/calendar; charset=utf-8")
        .header("Content-Disposition", 'inline; filename="landfall.ics"')
        .send(await parts.calendar())
    : await reply.code(403).type("text/plain; charset=utf-8").send("This is not the calendar's address.\n");
