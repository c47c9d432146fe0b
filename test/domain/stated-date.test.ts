import { expect, test } from "@jest/globals";
import { datesAsDays } from "../../src/domain/stated-date.ts";
import { statedDays } from "../../src/domain/stated-days.ts";

/** Ten in the evening of November 20 in Toronto. */
const received = new Date("2026-11-21T03:00:00Z");

test.each([
  ["upload a photo by december 2, 2026.", "upload a photo within 12 days."],
  ["upload a photo by wednesday, december 2nd.", "upload a photo within 12 days."],
  ["upload a photo before 2 december 2026.", "upload a photo within 11 days."],
  ["reply no later than 2026-12-02.", "reply within 12 days."],
  ["repondez au plus tard le 2 decembre 2026.", "repondez dans les 12 jours."],
  ["repondez avant le 1er janvier.", "repondez dans les 41 jours."],
  ["repondez d'ici le 5 juillet.", "repondez d'ici le 5 juillet."],
  ["your password expires on december 2, 2026.", "your password expires within 12 days."],
  ["the deadline is december 2.", "the deadline is within 12 days."],
  ["deadline for the photo: 2026-12-02.", "deadline for the photo: within 12 days."],
  ["your photo is due on 2 december 2026.", "your photo is due within 12 days."],
  ["upload it by 24/11/2026.", "upload it within 4 days."],
  ["upload it by 12/02/2026.", "upload it within 12 days."],
  ["upload it before the end of the day on december 2.", "upload it within 12 days."],
  ["date limite : le 2 decembre 2026.", "date limite : dans les 12 jours."],
  ["reply by 3 feb and sign by 5 feb 2027.", "reply within 75 days and sign within 77 days."],
])("what is wanted by a date is wanted within so many days: %s", (text, told) => {
  expect(datesAsDays(text, received)).toBe(told);
});

test.each([
  "we wrote to you before may 3, 2026.",
  "by 31 december 2029",
  "by 2 people",
  "before 12-2026",
  "until november 20, 2026",
  "by 40/50/2026",
  "due 3 cards",
])("what is over, far off, or no date stays: %s", (text) => {
  expect(datesAsDays(text, received)).toBe(text);
});

test("a time that is not known leads nowhere", () => {
  expect(datesAsDays("by december 2, 2026", null)).toBe("by december 2, 2026");
});

test("the days are those of the task that the date is for", () => {
  const text =
    "your photo was refused. please upload another one by november 24, 2026. your card will be mailed by december 15.";
  expect(statedDays(datesAsDays(text, received), ["photo"])).toEqual({ photo: 4 });
});
