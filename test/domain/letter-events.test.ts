import { describe, expect, test } from "@jest/globals";
import { stageOf } from "../../src/domain/case.ts";
import { correct } from "../../src/domain/correction.ts";
import type { CaseEvent } from "../../src/domain/events.ts";
import { eventsOfLetter } from "../../src/domain/letter-events.ts";
import type { Finding, Letter } from "../../src/domain/letter.ts";
import { windowsOf } from "../../src/domain/windows.ts";
import { after, days, monday } from "../helpers/world.ts";

const letter: Letter = {
  id: "0123456789abcdef",
  place: { folder: "INBOX", role: "inbox", uid: 1, uidValidity: "1" },
  message: {
    headers: [],
    subject: "",
    from: [],
    to: [],
    replyTo: [],
    messageId: null,
    references: [],
    date: null,
    internalDate: null,
    text: "",
    problems: [],
  },
  identifiers: { applicationNumber: null, uci: null, accountName: null, recipient: null },
  seenAt: after(days(2)),
};

const finding: Finding = {
  kind: "portal2",
  subkind: "credentials",
  trust: "verified",
  forwarded: false,
  forwardedBy: null,
  language: "en",
  receivedAt: monday,
  approximate: false,
  tasks: ["password", "presence", "address", "photo"],
  days: {},
  why: [],
};

const events = (more: Partial<Finding>) => eventsOfLetter(letter, { ...finding, ...more }, "case-1");

test("a letter brings one event, whose id follows from it", () => {
  expect(events({})).toMatchObject([
    { id: "0123456789abcdef-credentialed", milestone: "credentialed", at: monday },
  ]);
  expect(events({})).toEqual(events({}));
});

test("a suspicious letter brings none", () => {
  expect(events({ trust: "suspicious" })).toEqual([]);
});

test("a letter that says nothing of the case brings none", () => {
  expect(events({ kind: "other_ircc", subkind: "unknown" })).toEqual([]);
  expect(events({ kind: "not_ircc", subkind: null, trust: null })).toEqual([]);
});

test("a returned photo opens the time for the photo again", () => {
  const returned = events({ kind: "other_ircc", subkind: "photo_returned", tasks: ["photo"] });
  expect(returned).toMatchObject([{ milestone: "photo_returned", tasks: ["photo"] }]);
});

test("the person's own reply counts as verified: it lies where nobody else puts mail", () => {
  expect(events({ kind: "own_reply", subkind: null, trust: null })).toMatchObject([
    { milestone: "answered", trust: "verified" },
  ]);
});

test("a letter without any time is dated by when it was seen, approximately", () => {
  expect(events({ receivedAt: null })).toMatchObject([{ at: after(days(2)), approximate: true }]);
});

describe("an eCoPR that a letter names by few words alone", () => {
  const ecopr = { kind: "ecopr", subkind: null, tasks: ["print"] } as const;
  const states = (then: Partial<Finding>) =>
    windowsOf(
      [...events({}), ...events({ ...then, receivedAt: after(days(1)) })],
      "America/Toronto",
      after(days(2)),
    ).map(({ task, state }) => `${task} ${state}`);
  const open = ["password open", "presence open", "address open", "photo open", "print open"];

  test("opens its window and ends no other, though IRCC sent it", () => {
    expect(states({ ...ecopr, surmised: true })).toEqual(open);
  });

  test("ends the others where it says so clearly, or the person does", () => {
    const closed = open.map((each) => (each === "print open" ? each : each.replace("open", "closed")));
    expect(states(ecopr)).toEqual(closed);
    const corrected = correct({ ...finding, ...ecopr, surmised: true }, { kind: "ecopr" });
    expect(states(corrected)).toEqual(closed);
  });
});

describe("a card or a passport of another member of the family", () => {
  const others = (subkind: string, tasks: Finding["tasks"]) =>
    events({ kind: "other_ircc", subkind, tasks, ofKin: true, receivedAt: after(days(1)) });
  const opened = (then: readonly CaseEvent[]) =>
    windowsOf([...events({}), ...then], "America/Toronto", after(days(2)))
      .filter(({ state }) => state === "open")
      .map(({ task, ofAnother }) => (ofAnother ? `${task} of another` : task));
  const four = ["password", "presence", "address", "photo"];

  test("does not move the reader's own case", () => {
    expect(opened(others("card_mailed", []))).toEqual(four);
    expect(stageOf([...events({}), ...others("card_mailed", [])], [])).toBe("in_portal");
  });

  test("is reminded of where it has to be sent", () => {
    expect(opened(others("passport_request", ["passport"]))).toEqual([...four, "passport of another"]);
  });
});

describe("a letter that was dated by its forward", () => {
  const unread = { forwarded: true, approximate: true, dateUnread: true } as const;

  test("says so of its event, until the person tells when it came", () => {
    expect(events(unread)).toMatchObject([{ at: monday, approximate: true, dateUnread: true }]);
    const corrected = correct({ ...finding, ...unread }, { receivedAt: after(-days(3)) });
    expect(corrected).toEqual({ ...finding, forwarded: true, receivedAt: after(-days(3)), redated: true });
    expect(events(corrected)).toMatchObject([{ at: after(-days(3)), approximate: false, redated: true }]);
    expect(events(corrected)[0]).not.toHaveProperty("dateUnread");
  });
});

test("a later date than was read tells nobody of an end too late", () => {
  expect(correct(finding, { receivedAt: after(days(1)) })).not.toHaveProperty("redated");
});
