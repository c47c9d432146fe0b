import { describe, expect, test } from "@jest/globals";
import { stageOf } from "../../src/domain/case.ts";
import type { CaseEvent } from "../../src/domain/events.ts";
import type { People } from "../../src/domain/people.ts";
import { windowsOf } from "../../src/domain/windows.ts";
import { after, days, event } from "../helpers/world.ts";

const zone = "America/Toronto";
const now = after(days(3));
const openTasks = (events: readonly CaseEvent[]) =>
  windowsOf(events, zone, now)
    .filter(({ state }) => state === "open")
    .map(({ task }) => task);
const stage = (events: readonly CaseEvent[]) => stageOf(events, windowsOf(events, zone, now));

const portal = ["password", "presence", "address", "photo"];
const access = event("credentialed", after(0));

describe("the eCoPR of a member of the family", () => {
  const theirs = event("family_confirmed", after(days(1)));

  test("is to be printed, and ends none of the case's own windows", () => {
    expect(openTasks([access, theirs])).toEqual([...portal, "print"]);
    expect(stage([access, theirs])).toBe("in_portal");
  });

  test("says nothing of the case's own once it is printed", () => {
    const printed = event("done:print", after(days(2)));
    expect(openTasks([access, theirs, printed])).toEqual(portal);
  });

  test("does not end the time to print the case's own", () => {
    const own = event("confirmed", after(days(2)));
    expect(openTasks([access, theirs, own])).toEqual(["print"]);
    expect(stage([access, theirs, own])).toBe("confirmed");
  });

  test("printed after the case's own came, it is the case's own that was printed", () => {
    const own = event("confirmed", after(days(1)));
    expect(openTasks([access, theirs, own, event("done:print", after(days(2)))])).toEqual([]);
  });
});

describe("a letter that names somebody", () => {
  const naming = (person: string | null, ...ucis: readonly string[]): { readonly people: People } => ({
    people: { person, ucis },
  });
  const own = event("credentialed", after(0), naming("maria", "1"));
  const confirmed = (more: { readonly people?: People }) => event("confirmed", after(days(1)), more);

  test.each([
    ["by another UCI", naming("wei", "2")],
    ["by another UCI and no name", naming(null, "2")],
    ["by another name alone", naming("wei")],
    ["by name, beside the numbers of all", naming("wei", "1", "2")],
  ])("other than the one who got access, %s, leaves their windows open", (_how, more) => {
    expect(openTasks([own, confirmed(more)])).toEqual([...portal, "print"]);
    expect(stage([own, confirmed(more)])).toBe("in_portal");
  });

  test.each([
    ["by UCI", naming(null, "1")],
    ["by UCI, with the name written otherwise", naming("maria lopez", "1")],
    ["by name", naming("maria")],
    ["not at all", {}],
  ])("who got access, %s, ends them", (_how, more) => {
    expect(openTasks([own, confirmed(more)])).toEqual(["print"]);
  });

  const ofBoth = event("credentialed", after(0), naming(null, "1", "2"));
  const toMaria = event("credentialed", after(0), naming("maria", "1", "2"));

  test.each([
    ["the first", ofBoth, naming(null, "1")],
    ["the second", ofBoth, naming(null, "2")],
    ["the second, by name", ofBoth, naming("wei", "2")],
    ["somebody else than the one written to, in the same words", toMaria, naming("maria", "2")],
  ])("one of two that got access by their numbers, %s, ends nothing of the other's", (_who, both, one) => {
    expect(openTasks([both, confirmed(one)])).toEqual([...portal, "print"]);
    expect(openTasks([both, event("card_mailed", after(days(1)), one)])).toEqual(portal);
  });

  test.each([
    ["both", ofBoth, naming(null, "2", "1")],
    ["nobody by number", ofBoth, naming("wei")],
    ["nobody at all", ofBoth, {}],
    ["the one that access was written to", toMaria, naming("maria", "1")],
  ])("%s, ends what is open", (_who, both, more) => {
    expect(openTasks([both, confirmed(more)])).toEqual(["print"]);
  });

  const confirmedLater = (more: Partial<CaseEvent>) => event("confirmed", after(days(2)), more);

  test("as the last of two that got access, ends what is open, whoever came first", () => {
    for (const [first, last] of [["1", "2"] as const, ["2", "1"] as const]) {
      const both = [ofBoth, confirmed(naming(null, first)), confirmedLater(naming(null, last))];
      expect(openTasks(both).filter((task) => task !== "print")).toEqual([]);
      expect(stage(both)).toBe("confirmed");
    }
  });

  test("as the last of two, ends what is open though its name is another than that of the first", () => {
    const events = [toMaria, confirmed(naming(null, "1")), confirmedLater(naming("wei", "2"))];
    expect(openTasks(events).filter((task) => task !== "print")).toEqual([]);
  });

  test("as the last of two, ends nothing where nothing proves one of the letters", () => {
    const unproved = { trust: "unverified" } as const;
    expect(
      openTasks([
        ofBoth,
        event("confirmed", after(days(1)), { ...naming(null, "1"), ...unproved }),
        confirmedLater(naming(null, "2")),
      ]),
    ).toEqual(expect.arrayContaining(portal));
    expect(
      openTasks([
        ofBoth,
        confirmed(naming(null, "1")),
        confirmedLater({ ...naming(null, "2"), ...unproved }),
      ]),
    ).toEqual(expect.arrayContaining(portal));
  });

  test("means the one it names where access came to nobody by name", () => {
    expect(openTasks([access, confirmed(naming("wei", "2"))])).toEqual(["print"]);
  });

  test("other than the first, given access later, does not put off the first one's windows", () => {
    const theirs = event("credentialed", after(days(2)), naming("wei", "2"));
    const photo = windowsOf([own, theirs], zone, now).find(({ task }) => task === "photo");
    expect(photo?.closesAt).toEqual(after(days(7)));
  });
});
