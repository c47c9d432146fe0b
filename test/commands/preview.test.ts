import { readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "@jest/globals";
import { simpleParser } from "mailparser";
import { preview, type PreviewOptions } from "../../src/commands/preview.ts";
import { sampleKinds } from "../../src/domain/sample-mails.ts";

const made: string[] = [];
afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

const run = async (more: Partial<PreviewOptions>) => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const options = {
    kind: undefined,
    language: "en",
    timeZone: "America/Toronto",
    open: null,
    json: false,
  } as const;
  const code = await preview({ ...options, ...more }, { stdin: Readable.from([]), stdout, stderr });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
};

type Json = {
  readonly folder: string;
  readonly mails: readonly { kind: string; subject: string; files: readonly string[] }[];
};

const inJson = async (more: Partial<PreviewOptions>): Promise<Json> => {
  const told: Json = JSON.parse((await run({ ...more, json: true })).out);
  made.push(told.folder);
  return told;
};

test("every kind of e-mail is written, with its parts and what goes along", async () => {
  const { folder, mails } = await inJson({});
  expect(mails.map(({ kind }) => kind)).toEqual(sampleKinds);
  expect(mails.find(({ kind }) => kind === "portal2")!.files.map((file) => file.replace(folder, ""))).toEqual(
    ["/portal2.html", "/portal2.txt", "/portal2.eml", "/portal2-landfall.ics"],
  );
  const parsed = await simpleParser(await readFile(join(folder, "portal2.eml")));
  expect(parsed.subject).toMatch(/^Portal 2 arrived: four things to do/);
});

test("one kind is shown as text, in the language that was asked for", async () => {
  const { code, out } = await run({ kind: "rung", language: "fr" });
  made.push(dirname(out.trim().split("\n").at(-1)!));
  expect(code).toBe(0);
  expect(out).toMatch(/^Subject: Il reste 2 jours\u00A0: téléversez votre photo/);
  expect(out).toContain("TÉLÉVERSEZ VOTRE PHOTO");
});

test("one mail is opened by itself, and many on one page", async () => {
  const opened: string[] = [];
  const open = async (page: string) => opened.push(page) > 0;
  const one = await run({ kind: "rung", open });
  const { folder } = await inJson({ open });
  made.push(dirname(opened[0]!));
  expect(one.code).toBe(0);
  expect(opened).toEqual([expect.stringMatching(/rung\.html$/), join(folder, "index.html")]);
  expect(await readFile(opened[1]!, "utf8")).toContain('src="last-call.html"');
});

test("where no browser can be started, the page is named instead", async () => {
  const { code, out, err } = await run({ kind: "rung", open: async () => false });
  made.push(dirname(out.trim().split("\n").at(-1)!));
  expect(code).toBe(1);
  expect(err).toMatch(/no browser could be started; open .*rung\.html yourself/);
});

test("a kind that does not exist is refused, and those that do are named", async () => {
  const { code, err } = await run({ kind: "photo" });
  expect(code).toBe(2);
  expect(err).toContain('there is no kind "photo"; there are portal1, ');
});
