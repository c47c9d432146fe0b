import { expect, test } from "@jest/globals";
import { answerToken } from "../../src/flow/identity.ts";

const key = new Uint8Array(32).fill(7);

test("a reminder's token is twenty hex digits, the same for ever, and another one for each reminder and key", () => {
  const token = answerToken("a-credentialed.photo.rung-2d", key);
  expect(token).toMatch(/^[0-9a-f]{20}$/);
  expect(answerToken("a-credentialed.photo.rung-2d", key)).toBe(token);
  expect(answerToken("a-credentialed.photo.rung-1d", key)).not.toBe(token);
  expect(answerToken("a-credentialed.photo.rung-2d", new Uint8Array(32))).not.toBe(token);
});
