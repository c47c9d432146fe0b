import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { type Grant, grantFromText, grantToText } from "../../src/oauth/grant.ts";
import { issuerOf } from "../../src/oauth/issuers.ts";
import { signInFailure } from "../../src/oauth/refusal.ts";
import { type GrantStore, Tokens } from "../../src/oauth/tokens.ts";
import { silentLog } from "../../src/system.ts";
import { startIssuer, type TestIssuer } from "../helpers/issuer.ts";
import { turnableClock, type TurnableClock } from "../helpers/ports.ts";
import { after, minutes } from "../helpers/world.ts";

const start = new Date("2026-11-25T15:00:00Z");
let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(async () => issuer.stop());

/** A store as the ledger's: one at a time, and able to fail. */
class Store implements GrantStore {
  text: string | null = null;
  readonly saved: string[] = [];
  failure: Error | null = null;
  #last: Promise<unknown> = Promise.resolve();

  async load(): Promise<Grant | null> {
    return this.text === null ? null : grantFromText(this.text);
  }
  async save(grant: Grant): Promise<void> {
    if (this.failure !== null) throw this.failure;
    this.text = grantToText(grant);
    this.saved.push(grant.refreshToken);
  }
  async alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work, work);
    this.#last = done.catch(() => undefined);
    return await done;
  }
}

let clock: TurnableClock;
let store: Store;
const told: string[] = [];
const tokensOn = (kept: Store): Tokens =>
  new Tokens({
    client: issuer.client,
    store: kept,
    clock,
    log: silentLog,
    ended: () => told.push("ended"),
    mended: () => told.push("mended"),
  });

const consent = (): Promise<Grant> => issuer.signIn("maria", clock.now());

beforeEach(async () => {
  clock = turnableClock(start);
  store = new Store();
  told.length = 0;
  issuer.seconds = 3600;
  issuer.outOfOrder = null;
  await store.save(await consent());
  store.saved.length = 0;
  issuer.asked.clear();
});

test("a token that is good for some time yet is given out as it is", async () => {
  const tokens = tokensOn(store);
  const first = await tokens.take();
  clock.set(after(minutes(54), start));
  expect(await tokens.take()).toBe(first);
  expect(issuer.asked.get("refresh_token")).toBeUndefined();
});

test("it is renewed ahead of its end, and what renews it next is kept before anybody has it", async () => {
  const tokens = tokensOn(store);
  const first = await tokens.take();
  clock.set(after(minutes(56), start));
  const second = await tokens.take();
  expect(second).not.toBe(first);
  expect(await issuer.knows(second)).toBe(true);
  expect(store.saved).toHaveLength(1);
  expect(await store.load()).toMatchObject({ accessToken: second, refreshToken: store.saved[0] });
});

test("many who ask at once, in two processes, renew once: a refresh token used twice would end it all", async () => {
  clock.set(after(minutes(56), start));
  const [one, other] = [tokensOn(store), tokensOn(store)];
  const taken = await Promise.all([one.take(), one.take(), other.take(), other.take(), one.take()]);
  expect(new Set(taken).size).toBe(1);
  expect(issuer.asked.get("refresh_token")).toBe(1);
  clock.set(after(minutes(120), start));
  expect(await issuer.knows(await other.take())).toBe(true);
});

test("a renewal that cannot be written down is not used, and not lost", async () => {
  const tokens = tokensOn(store);
  clock.set(after(minutes(61), start));
  store.failure = new Error("the ledger: the disk is full");
  await expect(tokens.take()).rejects.toThrow("disk is full");
  store.failure = null;
  const second = await tokens.take();
  expect(await issuer.knows(second)).toBe(true);
  expect(issuer.asked.get("refresh_token")).toBe(1);
  clock.set(after(minutes(130), start));
  expect(await issuer.knows(await tokens.take())).toBe(true);
});

test("an issuer that is out of order is no end: the token before serves while it is good", async () => {
  const tokens = tokensOn(store);
  const first = await tokens.take();
  issuer.outOfOrder = 503;
  clock.set(after(minutes(56), start));
  expect(await tokens.take()).toBe(first);
  clock.set(after(minutes(61), start));
  await expect(tokens.take()).rejects.toMatchObject({ ended: false });
  issuer.outOfOrder = null;
  expect(await issuer.knows(await tokens.take())).toBe(true);
  expect(told).toEqual([]);
});

