import { expect, test } from "@jest/globals";
import { claimsIrcc, readForward } from "../../src/domain/forward.ts";

const body = "> Good news: your account is ready.\n> IRCC";

test.each([
  ["On Fri, Feb 20, 2026 at 1:29 PM, IRCC <x@cic.gc.ca> wrote:", "Fri, Feb 20, 2026 at 1:29 PM"],
  ["Le ven. 20 févr. 2026 à 13:29, IRCC Québec <x@cic.gc.ca> a écrit :", "ven. 20 févr. 2026 à 13:29"],
  [
    "On Friday, 20 February 2026 at 13:29:05, the immigration department\n<x@cic.gc.ca> wrote:",
    "Friday, 20 February 2026 at 13:29:05",
  ],
])("some forward by the line of an answer: %s", (line, date) => {
  const forward = readForward({ subject: "Fwd: your account", text: `See below.\n\n${line}\n\n${body}` });
  expect(forward).toMatchObject({ date, from: [{ address: "x@cic.gc.ca" }] });
  expect(forward !== null && claimsIrcc(forward)).toBe(true);
  expect(forward?.text).toContain("Good news: your account is ready.");
});

test("an answer to IRCC is none, nor what somebody else wrote", () => {
  const line = "On Fri, Feb 20, 2026 at 1:29 PM, IRCC <x@cic.gc.ca> wrote:";
  expect(readForward({ subject: "Re: your account", text: `Thank you.\n\n${line}\n\n${body}` })).toBeNull();
  const others = line.replace("x@cic.gc.ca", "eve@example.net");
  expect(
    readForward({ subject: "Fwd: your account", text: `See below.\n\n${others}\n\n${body}` }),
  ).toBeNull();
});
