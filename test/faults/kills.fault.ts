/** kill -9 anywhere. `npm run kills` does it at every point on both queues, and at 300 random instants. */

import { expect, test } from "@jest/globals";
import type { Queue } from "../helpers/daemon.ts";
import { killAtPoints, killAtRandom, type Toll } from "./kills.ts";
import { faults } from "./rig.ts";

const all = process.env["KILLS"] === "all";
const minutes = 60_000;

const tell = (what: string, tolls: readonly Toll[]): void => {
  const sum = (field: Exclude<keyof Toll, "points">): number =>
    tolls.reduce((total, toll) => total + toll[field], 0);
  const names = [
    "kills",
    "letters",
    "mails",
    "lettersLost",
    "eventsLost",
    "eventsDoubled",
    "remindersLost",
    "copies",
  ] as const;
  const figures = names.map((name) => `${name} ${sum(name)}`).join(", ");
  process.stderr.write(
    `${what}: ${figures}; at ${new Set(tolls.flatMap(({ points }) => points)).size} kinds of points\n`,
  );
};

const nothingLost = { lettersLost: 0, eventsLost: 0, eventsDoubled: 0, remindersLost: 0, strangers: 0 };

faults("killed outright", () => {
  test.each<[Queue, number]>([
    ["embedded", all ? 1 : 3],
    ["Redis", all ? 1 : 9],
  ])(
    "[13, 40] at the points of a letter's way, its queue %s, nothing is lost",
    async (queue, step) => {
      const lanes = [1, 1 + step];
      const tolls = await Promise.all(lanes.map(async (from) => await killAtPoints(queue, from, 2 * step)));
      tell(`killed at every ${step === 1 ? "" : `${step}th `}point, ${queue}`, tolls);
      for (const toll of tolls) {
        expect(toll).toMatchObject(nothingLost);
        expect(toll.copies).toBeLessThanOrEqual(toll.kills);
      }
    },
    30 * minutes,
  );

  // 150 a queue tell a story of two months.
  test.each<[Queue, number]>(
    all
      ? [
          ["embedded", 150],
          ["Redis", 150],
        ]
      : [["embedded", 16]],
  )(
    "[13, 40, 43] at random instants, its queue %s, nothing is lost",
    async (queue, kills) => {
      const tolls = await Promise.all([1, 2].map(async () => await killAtRandom(queue, kills / 2)));
      tell(`killed at random, ${queue}`, tolls);
      for (const toll of tolls) {
        expect(toll).toMatchObject(nothingLost);
        expect(toll.copies).toBeLessThanOrEqual(toll.kills);
      }
    },
    30 * minutes,
  );
});
