import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CaseEvent } from "../../src/domain/events.ts";
import type { PlannedReminder } from "../../src/domain/plan.ts";
import { noticesOf, planReminders, type Settled } from "../../src/domain/reminders.ts";
import { after, days, event, hours, minutes, monday, toronto } from "../helpers/world.ts";

const none: Settled = new Map();
const plan = (events: readonly CaseEvent[], now: Date, settled = none): readonly PlannedReminder[] =>
  planReminders({ caseId: "case-1", events, settled }, toronto, now);
const told = (mail: PlannedReminder | undefined): readonly string[] =>
  (mail?.notices ?? []).map(({ task, key }) => `${task} ${key.slice(key.lastIndexOf(".") + 1)}`);
const settledBy = (...mails: readonly PlannedReminder[]): Settled =>
  new Map(mails.flatMap(({ notices }) => notices.map(({ key, dueAt }) => [key, dueAt])));

const portal2 = event("credentialed", monday);

describe("Portal 2", () => {
  const whole = plan([portal2], monday);

  test("is told at once, in one e-mail for its four tasks", () => {
    expect(whole[0]?.dueAt).toEqual(monday);
    expect(told(whole[0])).toEqual([
      "password opening",
      "presence opening",
      "address opening",
      "photo opening",
    ]);
  });

  test("is reminded at 4 d, 2 d, 1 d and 6 h, the password at 7 d, 3 d, 1 d and 6 h, and closing is told", () => {
    expect(whole.map((mail) => [mail.dueAt, told(mail).length])).toEqual([
      [monday, 4],
      [after(days(3)), 3],
      [after(days(5)), 3],
      [after(days(6)), 3],
      [after(days(7) - hours(6)), 3],
      [after(days(7)), 4],
      [after(days(11)), 1],
      [after(days(13)), 1],
      [after(days(14) - hours(6)), 1],
      [after(days(14)), 1],
    ]);
    expect(told(whole[5])).toEqual([
      "password rung-7d",
      "presence closing",
      "address closing",
      "photo closing",
    ]);
  });

  test("done tasks are not told again", () => {
    const mails = plan([portal2, event("done:photo", after(days(1)))], after(days(1)), settledBy(whole[0]!));
    expect(mails.flatMap(told).filter((line) => line.startsWith("photo"))).toEqual([]);
  });

  test("the eCoPR ends every reminder but its own", () => {
    const mails = plan([portal2, event("confirmed", after(days(4)))], after(days(4)), settledBy(whole[0]!));
    expect(new Set(mails.flatMap(told).map((line) => line.split(" ")[0]))).toEqual(new Set(["print"]));
  });

  test("new credentials replace what was planned on the old ones", () => {
    const again = event("credentialed", after(days(2)));
    const mails = plan([portal2, again], after(days(2)), settledBy(whole[0]!));
    expect(mails.every(({ id }) => id.startsWith(again.id))).toBe(true);
    expect(told(mails[0]).every((line) => line.endsWith("opening"))).toBe(true);
  });
});

describe("a stated length", () => {
  const rungs = (length: number): readonly string[] =>
    plan([event("photo_returned", monday, { days: { photo: length } })], monday).flatMap(told);

  test("up to 10 days takes the first ladder, without the rungs before the opening", () => {
    expect(rungs(3)).toEqual([
      "photo opening",
      "photo rung-2d",
      "photo rung-1d",
      "photo rung-6h",
      "photo closing",
    ]);
    expect(rungs(10)).toContain("photo rung-4d");
  });

  test("up to 21 days takes the second ladder, a longer one the third", () => {
    expect(rungs(11)).toContain("photo rung-7d");
    expect(rungs(21)).toContain("photo rung-3d");
    expect(rungs(22)).toContain("photo rung-14d");
    expect(rungs(22)).not.toContain("photo rung-6h");
  });
});

describe("Portal 1", () => {
  const portal1 = event("invited", monday);

  test("is nudged after 1, 3 and 7 days, and never closes", () => {
    expect(plan([portal1], monday).map((mail) => [mail.dueAt, told(mail)])).toEqual([
      [monday, ["reply opening"]],
      [after(days(1)), ["reply nudge-1d"]],
      [after(days(3)), ["reply nudge-3d"]],
      [after(days(7)), ["reply nudge-7d"]],
    ]);
  });

  test("is not nudged once it was answered", () => {
    expect(plan([portal1, event("answered", after(hours(5)))], after(hours(5)))).toEqual([]);
  });
});

