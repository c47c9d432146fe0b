import { expect, test } from "@jest/globals";
import { once, onceLoaded } from "../src/once.ts";

test("what is done once is never done again", () => {
  let count = 0;
  const act = once(() => (count += 1));
  act();
  act();
  expect(count).toBe(1);
});

test("what is loaded is loaded once, and anew after a failure", async () => {
  const answers = [Promise.reject(new Error("gone")), Promise.resolve("here"), Promise.resolve("again")];
  const get = onceLoaded(async () => await answers.shift()!);
  await expect(get()).rejects.toThrow("gone");
  expect(await Promise.all([get(), get()])).toEqual(["here", "here"]);
  expect(await get()).toBe("here");
});
