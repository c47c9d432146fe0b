import { expect, test } from "@jest/globals";
import ICAL from "ical.js";
import { simpleParser } from "mailparser";
import { composeReminder } from "../../src/delivery/compose.ts";
import { toSource } from "../../src/delivery/message.ts";
import type { ReminderFacts } from "../../src/domain/plan.ts";
import { wordReminder } from "../../src/domain/wording.ts";
import type { Attachment } from "../../src/flow/ports.ts";
import { facts, item, letterFacts } from "../helpers/facts.ts";

const envelope = {
  id: "reminder-1",
  messageId: "reminder-1@landfall.example",
  from: "maria@example.com",
  to: "maria@example.com",
  date: new Date("2026-11-22T15:42:10Z"),
  answers: null,
};

const filesOf = async (told: ReminderFacts, language: "en" | "fr" | "zh" = "en") =>
  (await composeReminder(wordReminder(told, language), envelope).content()).attachments ?? [];

/** Read by a parser that is not the one that wrote it. */
const read = ({ text }: Attachment) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const components = calendar.getAllSubcomponents("vevent");
  return { calendar, components, events: components.map((component) => new ICAL.Event(component)) };
};

const opening = { step: "opening" } as const;
const four = (["presence", "address", "photo", "password"] as const).map((task) => item(task, opening));

test("an opening notice carries one event for each window, which ends when the window closes", async () => {
  const [file, ...others] = await filesOf(facts(0, four));
  expect(others).toEqual([]);
  expect(file).toMatchObject({ name: "landfall.ics", type: "text/calendar; charset=utf-8; method=PUBLISH" });
  const { calendar, events, components } = read(file!);
  expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
  expect(events.map(({ uid, endDate }) => [uid, endDate.toJSDate()])).toEqual(
    four.map(({ window }) => [`letter-1-credentialed.${window.task}@landfall`, window.closesAt]),
  );
  expect(events[2]).toMatchObject({ summary: "Closes: upload your photo", sequence: 1 });
  expect(events[2]!.description).toContain(
    "by Sunday 29 November 2026, 10:42 (America/Toronto, UTC−5)\nby default",
  );
  for (const component of components) {
    const alarms = component.getAllSubcomponents("valarm");
    expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue("trigger")))).toEqual(["-P1D", "-PT3H"]);
    expect(alarms.map((alarm) => alarm.getFirstPropertyValue("action"))).toEqual(["DISPLAY", "DISPLAY"]);
    expect(component.getFirstPropertyValue("organizer")).toBe("mailto:maria@example.com");
  }
});

test("a window without a known end makes no event, and a rung brings no file", async () => {
  const letter = letterFacts({ kind: "portal1", subkind: null });
  expect(await filesOf(facts(0, [item("reply", { ...opening, letter })]))).toEqual([]);
  expect(await filesOf(facts(5, [item("photo")]))).toEqual([]);
});

test.each([
  ["the clocks go back, first pass", "2026-11-01T05:30:00Z", "01:30 (America/Toronto, UTC−4)", "UTC"],
  ["the clocks go back, second pass", "2026-11-01T06:30:00Z", "01:30 (America/Toronto, UTC−5)", "UTC"],
  ["just after they went forward", "2027-03-14T07:30:00Z", "03:30 (America/Toronto, UTC−4)", "Toronto"],
  ["a leap day", "2028-02-29T17:00:00Z", "12:00 (America/Toronto, UTC−5)", "Toronto"],
])("a calendar shows the very instant, in the person's zone: %s", async (_, closesAt, told, zone) => {
  const window = { closesAt: new Date(closesAt) };
  const now = new Date(window.closesAt.getTime() - 7 * 86_400_000);
  const [file] = await filesOf(facts(0, [item("photo", { ...opening, window })], { now }));
  const [event] = read(file!).events;
  expect(event!.endDate.zone.tzid).toBe(zone === "UTC" ? zone : `America/${zone}`);
  expect(event!.endDate.toJSDate()).toEqual(window.closesAt);
  expect(event!.startDate.toJSDate().getTime()).toBe(window.closesAt.getTime() - 30 * 60_000);
  expect(event!.description).toContain(told);
});

test("what was settled goes from the calendar, each event by a cancellation of its own", async () => {
  const settled = (["photo", "address"] as const).map((task) => {
    const { window } = item(task);
    return { ...window, closesAt: window.closesAt! };
  });
  const series = { id: "letter-1-credentialed", sequence: 4 };
  const [open, ...gone] = await filesOf(
    facts(2, [item("print", opening)], { calendar: { series, settled } }),
  );
  expect(read(open!).events.map(({ sequence }) => sequence)).toEqual([4]);
  expect(gone.map(({ name }) => name)).toEqual([
    "landfall-photo-settled.ics",
    "landfall-address-settled.ics",
  ]);
  for (const file of gone) {
    const { calendar, events, components } = read(file);
    expect(file.type).toContain("method=CANCEL");
    expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(events).toHaveLength(1);
    expect(events[0]!.sequence).toBe(4);
    expect(components[0]!.getFirstPropertyValue("status")).toBe("CANCELLED");
  }
});

test.each(["fr", "zh"] as const)("long lines and letters beyond ASCII survive in %s", async (language) => {
  const [file] = await filesOf(facts(0, four), language);
  for (const line of file!.text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const { events } = read(file!);
  const words = wordReminder(facts(0, four), language).calendar!.events;
  expect(events.map(({ summary, description }) => [summary, description])).toEqual(
    words.map(({ summary, description }) => [summary, description]),
  );
});

test("nothing that others wrote stands in a calendar, and a name of one's own cannot break it", async () => {
  const letter = letterFacts({
    subject: "x\r\nBEGIN:VEVENT",
    sender: "evil@evil.example",
    folder: "https://evil.example",
  });
  const caseLabel = "Ann\r\nEND:VEVENT\r\nBEGIN:VALARM;,\\ \u202E" + "n".repeat(10_000);
  const [file] = await filesOf(facts(0, [item("photo", { ...opening, letter })], { caseLabel }));
  expect(file!.text).not.toMatch(/evil|\u202E/);
  const { events, calendar } = read(file!);
  expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(["vtimezone", "vevent"]);
  expect(events[0]!.description.length).toBeLessThan(2_000);
});

test("the file goes along with the mail, which stays a mail with a text and an HTML part", async () => {
  const mail = composeReminder(wordReminder(facts(0, four)), envelope);
  const raw = await (await toSource(mail)).raw();
  const parsed = await simpleParser(raw);
  expect(
    parsed.attachments.map(({ filename, contentType, contentDisposition }) => [
      filename,
      contentType,
      contentDisposition,
    ]),
  ).toEqual([["landfall.ics", "text/calendar", "attachment"]]);
  expect(parsed.attachments[0]!.content.toString()).toBe((await mail.content()).attachments![0]!.text);
  expect(raw.toString()).toMatch(/Content-Type: text\/calendar; charset=utf-8;\s+method=PUBLISH/);
});