describe("a letter that the person dates earlier than it was read", () => {
  const seenAt = after(days(2.5));
  const opening = settledBy(plan([event("credentialed", monday, { seenAt })], seenAt)[0]!);
  const redated = (at: Date): CaseEvent => ({
    ...event("credentialed", monday, { seenAt }),
    at,
    redated: true,
  });
  const soon = after(minutes(5), seenAt);

  test("is reminded of at once, late and once, where less is left than a rung says", () => {
    const events = [redated(after(-days(4)))];
    const [first] = plan(events, soon, opening);
    expect(first!.dueAt < soon).toBe(true);
    expect(told(first)).toEqual(["presence rung-1d", "address rung-1d", "photo rung-1d"]);
    const later = plan(events, after(minutes(1), soon), new Map([...opening, ...settledBy(first!)]));
    expect(told(later[0])).toEqual(["presence rung-6h", "address rung-6h", "photo rung-6h"]);
    expect(later[0]!.dueAt > soon).toBe(true);
  });

  test("is told to be over where it is", () => {
    const [first] = plan([redated(after(-days(6)))], soon, opening);
    expect(told(first)).toEqual(expect.arrayContaining(["presence closing", "photo closing"]));
    expect(told(first).filter((line) => line.startsWith("photo"))).toEqual(["photo closing"]);
  });

  test("has nothing late where no rung was passed", () => {
    const [first] = plan([redated(after(-hours(2)))], soon, opening);
    expect(first!.dueAt > soon).toBe(true);
  });
});

describe("a letter seen late", () => {
  test("is told in one e-mail, with the rungs that had passed", () => {
    const late = event("credentialed", monday, { seenAt: after(days(5) + hours(3)) });
    const [first, second] = plan([late], after(days(5) + hours(3)));
    expect(told(first)).toHaveLength(4);
    expect(told(second)).toEqual(["presence rung-1d", "address rung-1d", "photo rung-1d"]);
  });

  test("after everything closed is told once and never again", () => {
    const late = event("credentialed", monday, { seenAt: after(days(30)) });
    expect(plan([late], after(days(30))).map((mail) => told(mail).length)).toEqual([4]);
  });

  test("with its successors is told in one e-mail that leaves out what is settled", () => {
    const seenAt = after(days(40));
    const events = [
      event("invited", monday, { seenAt }),
      event("credentialed", after(days(9)), { seenAt }),
      event("confirmed", after(days(30)), { seenAt }),
    ];
    const mails = plan(events, seenAt);
    expect(told(mails[0])).toEqual(["print opening"]);
    expect(mails.slice(1).every(({ dueAt }) => dueAt > seenAt)).toBe(true);
  });
});

describe("an unverified letter", () => {
  const closings = (mails: readonly PlannedReminder[]): readonly (readonly [Date, string])[] =>
    mails.flatMap(({ notices }) =>
      notices
        .filter(({ task, step }) => task === "photo" && step === "closing")
        .map(({ key, dueAt }) => [dueAt, key] as const),
    );

  test("that names a later end leaves the closing where it was, told once", () => {
    const later = event("credentialed", after(days(3)), { trust: "unverified" });
    expect(closings(plan([portal2, later], after(days(3))))).toEqual([
      [after(days(7)), `${portal2.id}.photo.closing`],
    ]);
  });

  test("that names an earlier end is reminded of, and the closing is told at the verified end alone", () => {
    const sooner = event("credentialed", after(days(3)), { trust: "unverified", days: { photo: 2 } });
    const mails = plan([portal2, sooner], after(days(3)));
    expect(mails.flatMap(told)).toContain("photo rung-6h");
    expect(closings(mails)).toEqual([[after(days(7)), `${portal2.id}.photo.closing`]]);
  });
});

describe("Landfall was off", () => {
  const opened = settledBy(plan([portal2], monday)[0]!);

  test("while two rungs passed: one e-mail tells all that was missed", () => {
    const [mail, next] = plan([portal2], after(days(5) + hours(2)), opened);
    expect(new Set(mail?.notices.map(({ task }) => task))).toEqual(new Set(["presence", "address", "photo"]));
    expect(next?.dueAt).toEqual(after(days(6)));
  });

  test("until the windows had closed: the closing is told, in one e-mail", () => {
    const mails = plan([portal2], after(days(20)), opened);
    expect(mails).toHaveLength(1);
    expect(told(mails[0])).toContain("photo closing");
    expect(told(mails[0])).toContain("password closing");
  });
});

