import { expect, test } from "@jest/globals";
import { readQuotedDate } from "../../src/domain/quoted-date.ts";

const read = (text: string, zones: readonly string[] = ["America/Toronto"], notAfter: Date | null = null) => {
  const found = readQuotedDate(text, { zones, notAfter });
  return found === null ? null : `${found.approximate ? "about " : ""}${found.at.toISOString().slice(0, 16)}`;
};

test.each([
  ["Mon, 23 Nov 2026 09:58:00 -0500", "2026-11-23T14:58"],
  ["November 23, 2026 at 9:58:00 AM EST", "2026-11-23T14:58"],
  ["23 novembre 2026 à 09:58:00 HNE", "2026-11-23T14:58"],
  ["23 novembre 2026 à 09:58:00 UTC−5", "2026-11-23T14:58"],
  ["Mon, Nov 23, 2026 at 9:58\u202FPM", "about 2026-11-24T02:58"],
  ["lun. 23 nov. 2026, à 09 h 58", "about 2026-11-23T14:58"],
  ["mar. 24 nov. 2026 à 09:58", "about 2026-11-24T14:58"],
  ["lundi 3 août 2026 12:00", "about 2026-08-03T16:00"],
  ["1er d?cembre 2026 12h05", "about 2026-12-01T17:05"],
  ["Monday, November 23, 2026 12:05 AM", "about 2026-11-23T05:05"],
  ["2026-11-23 9:58 AM", "about 2026-11-23T14:58"],
  ["2026年11月23日 9:58", "about 2026-11-23T14:58"],
  ["2026年11月23日(星期一) 晚上9:58", "about 2026-11-24T02:58"],
  ["2026年11月23日 下午 9时58分", "about 2026-11-24T02:58"],
  ["2026年11月23日 凌晨12:05", "about 2026-11-23T05:05"],
  ["November-23-26 9:58 AM", "about 2026-11-23T14:58"],
  ["23-Nov-26 09:58", "about 2026-11-23T14:58"],
  ["23/11/2026 09:58", "about 2026-11-23T14:58"],
  ["05/06/2026 09:00", "about 2026-05-06T13:00"],
  ["23 November 2026", "about 2026-11-23T05:00"],
  ["11/23/26 9:58 AM", "about 2026-11-23T14:58"],
  ["11/23/26, 9:58 AM", "about 2026-11-23T14:58"],
  ["23/11/26 09:58", "about 2026-11-23T14:58"],
  ["23.11.26 09:58", "about 2026-11-23T14:58"],
  ["23.11.26, 09:58:03", "about 2026-11-23T14:58"],
  ["Mon Nov 23 09:58:00 EST 2026", "2026-11-23T14:58"],
  ["Mon Nov 23 09:58:00 -0500 2026", "2026-11-23T14:58"],
  ["Mon Nov 23 09:58:00 2026", "about 2026-11-23T14:58"],
  ["2026-11-23T14:58:00.000Z", "2026-11-23T14:58"],
  ["2026-11-23 14:58:00.123 +0000", "2026-11-23T14:58"],
  ["2026-11-23T09:58:00-05:00", "2026-11-23T14:58"],
  ["23 Nov 2026 22:58 HKT", "2026-11-23T14:58"],
])("%s is %s", (text, instant) => {
  expect(read(text)).toBe(instant);
});

test.each(["", "yesterday", "31/31/2026 10:00", "23 November 1999 10:00"])("%j cannot be read", (text) => {
  expect(read(text)).toBeNull();
});

test.each([
  ["China's or Central time", "Mon Nov 23 22:58:00 CST 2026", "about 2026-11-23T14:58"],
  ["China's or Central time", "2026-11-23 22:58:00 CST", "about 2026-11-23T14:58"],
  ["India's, Israel's or Ireland's", "23 Nov 2026 20:28 IST", "about 2026-11-23T14:58"],
  ["Britain's or Bangladesh's", "23 Jun 2026 20:58 BST", "about 2026-06-23T14:58"],
])("letters that name several zones, such as %s, mean the earliest", (_whose, text, instant) => {
  expect(read(text)).toBe(instant);
});

test("of three short numbers those count that make the likeliest date, and of these the earliest", () => {
  const forwardedAt = (text: string, notAfter: string) => read(text, ["America/Toronto"], new Date(notAfter));
  expect(forwardedAt("26-11-23 09:58", "2026-11-24T14:00:00Z")).toBe("about 2026-11-23T14:58");
  expect(forwardedAt("23-11-26 09:58", "2027-03-24T14:00:00Z")).toBe("about 2026-11-23T14:58");
  expect(forwardedAt("05/11/26 09:58", "2026-11-24T14:00:00Z")).toBe("about 2026-11-05T14:58");
  expect(forwardedAt("05/06/26 09:58", "2026-11-24T14:00:00Z")).toBe("about 2026-05-06T13:58");
  expect(forwardedAt("11/05/26 09:58", "2026-06-01T14:00:00Z")).toBe("about 2026-05-11T13:58");
});

test("without a zone the earliest of those it can be in counts", () => {
  expect(read("23 Nov 2026 09:58", ["-08:00", "America/Toronto", "Europe/Paris"])).toBe(
    "about 2026-11-23T08:58",
  );
});

test("no mail is quoted before it was sent", () => {
  expect(read("Mon, 23 Nov 2026 09:58:00 -0500", [], new Date("2026-11-22T00:00:00Z"))).toBeNull();
});

test("a day of the week beside, or dots, decide between two readings", () => {
  const readAmbiguous = (text: string) =>
    readQuotedDate(text, { zones: ["America/Toronto"], notAfter: new Date("2026-12-31T00:00:00Z") })?.at;
  expect(readAmbiguous("Tue 11/10/2026 2:27 PM")).toEqual(new Date("2026-11-10T19:27:00Z"));
  expect(readAmbiguous("mar. 10/11/2026 14:27")).toEqual(new Date("2026-11-10T19:27:00Z"));
  expect(readAmbiguous("10.11.2026 14:27")).toEqual(new Date("2026-11-10T19:27:00Z"));
  expect(readAmbiguous("10/11/2026 14:27")).toEqual(new Date("2026-10-11T18:27:00Z"));
});

test("of a day and a month in either order the reading of the last month is likelier than one months before", () => {
  const forwardedAt = (notAfter: string) =>
    read("06/03/2026 10:14 AM EDT", ["America/Toronto"], new Date(notAfter));
  expect(forwardedAt("2026-06-04T12:00:00Z")).toBe("about 2026-06-03T14:14");
  expect(forwardedAt("2026-03-10T12:00:00Z")).toBe("about 2026-03-06T14:14");
  expect(forwardedAt("2026-09-01T12:00:00Z")).toBe("about 2026-03-06T14:14");
});
