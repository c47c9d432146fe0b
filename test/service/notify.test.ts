import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { tellSystemd } from "../../src/service/notify.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { ReadableLog } from "../helpers/log.ts";

let own: ReturnType<typeof temporaryFolder>;
let command: string;
beforeEach(() => {
  own = temporaryFolder();
  command = join(own.path, "systemd-notify");
  writeFileSync(command, `#!/bin/sh\necho "$*" >>"${own.path}/told"\n`);
  chmodSync(command, 0o755);
});
afterEach(() => own[Symbol.dispose]());

const told = (): readonly string[] => {
  const file = join(own.path, "told");
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
};
const until = async (fact: () => boolean): Promise<void> => {
  while (!fact()) await sleep(5);
};

test("says that it is ready, gives signs of life while the watchers do, and says that it stops", async () => {
  const log = new ReadableLog();
  let beats = true;
  const telling = tellSystemd({ watchdogMs: 60, beats: () => beats, log, command });
  await until(() => told().includes("WATCHDOG=1"));
  expect(told()).toContain("--ready --status=Watching");
  beats = false;
  await log.said("no sign of life");
  const count = told().length;
  await log.said("no sign of life", 4);
  expect(told().length).toBeLessThanOrEqual(count + 1); // one may have been on its way
  await telling[Symbol.asyncDispose]();
  expect(told().at(-1)).toBe("STOPPING=1");
});
