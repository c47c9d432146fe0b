import { describe, expect, test } from "@jest/globals";
import {
  answer,
  bounce,
  ecopr,
  familyAccess,
  familyEcopr,
  passportRequest,
  photoReturned,
  portal1,
  portal2,
} from "../helpers/letters.ts";
import {
  answers,
  cameAt,
  coprValidUntil,
  done,
  letter,
  movesTo,
  off,
  on,
  play,
  playIn,
  putOff,
  serverDown,
  serverUp,
  undo,
} from "../helpers/story.ts";
import { openWorld } from "../helpers/ports.ts";
import { days, hours } from "../helpers/world.ts";

test("Portal 2, one task done, the rest forgotten", async () => {
  expect(
    await play({
      events: { "9 Nov 10:00": letter(portal2), "10 Nov 12:00": done("presence") },
      until: "31 Dec 10:00",
    }),
  ).toEqual([
    "9 Nov 10:00  Portal 2 arrived: four things to do, by Mon 16 Nov, 10:00",
    "12 Nov 10:00  4 days left: confirm your address and upload your photo – closes Mon 16 Nov, 10:00",
    "14 Nov 10:00  2 days left: confirm your address and upload your photo – closes Mon 16 Nov, 10:00",
    "15 Nov 10:00  1 day left: confirm your address and upload your photo – closes Mon 16 Nov, 10:00",
    "15 Nov 21:00  13 hours left: confirm your address and upload your photo – closes Mon 16 Nov, 10:00",
    "16 Nov 10:00  Closed: confirm your address and one more – it may still work; 7 days left: change the temporary password – closes Mon 23 Nov, 10:00",
    "20 Nov 10:00  3 days left: change the temporary password – closes Mon 23 Nov, 10:00",
    "22 Nov 10:00  1 day left: change the temporary password – closes Mon 23 Nov, 10:00",
    "22 Nov 21:00  13 hours left: change the temporary password – closes Mon 23 Nov, 10:00",
    "23 Nov 10:00  Window closed: change the temporary password – it may still work",
  ]);
});

test("a letter turns out to be days older than it was read", async () => {
  expect(
    await play({
      events: {
        "9 Nov 10:00": letter(portal2),
        "9 Nov 12:00": cameAt("2 Nov 21:30"),
      },
      until: "10 Nov 09:00",
    }),
  ).toEqual([
    "9 Nov 10:00  Portal 2 arrived: four things to do, by Mon 16 Nov, 10:00",
    "9 Nov 12:00  9 hours 30 minutes left: three things to do – closes Mon 9 Nov, 21:30",
    "9 Nov 15:30  6 hours left: three things to do – closes Mon 9 Nov, 21:30",
    "9 Nov 21:00  7 days left: change the temporary password – closes Mon 16 Nov, 21:30",
    "10 Nov 08:00  Windows closed: three things to do – it may still work",
  ]);
});

test("Portal 1 is answered, and the answer comes back", async () => {
  const again = (at: Date): string => answer(at).replace("<answer@", "<answer-2@");
  expect(
    await play({
      events: {
        "2 Nov 10:00": letter(portal1),
        "3 Nov 18:00": answers(answer),
        "3 Nov 18:05": letter(bounce),
        "4 Nov 19:00": answers(again),
      },
      until: "20 Nov 10:00",
    }),
  ).toEqual([
    "2 Nov 10:00  Portal 1 arrived: reply to IRCC",
    "3 Nov 10:00  Portal 1 has waited 1 day: reply to IRCC",
    "3 Nov 18:05  Your answer came back: reply to IRCC again",
    "4 Nov 18:05  Portal 1 has waited 1 day: reply to IRCC",
    "18 Nov 19:00  No Portal 2 letter yet, 14 days after your answer: what is usual",
  ]);
});

