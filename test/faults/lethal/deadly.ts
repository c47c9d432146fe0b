/**
 * The edges of the daemon, each call of theirs a point at which the process may be told to die: just before it, and
 * just after. Stands in for them in `main.ts`, see `child.ts`; the composition itself is the product's.
 */

import { writeSync } from "node:fs";
import { openNotifier as reallyOpenNotifier } from "../../../src/delivery/notify.ts";
import { openOutbox as reallyOpenOutbox } from "../../../src/delivery/smtp.ts";
import { openLedger as reallyOpenLedger } from "../../../src/ledger/ledger.ts";
import { layIntoInbox as reallyLayIntoInbox } from "../../../src/mailbox/append.ts";
import { Watch as RealWatch, type Watching } from "../../../src/mailbox/watch.ts";
import { openQueues as reallyOpenQueues } from "../../../src/queue/queues.ts";
import { openVerifier as reallyOpenVerifier } from "../../../src/signatures/verify.ts";

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

/** Answers at once with another edge, as a ledger does that is asked for one mailbox's part. */
const isOfEdges = new Set(["of"]);

const mortal = <T extends object>(name: string, edge: T): T =>
  new Proxy(edge, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== "function") return value;
      const call = (...words: readonly unknown[]): unknown => Reflect.apply(value, target, words);
      if (typeof key === "symbol" || atOnce.has(key)) return call;
      if (isOfEdges.has(key)) return (...words: readonly unknown[]) => mortal(name, Object(call(...words)));
      return between(`${name}.${key}`, call);
    },
  });

const between =
  (name: string, call: (...words: readonly unknown[]) => unknown) =>
  async (...words: readonly unknown[]): Promise<unknown> => {
    point(`before ${name}`);
    const answer = await call(...words);
    point(`after ${name}`);
    return answer;
  };

export const openLedger: typeof reallyOpenLedger = async (...words) =>
  mortal("ledger", await reallyOpenLedger(...words));

export const openQueues: typeof reallyOpenQueues = async (...words) =>
  mortal("queues", await reallyOpenQueues(...words));

export const openOutbox: typeof reallyOpenOutbox = (...words) => mortal("outbox", reallyOpenOutbox(...words));

export const openVerifier: typeof reallyOpenVerifier = (...words) =>
  mortal("verifier", reallyOpenVerifier(...words));

export const layIntoInbox: typeof reallyLayIntoInbox = async (...words) => {
  point("before inbox.lay");
  const laid = await reallyLayIntoInbox(...words);
  point("after inbox.lay");
  return laid;
};

/** Nobody waits for it: what it tells is on its way when it returns. */
export const openNotifier: typeof reallyOpenNotifier = (...words) => {
  const notify = reallyOpenNotifier(...words);
  return (news) => {
    point("before notify");
    notify(news);
    point("after notify");
  };
};

export class Watch extends RealWatch {
  constructor(watching: Watching) {
    super({ ...watching, sink: mortal("sink", watching.sink) });
  }
}
