/** Runs a suite on Redis and on the embedded queue. */

import { describe } from "@jest/globals";
import { startEmbedded } from "../../src/queue/embedded.ts";
import { hasRedis, startRedis } from "./redis.ts";

export type Store = { readonly url: string; stop(): Promise<void> };

export const onBothStores = (suite: (start: () => Promise<Store>) => void): void => {
  (hasRedis() ? describe : describe.skip)("on Redis", () => suite(startRedis));
  describe("on the embedded queue", () =>
    suite(async () => {
      const embedded = await startEmbedded();
      return { url: embedded.url, stop: async () => embedded[Symbol.asyncDispose]() };
    }));
};