describe("at night", () => {
  test("a letter is told of at once, its rungs come in the evening, its closing in the morning", async () => {
    expect(await play({ events: { "9 Nov 23:40": letter(photoReturned) }, until: "30 Nov 10:00" })).toEqual([
      "9 Nov 23:40  Photo returned: upload another one, by Mon 16 Nov, 23:40",
      "12 Nov 21:00  4 days 2 hours left: upload your photo – closes Mon 16 Nov, 23:40",
      "14 Nov 21:00  2 days 2 hours left: upload your photo – closes Mon 16 Nov, 23:40",
      "15 Nov 21:00  1 day 2 hours left: upload your photo – closes Mon 16 Nov, 23:40",
      "16 Nov 17:40  6 hours left: upload your photo – closes Mon 16 Nov, 23:40",
      "17 Nov 08:00  Window closed: upload your photo – it may still work",
    ]);
  });

  test("without quiet hours everything comes at its own time", async () => {
    expect(
      await play({
        events: { "9 Nov 23:40": letter(photoReturned), "16 Nov 12:00": done("photo") },
        until: "30 Nov 10:00",
        planning: { quietHours: null },
      }),
    ).toEqual([
      "9 Nov 23:40  Photo returned: upload another one, by Mon 16 Nov, 23:40",
      "12 Nov 23:40  4 days left: upload your photo – closes Mon 16 Nov, 23:40",
      "14 Nov 23:40  2 days left: upload your photo – closes Mon 16 Nov, 23:40",
      "15 Nov 23:40  1 day left: upload your photo – closes Mon 16 Nov, 23:40",
    ]);
  });
});

describe("the first look back", () => {
  test("tells everything in one e-mail: what is open, and what has closed", async () => {
    expect(
      await play({
        events: {
          "20 Nov 02:30": [
            off,
            letter(portal2, { received: "10 Nov 09:00" }),
            letter(photoReturned, { received: "13 Nov 18:00" }),
            on,
          ],
          "21 Nov 08:00": done("password"),
        },
        until: "30 Nov 10:00",
      }),
    ).toEqual([
      "20 Nov 02:30  A letter that returns your photo and Portal 2 arrived, two windows have closed – still open: upload your photo and change the temporary password, by Fri 20 Nov, 18:00",
      "20 Nov 12:00  6 hours left: upload your photo – closes Fri 20 Nov, 18:00",
      "20 Nov 18:00  Window closed: upload your photo – it may still work",
    ]);
  });

  test("long after it all was over sends one e-mail, and no more", async () => {
    const lay = [letter(portal1, { received: "2 Oct 09:00" }), letter(portal2, { received: "1 Nov 09:00" })];
    expect(await play({ events: { "29 Nov 09:00": [off, ...lay, on] }, until: "31 Dec 10:00" })).toEqual([
      "29 Nov 09:00  Windows closed: four things to do – it may still work",
    ]);
  });
});

describe("newer letters", () => {
  test("replace what was planned on the old ones", async () => {
    expect(
      await play({
        events: {
          "9 Nov 10:00": letter(portal2),
          "12 Nov 09:59": letter(portal2),
          "13 Nov 12:00": done("password", "presence", "address"),
          "17 Nov 12:00": done("photo"),
        },
        until: "31 Dec 10:00",
      }),
    ).toEqual([
      "9 Nov 10:00  Portal 2 arrived: four things to do, by Mon 16 Nov, 10:00",
      "12 Nov 09:59  Portal 2 arrived: four things to do, by Thu 19 Nov, 09:59",
      "15 Nov 09:59  4 days left: upload your photo – closes Thu 19 Nov, 09:59",
      "17 Nov 09:59  2 days left: upload your photo – closes Thu 19 Nov, 09:59",
    ]);
  });

  test("a returned photo opens its window again, and the eCoPR ends them all", async () => {
    expect(
      await play({
        events: {
          "9 Nov 10:00": letter(portal2),
          "10 Nov 12:00": done("password", "presence", "address", "photo"),
          "12 Nov 15:00": letter(photoReturned),
          "15 Nov 09:00": letter(ecopr),
          "20 Nov 09:00": done("print"),
        },
        until: "31 Dec 10:00",
      }),
    ).toEqual([
      "9 Nov 10:00  Portal 2 arrived: four things to do, by Mon 16 Nov, 10:00",
      "12 Nov 15:00  Photo returned: upload another one, by Thu 19 Nov, 15:00",
      "15 Nov 09:00  Your eCoPR is available: print it by Tue 15 Dec, 09:00",
    ]);
  });

  test("that nobody verified never move an end to later", async () => {
    const unverified = (options: { at: Date; id?: string }) => photoReturned({ ...options, results: null });
    expect(
      await play({
        events: {
          "9 Nov 10:00": letter(photoReturned),
          "12 Nov 12:00": letter(unverified),
          "14 Nov 12:00": done("photo"),
        },
        until: "31 Dec 10:00",
      }),
    ).toEqual([
      "9 Nov 10:00  Photo returned: upload another one, by Mon 16 Nov, 10:00",
      "12 Nov 10:00  4 days left: upload your photo – closes Mon 16 Nov, 10:00",
      "12 Nov 12:00  A letter that returns your photo arrived (not verified): upload your photo, by Mon 16 Nov, 10:00",
      "14 Nov 10:00  2 days left: upload your photo – closes Mon 16 Nov, 10:00",
    ]);
  });
});

