import { expect, test } from "@jest/globals";
import type { ScannedLetter } from "../../src/commands/conclude.ts";
import { upcomingNotes } from "../../src/commands/upcoming-notes.ts";
import { aFinding, aLetter } from "../helpers/samples.ts";
import { monday, toronto } from "../helpers/world.ts";

const config = {
  planning: toronto,
  language: "en",
  notes: { waiting: [], weekly: null, pollMs: 300_000, mailsPerDay: 20 },
} as const;

const scanned = (id: string, finding: Parameters<typeof aFinding>[0]): ScannedLetter => ({
  ...aLetter({ id, seenAt: monday }),
  finding: aFinding({ receivedAt: monday, ...finding }),
  filing: null,
  correction: undefined,
});

const unknown = scanned("strange", { kind: "other_ircc", subkind: "unknown", tasks: [] });
const forged = scanned("forged", { trust: "suspicious" });

test("a check also tells which notes would go out: of what is not recognised, and of what may be false", () => {
  const [mail, ...more] = upcomingNotes([unknown, forged, scanned("known", {})], [], config, monday);
  expect(mail).toMatchObject({ at: monday, tasks: [] });
  expect(mail?.subject).not.toBe("");
  expect(more).toEqual([]);
});

test("what was told, or is not theirs, is told no more", () => {
  const told = [{ key: "strange-unknown", topic: "unknown", at: monday } as const];
  const mine = { ...forged, correction: { notMine: true } as const };
  expect(upcomingNotes([unknown, mine], told, config, monday)).toEqual([]);
});