test("a consent that was withdrawn is known, told once, and not asked about again", async () => {
  const tokens = tokensOn(store);
  await issuer.withdraw(await tokens.take());
  clock.set(after(minutes(61), start));
  await expect(tokens.take()).rejects.toMatchObject({
    ended: true,
    message: expect.stringMatching(/consent was withdrawn, or has expired.*landfall sign-in$/),
  });
  issuer.asked.clear();
  await expect(tokensOn(store).take()).rejects.toMatchObject({ ended: true });
  await tokens.keepFresh();
  expect(issuer.asked.size).toBe(0);
  expect(told).toEqual(["ended"]);
  expect(tokens.trouble()).toMatchObject({ since: clock.now() });
});

test("while the token before is good, it still serves to say that the consent has ended", async () => {
  const tokens = tokensOn(store);
  const first = await tokens.take();
  await issuer.withdraw(first);
  clock.set(after(minutes(56), start));
  expect(await tokens.take()).toBe(first);
  expect(tokens.trouble()?.problem).toContain("landfall sign-in");
  expect(await tokens.take()).toBe(first);
});

test("a new consent mends it, in a process that runs as well", async () => {
  const tokens = tokensOn(store);
  await issuer.withdraw(await tokens.take());
  clock.set(after(minutes(61), start));
  await tokens.keepFresh();
  await store.save(await consent());
  await tokens.keepFresh();
  expect(told).toEqual(["ended", "mended"]);
  expect(tokens.trouble()).toBeNull();
  expect(await issuer.knows(await tokens.take())).toBe(true);
});

test("a token that the server refused is replaced, however long it seemed good", async () => {
  const tokens = tokensOn(store);
  const first = await tokens.take();
  const second = await tokens.take({ renew: true });
  expect(second).not.toBe(first);
});

test("of a token that lives shortly the second half is left", async () => {
  issuer.seconds = 60;
  await store.save(await consent());
  const tokens = tokensOn(store);
  const first = await tokens.take();
  clock.set(after(minutes(0.4), start));
  expect(await tokens.take()).toBe(first);
  clock.set(after(minutes(0.6), start));
  expect(await tokens.take()).not.toBe(first);
});

test("where nobody has signed in, the command that does it is named", async () => {
  await expect(tokensOn(new Store()).take()).rejects.toMatchObject({
    ended: true,
    message: expect.stringContaining("landfall sign-in"),
  });
});

const invalidGrant = (description = "Token has been expired or revoked."): object => ({
  error: "invalid_grant",
  error_description: description,
});
const google = { issuer: "google", clientId: "x", clientSecret: null, scopes: null };
const microsoft = { ...google, issuer: "microsoft" };
const grantedAt = new Date("2026-11-01T12:00:00Z");

test.each([
  [google, invalidGrant(), after(minutes(7 * 1440 + 20), grantedAt), "In production"],
  [google, invalidGrant(), after(minutes(30 * 1440), grantedAt), "withdrawn, or has expired"],
  [microsoft, invalidGrant("AADSTS700082: expired due to inactivity"), start, "not used for 90 days"],
  [microsoft, invalidGrant("AADSTS50173: FreshTokenNeeded"), start, "changed password"],
  [microsoft, { error: "invalid_client", error_description: "AADSTS7000218" }, start, "public client flows"],
  [microsoft, { error: "interaction_required" }, start, "landfall sign-in"],
])(
  "why a consent ended is told in plain words, with the command that mends it: %j %j",
  (client, thrown, now, words) => {
    const failure = signInFailure(thrown, { client, grantedAt, now });
    expect(failure.ended).toBe(true);
    expect(failure.message).toContain(words);
    expect(failure.message).toContain("landfall sign-in");
  },
);

test("an answer that is not known is shown as it is, and is no end", () => {
  const thrown = { error: "temporarily_unavailable", error_description: "come back\nlater" };
  const failure = signInFailure(thrown, { client: microsoft, grantedAt, now: start });
  expect(failure).toMatchObject({ ended: false });
  expect(failure.message).toContain('temporarily_unavailable: "come back later"');
});

test("the known issuers ask for mail, and for a consent that lasts", () => {
  expect(issuerOf(microsoft)).toMatchObject({
    way: "code",
    scopes: expect.stringContaining("offline_access"),
  });
  expect(issuerOf(microsoft).scopes).toContain("https://outlook.office.com/IMAP.AccessAsUser.All");
  expect(issuerOf(google)).toMatchObject({ way: "browser", parameters: { access_type: "offline" } });
});
