import { PassThrough } from "node:stream";
import { expect, test } from "@jest/globals";
import { guarded, terminalOf } from "../../src/commands/io.ts";

const streamsOf = (isTTY: boolean) => {
  const stdout = Object.assign(new PassThrough(), { isTTY });
  return { stdin: new PassThrough(), stdout, stderr: new PassThrough() };
};

test("what a letter holds cannot command the terminal; our own colours stay", () => {
  const streams = streamsOf(true);
  guarded(streams).stdout.write("\u001B[1mLetters\u001B[22m \u001B[2J\u001B[8mhidden\u001B]0;title\u0007\n");
  expect(String(streams.stdout.read())).toBe(
    "\u001B[1mLetters\u001B[22m \\u001b[2J\\u001b[8mhidden\\u001b]0;title\\u0007\n",
  );
});

test("where nobody looks there is no colour either", () => {
  const streams = streamsOf(false);
  guarded(streams).stdout.write("\u001B[31mred");
  expect(String(streams.stdout.read())).toBe("\\u001b[31mred");
});

test("who draws on the terminal is given it as it is", () => {
  const streams = streamsOf(true);
  const { stdout } = guarded(streams);
  expect(stdout.isTTY).toBe(true);
  expect(terminalOf(stdout)).toBe(streams.stdout);
  expect(terminalOf(streams.stderr)).toBe(streams.stderr);
});
