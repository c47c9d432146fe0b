import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CaseEvent } from "../../src/domain/events.ts";
import type { Task } from "../../src/domain/letter.ts";
import { closingOf, windowsOf, type Window } from "../../src/domain/windows.ts";
import { after, days, event, hours, minutes, monday } from "../helpers/world.ts";

const zone = "America/Toronto";
const windowOf = (task: Task, events: readonly CaseEvent[], now: Date): Window | undefined =>
  windowsOf(events, zone, now).find((window) => window.task === task);

describe("Portal 2", () => {
  const events = [event("credentialed", monday)];

  test("gives the password 14 days and the three declarations 7", () => {
    const ends = windowsOf(events, zone, monday).map(({ task, closesAt }) => [task, closesAt]);
    expect(ends).toEqual([
      ["password", after(days(14))],
      ["presence", after(days(7))],
      ["address", after(days(7))],
      ["photo", after(days(7))],
    ]);
  });

  test("gives the days that the letter itself states, and says so", () => {
    const stated = [event("credentialed", monday, { days: { photo: 10 } })];
    expect(windowOf("photo", stated, monday)).toMatchObject({ closesAt: after(days(10)), basis: "letter" });
    expect(windowOf("address", stated, monday)).toMatchObject({ basis: "default" });
  });

  test("sets no password task where it asks for the account one has", () => {
    const existing = [event("credentialed", monday, { tasks: ["presence", "address", "photo"] })];
    expect(windowOf("password", existing, monday)).toBeUndefined();
  });

  test("opens its windows even if Portal 1 was never seen", () => {
    expect(windowOf("photo", events, monday)?.state).toBe("open");
  });

  test("closes by time at the very instant", () => {
    expect(windowOf("photo", events, after(days(7) - 1))?.state).toBe("open");
    expect(windowOf("photo", events, after(days(7)))).toMatchObject({ state: "closed", endedBy: "time" });
  });

  test("ends the wait for an answer to Portal 1", () => {
    const both = [event("invited", after(-days(9))), ...events];
    expect(windowOf("reply", both, monday)).toMatchObject({ state: "closed", endedBy: "letter" });
  });
});

describe("what the person says", () => {
  const events = [event("credentialed", monday)];

  test("done closes the window, undone opens it again with the old end", () => {
    const done = [...events, event("done:photo", after(days(1)))];
    expect(windowOf("photo", done, after(days(2)))).toMatchObject({ state: "done", endedBy: "person" });
    const undone = [...done, event("undone:photo", after(days(3)))];
    expect(windowOf("photo", undone, after(days(3)))).toMatchObject({
      state: "open",
      closesAt: after(days(7)),
    });
  });

  test("new credentials after done open the windows again", () => {
    const again = [...events, event("done:photo", after(days(1))), event("credentialed", after(days(20)))];
    expect(windowOf("photo", again, after(days(21)))).toMatchObject({
      state: "open",
      closesAt: after(days(27)),
    });
  });
});

describe("the eCoPR", () => {
  test("closes what is open and gives 30 days to print", () => {
    const events = [event("credentialed", monday), event("confirmed", after(days(3)))];
    const states = windowsOf(events, zone, after(days(4))).map(({ task, state }) => [task, state]);
    expect(states).toEqual([
      ["password", "closed"],
      ["presence", "closed"],
      ["address", "closed"],
      ["photo", "closed"],
      ["print", "open"],
    ]);
  });

  test("that nobody verified is confirmed by the person who prints it", () => {
    const unsure = event("confirmed", after(days(3)), { trust: "unverified" });
    const events = [event("credentialed", monday), unsure, event("done:print", after(days(4)))];
    const open = windowsOf(events, zone, after(days(5))).filter(({ state }) => state === "open");
    expect(open).toEqual([]);
  });

  test("that nobody verified opens the time to print but closes nothing", () => {
    const events = [
      event("credentialed", monday),
      event("confirmed", after(days(3)), { trust: "unverified" }),
    ];
    expect(windowOf("photo", events, after(days(4)))?.state).toBe("open");
    expect(windowOf("print", events, after(days(4)))?.state).toBe("open");
  });
});

