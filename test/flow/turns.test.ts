import { expect, test } from "@jest/globals";
import { Turns } from "../../src/flow/turns.ts";

test("one waits for the other, also for one that fails", async () => {
  const turns = new Turns();
  const order: string[] = [];
  let release = (): void => undefined;
  const first = turns.take(async () => {
    await new Promise<void>((resolve) => (release = resolve));
    order.push("first");
    throw new Error("it failed");
  });
  const second = turns.take(async () => order.push("second"));
  await Promise.resolve();
  release();
  await expect(first).rejects.toThrow("it failed");
  await second;
  expect(order).toEqual(["first", "second"]);
});
