/** Signing in with a browser on this machine, which is sent back to a port of ours (RFC 8252 section 7.3), with PKCE. */

import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Application } from "./client.ts";
import type { Issuer } from "./issuers.ts";
import type { Person } from "./sign-in.ts";

const loopback = "127.0.0.1";
const path = "/signed-in";

export const signInByBrowser = async (
  { library, configuration }: Application,
  { scopes, parameters }: Issuer,
  { open, signal, hint }: Person,
) => {
  const server = await listening();
  try {
    const redirectUri = `http://${loopback}:${portOf(server)}${path}`;
    const verifier = library.randomPKCECodeVerifier();
    const state = library.randomState();
    const address = library.buildAuthorizationUrl(configuration, {
      ...parameters,
      redirect_uri: redirectUri,
      scope: scopes,
      state,
      code_challenge: await library.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      login_hint: hint,
    });
    const back = returning(server, redirectUri, signal);
    open(address.href);
    return await library.authorizationCodeGrant(configuration, await back, {
      pkceCodeVerifier: verifier,
      expectedState: state,
    });
  } finally {
    server.close();
    server.closeAllConnections();
  }
};

const listening = async (): Promise<Server> => {
  const server = createServer().listen(0, loopback);
  await once(server, "listening");
  return server;
};

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
};

/** The address with which the browser comes back; anything else that asks is sent away. */
const returning = async (server: Server, redirectUri: string, signal: AbortSignal): Promise<URL> =>
  new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    server.on("request", (request: IncomingMessage, response: ServerResponse) => {
      const address = new URL(request.url ?? "/", redirectUri);
      const isBack = address.pathname === path && request.method === "GET";
      response.writeHead(isBack ? 200 : 404, { "Content-Type": "text/html; charset=utf-8", ...safe });
      response.end(isBack ? done : "");
      if (isBack) resolve(address);
    });
  });

const safe = { "Content-Security-Policy": "default-src 'none'", "Referrer-Policy": "no-referrer" };
const done = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Landfall</title>
<p>Landfall has what it needs. You can close this page and go back to the terminal.</p></html>
`;