describe("an unverified letter", () => {
  const first = event("credentialed", monday);

  test("opens a window", () => {
    expect(windowOf("photo", [{ ...first, trust: "unverified" }], monday)?.state).toBe("open");
  });

  test("shortens a window by the days it states", () => {
    const shorter = event("credentialed", after(days(1)), { trust: "unverified", days: { photo: 3 } });
    expect(windowOf("photo", [first, shorter], after(days(1)))?.closesAt).toEqual(after(days(4)));
  });

  test("does not extend a window until a verified letter says the same", () => {
    const later = event("credentialed", after(days(5)), { trust: "unverified" });
    expect(windowOf("photo", [first, later], after(days(6)))?.closesAt).toEqual(after(days(7)));
    const verified = event("credentialed", after(days(5) + hours(1)));
    expect(windowOf("photo", [first, later, verified], after(days(6)))?.closesAt).toEqual(
      after(days(12) + hours(1)),
    );
  });

  test("is shown with the end that it names, while the earlier one counts", () => {
    const later = event("credentialed", after(days(5)), { trust: "unverified" });
    expect(windowOf("photo", [first, later], after(days(6)))).toMatchObject({
      closesAt: after(days(7)),
      otherEnds: [after(days(12))],
    });
    const shorter = event("credentialed", after(days(1)), { trust: "unverified", days: { photo: 3 } });
    expect(windowOf("photo", [first, shorter], after(days(2)))).toMatchObject({
      closesAt: after(days(4)),
      otherEnds: [after(days(7))],
    });
    expect(windowOf("photo", [first], after(days(2)))).not.toHaveProperty("otherEnds");
  });

  test("does not outlive the window that was open when it came", () => {
    const later = event("credentialed", after(days(5)), { trust: "unverified" });
    const ended = { state: "closed", endedBy: "time", closesAt: after(days(7)), basis: "default" };
    expect(windowOf("photo", [first, later], after(days(8)))).toMatchObject(ended);
    const unsure = { ...first, trust: "unverified" as const };
    expect(windowOf("photo", [unsure, later], after(days(8)))).toMatchObject(ended);
  });

  test("that named an earlier end leaves the window open until its verified end", () => {
    const shorter = event("credentialed", after(days(1)), { trust: "unverified", days: { photo: 3 } });
    expect(windowOf("photo", [first, shorter], after(days(5)))).toMatchObject({
      state: "open",
      closesAt: after(days(7)),
      basis: "default",
    });
    expect(windowOf("photo", [first, shorter], after(days(8)))).toMatchObject({
      state: "closed",
      closesAt: after(days(7)),
    });
  });

  test("that comes after the task was done asks again, and not beyond the end that was known", () => {
    const done = event("done:photo", after(days(1)));
    const later = event("credentialed", after(days(3)), { trust: "unverified" });
    expect(windowOf("photo", [first, done, later], after(days(4)))).toMatchObject({
      state: "open",
      closesAt: after(days(7)),
    });
  });

  test("that comes after a window closed opens a new one", () => {
    const later = event("credentialed", after(days(9)), { trust: "unverified" });
    expect(windowOf("photo", [first, later], after(days(10)))).toMatchObject({
      state: "open",
      closesAt: after(days(16)),
    });
  });
});

describe("access for another member of the family", () => {
  const own = event("credentialed", monday);
  const family = event("family_credentialed", after(days(3)));

  test("leaves the case's own end where it was, and is watched after it", () => {
    expect(windowOf("photo", [own, family], after(days(4)))?.closesAt).toEqual(after(days(7)));
    expect(windowOf("photo", [own, family], after(days(8)))).toMatchObject({
      state: "open",
      closesAt: after(days(10)),
    });
  });

  test("is not ended by the case's own eCoPR, nor by new credentials of its own", () => {
    const later = [event("credentialed", after(days(4))), event("confirmed", after(days(5)))];
    expect(windowOf("photo", [own, family, ...later], after(days(6)))).toMatchObject({
      state: "open",
      closesAt: after(days(10)),
    });
  });

  test("is done when the person says so", () => {
    const events = [own, family, event("done:photo", after(days(4)))];
    expect(windowOf("photo", events, after(days(5)))?.state).toBe("done");
  });
});

describe("the same letter, directly and as a forward", () => {
  const direct = event("credentialed", monday);
  const forward = event("credentialed", after(-minutes(2)), { forwarded: true, seenAt: after(days(2)) });

  test("is one opening, at the earlier time", () => {
    expect(windowOf("photo", [direct, forward], monday)?.opensAt).toEqual(after(-minutes(2)));
  });

  test("with a guessed date is dated by the copy that is exact", () => {
    const guessed = { ...forward, at: after(-hours(14)), approximate: true };
    expect(windowOf("photo", [direct, guessed], monday)).toMatchObject({
      opensAt: monday,
      approximate: false,
    });
  });
});

