import { expect, test } from "@jest/globals";
import { inPlainWords } from "../../src/ledger/plain-words.ts";

const failing = (errcode: number, message: string) => (): never => {
  throw Object.assign(new Error(message), { errcode });
};

test("a disk without room says what to do, also where SQLite only calls it an I/O error", () => {
  expect(() => inPlainWords(failing(4874, "disk I/O error"))).toThrow(/the disk is full.*make room on it/);
  expect(() => inPlainWords(failing(13, "database or disk is full"))).toThrow(/make room on it/);
});

test("a constraint that does not hold is our own mistake, and stays as it is", () => {
  expect(() => inPlainWords(failing(2067, "UNIQUE constraint failed"))).toThrow(/^UNIQUE/);
});
