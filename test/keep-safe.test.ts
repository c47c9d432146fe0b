import { existsSync, renameSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { forgottenMark } from "../src/flow/identity.ts";
import { keepSafe } from "../src/keep-safe.ts";
import { backUp, backups } from "../src/ledger/backup.ts";
import { openLedger } from "../src/ledger/ledger.ts";
import { temporaryFolder } from "./helpers/folder.ts";
import { ReadableLog } from "./helpers/log.ts";
import { aCase, aFinding, aLetter, anEvent, sign } from "./helpers/samples.ts";
import { after, days, event, monday } from "./helpers/world.ts";

const key = new Uint8Array(32);
const filedIn = (caseId: string) =>
  ({ caseId, certain: true, by: "opened it", candidates: [], home: null }) as const;

test("of a case that ended long ago nothing is kept but the marks of its letters, of an open one everything", async () => {
  using folder = temporaryFolder();
  await using ledger = await openLedger(folder.path);
  for (const id of ["case-1", "case-2"]) {
    await ledger.openCase({ ...aCase, id });
    await ledger.store([aLetter({ id: `letter of ${id}` })], null);
    const told = {
      ...event("confirmed", monday),
      id: `e-${id}`,
      caseId: id,
      source: `letter:letter of ${id}`,
    };
    const filing = filedIn(id);
    await ledger.record({
      judgements: [{ letterId: `letter of ${id}`, finding: aFinding(), filing, events: [told as never] }],
    });
  }
  await ledger.append(anEvent({ id: "card", milestone: "done:card", source: "person", seenAt: monday }));
  backUp(folder.path, after(days(1)), sign);
  const log = new ReadableLog();
  const clock = { now: () => after(days(101)), msUntil: () => 0 };
  const keeping = { dataDir: folder.path, ledger, key, timeZone: "UTC", retainDays: 100, clock, log };
  using opened = new DisposableStack();
  opened.use(keepSafe(keeping, 5));
  await log.said("the ledger was backed up");
  expect((await ledger.letters()).map(({ id }) => id)).toEqual(["letter of case-2"]);
  expect((await ledger.cases()).map(({ id }) => id)).toEqual(["case-2"]);
  const mark = forgottenMark("letter of case-1", key);
  expect(await ledger.forgotten([mark])).toEqual(new Set([mark]));
  expect(backups(folder.path)).toHaveLength(1);
  expect(log.lines.join()).toMatch(/RETAIN_DAYS.*"left":\[\]/u);
});

test("a ledger that was taken away while it is open is missed, and put back it is backed up again", async () => {
  using folder = temporaryFolder();
  const [here, elsewhere] = [`${folder.path}/here`, `${folder.path}/elsewhere`];
  await using ledger = await openLedger(here);
  const log = new ReadableLog();
  const clock = { now: () => after(days(1)), msUntil: () => 0 };
  using opened = new DisposableStack();
  opened.use(keepSafe({ dataDir: here, ledger, key, timeZone: "UTC", retainDays: null, clock, log }, 5));
  renameSync(here, elsewhere);
  await log.said("is not in DATA_DIR any more");
  expect(existsSync(here)).toBe(false);
  renameSync(elsewhere, here);
  await log.said("the ledger was backed up");
});
