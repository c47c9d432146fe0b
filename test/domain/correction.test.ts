import { expect, test } from "@jest/globals";
import { correct } from "../../src/domain/correction.ts";
import { eventsOfLetter } from "../../src/domain/letter-events.ts";
import type { Kind } from "../../src/domain/letter.ts";
import { ruleBook } from "../../src/domain/rule-book.ts";
import { windowsOf } from "../../src/domain/windows.ts";
import { aFinding } from "../helpers/samples.ts";
import { after, days, event, hours, monday } from "../helpers/world.ts";

const unknown = aFinding({
  kind: "other_ircc",
  subkind: "unknown",
  trust: "verified",
  receivedAt: after(days(1)),
  tasks: [],
  days: {},
});

/** Every kind that a letter can be said to be, and the windows that it opens: task and days. */
const opens: readonly (readonly [Kind, string | null, ...string[]])[] = [
  ["portal1", null, "reply"],
  ["portal2", "credentials", "password 14", "presence 7", "address 7", "photo 7"],
  ["portal2", "existing_account", "presence 7", "address 7", "photo 7"],
  ["portal2", "reissued", "password 14", "presence 7", "address 7", "photo 7"],
  ["portal2", "family_member", "password 14", "presence 7", "address 7", "photo 7"],
  ["ecopr", null, "print 30"],
  ["ecopr", "family_member", "print 30"],
  ["own_reply", null],
  ["reply_bounced", null, "reply"],
  ["other_ircc", "photo_returned", "photo 7"],
  ["other_ircc", "passport_request", "passport 30"],
  ["other_ircc", "card_mailed"],
  ["other_ircc", "biometrics"],
  ["other_ircc", "medical"],
  ["other_ircc", "webform_reply"],
  ["other_ircc", "acknowledged"],
  ["other_ircc", "aor"],
  ["other_ircc", "account_notice"],
  ["other_ircc", "unknown"],
];

test("the table here names every kind that the rules know", () => {
  const named = ({ kind, subkind }: { kind: Kind; subkind: string | null }) => `${kind}/${subkind}`;
  const here = new Set(opens.map(([kind, subkind]) => named({ kind, subkind })));
  expect(here).toEqual(new Set(ruleBook().kinds.map(named)));
});

test.each(opens)("a letter that the person says is %s/%s opens what such a letter opens", (...row) => {
  const [kind, subkind, ...expected] = row;
  const events = eventsOfLetter({ id: "l1", seenAt: monday }, correct(unknown, { kind, subkind }), "case-1");
  const windows = windowsOf(events, "America/Toronto", after(days(1)));
  expect(windows.map((each) => (each.days === null ? each.task : `${each.task} ${each.days}`))).toEqual(
    expected,
  );
  expect(windows.every(({ opensAt, state }) => opensAt === unknown.receivedAt && state === "open")).toBe(
    true,
  );
});

test("what is no letter after all opens nothing", () => {
  const credentials = aFinding({ tasks: ["photo"] });
  expect(
    eventsOfLetter({ id: "l1", seenAt: monday }, correct(credentials, { kind: "not_ircc" }), "case-1"),
  ).toEqual([]);
});

test("an answer that the person says came back is to be sent again, though it was done", () => {
  const before = [event("invited", monday), event("done:reply", after(hours(3)))];
  const bounced = eventsOfLetter(
    { id: "l1", seenAt: monday },
    correct(unknown, { kind: "reply_bounced", subkind: null }),
    "case-1",
  );
  expect(windowsOf([...before, ...bounced], "America/Toronto", after(days(2)))).toMatchObject([
    { task: "reply", state: "open", opensAt: after(days(1)) },
  ]);
});

test("the days that the letter itself states are kept for what the person says it sets", () => {
  const stated = { ...unknown, days: { passport: 10 } };
  expect(correct(stated, { kind: "other_ircc", subkind: "passport_request" })).toMatchObject({
    tasks: ["passport"],
    days: { passport: 10 },
  });
});
