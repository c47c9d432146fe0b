/** How long planning one case anew takes, and whether that keeps memory: pure code, in this process. */

import { planReminders, type Planning } from "../src/domain/reminders.ts";
import { after, days, event, hours, toronto } from "../test/helpers/world.ts";

const planning: Planning = { ...toronto, quietHours: { from: 21 * 60, to: 8 * 60 } };

/** A long case of so many events: Portal 1 and 2 again and again, tasks done and undone, one photo after the other. */
const caseOf = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const milestones = [
      "invited",
      "credentialed",
      "photo_returned",
      "done:photo",
      "undone:photo",
      "snoozed:presence",
    ] as const;
    const milestone = milestones[index % milestones.length]!;
    const at = after(hours(index));
    const unverified = milestone === "photo_returned" && index % 4 === 0;
    return event(milestone, at, {
      id: `${index}-${milestone.replace(":", "-")}`,
      ...(unverified && { trust: "unverified" }),
      ...(milestone === "snoozed:presence" && { until: after(hours(index) + days(1)) }),
    });
  });

/** Milliseconds of processor time to plan a case of 50 events anew, half of its reminders sent; and the heap kept, in kB a thousand plans. */
export const benchReplan = (rounds = 2000): { readonly ms: number; readonly keptKb: number } => {
  const events = caseOf(50);
  const first = planReminders({ caseId: "case-1", events, settled: new Map() }, planning, after(hours(50)));
  const settled = new Map(
    first.slice(0, first.length / 2).flatMap(({ notices }) => notices.map(({ key, dueAt }) => [key, dueAt])),
  );
  const once = (round: number) =>
    planReminders({ caseId: "case-1", events, settled }, planning, after(hours(50) + round));
  for (let round = 0; round < rounds / 4; round += 1) once(round);
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed;
  const began = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) once(round);
  const used = process.cpuUsage(began);
  const ms = (used.user + used.system) / 1000 / rounds;
  globalThis.gc?.();
  return { ms, keptKb: (process.memoryUsage().heapUsed - heap) / 1024 / (rounds / 1000) };
};

if (import.meta.main) {
  const { ms, keptKb } = benchReplan();
  console.log(
    `planning a case of 50 events anew: ${ms.toFixed(2)} ms of processor time; kept after 1,000 of them: ${keptKb.toFixed(0)} kB`,
  );
}
