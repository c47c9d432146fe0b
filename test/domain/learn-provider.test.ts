import { expect, test } from "@jest/globals";
import { isStale, learnProvider } from "../../src/domain/learn-provider.ts";
import type { Message } from "../../src/domain/letter.ts";
import { aMessage, noon } from "../helpers/samples.ts";

const mail = (from: string, ...fields: readonly (readonly [string, string])[]): Message =>
  aMessage({
    from: [{ name: "", address: from }],
    headers: fields.map(([name, value]) => ({ name, value })),
  });
const received = ["received", "from a.example by mx.provider.example with ESMTPS"] as const;
const result = ["authentication-results", "mx.provider.example; dmarc=pass"] as const;
const many = (count: number, message: Message): readonly Message[] =>
  Array.from({ length: count }, () => message);

const carrying = mail("shop@a.example", result, received);
const bare = mail("shop@a.example", received);
const learn = (...sample: readonly Message[]) => learnProvider(sample, ["me@provider.example"], noon)?.domain;

test("a provider is learned where nineteen in twenty carry its result", () => {
  expect(learn(...many(95, carrying), ...many(5, bare))).toBe("provider.example");
  expect(learn(...many(94, carrying), ...many(6, bare))).toBeNull();
});

test("only direct mail of others counts", () => {
  const own = mail("me@provider.example", received);
  const fetched = mail("shop@a.example", ["received", "from b.example by pop.other.example"]);
  const draft = mail("shop@a.example");
  expect(learn(...many(5, carrying), own, fetched, draft)).toBe("provider.example");
});

test("a mailbox with hardly any other mail teaches nothing: whoever forged a letter may have sent that too", () => {
  expect(learn()).toBeNull();
  expect(learn(...many(4, carrying))).toBeNull();
  expect(learn(...many(5, carrying))).toBe("provider.example");
  expect(learn(...many(5, carrying), bare)).toBeNull();
});

test("a letter bears no witness for itself", () => {
  const letter = mail("a@cic.gc.ca", result, received);
  expect(learn(...many(50, letter))).toBeNull();
  expect(learn(...many(50, letter), ...many(5, bare))).toBeNull();
});

test("a name that is not the taker's own, or stands below another's hop, is nobody's", () => {
  const strange = mail("x@a.example", ["authentication-results", "mx.eve.example; dmarc=pass"], received);
  expect(learn(...many(5, strange))).toBeNull();
  const handedOn = mail(
    "x@a.example",
    ["received", "from mx.provider.example by b.example"],
    result,
    received,
  );
  expect(learn(...many(5, handedOn))).toBeNull();
});

test("what was learned from little mail is soon learned anew", () => {
  const learned = { domain: null, sampled: 30, learnedAt: noon };
  const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);
  expect(isStale(undefined, noon)).toBe(true);
  expect(isStale({ ...learned, sampled: 3 }, noon)).toBe(true);
  expect(isStale(learned, later(0.5))).toBe(false);
  expect(isStale(learned, later(2))).toBe(true);
  expect(isStale({ ...learned, sampled: 90 }, later(100))).toBe(false);
  expect(isStale({ ...learned, sampled: 90 }, later(200))).toBe(true);
});