describe("landing from outside", () => {
  test("a passport request opens 30 days, with the long ladder", () => {
    const mails = plan([event("passport_requested", monday)], monday);
    expect(mails.map((mail) => [mail.dueAt, told(mail)])).toEqual([
      [monday, ["passport opening"]],
      [after(days(16)), ["passport rung-14d"]],
      [after(days(23)), ["passport rung-7d"]],
      [after(days(27)), ["passport rung-3d"]],
      [after(days(29)), ["passport rung-1d"]],
      [after(days(30)), ["passport closing"]],
    ]);
  });

  const copr = (at: Date, until: Date | null) =>
    event("copr_valid_until", at, until === null ? { tasks: [] } : { until });

  test("the end of a CoPR has a ladder of its own", () => {
    const mails = plan([copr(monday, after(days(45)))], monday);
    expect(mails.map((mail) => [mail.dueAt, told(mail)])).toEqual([
      [monday, ["land opening"]],
      [after(days(15)), ["land rung-30d"]],
      [after(days(31)), ["land rung-14d"]],
      [after(days(38)), ["land rung-7d"]],
      [after(days(42)), ["land rung-3d"]],
      [after(days(44)), ["land rung-1d"]],
      [after(days(45)), ["land closing"]],
    ]);
  });

  test("the last date that the person gave counts, and none takes it back", () => {
    const first = copr(monday, after(days(90)));
    const sooner = copr(after(days(1)), after(days(20)));
    const closings = (events: readonly CaseEvent[]) =>
      plan(events, after(days(2)))
        .flatMap(({ notices }) => notices)
        .filter(({ step }) => step === "closing")
        .map(({ dueAt }) => dueAt);
    expect(closings([first, sooner])).toEqual([after(days(20))]);
    expect(closings([first, sooner, copr(after(days(2)), null)])).toEqual([]);
  });

  test("a CoPR ends the request for the passport, and landing ends it all", () => {
    const events = [event("passport_requested", monday), copr(after(days(9)), after(days(60)))];
    expect(
      new Set(
        plan(events, after(days(9)))
          .flatMap(told)
          .map((line) => line.split(" ")[0]),
      ),
    ).toEqual(new Set(["land"]));
    expect(plan([...events, event("done:land", after(days(20)))], after(days(20)))).toEqual([]);
  });
});

describe("an answer that came back", () => {
  const events = [event("invited", monday), event("answered", after(days(1)))];
  const bounced = event("reply_bounced", after(days(5)), { trust: "unverified" });

  test("is an alert at once, and the nudges begin anew", () => {
    expect(plan([...events, bounced], after(days(5))).map((mail) => [mail.dueAt, told(mail)])).toEqual([
      [after(days(5)), ["reply opening"]],
      [after(days(6)), ["reply nudge-1d"]],
      [after(days(8)), ["reply nudge-3d"]],
      [after(days(12)), ["reply nudge-7d"]],
    ]);
  });

  test("is settled by another answer", () => {
    const again = event("answered", after(days(6)));
    expect(plan([...events, bounced, again], after(days(6)))).toEqual([]);
  });
});

describe("e-mails", () => {
  test("that go out settle what falls due in the next two hours", () => {
    const other = event("photo_returned", after(hours(1)), { days: { photo: 7 } });
    const mails = plan([portal2, other], after(hours(1)), settledBy(plan([portal2], monday)[0]!));
    const rungs = mails.filter((mail) => told(mail).includes("photo rung-4d"));
    expect(rungs).toHaveLength(1);
    expect(rungs[0]?.dueAt).toEqual(after(days(3)));
    expect(told(rungs[0])).toEqual(["presence rung-4d", "address rung-4d", "photo rung-4d"]);
  });

  test("never tell a closing before it happened", () => {
    const other = event("photo_returned", after(minutes(30)));
    const mails = plan([portal2, other], monday);
    for (const mail of mails) {
      for (const { step, dueAt } of mail.notices) {
        if (step === "closing") expect(dueAt.getTime()).toBeLessThanOrEqual(mail.dueAt.getTime());
      }
    }
  });
});

const anyEvents = fc.array(
  fc
    .record({
      milestone: fc.constantFrom(
        "invited",
        "credentialed",
        "photo_returned",
        "confirmed",
        "done:photo" as const,
      ),
      at: fc.integer({ min: 0, max: 20 * 24 * 60 }),
      lag: fc.integer({ min: 0, max: 9 * 24 * 60 }),
      trust: fc.constantFrom("verified" as const, "unverified" as const),
    })
    .map(({ milestone, at, lag, trust }) =>
      event(milestone, after(minutes(at)), {
        seenAt: after(minutes(at + lag)),
        trust: milestone.includes(":") ? "verified" : trust,
        id: `${milestone.replace(":", "-")}-${at}-${lag}-${trust}`,
      }),
    ),
  { maxLength: 6 },
);

