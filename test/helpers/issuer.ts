/** A real issuer of access tokens: oidc-provider in this process, on loopback. Its person consents when told to. */

import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Provider } from "oidc-provider";
import { signInByBrowser } from "../../src/oauth/browser.ts";
import { applicationOf } from "../../src/oauth/client.ts";
import { firstGrant, type Grant } from "../../src/oauth/grant.ts";
import { issuerOf, type OauthClient } from "../../src/oauth/issuers.ts";
import { freePort } from "./dovecot.ts";

export type TestIssuer = {
  readonly url: string;
  /** The application that people sign in with. */
  readonly client: OauthClient;
  /** Where Dovecot asks whether a token is good (RFC 7662). */
  readonly introspection: string;
  /** How many times a token was asked for, by grant type. */
  readonly asked: Map<string, number>;
  /** How long access tokens given from now on are good. */
  seconds: number;
  /** While set, the token endpoint answers with this status and nothing of use. */
  outOfOrder: number | null;
  /** A sign-in as a person's browser brings it about, at once. */
  signIn(person: string, now?: Date): Promise<Grant>;
  /** The person enters the code and consents, or declines. */
  enterCode(code: string, person: string, consents?: boolean): Promise<void>;
  /** The person's browser: follows the address to where it is sent back, signed in and consenting on the way. */
  browse(address: string, person: string): Promise<void>;
  /** The person withdraws their consent: no refresh token of it serves any more, nor an access token. */
  withdraw(accessToken: string): Promise<void>;
  /** A refresh token is no longer good; the access tokens that it brought still are, as at many providers. */
  forget(refreshToken: string): Promise<void>;
  /** One access token is no longer good, before its end. */
  spoil(accessToken: string): Promise<void>;
  /** True while the issuer stands by this access token. */
  knows(accessToken: string): Promise<boolean>;
  stop(): Promise<void>;
};

const scopes = "openid offline_access mail";

export const startIssuer = async (): Promise<TestIssuer> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const state = { seconds: 3600, outOfOrder: null as number | null, person: "" };
  const provider = quietly(() => new Provider(url, configurationOf(state)));
  const asked = new Map<string, number>();
  const answer = provider.callback();
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    if (path === "/token" && state.outOfOrder !== null)
      return void response.writeHead(state.outOfOrder).end();
    if (path.startsWith("/consent/")) return void consent(provider, state.person, request, response);
    return answer(request, response);
  });
  provider.on("grant.success", (context) => {
    const { grant_type: type } = (context as { oidc: { params: { grant_type: string } } }).oidc.params;
    asked.set(type, (asked.get(type) ?? 0) + 1);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const grantOf = async (token: string) => (await provider.AccessToken.find(token))?.grantId ?? "";
  const client = { issuer: url, clientId: "landfall", clientSecret: null, scopes };
  const browse = async (address: string, person: string): Promise<void> => {
    state.person = person;
    await follow(address);
  };
  return Object.assign(state, {
    url,
    asked,
    client,
    browse,
    signIn: async (person: string, now = new Date()): Promise<Grant> => {
      const tokens = await signInByBrowser(
        await applicationOf(client),
        { ...issuerOf(client), scopes },
        {
          hint: person,
          signal: AbortSignal.timeout(15_000),
          enterCode: () => undefined,
          open: (address) => void browse(address, person),
        },
      );
      const grant = firstGrant(tokens, now);
      if (grant === null) throw new Error("no refresh token came");
      return grant;
    },
    introspection: `http://dovecot:visibly-fake@127.0.0.1:${port}/token/introspection`,
    enterCode: (code: string, person: string, consents = true) =>
      enterCode(provider, { code, person, consents }),
    withdraw: async (token: string) => {
      const grantId = await grantOf(token);
      await provider.RefreshToken.revokeByGrantId(grantId);
      await provider.AccessToken.revokeByGrantId(grantId);
    },
    forget: async (token: string) => (await provider.RefreshToken.find(token))?.destroy(),
    spoil: async (token: string) => (await provider.AccessToken.find(token))?.destroy(),
    knows: async (token: string) => (await provider.AccessToken.find(token)) !== undefined,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
};

/** It warns of what is good enough for a test: keys and tokens in memory. */
const quietly = <T>(make: () => T): T => {
  const { warn } = console;
  console.warn = () => {};
  try {
    return make();
  } finally {
    console.warn = warn;
  }
};

const configurationOf = (state: { readonly seconds: number }) => ({
  clients: [
    {
      client_id: "landfall",
      application_type: "native",
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code"],
      redirect_uris: ["http://127.0.0.1/signed-in"],
    },
    {
      client_id: "dovecot",
      client_secret: "visibly-fake",
      grant_types: [],
      redirect_uris: [],
      response_types: [],
    },
  ],
  scopes: scopes.split(" "),
  features: {
    devInteractions: { enabled: false },
    deviceFlow: { enabled: true },
    introspection: { enabled: true, allowedPolicy: async () => true },
    revocation: { enabled: true },
  },
  interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/consent/${uid}` },
  findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: async () => ({ sub }) }),
  issueRefreshToken: async () => true,
  rotateRefreshToken: true,
  cookies: { keys: ["visibly fake"] },
  ttl: {
    AccessToken: () => state.seconds,
    AuthorizationCode: 60,
    DeviceCode: 600,
    Grant: 86_400,
    IdToken: 3600,
    Interaction: 600,
    RefreshToken: 86_400,
    Session: 86_400,
  },
});

const grantFor = async (provider: Provider, person: string): Promise<string> => {
  const grant = new provider.Grant({ accountId: person, clientId: "landfall" });
  grant.addOIDCScope(scopes);
  return await grant.save();
};

type Entry = { readonly code: string; readonly person: string; readonly consents: boolean };

const enterCode = async (provider: Provider, { code, person, consents }: Entry): Promise<void> => {
  const waiting = await provider.DeviceCode.findByUserCode(code.replaceAll("-", ""));
  if (waiting === undefined) throw new Error(`no such code: ${code}`);
  if (consents) {
    const grantId = await grantFor(provider, person);
    Object.assign(waiting, { accountId: person, grantId, scope: scopes, claims: {}, authTime: 1 });
  } else Object.assign(waiting, { error: "access_denied", errorDescription: "End-User aborted interaction" });
  await waiting.save();
};

const consent = async (
  provider: Provider,
  person: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const grantId = await grantFor(provider, person);
  await provider.interactionFinished(request, response, {
    login: { accountId: person },
    consent: { grantId },
  });
};

/** Follows redirections, with cookies, to the end. */
const follow = async (address: string): Promise<void> => {
  const cookies = new Map<string, string>();
  let next: string | null = address;
  while (next !== null) {
    const here: string = next;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(here, { redirect: "manual", headers: { cookie } });
    await answer.arrayBuffer();
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get("location");
    next = location === null ? null : new URL(location, here).href;
  }
};
