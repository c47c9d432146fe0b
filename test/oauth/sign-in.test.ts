import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { signIn, type Person } from "../../src/oauth/sign-in.ts";
import { startIssuer, type TestIssuer } from "../helpers/issuer.ts";

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(async () => issuer.stop());

const now = new Date("2026-11-25T15:00:00Z");
const nobody: Person = {
  hint: "maria@example.com",
  signal: AbortSignal.timeout(15_000),
  enterCode: () => {
    throw new Error("no code was asked for");
  },
  open: () => {
    throw new Error("no browser was asked for");
  },
};

test("by a code: the person enters it somewhere else, and the sign-in comes with what renews it", async () => {
  const entered: string[] = [];
  const enterCode = (where: string, code: string, minutes: number): void => {
    entered.push(where, code, String(minutes));
    void issuer.enterCode(code, "maria");
  };
  const grant = await signIn(issuer.client, { ...nobody, enterCode }, () => now);
  expect(entered).toEqual([expect.stringContaining("/device"), expect.stringMatching(/^\w{4}-\w{4}$/), "10"]);
  expect(await issuer.knows(grant.accessToken)).toBe(true);
  expect(grant).toMatchObject({ grantedAt: now, ended: null, expiresAt: new Date("2026-11-25T16:00:00Z") });
  expect(grant.refreshToken).not.toBe("");
});

test("by a code that the person declines", async () => {
  const enterCode = (_where: string, code: string): void => void issuer.enterCode(code, "maria", false);
  const signing = signIn(issuer.client, { ...nobody, enterCode }, () => now);
  await expect(signing).rejects.toMatchObject({
    ended: true,
    message: expect.stringContaining("the consent was not given"),
  });
});

test("in a browser on this machine, with PKCE, where the issuer has no codes for it", async () => {
  const client = { ...issuer.client, issuer: `${issuer.url}/` };
  const open = (address: string): void => {
    expect(new URL(address).searchParams.get("code_challenge_method")).toBe("S256");
    void issuer.browse(address, "maria");
  };
  const { applicationOf } = await import("../../src/oauth/client.ts");
  const { signInByBrowser } = await import("../../src/oauth/browser.ts");
  const { issuerOf } = await import("../../src/oauth/issuers.ts");
  const asked = { ...issuerOf(client), scopes: "openid offline_access mail" };
  const tokens = await signInByBrowser(await applicationOf(client), asked, { ...nobody, open });
  expect(await issuer.knows(tokens.access_token)).toBe(true);
  expect(tokens.refresh_token).toBeDefined();
});

test("an application that the issuer does not know is told of as such", async () => {
  const client = { ...issuer.client, clientId: "somebody-else" };
  await expect(signIn(client, nobody, () => now)).rejects.toMatchObject({
    ended: true,
    message: expect.stringContaining("OAUTH_CLIENT_ID"),
  });
});

test("an issuer that cannot be reached is no end", async () => {
  const client = { ...issuer.client, issuer: "http://127.0.0.1:1/" };
  await expect(signIn(client, nobody, () => now)).rejects.toMatchObject({ ended: false });
});