/** Lives through the case minute by minute where something is due; returns the mails in the order sent. */
const live = (events: readonly CaseEvent[]): readonly (PlannedReminder & { sentAt: Date })[] => {
  const sent: (PlannedReminder & { sentAt: Date })[] = [];
  const instants = new Set(events.map(({ seenAt }) => seenAt.getTime()));
  let now = Math.min(...instants);
  for (let turn = 0; turn < 500; turn += 1) {
    const known = events.filter(({ seenAt }) => seenAt.getTime() <= now);
    const mails = plan(known, new Date(now), settledBy(...sent));
    const due = mails.find(({ dueAt }) => dueAt.getTime() <= now);
    if (due !== undefined) {
      sent.push({ ...due, sentAt: new Date(now) });
      continue;
    }
    const next = [...instants, ...mails.map(({ dueAt }) => dueAt.getTime())].filter((at) => at > now);
    if (next.length === 0) return sent;
    now = Math.min(...next);
  }
  throw new Error("a case that never ends");
};

test("nothing is told twice, whatever happens", () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const keys = live(events).flatMap(({ notices }) => notices.map(({ key }) => key));
      expect(new Set(keys).size).toBe(keys.length);
      const ids = live(events).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

test("every notice that is still called for at the end was told, never before its time", () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const sent = live(events);
      const keys = new Set(sent.flatMap(({ notices }) => notices.map(({ key }) => key)));
      const missed = noticesOf(events, toronto).filter(
        ({ key, step }) => !keys.has(key) && (step === "opening" || step === "closing"),
      );
      expect(missed).toEqual([]);
      for (const mail of sent) expect(mail.sentAt >= mail.dueAt).toBe(true);
    }),
  );
});

describe("quiet hours", () => {
  const quiet = { ...toronto, quietHours: { from: 21 * 60, to: 8 * 60 } };
  const at = (text: string): Date => new Date(`2026-11-${text}:00-05:00`);
  const mails = (events: readonly CaseEvent[], now: Date, settled = none) =>
    planReminders({ caseId: "case-1", events, settled }, quiet, now);
  const times = (events: readonly CaseEvent[], now: Date, settled = none) =>
    mails(events, now, settled).map((mail) => [mail.dueAt, told(mail)]);
  const photo = (seen: string, more: Partial<CaseEvent> = {}) => event("photo_returned", at(seen), more);

  test("bring a rung forward to the evening, and let a closing wait for the morning", () => {
    expect(times([photo("09T23:30")], at("09T23:30"))).toEqual([
      [at("09T23:30"), ["photo opening"]],
      [at("12T21:00"), ["photo rung-4d"]],
      [at("14T21:00"), ["photo rung-2d"]],
      [at("15T21:00"), ["photo rung-1d"]],
      [at("16T17:30"), ["photo rung-6h"]],
      [at("17T08:00"), ["photo closing"]],
    ]);
  });

  test("do not hold back the news of a letter, and what closed in the night is told along with it", () => {
    const first = photo("03T23:30");
    const second = event("invited", at("11T01:00"));
    const settled = settledBy(
      ...mails([first], at("10T22:00")).filter(({ dueAt }) => dueAt < at("10T22:00")),
    );
    expect(times([first, second], at("11T01:00"), settled)[0]).toEqual([
      at("11T01:00"),
      ["reply opening", "photo closing"],
    ]);
  });

  test("let a rung fall to the letter's own news where the evening had passed when it came", () => {
    expect(times([photo("09T22:00", { days: { photo: 1 } })], at("09T22:00"))).toEqual([
      [at("09T22:00"), ["photo opening"]],
      [at("10T16:00"), ["photo rung-6h"]],
      [at("11T08:00"), ["photo closing"]],
    ]);
  });
});

test("a mail that goes out leaves the rest of the plan as it was", () => {
  fc.assert(
    fc.property(anyEvents, fc.integer({ min: 0, max: 40 * 24 * 60 }), (events, at) => {
      const now = after(minutes(at));
      const [first, ...rest] = plan(events, now);
      fc.pre(first !== undefined && first.dueAt <= now);
      expect(plan(events, now, settledBy(first))).toEqual(rest);
    }),
  );
});
