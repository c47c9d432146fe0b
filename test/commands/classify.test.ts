import { createReadStream } from "node:fs";
import { tmpdir } from "node:os";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "@jest/globals";
import { classify } from "../../src/commands/classify.ts";

const letter = "fixtures/letters/portal2/credentials-english.eml";
const config = { timeZone: "America/Toronto" };

const run = async (
  files: readonly string[],
  json = true,
  stdin: NodeJS.ReadableStream = Readable.from([]),
) => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const exitCode = await classify(files, { json, config }, { stdin, stdout, stderr });
  stdout.end();
  stderr.end();
  return { exitCode, stdout: await text(stdout), stderr: await text(stderr) };
};

test("each file is one line of JSON", async () => {
  const { exitCode, stdout } = await run([letter, letter]);
  const lines = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as object);
  expect(exitCode).toBe(0);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toEqual({
    file: letter,
    kind: "portal2",
    subkind: "credentials",
    trust: "verified",
    forwarded: false,
    forwardedBy: null,
    language: "en",
    receivedAt: "2026-11-23T10:00:04-05:00",
    approximate: false,
    tasks: ["password", "presence", "address", "photo"],
    why: expect.arrayContaining(["the mailbox provider says: dmarc=pass for cic.gc.ca"]),
  });
});

test("a forward whose quoted date has no zone is said to be dated approximately", async () => {
  const forward = Readable.from([
    "From: a@example.org\nSubject: Fwd: x\nDate: Tue, 24 Nov 2026 10:00:00 -0500\n\n---------- Forwarded message ---------\nFrom: IRCC <x@cic.gc.ca>\nDate: Mon, Nov 23, 2026 at 9:58 AM\nSubject: x\nTo: <a@example.org>\n\nHello",
  ]);
  expect(JSON.parse((await run(["-"], true, forward)).stdout)).toMatchObject({
    receivedAt: "2026-11-23T09:58:00-05:00",
    approximate: true,
  });
});

test("standard input is read where no file is named", async () => {
  for (const files of [[], ["-"]]) {
    const { stdout } = await run(files, true, createReadStream(letter));
    expect(JSON.parse(stdout)).toMatchObject({ file: "-", kind: "portal2" });
  }
});

test("a missing file is told, and the others are read all the same", async () => {
  const { exitCode, stdout, stderr } = await run(["nowhere.eml", letter]);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('could not read "nowhere.eml": there is no such file');
  expect(stdout).toContain("portal2");
});

test("a folder is told in plain words", async () => {
  const { exitCode, stderr } = await run([tmpdir()]);
  expect(exitCode).toBe(1);
  expect(stderr).toContain(": it is a folder; name a saved e-mail");
});

test("on a terminal it says that it waits for input", async () => {
  const typed = Object.assign(Readable.from([]), { isTTY: true });
  expect((await run([], true, typed)).stderr).toContain("Ctrl-D ends it");
  expect((await run([], true)).stderr).toBe("");
});

test.each(["", "no header here\nnor here", "\r\n\r\nFrom: late@example.net\r\n"])(
  "what has no headers is no letter, and says so: %j",
  async (source) => {
    const { exitCode, stdout } = await run(["-"], true, Readable.from([Buffer.from(source)]));
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: "not_ircc",
      why: expect.arrayContaining([expect.stringContaining("no e-mail headers were found")]),
    });
  },
);

test("people read a short block, and no secret", async () => {
  const { stdout } = await run([letter], false);
  expect(stdout).toContain("portal2 (credentials), verified");
  expect(stdout).toContain("received 2026-11-23T10:00:04-05:00");
  expect(stdout).not.toContain("Fake-Pass");
});
