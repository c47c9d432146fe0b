import { PassThrough } from "node:stream";
import { expect, test } from "@jest/globals";
import { letterLines } from "../../src/commands/letter-lines.ts";
import { painter, plain } from "../../src/commands/paint.ts";
import { statusText } from "../../src/commands/status-text.ts";
import { nothingToSee, takeSnapshot } from "../../src/flow/snapshot.ts";
import { busyWeek } from "../helpers/page.ts";
import { openWorld } from "../helpers/ports.ts";
import { aFinding, aLetter } from "../helpers/samples.ts";
import { playIn } from "../helpers/story.ts";
import { toronto } from "../helpers/world.ts";

const shown = async (paint = plain): Promise<string> => {
  await using world = await openWorld();
  const { ports } = await playIn(world, busyWeek);
  const now = world.clock.now();
  await world.ledger.setHealth({
    user: "maria@example.net",
    state: "connecting",
    lastLookAt: new Date(now.getTime() - 3_600_000),
    problem: `signing in: ${"the server said something long and winding, ".repeat(4)}`,
    refusals: 0,
    refusedAt: null,
  });
  const { timeZone } = toronto;
  const snapshot = await takeSnapshot(world.ledger, { timeZone, notes: ports.notes, alive: true }, now);
  return statusText(snapshot, { timeZone, now, paint });
};

test("shows the stages as a line, each window with a bar and the time left, what was sent and what comes", async () => {
  const text = await shown();
  expect(text).toContain("●━━━━━━━━━━━━●━━━━━━━━━━━━◉─");
  expect(text).toContain("  upload the photo    ████████░░░░  2 days 2 hours     by Mon 30 Nov, 10:42");
  expect(text).toContain("  ✓ declare presence    done");
  expect(text).toMatch(/Next\n {2}Sat 28 Nov, 10:42 {2}give the address, upload the photo\n/);
  expect(text).toMatch(/Sent\n {2}Thu 26 Nov, 10:42[^\n]*\n {21}250 /);
  expect(text).toContain(
    "● maria@example.net: connecting, last look 1 hour ago\n  bad: it was not looked at",
  );
});

test("fits into 80 columns", async () => {
  const tooWide = (await shown()).split("\n").filter((line) => Array.from(line).length > 80);
  expect(tooWide).toEqual([]);
});

test("the reasons against a letter fit as well", () => {
  const why = ["a forward", `forwarded by ${"somebody whom nobody named, ".repeat(5)}in the end`];
  const finding = aFinding({ trust: "suspicious", why });
  const lines = letterLines([{ ...aLetter(), finding, filing: null, correction: undefined }], "UTC");
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(lines.join(" ").replaceAll(/\s+/g, " ")).toContain(`- a forward - ${why[1]}`);
});

test("letters that wait to be read are told once they have waited for a minute", async () => {
  await using world = await openWorld();
  await world.ledger.store([aLetter({ id: "one" }), aLetter({ id: "two" })], null);
  const told = async (minutes: number): Promise<string> => {
    const now = new Date(aLetter().seenAt.getTime() + minutes * 60_000);
    const notes = { pollMs: 300_000, mailsPerDay: 20 };
    const snapshot = await takeSnapshot(world.ledger, { timeZone: "UTC", notes, alive: true }, now);
    return statusText(snapshot, { timeZone: "UTC", now, paint: plain });
  };
  expect(await told(0.5)).not.toContain("to be read");
  expect((await told(2)).replaceAll(/\s+/g, " ")).toContain("● 2 letters wait to be read since");
});

test("colours on a terminal alone", async () => {
  const [file, terminal] = [new PassThrough(), Object.assign(new PassThrough(), { isTTY: true })];
  expect(painter(file)("now", "late")).toBe("late");
  expect(painter(terminal)("now", "late")).not.toBe("late");
});

test("says what to do where there is nothing yet", () => {
  expect(statusText(nothingToSee, { timeZone: "UTC", now: new Date(0), paint: plain })).toContain(
    "landfall init",
  );
});
