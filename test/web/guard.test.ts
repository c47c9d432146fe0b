import { describe, expect, test } from "@jest/globals";
import { guardOf, isFromHere } from "../../src/web/guard.ts";
import type { Address } from "../../src/web/parts.ts";

const here: Address = { host: "127.0.0.1", port: 0, origin: null, password: null, tls: null };
const get = (host: string | undefined) => ({ method: "GET", host, origin: undefined });
const post = (host: string, origin: string | undefined) => ({ method: "POST", host, origin });

test.each(["127.0.0.1:4320", "localhost:4320", "[::1]:4320", "LOCALHOST:4320"])(
  "%s is this machine",
  (host) => {
    expect(guardOf(here, 4320).refuses(get(host))).toBeNull();
  },
);

test.each([
  "evil.example",
  "evil.example:4320",
  "127.0.0.1.evil.example:4320",
  "localhost.evil.example:4320",
  "127.0.0.1",
  "127.0.0.1:80",
  "127.0.0.1:4320@evil.example",
  "192.0.2.1:4320",
  "",
  undefined,
])("%s is not: a name that somebody else may point at this machine", (host) => {
  expect(guardOf(here, 4320).refuses(get(host))).not.toBeNull();
});

test.each(["http://evil.example", "null", undefined, "https://127.0.0.1:4320", "http://localhost:4320"])(
  "a form from %s is refused",
  (origin) => {
    expect(guardOf(here, 4320).refuses(post("127.0.0.1:4320", origin))).not.toBeNull();
  },
);

test("a form of the page itself goes through, also behind a proxy", () => {
  const guard = guardOf({ ...here, origin: "https://landfall.example.com" }, 4320);
  expect(guard.refuses(post("127.0.0.1:4320", "http://127.0.0.1:4320"))).toBeNull();
  expect(guard.refuses(post("landfall.example.com", "https://landfall.example.com"))).toBeNull();
  expect(guard.refuses(post("landfall.example.com", "http://landfall.example.com"))).not.toBeNull();
});

describe("health and metrics are for this machine", () => {
  const host = "127.0.0.1:4320";
  test("which asks directly", () => {
    expect(isFromHere("127.0.0.1", { host })).toBe(true);
    expect(isFromHere("::ffff:127.0.0.1", { host })).toBe(true);
    expect(isFromHere("::1", { host: "[::1]:4320" })).toBe(true);
  });
  test("and not for whom a proxy asks, or from elsewhere", () => {
    expect(isFromHere("127.0.0.1", { host, "x-forwarded-for": "192.0.2.1" })).toBe(false);
    expect(isFromHere("127.0.0.1", { host: "landfall.example.com" })).toBe(false);
    expect(isFromHere("192.0.2.1", { host })).toBe(false);
    expect(isFromHere(undefined, { host })).toBe(false);
  });
});