test("access for another member of the family leaves one's own end where it was", async () => {
  expect(
    await play({
      events: {
        "9 Nov 10:00": letter(portal2),
        "10 Nov 09:00": done("password", "presence", "address"),
        "12 Nov 14:00": letter(familyAccess),
      },
      until: "14 Nov 12:00",
    }),
  ).toEqual([
    "9 Nov 10:00  Portal 2 arrived: four things to do, by Mon 16 Nov, 10:00",
    "12 Nov 10:00  4 days left: upload your photo – closes Mon 16 Nov, 10:00",
    "12 Nov 14:00  account ja…@example.net: Portal 2 arrived: four things to do, by Thu 19 Nov, 14:00",
    "14 Nov 10:00  person@example.net: 2 days left: upload your photo – closes Mon 16 Nov, 10:00",
  ]);
});

test("the eCoPR of a member of the family silences nothing that is still to be done", async () => {
  expect(
    await play({
      events: {
        "9 Nov 10:00": letter(portal2),
        "10 Nov 09:00": done("password", "presence", "address"),
        "12 Nov 14:00": letter(familyEcopr),
        "13 Nov 12:00": done("print"),
      },
      until: "14 Nov 12:00",
    }),
  ).toEqual([
    "9 Nov 10:00  Portal 2 arrived: four things to do, by Mon 16 Nov, 10:00",
    "12 Nov 10:00  4 days left: upload your photo – closes Mon 16 Nov, 10:00",
    "12 Nov 14:00  The eCoPR of a family member is available: print it by Sat 12 Dec, 14:00",
    "14 Nov 10:00  2 days left: upload your photo – closes Mon 16 Nov, 10:00",
  ]);
});

describe("while nothing could be sent", () => {
  test("rungs passed: one late reminder, at the most urgent one", async () => {
    expect(
      await play({
        events: {
          "9 Nov 10:00": letter(photoReturned),
          "9 Nov 11:00": off,
          "15 Nov 12:00": on,
          "15 Nov 13:00": done("photo"),
        },
        until: "30 Nov 10:00",
      }),
    ).toEqual([
      "9 Nov 10:00  Photo returned: upload another one, by Mon 16 Nov, 10:00",
      "15 Nov 12:00  22 hours left: upload your photo – closes Mon 16 Nov, 10:00",
    ]);
  });

  test("everything closed: one e-mail says so, in the morning", async () => {
    expect(
      await play({
        events: { "9 Nov 10:00": letter(portal2), "9 Nov 11:00": off, "29 Nov 23:30": on },
        until: "31 Dec 10:00",
      }),
    ).toEqual([
      "9 Nov 10:00  Portal 2 arrived: four things to do, by Mon 16 Nov, 10:00",
      "30 Nov 08:00  Windows closed: four things to do – it may still work",
    ]);
  });

  test("a rung that passed while the task was said to be done is not called late once it is not", async () => {
    await using world = await openWorld();
    await playIn(world, {
      events: {
        "9 Nov 10:00": letter(photoReturned),
        "13 Nov 10:00": done("photo"),
        "14 Nov 20:00": undo("photo"),
      },
      until: "14 Nov 20:30",
    });
    const last = world.outbox.mails.at(-1);
    expect(last?.subject).toMatch(/left: upload your photo/);
    expect(last?.text).not.toContain("comes late");
  });

  test("the server refused until the next rung took over", async () => {
    expect(
      await play({
        events: {
          "9 Nov 10:00": letter(photoReturned),
          "12 Nov 09:00": serverDown,
          "14 Nov 11:00": serverUp,
          "14 Nov 12:00": done("photo"),
        },
        until: "30 Nov 10:00",
      }),
    ).toEqual([
      "9 Nov 10:00  Photo returned: upload another one, by Mon 16 Nov, 10:00",
      expect.stringMatching(/^14 Nov 1[12]:\d\d  1 day 2[23] hours left: upload your photo/),
    ]);
  });
});

