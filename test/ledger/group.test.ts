import { expect, test } from "@jest/globals";
import { sql } from "kysely";
import { openDatabase } from "../../src/ledger/database.ts";
import { inGroups } from "../../src/ledger/group.ts";
import { insertWord } from "../../src/ledger/words.ts";
import type { Kysely } from "kysely";
import type { Tables } from "../../src/ledger/tables.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { noon } from "../helpers/samples.ts";

const opened = async () => {
  const folder = temporaryFolder();
  const { db } = await openDatabase(folder.path, false);
  let commits = 0;
  let refusal: Error | null = null;
  const together = inGroups(async (work) => {
    await db.transaction().execute(async (transaction) => {
      commits += 1;
      await work(transaction);
      if (refusal !== null) throw refusal;
    });
  });
  return {
    together,
    commits: () => commits,
    refuse: (error: Error | null) => void (refusal = error),
    ids: async () => (await db.selectFrom("words").select("id").orderBy("id").execute()).map(({ id }) => id),
    [Symbol.asyncDispose]: async () => {
      await db.destroy();
      folder[Symbol.dispose]();
    },
  };
};

const add = (id: string) => async (work: Kysely<Tables>) => {
  await insertWord(work, { id, saidAt: noon, said: { what: "labelled", caseId: "case-1", label: id } });
  return id;
};

test("what is asked in one turn is committed together, and each caller has its own answer", async () => {
  await using world = await opened();
  expect(await Promise.all(["a", "b", "c"].map((id) => world.together(add(id))))).toEqual(["a", "b", "c"]);
  expect(world.commits()).toBe(1);
  expect(await world.together(add("d"))).toBe("d");
  expect(world.commits()).toBe(2);
  expect(await world.ids()).toEqual(["a", "b", "c", "d"]);
});

test("one that fails is undone alone", async () => {
  await using world = await opened();
  const failing = async (work: Kysely<Tables>) => sql`insert into nowhere values (1)`.execute(work);
  const [first, failed, last] = await Promise.allSettled([
    world.together(add("a")),
    world.together(failing),
    world.together(add("b")),
  ]);
  expect([first.status, failed.status, last.status]).toEqual(["fulfilled", "rejected", "fulfilled"]);
  await expect(world.together(failing)).rejects.toThrow("nowhere");
  expect(await world.ids()).toEqual(["a", "b"]);
});

test("one that is alone waits for nobody; once there was company, what the network brings in one turn is taken along", async () => {
  await using world = await opened();
  const turnOver = new Promise((resolve) => setImmediate(resolve));
  const alone = world.together(add("a")).then(() => "committed");
  expect(await Promise.race([alone, turnOver])).toBe("committed");
  await Promise.all(["b", "c"].map((id) => world.together(add(id))));
  const before = world.commits();
  // Two callbacks of one turn, as two answers of a server are.
  const apart = ["d", "e"].map(async (id) => {
    await new Promise((resolve) => setImmediate(resolve));
    return await world.together(add(id));
  });
  expect(await Promise.all(apart)).toEqual(["d", "e"]);
  expect(world.commits()).toBe(before + 1);
});

test("nobody hears yes where the commit failed, and the next group is none the worse", async () => {
  await using world = await opened();
  world.refuse(new Error("disk full"));
  const answers = await Promise.allSettled([world.together(add("a")), world.together(add("b"))]);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  world.refuse(null);
  expect(await world.together(add("c"))).toBe("c");
  expect(await world.ids()).toEqual(["c"]);
});
