import { randomBytes } from "node:crypto";
import { expect, test } from "@jest/globals";
import { seal, unseal } from "../src/seal.ts";

const key = randomBytes(32);
const secret = "visibly-fake 密码";

test("what is sealed shows nothing, differs each time, and opens again", () => {
  const [one, other] = [seal(secret, "maria", key), seal(secret, "maria", key)];
  expect(one).not.toBe(other);
  expect(Buffer.from(one, "base64").toString("latin1")).not.toContain("visibly-fake");
  expect(unseal(one, "maria", key)).toBe(secret);
});

test.each([
  ["under another key", () => unseal(seal(secret, "maria", key), "maria", randomBytes(32))],
  ["under another name", () => unseal(seal(secret, "maria", key), "petra", key)],
  ["where a bit was changed", () => unseal(`${seal(secret, "maria", key).slice(0, -4)}AAAA`, "maria", key)],
  ["where it was cut short", () => unseal("AAAA", "maria", key)],
])("it does not open %s, and what mends that is said", (_where, open) => {
  expect(open).toThrow("put the file `key` of DATA_DIR (or LANDFALL_KEY) back");
});
