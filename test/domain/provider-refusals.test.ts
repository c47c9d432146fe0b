import { describe, expect, test } from "@jest/globals";
import { providerRefusals, refusalIn } from "../../src/domain/provider-refusals.ts";

const hostOf = (from: readonly string[] = ["mail.example"]): string => `imap.${from[0]}`;

describe.each(providerRefusals)("$answer", (row) => {
  test("is known as itself, in whatever case", () => {
    expect(refusalIn(row.answer, hostOf(row.from))).toBe(row);
    expect(refusalIn(row.answer.toUpperCase(), hostOf(row.from))).toBe(row);
  });

  test("cites where it was seen, and what it looks for is in lower case", () => {
    expect(row.source).toMatch(/^https:\/\/[^\s]+$/);
    expect(row.says).toEqual(row.says.map((words) => words.toLowerCase()));
  });

  test("says what happened and, unless waiting helps, what to do", () => {
    expect(row.what).not.toBe("");
    expect(row.means === "later" || row.todo !== null).toBe(true);
  });
});

test.each([
  "[AUTHENTICATIONFAILED] Invalid credentials (Failure)",
  "[UNAVAILABLE] Temporary authentication failure.",
  "535 5.7.8 Error: authentication failed",
  "",
])("an answer that is not in the table stays as it is: %s", (answer) => {
  expect(refusalIn(answer, "imap.example.com")).toBeUndefined();
});

test("what one provider means is not read into another's answer", () => {
  expect(refusalIn("LOGIN failed.", "outlook.office365.com")?.what).toContain("no passwords");
  expect(refusalIn("LOGIN failed.", "imap.notoffice365.com")).toBeUndefined();
});

test("an answer of several lines is read as one", () => {
  const answer = [
    "534-5.7.14 <https://accounts.google.com/signin/continue?plt=AKgnsbt-",
    "534-5.7.14 zPXsOHyn> Please log in via your web browser and",
  ];
  expect(refusalIn(answer.join("\r\n"), "smtp.gmail.com")?.means).toBe("setting");
  const split = "534-5.7.14 Please log in via\n534-5.7.14 your web browser and then try again.";
  expect(refusalIn(split, "smtp.gmail.com")?.means).toBe("setting");
});
