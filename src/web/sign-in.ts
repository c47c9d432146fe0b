/** How somebody comes in: by a link that was printed for them, or by the password; then by a cookie. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { minuteMs } from "../domain/instants.ts";
import { known as knownLanguage, languageOf, speak, type Spoken } from "./language.ts";
import { door, threshold, type Reason } from "./page.ts";
import type { Address, Parts } from "./parts.ts";
import { same, type Tokens } from "./tokens.ts";

/** What every route is given. */
export type Served = {
  readonly parts: Parts;
  readonly tokens: Tokens;
  readonly address: Address;
  /** Where people reach it; known once it listens. */
  readonly origin: () => string;
};

const session = "landfall";
const language = "landfall-language";
const monthSeconds = 30 * 86_400;

export const addSignIn = (server: FastifyInstance, served: Served): void => {
  const { tokens, address, parts } = served;
  const patience = patienceOf(parts);
  server.post("/sign-in", async (request, reply) => {
    if (address.password === null) return await shut(served, request, reply, null);
    if (patience.isOver()) return await shut(served, request, reply, "wait");
    if (!same(sentIn(request).get("password") ?? "", address.password)) {
      patience.wrong();
      return await shut(served, request, reply, "wrongPassword");
    }
    patience.right();
    letIn(served, reply);
    return await reply.redirect("/", 303);
  });
  server.addHook("preHandler", async (request, reply) => {
    const chosen = knownLanguage(queryOf(request).get("lang") ?? undefined);
    if (chosen !== undefined) setCookie(served, reply, language, chosen);
    const token = queryOf(request).get("token");
    if (token === null || request.routeOptions.url !== "/") return;
    if (!tokens.takes(token)) {
      if (sessionOf(served, request) === null) await shut(served, request, reply, "badLink");
      else await reply.redirect("/", 303);
      return;
    }
    letIn(served, reply);
    if (request.headers["sec-fetch-site"] !== "cross-site") await reply.redirect("/", 303);
    else await reply.type(htmlType).send(threshold(await spokenTo(served, request)));
  });
};

export const htmlType = "text/html; charset=utf-8";

/** The session's cookie; null for whoever has none. */
export const sessionOf = ({ tokens }: Served, request: FastifyRequest): string | null => {
  const cookie = cookieOf(request, session);
  return cookie !== undefined && tokens.isSession(cookie) ? cookie : null;
};

/** The page for whoever may not come in. */
export const shut = async (
  served: Served,
  request: FastifyRequest,
  reply: FastifyReply,
  reason: Reason,
): Promise<FastifyReply> => {
  const text = door(await spokenTo(served, request), { reason, password: served.address.password !== null });
  return await reply
    .code(reason === "wait" ? 429 : 403)
    .type(htmlType)
    .send(text);
};

export const signOut = (served: Served, reply: FastifyReply): void => setCookie(served, reply, session, "");

export const spokenTo = async ({ parts }: Served, request: FastifyRequest): Promise<Spoken> => {
  const chosen = queryOf(request).get("lang") ?? cookieOf(request, language);
  return await speak(languageOf(chosen, parts.language, request.headers["accept-language"]));
};

export const queryOf = ({ url }: FastifyRequest): URLSearchParams => new URL(url, "http://page").searchParams;

export const sentIn = ({ body }: FastifyRequest): URLSearchParams =>
  body instanceof URLSearchParams ? body : new URLSearchParams();

const letIn = (served: Served, reply: FastifyReply): void =>
  setCookie(served, reply, session, served.tokens.session());

const setCookie = ({ origin }: Served, reply: FastifyReply, name: string, value: string): void => {
  const seconds = value === "" ? 0 : monthSeconds;
  const secure = origin().startsWith("https:") ? "; Secure" : "";
  reply.header(
    "Set-Cookie",
    `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`,
  );
};

const cookieOf = ({ headers }: FastifyRequest, name: string): string | undefined =>
  (headers.cookie ?? "")
    .split(/; */)
    .find((each) => each.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** After five wrong passwords in a row nobody is asked for five minutes. */
const patienceOf = ({ clock }: Parts) => {
  let wrong = 0;
  let until = 0;
  return {
    isOver: (): boolean => clock.now().getTime() < until,
    wrong: (): void => {
      wrong += 1;
      if (wrong % 5 === 0) until = clock.now().getTime() + 5 * minuteMs;
    },
    right: (): void => void (wrong = 0),
  };
};
