/**
 * The edges of the daemon, each call of theirs a point at which the process may be told to die: just before it, and
 * just after. Stands in for them in `main.ts`, see `child.ts`; the composition itself is the product's.
 */

import { writeSync } from "node:fs";
import { openOutbox as reallyOpenOutbox } from "../../../src/delivery/smtp.ts";
import { openLedger as reallyOpenLedger } from "../../../src/ledger/ledger.ts";
import { Watch as RealWatch, type Watching } from "../../../src/mailbox/watch.ts";
import { openQueues as reallyOpenQueues } from "../../../src/queue/queues.ts";

let passed = 0;
let dieAt = Infinity;

process.on("message", (order: { readonly dieAt: number }) => {
  passed = 0;
  dieAt = order.dieAt;
  process.send?.("armed");
});

/** A thrown error would not count: the process ends here and now, with whatever it holds. */
const point = (name: string): void => {
  passed += 1;
  if (passed !== dieAt) return;
  writeSync(2, `died ${name}\n`);
  process.kill(process.pid, "SIGKILL");
};

/** Answers at once with something to be closed later: no await, no point. */
const atOnce = new Set(["work", "close"]);

const mortal = <T extends object>(name: string, edge: T): T =>
  new Proxy(edge, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== "function") return value;
      const call = (...words: readonly unknown[]): unknown => Reflect.apply(value, target, words);
      if (typeof key === "symbol" || atOnce.has(key)) return call;
      return async (...words: readonly unknown[]): Promise<unknown> => {
        point(`before ${name}.${key}`);
        const answer = await call(...words);
        point(`after ${name}.${key}`);
        return answer;
      };
    },
  });

export const openLedger: typeof reallyOpenLedger = async (...words) =>
  mortal("ledger", await reallyOpenLedger(...words));

export const openQueues: typeof reallyOpenQueues = async (...words) =>
  mortal("queues", await reallyOpenQueues(...words));

export const openOutbox: typeof reallyOpenOutbox = (...words) => mortal("outbox", reallyOpenOutbox(...words));

export class Watch extends RealWatch {
  constructor(watching: Watching) {
    super({ ...watching, sink: mortal("sink", watching.sink) });
  }
}
