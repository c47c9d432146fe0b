import { expect, test } from "@jest/globals";
import { inPlainWords, plainly } from "../../src/ledger/plain-words.ts";

const failing = (errcode: number, message: string) => (): never => {
  throw Object.assign(new Error(message), { errcode });
};

test("a disk without room says what to do, also where SQLite only calls it an I/O error", () => {
  expect(() => inPlainWords(failing(4874, "disk I/O error"))).toThrow(/the disk is full.*make room on it/);
  expect(() => inPlainWords(failing(13, "database or disk is full"))).toThrow(/make room on it/);
});

test("what failed before it could be put into plain words is put into them later", () => {
  const error = Object.assign(new Error("disk I/O error"), { errcode: 4618 });
  expect(plainly(error)).toContain("make room on it");
  expect(plainly(new Error("the ledger: it is damaged"))).toBe("the ledger: it is damaged");
});

test("a constraint that does not hold is our own mistake, and stays as it is", () => {
  expect(() => inPlainWords(failing(2067, "UNIQUE constraint failed"))).toThrow(/^UNIQUE/);
});