describe("copies that nothing proves", () => {
  const forward = event("credentialed", monday, { forwarded: true, approximate: true });

  test("put off no end, and make no guess certain", () => {
    const copy = event("credentialed", after(hours(20)), { trust: "unverified" });
    expect(windowOf("photo", [forward, copy], after(hours(21)))).toMatchObject({
      closesAt: after(days(7)),
      approximate: true,
    });
    const unsure = { ...forward, trust: "unverified" as const };
    expect(windowOf("photo", [unsure, copy], after(hours(21)))?.closesAt).toEqual(after(days(7)));
  });

  test("that give another number of days are letters of their own", () => {
    const other = event("credentialed", after(hours(6)), { trust: "unverified", days: { photo: 1 } });
    const direct = event("credentialed", after(hours(6) + minutes(3)));
    expect(windowOf("photo", [forward, other, direct], after(hours(7)))).toMatchObject({
      closesAt: after(days(7) + hours(6) + minutes(3)),
      basis: "default",
      trust: "verified",
    });
  });

  test("a day later, at no hour that a zone explains, are letters of their own", () => {
    const other = event("credentialed", after(hours(20) + minutes(15)), { trust: "unverified" });
    expect(windowOf("photo", [forward, other], after(hours(21)))?.otherEnds).toEqual([
      after(days(7) + hours(20) + minutes(15)),
    ]);
  });

  test("of two letters that came directly, a forward is a copy of one", () => {
    const [first, second] = [event("credentialed", after(hours(1))), event("credentialed", after(hours(21)))];
    expect(windowOf("photo", [forward, first, second], after(hours(22)))?.opensAt).toEqual(second.at);
  });

  const anyCredentials = fc
    .record({
      at: fc.integer({ min: 0, max: 4 * 48 }).map((quarters) => after(minutes(15 * quarters))),
      lateMs: fc.constantFrom(0, 0, minutes(2), minutes(7)),
      forwarded: fc.boolean(),
      approximate: fc.boolean(),
      days: fc.constantFrom({}, {}, { photo: 3 }, { photo: 10 }),
    })
    .map(({ at, lateMs, forwarded, approximate, ...more }) =>
      event("credentialed", after(lateMs, at), {
        ...more,
        forwarded,
        approximate: forwarded && approximate,
      }),
    );

  const letters = (trust: "verified" | "unverified") =>
    fc
      .array(anyCredentials, { minLength: 1, maxLength: 4 })
      .map((all) => all.map((one, at) => ({ ...one, trust, id: `${trust}-${at}` })));

  test("never make a window end later than the verified letters say", () => {
    const now = after(days(2));
    fc.assert(
      fc.property(letters("verified"), letters("unverified"), (verified, unverified) => {
        const known = windowOf("photo", verified, now);
        if (known?.state !== "open") return;
        const end = windowOf("photo", [...verified, ...unverified], now)?.closesAt;
        expect(Number(end)).toBeLessThanOrEqual(Number(known.closesAt));
      }),
    );
  });
});

describe("closing", () => {
  const zones = ["America/St_Johns", "America/Toronto", "America/Regina", "America/Vancouver"];
  const anyZone = fc.constantFrom(...zones, "Asia/Shanghai", "Asia/Kolkata", "Europe/Paris", "UTC");
  const anyInstant = fc.date({
    min: new Date("2024-01-01T00:00:00Z"),
    max: new Date("2029-01-01T00:00:00Z"),
    noInvalidDate: true,
  });

  test("is never later than N times 24 hours, and at most an hour earlier", () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 60 }), anyZone, (opensAt, length, timeZone) => {
        const early = opensAt.getTime() + days(length) - closingOf(opensAt, length, timeZone).getTime();
        expect(early).toBeGreaterThanOrEqual(0);
        expect(early).toBeLessThanOrEqual(hours(1));
      }),
    );
  });

  test("comes an hour sooner over the lost hour of spring", () => {
    const saturday = new Date("2027-03-13T20:00:00Z");
    expect(closingOf(saturday, 7, zone)).toEqual(after(days(7) - hours(1), saturday));
  });

  test("does not come an hour later over the won hour of autumn", () => {
    const saturday = new Date("2026-10-31T20:00:00Z");
    expect(closingOf(saturday, 7, zone)).toEqual(after(days(7), saturday));
  });
});

describe("a forward whose own date could not be read", () => {
  const unread = { forwarded: true, approximate: true, dateUnread: true } as const;

  test("opens a window, which may close earlier than it says", () => {
    expect(windowOf("photo", [event("credentialed", monday, unread)], monday)).toMatchObject({
      closesAt: after(days(7)),
      approximate: true,
      dateUnread: true,
    });
  });

  test("may be of the very letter whose time runs: it puts no end off, and its own is shown beside", () => {
    const events = [event("credentialed", monday), event("credentialed", after(days(5)), unread)];
    expect(windowOf("photo", events, after(days(6)))).toMatchObject({
      closesAt: after(days(7)),
      otherEnds: [after(days(12))],
    });
  });

  test("opens a new time where none runs any more", () => {
    const events = [event("credentialed", monday), event("credentialed", after(days(20)), unread)];
    expect(windowOf("photo", events, after(days(21)))).toMatchObject({
      state: "open",
      closesAt: after(days(27)),
    });
  });

  test("is no copy, whatever the hour: the letter that came directly counts", () => {
    const events = [event("credentialed", after(-hours(2)), unread), event("credentialed", monday)];
    expect(windowOf("photo", events, after(days(1)))).toMatchObject({ opensAt: monday, approximate: false });
  });
});
