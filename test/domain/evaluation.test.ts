import { expect, test } from "@jest/globals";
import { judgeHeaders } from "../../src/domain/candidate.ts";
import { parseHeaders } from "../../src/mailbox/parse.ts";
import { nobody, readLetters, readOrdinary, score } from "../helpers/evaluation.ts";
import { ordinaryMailbox, structures } from "../helpers/ordinary-mail.ts";

test("of all letters composed so far, kinds are right, no forgery is believed, no genuine one is doubted", async () => {
  const readings = await readLetters("fixtures/letters/*/*.eml");
  const { rightKinds, forgedBelieved, genuineDoubted } = score(readings);
  expect(readings.length).toBeGreaterThanOrEqual(120);
  expect({ forgedBelieved, genuineDoubted }).toEqual({ forgedBelieved: [], genuineDoubted: [] });
  expect(rightKinds).toBeGreaterThanOrEqual(0.98);
});

const ordinarySize = 5_000;

test("none of 5,000 ordinary messages is taken for a letter", async () => {
  expect(structures().length).toBeGreaterThanOrEqual(200);
  const mistaken = (await readOrdinary(ordinarySize)).filter(({ found }) => found.kind !== "not_ircc");
  expect(mistaken).toEqual([]);
}, 120_000);

test("fewer than one in a hundred ordinary messages is read beyond its headers", async () => {
  const context = { ...nobody, ownAddresses: ["maria@example.com"], knownIds: new Set<string>() };
  let fetched = 0;
  for (const mail of ordinaryMailbox(ordinarySize))
    fetched += Number(judgeHeaders(await parseHeaders(Buffer.from(mail), null), "inbox", context) !== "no");
  expect(fetched / ordinarySize).toBeLessThan(0.01);
}, 60_000);
