import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fileLetters, nextCaseId, type FiledLetter } from "../../src/domain/casebook.ts";
import type { Identifiers, Kind } from "../../src/domain/letter.ts";
import type { Said, Word } from "../../src/domain/words.ts";
import { aFinding } from "../helpers/samples.ts";
import { after, hours, minutes } from "../helpers/world.ts";

type Says = Partial<Identifiers> & {
  readonly kind?: Kind;
  readonly subkind?: string | null;
  readonly answers?: string;
  readonly forwarded?: boolean;
  readonly trust?: "verified" | "suspicious";
};

let hour = 0;
/** A letter and what it says of whose it is; each is seen an hour after the one before. */
const letter = (id: string, says: Says = {}): FiledLetter => {
  const { kind = "portal2", subkind = null, answers, forwarded = false, trust = "verified", ...clues } = says;
  return {
    id,
    identifiers: { applicationNumber: null, uci: null, accountName: null, recipient: null, ...clues },
    seenAt: after(hours((hour += 1))),
    messageId: `${id}@cic.gc.ca`,
    references: answers === undefined ? [] : [`${answers}@cic.gc.ca`],
    finding: aFinding({ kind, subkind, forwarded, trust: kind === "own_reply" ? null : trust }),
    filing: null,
  };
};

const word = (said: Said, number = 1): Word => ({ id: `w${number}`, saidAt: after(minutes(number)), said });

/** As the daemon does it: one letter after the other, each filed beside what was filed before. */
const inTurn = (letters: readonly FiledLetter[], words: readonly Word[] = []): readonly FiledLetter[] => {
  let shelf: readonly FiledLetter[] = [];
  const names = new Set<string>();
  for (const next of letters) {
    const filings = fileLetters([...shelf, next], words, [...names]);
    shelf = [...shelf, next].map((each) => ({ ...each, filing: filings.get(each.id) ?? null }));
    for (const { filing } of shelf) if (filing !== null) names.add(filing.caseId);
  }
  return shelf;
};

const again = (shelf: readonly FiledLetter[], words: readonly Word[]): readonly FiledLetter[] => {
  const filings = fileLetters(
    shelf,
    words,
    shelf.flatMap(({ filing }) => filing?.caseId ?? []),
  );
  return shelf.map((each) => ({ ...each, filing: filings.get(each.id) ?? null }));
};

const casesOf = (shelf: readonly FiledLetter[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    shelf.map(({ id, filing }) => [
      id,
      filing === null ? "nowhere" : filing.certain ? filing.caseId : `${filing.candidates.join(" or ")}?`,
    ]),
  );

/** Which letters lie together, whatever the cases are called. */
const groups = (shelf: readonly FiledLetter[]): readonly string[] => {
  const byCase = new Map<string, string[]>();
  for (const { id, filing } of shelf)
    byCase.set(filing?.caseId ?? id, [...(byCase.get(filing?.caseId ?? id) ?? []), id]);
  return [...byCase.values()].map((ids) => ids.toSorted().join(" ")).toSorted();
};

const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });

describe("one person", () => {
  const letters = [
    letter("portal1", { kind: "portal1", applicationNumber: "E1", uci: "U1", recipient: "me" }),
    letter("answer", { kind: "own_reply", answers: "portal1" }),
    letter("portal2", { accountName: "me", recipient: "me" }),
    letter("forward", { kind: "portal1", forwarded: true, recipient: "consultant" }),
    letter("photo", { kind: "other_ircc", subkind: "photo_returned", recipient: "me" }),
    letter("ecopr", { kind: "ecopr" }),
  ];

  test("has one case, whatever each letter names and in whatever order they come", () => {
    fc.assert(
      fc.property(shuffled(letters), (order) => {
        expect(groups(inTurn(order))).toEqual([
          letters
            .map(({ id }) => id)
            .toSorted()
            .join(" "),
        ]);
      }),
    );
  });

  test("has the same case however often the letters are judged again", () => {
    const shelf = inTurn(letters);
    expect(again(again(shelf, []), [])).toEqual(shelf);
  });

  test("keeps one case where Portal 2 comes anew for the same account", () => {
    const shelf = inTurn([...letters, letter("anew", { accountName: "me", uci: "U1" })]);
    expect(new Set(Object.values(casesOf(shelf)))).toEqual(new Set(["case-1"]));
  });
});

