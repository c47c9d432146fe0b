import { expect, test } from "@jest/globals";
import { openLedger } from "../../src/ledger/ledger.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { aCase } from "../helpers/samples.ts";

const trusted = (id: string, address: string) => ({
  id,
  saidAt: new Date("2026-11-09T15:00:00Z"),
  said: { what: "trusted", address } as const,
});

test("what was read is used again until something was written", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  const before = await ledger.words();
  expect(await ledger.words()).toBe(before);
  await ledger.record({ words: [trusted("w1", "office@example.net")] });
  expect(await ledger.words()).toHaveLength(1);
});

test("what another process writes is seen at the next question", async () => {
  using folder = temporaryFolder();
  await using daemon = await openLedger(folder.path);
  expect(await daemon.words()).toEqual([]);
  expect(await daemon.cases()).toEqual([]);
  await using command = await openLedger(folder.path);
  await command.record({ words: [trusted("w1", "office@example.net")] });
  await command.openCase(aCase);
  expect(await daemon.words()).toHaveLength(1);
  expect(await daemon.cases()).toHaveLength(1);
});
