import { describe, expect, test } from "@jest/globals";
import { portal2 } from "../helpers/letters.ts";
import { openWorld } from "../helpers/ports.ts";
import { done, letter, play, playIn } from "../helpers/story.ts";

/** Portal 2 of one of two people who share a mailbox, and whose accounts end alike. */
const accountOf = (words: string, account: string) =>
  letter((options) => portal2(options).replace("User name: person@example.net", words.replace("…", account)));

const wordings = [
  "Your user name is ….",
  "Your user name is your email address (…).",
  "User name | …",
  "User name: <…>",
  "Votre nom d’utilisateur est ….",
  "Sign in with … and the password below.",
];

describe("two spouses with one mailbox", () => {
  test.each(wordings)("are reminded of everything each, whatever the other did: %j", async (words) => {
    expect(
      await play({
        events: {
          "9 Nov 10:00": accountOf(words, "maria@example.com"),
          "10 Nov 12:00": done("password", "presence", "address", "photo"),
          "11 Nov 10:00": accountOf(words, "joshua@example.com"),
        },
        until: "31 Dec 10:00",
      }),
    ).toEqual([
      "9 Nov 10:00  Portal 2 arrived: four things to do, by Mon 16 Nov, 10:00",
      "11 Nov 10:00  account jo…@example.com: Portal 2 arrived: four things to do, by Wed 18 Nov, 10:00",
      "14 Nov 10:00  account jo…@example.com: 4 days left: three things to do – closes Wed 18 Nov, 10:00",
      "16 Nov 10:00  account jo…@example.com: 2 days left: three things to do – closes Wed 18 Nov, 10:00",
      "17 Nov 10:00  account jo…@example.com: 1 day left: three things to do – closes Wed 18 Nov, 10:00",
      "17 Nov 21:00  account jo…@example.com: 13 hours left: three things to do – closes Wed 18 Nov, 10:00",
      "18 Nov 10:00  account jo…@example.com: Closed: declare that you are in Canada and two more – it may still work; 7 days left: change the temporary password – closes Wed 25 Nov, 10:00",
      "22 Nov 10:00  account jo…@example.com: 3 days left: change the temporary password – closes Wed 25 Nov, 10:00",
      "24 Nov 10:00  account jo…@example.com: 1 day left: change the temporary password – closes Wed 25 Nov, 10:00",
      "24 Nov 21:00  account jo…@example.com: 13 hours left: change the temporary password – closes Wed 25 Nov, 10:00",
      "25 Nov 10:00  account jo…@example.com: Window closed: change the temporary password – it may still work",
    ]);
  });

  test("are reminded both, where neither did anything", async () => {
    expect(
      await play({
        events: {
          "9 Nov 10:00": accountOf("Your user name is ….", "maria@example.com"),
          "9 Nov 12:00": accountOf("Your user name is ….", "joshua@example.com"),
        },
        until: "14 Nov 20:00",
      }),
    ).toEqual([
      "9 Nov 10:00  Portal 2 arrived: four things to do, by Mon 16 Nov, 10:00",
      "9 Nov 12:00  account jo…@example.com: Portal 2 arrived: four things to do, by Mon 16 Nov, 12:00",
      "12 Nov 10:00  person@example.net: 4 days left: three things to do – closes Mon 16 Nov, 10:00",
      "12 Nov 12:00  account jo…@example.com: 4 days left: three things to do – closes Mon 16 Nov, 12:00",
      "14 Nov 10:00  person@example.net: 2 days left: three things to do – closes Mon 16 Nov, 10:00",
      "14 Nov 12:00  account jo…@example.com: 2 days left: three things to do – closes Mon 16 Nov, 12:00",
    ]);
  });

  test("are one case each, also where one letter is worded otherwise", async () => {
    await using world = await openWorld();
    await playIn(world, {
      events: {
        "9 Nov 10:00": accountOf("User name: …", "maria@example.com"),
        "10 Nov 10:00": accountOf("Your user name is ….", "joshua@example.com"),
        "11 Nov 10:00": accountOf("Your user name is ….", "maria@example.com"),
        "12 Nov 10:00": accountOf("Identifiant : …", "joshua@example.com"),
      },
      until: "12 Nov 11:00",
    });
    const events = await Promise.all((await world.ledger.cases()).map(({ id }) => world.ledger.events(id)));
    expect(events.map((ofCase) => ofCase.length)).toEqual([2, 2]);
  });
});