describe("a family", () => {
  test("with one account is one case with its people", () => {
    const shelf = inTurn([
      letter("portal1", { kind: "portal1", applicationNumber: "E1", uci: "U1", ucis: ["U1", "U2"] }),
      letter("portal2", { accountName: "me" }),
      letter("ecopr-1", { kind: "ecopr", uci: "U1" }),
      letter("ecopr-2", { kind: "ecopr", uci: "U2" }),
      letter("ecopr-3", { kind: "ecopr", applicationNumber: "E1", uci: "U3" }),
    ]);
    expect(new Set(Object.values(casesOf(shelf)))).toEqual(new Set(["case-1"]));
  });

  test("with two accounts is two cases, also of one application", () => {
    const shelf = inTurn([
      letter("anna", { applicationNumber: "E1", accountName: "anna", recipient: "anna" }),
      letter("ben", { applicationNumber: "E1", accountName: "ben", recipient: "ben" }),
      letter("for-ben", { kind: "ecopr", applicationNumber: "E1", recipient: "ben" }),
      letter("for-one", { kind: "ecopr", applicationNumber: "E1" }),
    ]);
    expect(casesOf(shelf)).toEqual({
      anna: "case-1",
      ben: "case-2",
      "for-ben": "case-2",
      "for-one": "case-1 or case-2?",
    });
  });

  test("whose number is known of one account only is not closed by the other's eCoPR", () => {
    const shelf = inTurn([
      letter("for-both", { kind: "portal1", applicationNumber: "E1", recipient: "anna" }),
      letter("anna", { accountName: "anna", recipient: "anna" }),
      letter("ben", { accountName: "ben", recipient: "ben" }),
      letter("of-ben", { kind: "ecopr", applicationNumber: "E1", recipient: "ben" }),
    ]);
    expect(casesOf(shelf)).toMatchObject({ anna: "case-1", ben: "case-2", "of-ben": "case-2" });
  });
});

describe("invitations that name nothing", () => {
  const anna = letter("anna", { kind: "portal1", recipient: "anna" });
  const ben = letter("ben", { kind: "portal1", recipient: "ben" });

  test("are two cases where they were sent to two people, and what follows finds its own", () => {
    const shelf = inTurn([
      anna,
      ben,
      letter("ben-2", { recipient: "ben" }),
      letter("anna-2", { recipient: "anna" }),
    ]);
    expect(casesOf(shelf)).toEqual({ anna: "case-1", ben: "case-2", "ben-2": "case-2", "anna-2": "case-1" });
  });

  test("are one where the second is the first, sent again or forwarded", () => {
    const again1 = letter("again", { kind: "portal1", recipient: "anna" });
    const forward = letter("forward", { kind: "portal1", recipient: "consultant", forwarded: true });
    expect(new Set(Object.values(casesOf(inTurn([anna, again1, forward]))))).toEqual(new Set(["case-1"]));
  });
});

describe("spouses with an application each", () => {
  const anna1 = letter("anna-1", { kind: "portal1", applicationNumber: "E1", recipient: "anna" });
  const ben1 = letter("ben-1", { kind: "portal1", applicationNumber: "E2", recipient: "ben" });
  const anna2 = letter("anna-2", { accountName: "anna", recipient: "anna" });
  const ben2 = letter("ben-2", { accountName: "ben", recipient: "ben" });
  const letters = [anna1, ben1, anna2, ben2, letter("anna-3", { kind: "ecopr", recipient: "anna" })];

  test("have two cases as their letters come", () => {
    expect(groups(inTurn(letters))).toEqual(["anna-1 anna-2 anna-3", "ben-1 ben-2"]);
  });

  test("never share a case, whatever the order", () => {
    fc.assert(
      fc.property(shuffled(letters), (order) => {
        for (const group of groups(inTurn(order))) expect(group).not.toMatch(/anna.*ben/);
      }),
    );
  });

  test("and one address: a letter that fits both waits for the person, and the next one follows from it", () => {
    const [one, other] = [
      letter("e1", { applicationNumber: "E1" }),
      letter("e2", { applicationNumber: "E2" }),
    ];
    const a = letter("a", { accountName: "a" });
    const b = letter("b", { accountName: "b" });
    const shelf = inTurn([one, other, a, b]);
    expect(casesOf(shelf)).toEqual({
      e1: "case-1",
      e2: "case-2",
      a: "case-1 or case-2?",
      b: "case-1 or case-2?",
    });
    expect(new Set(shelf.map(({ filing }) => filing?.caseId)).size).toBe(4);
    const said = [word({ what: "assigned", letterId: "a", caseId: "case-2" })];
    expect(casesOf(again(shelf, said))).toEqual({ e1: "case-1", e2: "case-2", a: "case-2", b: "case-1" });
  });

  test("a letter that names both the number and the account settles what was uncertain before", () => {
    const shelf = inTurn([
      letter("e1", { applicationNumber: "E1" }),
      letter("e2", { applicationNumber: "E2" }),
      letter("b", { accountName: "b" }),
      letter("both", { kind: "ecopr", applicationNumber: "E2", accountName: "b" }),
    ]);
    expect(casesOf(shelf)).toEqual({ e1: "case-1", e2: "case-2", b: "case-2", both: "case-2" });
  });
});

