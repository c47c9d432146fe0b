import { expect, test } from "@jest/globals";
import { stageOf } from "../../src/domain/case.ts";
import type { CaseEvent } from "../../src/domain/events.ts";
import type { Milestone } from "../../src/domain/milestones.ts";
import { timelineOf } from "../../src/domain/timeline.ts";
import { windowsOf } from "../../src/domain/windows.ts";

const timeZone = "America/Toronto";
const start = Date.parse("2026-11-22T15:42:00Z");
const daysLater = (days: number): Date => new Date(start + days * 24 * 60 * 60_000);

const event = (milestone: Milestone, days: number, more: Partial<CaseEvent> = {}): CaseEvent => ({
  id: `${milestone}-${days}`,
  caseId: "case",
  milestone,
  at: daysLater(days),
  seenAt: daysLater(days),
  source: milestone.includes(":") ? "person" : `letter:${days}`,
  trust: "verified",
  forwarded: false,
  approximate: false,
  tasks: tasksOf[milestone] ?? [],
  days: {},
  ...more,
});

const tasksOf: Partial<Record<Milestone, CaseEvent["tasks"]>> = {
  invited: ["reply"],
  credentialed: ["password", "presence", "address", "photo"],
  confirmed: ["print"],
};

const timeline = (events: readonly CaseEvent[], days: number): readonly string[] => {
  const windows = windowsOf(events, timeZone, daysLater(days));
  const view = { label: "maria@example.com", events, windows, stage: stageOf(events, windows) };
  return timelineOf(view, timeZone, daysLater(days));
};

test("a timeline tells how far the case is, what happened, and what is open for how long", () => {
  const events = [
    event("invited", 0),
    event("answered", 1),
    event("credentialed", 2),
    event("done:photo", 3),
    event("undone:photo", 4),
    event("done:address", 4),
  ];
  expect(timeline(events, 5)).toEqual([
    "maria@example.com: Portal 2 arrived, tasks to do",
    "  invited > answered > [in_portal] > in_review > confirmed > complete",
    "",
    "What happened",
    "  Sun 22 Nov 2026, 10:42  Portal 1 arrived",
    "  Mon 23 Nov 2026, 10:42  you answered Portal 1",
    "  Tue 24 Nov 2026, 10:42  Portal 2 arrived",
    "  Wed 25 Nov 2026, 10:42  you said: photo is done",
    "  Thu 26 Nov 2026, 10:42  you said: photo is not done",
    "  Thu 26 Nov 2026, 10:42  you said: address is done",
    "",
    "Windows",
    "  answer Portal 1       done",
    "  change the password   open until Tue 8 Dec 2026, 10:42 (11 days left)",
    "  declare presence      open until Tue 1 Dec 2026, 10:42 (4 days left)",
    "  give the address      done",
    "  upload the photo      open until Tue 1 Dec 2026, 10:42 (4 days left)",
  ]);
});

test("windows without an end, ended by time and by a letter are told apart", () => {
  expect(timeline([event("invited", 0)], 1).at(-1)).toBe(
    "  answer Portal 1       open since Sun 22 Nov 2026, 10:42, no known end",
  );
  const approximate = [event("credentialed", 0, { approximate: true })];
  expect(timeline(approximate, 8).at(-1)).toBe("  upload the photo      closed about Sun 29 Nov 2026, 10:42");
  expect(timeline([event("credentialed", 0), event("confirmed", 1)], 2).join("\n")).toContain(
    "upload the photo      settled by IRCC's next letter",
  );
});

test("a case without a letter says so", () => {
  expect(timeline([], 0)).toEqual([
    "maria@example.com: no letter yet",
    "  invited > answered > in_portal > in_review > confirmed > complete",
  ]);
});

const doubted = { trust: "unverified" } as const;

test.each([
  ["invited", "a Portal 1 letter came, not verified: check before you answer"],
  ["credentialed", "a Portal 2 letter came, not verified: look in the portal"],
  ["confirmed", "an eCoPR letter came, not verified: look in the portal"],
] as const)("a stage that rests on a doubted letter alone is not told as a fact: %s", (milestone, words) => {
  expect(timeline([event(milestone, 0, doubted)], 1)[0]).toBe(`maria@example.com: ${words}`);
  expect(timeline([event(milestone, 0, doubted), event(milestone, 1)], 1)[0]).not.toContain("not verified");
});

test("an eCoPR that is not verified keeps its stage, and is no fact in any line", () => {
  const lines = timeline([event("credentialed", 0), event("confirmed", 1, doubted)], 2);
  expect(lines[1]).toContain("[confirmed]");
  expect(lines).toContain("  Mon 23 Nov 2026, 10:42  an eCoPR letter came (not verified)");
  expect(lines.join("\n")).not.toContain("permanent resident");
  expect(timeline([event("confirmed", 1)], 2)).toContain("  Mon 23 Nov 2026, 10:42  the eCoPR is available");
});

test("a second letter of the same milestone is told as one that came again, with how it came", () => {
  const lines = timeline(
    [
      event("invited", 0),
      event("invited", 1, { ...doubted, forwarded: true, approximate: true }),
      event("confirmed", 2),
      event("confirmed", 3),
    ],
    4,
  );
  expect(lines.slice(4, 8)).toEqual([
    "  Sun 22 Nov 2026, 10:42  Portal 1 arrived",
    "  Mon 23 Nov 2026, 10:42  Portal 1 arrived again (forwarded, time approximate, not verified)",
    "  Tue 24 Nov 2026, 10:42  the eCoPR is available",
    "  Wed 25 Nov 2026, 10:42  another eCoPR letter came",
  ]);
});

test("what counts from a forward without a date ends at the latest then", () => {
  const unread = [event("credentialed", 0, { forwarded: true, approximate: true, dateUnread: true })];
  const lines = timeline(unread, 8);
  expect(lines).toContain("  Sun 22 Nov 2026, 10:42  Portal 2 arrived (forwarded, dated by its forward)");
  expect(lines.at(-1)).toBe("  upload the photo      closed at the latest Sun 29 Nov 2026, 10:42");
});
