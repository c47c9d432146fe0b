import { expect, test } from "@jest/globals";
import { openLedger } from "../../src/ledger/ledger.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { aCase, anEvent, hour, noon } from "../helpers/samples.ts";

test("a case is opened once and keeps its first label", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  await ledger.openCase(aCase);
  await ledger.openCase({ ...aCase, label: "Another label" });
  expect(await ledger.cases()).toEqual([aCase]);
});

test("events of a case come in the order they happened, however late they were learnt", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  await ledger.openCase(aCase);
  const earlier = anEvent({ id: "e2", at: new Date(noon.getTime() - hour), source: "person" });
  await ledger.append(anEvent());
  await ledger.append(earlier);
  await ledger.append({ ...earlier, milestone: "answered" });
  expect(await ledger.events(aCase.id)).toEqual([earlier, anEvent()]);
  expect(await ledger.events("another case")).toEqual([]);
});

test("how sure the date of an event is stays with it", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  await ledger.openCase(aCase);
  const unread = anEvent({ forwarded: true, approximate: true, dateUnread: true });
  const redated = anEvent({ id: "e2", redated: true });
  await ledger.append(unread);
  await ledger.append(redated);
  expect(await ledger.events(aCase.id)).toEqual([unread, redated]);
});

test("the health of a mailbox is the last one told, and outlives the program", async () => {
  using folder = temporaryFolder();
  const health = {
    user: "me@example.org",
    state: "refused",
    lastLookAt: null,
    problem: "the server refuses the password",
    refusals: 2,
    refusedAt: noon,
    signIn: "a hash",
    lookedFor: "another hash",
  } as const;
  {
    await using ledger = await openLedger(folder.path);
    await ledger.setHealth({ ...health, refusals: 1 });
    await ledger.setHealth(health);
  }
  await using ledger = await openLedger(folder.path);
  expect(await ledger.health()).toEqual([{ ...health, watchedSince: null }]);
});
