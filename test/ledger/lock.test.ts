import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "@jest/globals";
import { lockLedger } from "../../src/ledger/lock.ts";
import { temporaryFolder } from "../helpers/folder.ts";

const holder = `
  import { lockLedger } from ${JSON.stringify(new URL("../../src/ledger/lock.ts", import.meta.url).href)};
  globalThis.lock = lockLedger(process.argv[1]);
  console.log("locked");
  setInterval(() => {}, 1000);
`;

test("a second daemon on the same ledger is refused, and welcome once the first is gone", () => {
  using folder = temporaryFolder();
  {
    using first = lockLedger(folder.path);
    expect(first).toBeDefined();
    expect(() => lockLedger(folder.path)).toThrow(/another landfall already runs/);
  }
  using second = lockLedger(folder.path);
  expect(second).toBeDefined();
});

test("a daemon that is killed leaves no lock behind", async () => {
  using folder = temporaryFolder();
  const child = spawn(process.execPath, ["--input-type=module", "-e", holder, folder.path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  expect(() => lockLedger(folder.path)).toThrow(/another landfall already runs/);
  child.kill("SIGKILL");
  await once(child, "exit");
  using lock = lockLedger(folder.path);
  expect(lock).toBeDefined();
});
