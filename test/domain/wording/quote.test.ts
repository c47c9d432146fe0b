import { expect, test } from "@jest/globals";
import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { inert, oneLine, quote, quoteAddress } from "../../../src/domain/wording/quote.ts";

test("a line end in a quote becomes a space", () => {
  expect(quote("New credentials\r\nBcc: thief@evil.example")).toBe("New credentials Bcc: thief@evil·example");
});

test("characters that turn the writing round or hide are gone", () => {
  expect(quote("a\u202Eb\u2066c\u200Bd\u00ADe\u0000f\u2028g")).toBe("a b c d e f g");
});

test("nothing in a quote looks like an address to click on", () => {
  expect(quote("See https://evil.example/a?b.c or www.evil.example")).toBe(
    "See https: //evil·example/a?b·c or www·evil·example",
  );
});

test.each(["evil。example", "evil．example", "evil｡example", "evil․example"])(
  "%s has no separator that a mail client takes for a dot",
  (text) => expect(quote(text)).toBe("evil·example"),
);

test("whatever a subject holds, no scheme and no domain is left in its quote", () => {
  const hostile = array(
    oneof(
      string({ unit: "binary" }),
      constantFrom("https://", "evil.example", ".", ":", "//", " ", "\r\n", "www.", "mailto:"),
    ),
  ).map((parts) => parts.join(""));
  assert(
    property(hostile, (text) => {
      const quoted = quote(text);
      expect(quoted).not.toMatch(/\p{L}:\S/u);
      expect(quoted).not.toMatch(/\S[.\u3002\uFF0E\uFF61]\S/u);
      expect(quoted).not.toMatch(/\p{C}/u);
    }),
  );
});

test("a quote has at most 120 characters before it is made safe", () => {
  expect(Array.from(quote("x".repeat(500)))).toHaveLength(120);
  expect(quote("x".repeat(500)).endsWith("…")).toBe(true);
  expect(quote("😀".repeat(120))).toBe("😀".repeat(120));
});

test("an address of IRCC stands as it is, any other is quoted", () => {
  expect(quoteAddress("IRCC.Notice-Avis.IRCC@cic.gc.ca")).toBe("IRCC.Notice-Avis.IRCC@cic.gc.ca");
  expect(quoteAddress("a@apps.cic.gc.ca")).toBe("a@apps.cic.gc.ca");
  expect(quoteAddress("a@xcic.gc.ca")).toBe("a@xcic·gc·ca");
  expect(quoteAddress("a@cic.gc.ca.example")).toBe("a@cic·gc·ca·example");
  expect(quoteAddress("a@cic.gc.ca\nhttp://evil.example")).toBe("a@cic·gc·ca http: //evil·example");
});

test("what the person wrote keeps its dots", () => {
  expect(oneLine(" maria@example.com\n")).toBe("maria@example.com");
});

test("what a terminal would obey is spelt out, and line ends stay", () => {
  expect(inert("a\u001B[2Jb\u009B8m\u202Ec\r\nd\te\rf")).toBe(
    "a\\u001b[2Jb\\u009b8m\\u202ec\r\nd\te\\u000df",
  );
});

test("JSON that is made harmless says what it said", () => {
  assert(
    property(string({ unit: "binary" }), (text) => {
      const json = inert(JSON.stringify({ text }));
      expect(json).not.toMatch(/[^\P{Cc}\n\t]|\p{Bidi_Control}/u);
      expect(JSON.parse(json)).toEqual({ text });
    }),
  );
});
