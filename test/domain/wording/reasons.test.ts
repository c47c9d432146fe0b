import { expect, test } from "@jest/globals";
import { reasonsOf } from "../../../src/domain/wording/reasons.ts";
import { aFinding } from "../../helpers/samples.ts";

test("a warning names each reason once", () => {
  const lookAlike = { code: "lookAlike", detail: "x@cic-gc.ca" } as const;
  const link = { code: "link", detail: "evil.example" } as const;
  const doubts = [{ code: "claim", detail: "" } as const, lookAlike, lookAlike, link];
  expect(reasonsOf(aFinding({ trust: "suspicious", doubts })).map(({ code }) => code)).toEqual([
    "claim",
    "lookAlike",
    "link",
  ]);
});
