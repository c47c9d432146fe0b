import { expect, test } from "@jest/globals";
import { isForwardSubject, isReplySubject, readSubject } from "../../src/domain/subject.ts";

test.each([
  ["Fwd: TR : FW: New  Credentials", ["forward", "forward", "forward"], "new credentials"],
  ["[list] Re: Fwd: eCOPR", ["reply", "forward"], "ecopr"],
  ["转发：E-CoPR", ["forward"], "ecopr"],
  ["Réponse automatique : Portail RP", ["automatic"], "portail rp"],
  ["Travel: plans", [], "travel: plans"],
])("%s", (subject, prefixes, rest) => {
  expect(readSubject(subject)).toEqual({ prefixes, rest });
});

test("the outermost prefix says what a mail is", () => {
  expect(isForwardSubject("Fwd: Re: x")).toBe(true);
  expect(isForwardSubject("Re: Fwd: x")).toBe(false);
  expect(isReplySubject("RE : x")).toBe(true);
});
