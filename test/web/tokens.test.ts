import { expect, test } from "@jest/globals";
import { tokensOf } from "../../src/web/tokens.ts";
import { turnableClock } from "../helpers/ports.ts";
import { after, days, minutes, monday } from "../helpers/world.ts";

const secret = new Uint8Array(32);

test("a link opens once, and for a quarter of an hour", () => {
  const clock = turnableClock(monday);
  const tokens = tokensOf(secret, clock);
  const link = tokens.link();
  expect(tokens.takes(link)).toBe(true);
  expect(tokens.takes(link)).toBe(false);
  const late = tokens.link();
  clock.set(after(minutes(16)));
  expect(tokens.takes(late)).toBe(false);
});

test("a link printed by another process with the same secret is good, one with another secret is not", () => {
  const clock = turnableClock(monday);
  expect(tokensOf(secret, clock).takes(tokensOf(secret, clock).link())).toBe(true);
  expect(tokensOf(secret, clock).takes(tokensOf(new Uint8Array(32).fill(1), clock).link())).toBe(false);
});

test("a session ends after a month, and no changed sign makes it last longer", () => {
  const clock = turnableClock(monday);
  const tokens = tokensOf(secret, clock);
  const session = tokens.session();
  expect(tokens.isSession(session)).toBe(true);
  expect(tokens.isSession(`z${session}`)).toBe(false);
  expect(tokens.isSession(tokens.link())).toBe(false);
  expect(tokens.isSession("")).toBe(false);
  clock.set(after(days(31)));
  expect(tokens.isSession(session)).toBe(false);
});

test("a form is good for the session that was shown it, and the calendar's token is always the same", () => {
  const clock = turnableClock(monday);
  const tokens = tokensOf(secret, clock);
  const [one, other] = [tokens.session(), tokens.session()];
  expect(tokens.isForm(one, tokens.form(one))).toBe(true);
  expect(tokens.isForm(other, tokens.form(one))).toBe(false);
  expect(tokensOf(secret, clock).isCalendar(tokens.calendar)).toBe(true);
  expect(tokens.isCalendar("")).toBe(false);
});
