import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import ICAL from "ical.js";
import { calendar } from "../../src/commands/calendar.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { event } from "../helpers/world.ts";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "landfall-calendar-"));
});
afterEach(async () => rm(dataDir, { recursive: true, force: true }));

const run = async (json = false): Promise<string> => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const config = { dataDir, timeZone: "America/Toronto", language: "fr" } as const;
  await calendar(config, { json }, { stdin: Readable.from([]), stdout, stderr });
  stdout.end();
  return text(stdout);
};

const read = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));

test("before there is a ledger the calendar is empty", async () => {
  expect(read(await run())).toEqual([]);
});

test("every open window with a known end is an event, and what is done is none", async () => {
  const now = new Date();
  const portal2 = event("credentialed", now);
  {
    await using ledger = await openLedger(dataDir, { messageIdDomain: "landfall.example" });
    await ledger.openCase({ id: "case-1", label: "maria", mailbox: "maria" });
    for (const each of [portal2, event("done:photo", now)]) await ledger.append(each);
  }
  const events = read(await run());
  expect(events.map(({ uid }) => uid)).toEqual(
    ["password", "presence", "address"].map((task) => `${portal2.id}.${task}@landfall`),
  );
  expect(events[0]!.summary).toBe("Échéance\u00A0: changez le mot de passe temporaire");
  const told = JSON.parse(await run(true)) as { readonly events: readonly { readonly uid: string }[] };
  expect(told.events.map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid));
});
