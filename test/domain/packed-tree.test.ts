import { expect, test } from "@jest/globals";
import { grow } from "../../src/domain/entry-tree.ts";
import { deed, hedge, lookalike, thing } from "../../src/domain/family.ts";
import { learnt } from "../../src/domain/learnt.ts";
import { packTree, unpackTree } from "../../src/domain/packed-tree.ts";
import { vocabulary } from "../../src/domain/vocabulary/all.ts";

const few = {
  card: thing("(pr |permanent resident |)card, carte"),
  fee: lookalike("card (fee|fees)"),
  mailed: deed("mailed, postée, mise à la poste"),
  not: hedge("not, ne *erons pas"),
};

/** As it lies in a package. */
const carried = <T>(packed: T): T => JSON.parse(JSON.stringify(packed)) as T;

test("a packed tree is the tree", () => {
  const tree = grow(Object.values(few));
  expect(unpackTree(carried(packTree(tree, few)), few)).toEqual(tree);
});

test("families are known by their names, in whatever order a package has them", () => {
  const packed = packTree(grow(Object.values(few)), few);
  const { card, ...others } = few;
  const turned = { ...others, card };
  expect(unpackTree(packed, turned).root.next.get("carte")?.families).toEqual([3]);
  expect(unpackTree(packed, turned).root.next.get("mailed")?.families).toEqual([1]);
});

test("the whole vocabulary is the same when it was packed", () => {
  const packed = packTree(learnt(), vocabulary);
  expect(packTree(unpackTree(carried(packed), vocabulary), vocabulary)).toEqual(packed);
});