describe("a snooze", () => {
  test("reminds once at its end, in the morning, and never past the last rung", async () => {
    expect(
      await play({
        events: {
          "9 Nov 10:00": letter(photoReturned),
          "12 Nov 10:30": putOff("photo", days(2.5)),
          "15 Nov 10:30": putOff("photo", days(5)),
        },
        until: "30 Nov 10:00",
      }),
    ).toEqual([
      "9 Nov 10:00  Photo returned: upload another one, by Mon 16 Nov, 10:00",
      "12 Nov 10:00  4 days left: upload your photo – closes Mon 16 Nov, 10:00",
      "15 Nov 08:00  1 day 2 hours left: upload your photo – closes Mon 16 Nov, 10:00",
      "15 Nov 21:00  13 hours left: upload your photo – closes Mon 16 Nov, 10:00",
      "16 Nov 10:00  Window closed: upload your photo – it may still work",
    ]);
  });

  test("is taken back by undo", async () => {
    expect(
      await play({
        events: {
          "9 Nov 10:00": letter(photoReturned),
          "12 Nov 11:00": putOff("photo", hours(72)),
          "13 Nov 12:00": undo("photo"),
          "14 Nov 12:00": done("photo"),
        },
        until: "30 Nov 10:00",
      }),
    ).toEqual([
      "9 Nov 10:00  Photo returned: upload another one, by Mon 16 Nov, 10:00",
      "12 Nov 10:00  4 days left: upload your photo – closes Mon 16 Nov, 10:00",
      "14 Nov 10:00  2 days left: upload your photo – closes Mon 16 Nov, 10:00",
    ]);
  });
});

test("landing from outside: the passport, then the end of the CoPR", async () => {
  expect(
    await play({
      events: {
        "9 Nov 10:00": letter(passportRequest),
        "20 Nov 09:00": done("passport"),
        "1 Dec 09:00": coprValidUntil("28 Feb 2027 23:59"),
        "20 Feb 2027 09:00": done("land"),
      },
      until: "31 Mar 2027 10:00",
    }),
  ).toEqual([
    "9 Nov 10:00  A passport request arrived: send your passport, by Wed 9 Dec, 10:00",
    "1 Dec 09:00  Noted: land in Canada – closes Sun 28 Feb, 23:59",
    "30 Dec 21:00  60 days 2 hours left: land in Canada – closes Sun 28 Feb, 23:59",
    "29 Jan 2027 21:00  30 days 2 hours left: land in Canada – closes Sun 28 Feb, 23:59",
    "14 Feb 2027 21:00  14 days 2 hours left: land in Canada – closes Sun 28 Feb, 23:59",
  ]);
});

test("the clocks go forward: nothing comes later than it would have", async () => {
  expect(
    await play({
      events: { "8 Mar 2027 10:00": letter(photoReturned), "15 Mar 2027 08:00": done("photo") },
      until: "30 Mar 2027 10:00",
    }),
  ).toEqual([
    "8 Mar 2027 10:00  Photo returned: upload another one, by Mon 15 Mar, 10:00",
    "11 Mar 2027 09:00  4 days left: upload your photo – closes Mon 15 Mar, 10:00",
    "13 Mar 2027 09:00  2 days left: upload your photo – closes Mon 15 Mar, 10:00",
    "14 Mar 2027 10:00  1 day left: upload your photo – closes Mon 15 Mar, 10:00",
    "14 Mar 2027 21:00  13 hours left: upload your photo – closes Mon 15 Mar, 10:00",
  ]);
});

test("the person moves to Shanghai: no rung is told twice, none is lost (times are Shanghai's)", async () => {
  expect(
    await play({
      events: { "9 Nov 10:00": letter(photoReturned), "12 Nov 11:00": movesTo("Asia/Shanghai") },
      until: "30 Nov 10:00",
    }),
  ).toEqual([
    "9 Nov 23:00  Photo returned: upload another one, by Mon 16 Nov, 10:00",
    "12 Nov 23:00  4 days left: upload your photo – closes Mon 16 Nov, 10:00",
    "14 Nov 21:00  2 days 2 hours left: upload your photo – closes Mon 16 Nov, 23:00",
    "15 Nov 21:00  1 day 2 hours left: upload your photo – closes Mon 16 Nov, 23:00",
    "16 Nov 17:00  6 hours left: upload your photo – closes Mon 16 Nov, 23:00",
    "17 Nov 08:00  Window closed: upload your photo – it may still work",
  ]);
});
