import { expect, test } from "@jest/globals";
import { heartOf } from "../src/heart.ts";

const hearing = () => {
  const told: number[] = [];
  const clock = { now: 0 };
  const heart = heartOf(
    () => void told.push(clock.now),
    900,
    () => clock.now,
  );
  return { told, clock, heart };
};

test("beats while every watcher is at work, or in a pause that it chose", () => {
  const { clock, heart } = hearing();
  const [one, other] = [heart.pulse(), heart.pulse()];
  one.beat(100);
  other.beat(1_800_000); // a password was refused three times
  expect(heart.beats()).toBe(true);
  clock.now = 101;
  expect(heart.beats()).toBe(false);
  one.beat(100);
  expect(heart.beats()).toBe(true);
});

test("a look is told once every watcher has looked, and no more when one of them stays away", () => {
  const { told, clock, heart } = hearing();
  const [one, other] = [heart.pulse(), heart.pulse()];
  one.looked();
  expect(told).toEqual([]);
  other.looked();
  expect(told).toEqual([0]);
  clock.now = 500;
  one.looked();
  expect(told).toEqual([0, 500]);
  clock.now = 1000; // the other one's last look is older than three polls
  one.looked();
  expect(told).toEqual([0, 500]);
});

test("failures of all watchers are counted", () => {
  const { heart } = hearing();
  const [one, other] = [heart.pulse(), heart.pulse()];
  one.failed();
  other.failed();
  one.failed();
  expect(heart.reconnects()).toBe(3);
});