describe("what the person says", () => {
  const shelf = inTurn([
    letter("one", { applicationNumber: "E1" }),
    letter("two", { accountName: "b" }),
    letter("three", { kind: "ecopr", accountName: "b" }),
  ]);

  test("a letter taken out of a case takes along what only it tied to the case", () => {
    expect(new Set(Object.values(casesOf(shelf)))).toEqual(new Set(["case-1"]));
    const said = [word({ what: "assigned", letterId: "two", caseId: "case-2" })];
    expect(casesOf(again(shelf, said))).toEqual({ one: "case-1", two: "case-2", three: "case-2" });
  });

  test("taken back, it is as it was", () => {
    const said = [
      word({ what: "assigned", letterId: "two", caseId: "case-2" }),
      word({ what: "taken back", wordIds: ["w1"] }, 2),
    ];
    expect(casesOf(again(again(shelf, said.slice(0, 1)), said))).toEqual(casesOf(shelf));
  });

  test("merged cases are one, and apart again when that is taken back", () => {
    const apart = inTurn([letter("x", { accountName: "x" }), letter("y", { accountName: "y" })]);
    const said = [word({ what: "merged", caseId: "case-2", into: "case-1" })];
    const merged = again(apart, said);
    expect(casesOf(merged)).toEqual({ x: "case-1", y: "case-1" });
    const back = [...said, word({ what: "taken back", wordIds: ["w1"] }, 2)];
    expect(groups(again(merged, back))).toEqual(["x", "y"]);
  });

  test("a letter that is not theirs lies nowhere, and names nothing of the case", () => {
    const said = [word({ what: "corrected", letterId: "one", correction: { notMine: true } })];
    const rest = again([...shelf, letter("four", { applicationNumber: "E2" })], said);
    expect(casesOf(rest)).toMatchObject({ one: "nowhere", two: "case-1", four: "case-1" });
  });
});

test("a suspicious letter is filed nowhere, until the person says that it is genuine", () => {
  const shelf = inTurn([letter("one", { accountName: "a" }), letter("forged", { trust: "suspicious" })]);
  expect(casesOf(shelf)).toEqual({ one: "case-1", forged: "nowhere" });
  const said = [word({ what: "corrected", letterId: "forged", correction: { trust: "genuine" } })];
  expect(casesOf(again(shelf, said))).toEqual({ one: "case-1", forged: "case-1" });
});

test("a letter that moves nothing opens no case and names nothing of one", () => {
  const aor = (id: string, number: string) =>
    letter(id, { kind: "other_ircc", subkind: "aor", applicationNumber: number });
  const shelf = inTurn([
    aor("early", "W9"),
    letter("one", { accountName: "a" }),
    aor("late", "W9"),
    letter("two", { kind: "ecopr", applicationNumber: "E1" }),
  ]);
  expect(casesOf(shelf)).toEqual({ early: "nowhere", one: "case-1", late: "nowhere", two: "case-1" });
});

test("judging again never moves what is certain, whatever came in whatever order", () => {
  const value = fc.option(fc.constantFrom("a", "b"), { nil: null });
  const anyLetter = fc
    .record({
      kind: fc.constantFrom<Kind>("portal1", "portal2", "ecopr"),
      applicationNumber: value,
      uci: value,
      accountName: value,
      recipient: value,
    })
    .map((says) => ({ ...says }));
  fc.assert(
    fc.property(fc.array(anyLetter, { maxLength: 8 }), (all) => {
      const shelf = inTurn(all.map((says, index) => letter(`l${index}`, says)));
      expect(casesOf(again(shelf, []))).toEqual(casesOf(shelf));
      for (const { id, filing } of shelf) {
        const accounts = shelf
          .filter((other) => other.filing?.caseId === filing?.caseId)
          .flatMap(({ identifiers }) => identifiers.accountName ?? []);
        expect([id, new Set(accounts).size]).toEqual([id, Math.min(1, accounts.length)]);
      }
    }),
    { numRuns: 500 },
  );
});

test("a new case gets a number that none ever had", () => {
  expect(nextCaseId([])).toBe("case-1");
  expect(nextCaseId(["case-1", "case-10", "other"])).toBe("case-11");
});
