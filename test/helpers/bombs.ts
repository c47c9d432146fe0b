/** Messages made to choke a reader. `seconds`: of the processor. */

type Bomb = { readonly name: string; readonly source: () => Buffer; readonly seconds: number };

const head =
  "From: IRCC <x@cic.gc.ca>\r\nTo: me@example.org\r\nSubject: PR Confirmation Portal\r\nMIME-Version: 1.0\r\n";
const text = (body: string): Buffer =>
  Buffer.from(`${head}Content-Type: text/plain; charset=utf-8\r\n\r\n${body}`);
const html = (body: string): Buffer =>
  Buffer.from(`${head}Content-Type: text/html; charset=utf-8\r\n\r\n${body}`);
const header = (fields: string): Buffer => Buffer.from(`${fields}${head}\r\nHello`);

const nested = (depth: number): string =>
  depth === 0
    ? `${head}\r\nTemporary password: FAKE-1\r\n`
    : `${head}Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\nContent-Type: message/rfc822\r\n\r\n${nested(depth - 1)}\r\n--b${depth}--\r\n`;

const nestedHtml = (depth: number): string =>
  depth === 0
    ? `${head}\r\nTemporary password: FAKE-1\r\n`
    : `${head}Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\nContent-Type: text/html\r\n\r\n${fill("<p>Words <b>in</b> bold</p>\r\n")}\r\n--b${depth}\r\nContent-Type: message/rfc822\r\n\r\n${nestedHtml(depth - 1)}\r\n--b${depth}--\r\n`;

const quoted = (depth: number, words: string): string =>
  depth === 0
    ? "Temporary password: FAKE-1"
    : `${words}\n---------- Forwarded message ---------\nFrom: Bo <bo@b.example>\nDate: Mon, Nov 2, 2026 at 9:58 AM\nSubject: Fwd: x\nTo: <a@b.example>\n\n${quoted(depth - 1, words)}`;

const parts = (count: number, type: string, body: string): Buffer =>
  Buffer.from(
    `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${`--b\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`.repeat(count)}--b--\r\n`,
  );

const long = 200_000;
const fill = (scrap: string, length = long): string => scrap.repeat(Math.ceil(length / scrap.length));

/** Beginnings that many patterns wait to see the end of. */
const scraps = [
  "From: ",
  "De : a\n",
  "\n ",
  "> ",
  "on ",
  "le ",
  "12-",
  "é",
  "reply to this ",
  "password ",
  "within 7 ",
  "photo ",
  "your ",
  "confirmation of permanent residence ",
  "<a@b ",
  "a@",
  "http://",
  "https://a.example/?",
  "https://safelinks.protection.outlook.com/?url=",
  "[",
  "(",
  "sign in ",
  "account you ",
  "compte ",
  "confirm ",
  "declare ",
  "mot de passe ",
  "application number ",
  "code ",
  "user name ",
  "numéro de ",
  "1234-",
  "- ",
  "1. ",
  "\u0301",
  "Ã©",
  "İ",
  "\t",
  "\u00a0",
  "．",
  "a.",
  "!?",
  "cid: ",
  "Sent: x\n",
  "=",
];

export const bombs: readonly Bomb[] = [
  { name: "ten levels", source: () => Buffer.from(nested(10)), seconds: 1 },
  { name: "two hundred levels", source: () => Buffer.from(nested(200)), seconds: 1 },
  { name: "ten quoted levels", source: () => text(quoted(10, fill("Words. ", 5_000))), seconds: 1 },
  { name: "two hundred quoted levels", source: () => text(quoted(200, "")), seconds: 1 },
  { name: "ten levels of much HTML", source: () => Buffer.from(nestedHtml(10)), seconds: 1 },
  { name: "10,000 parts", source: () => parts(10_000, "text/plain", "x"), seconds: 1 },
  {
    name: "10,000 enclosed messages",
    source: () => parts(10_000, "message/rfc822", "Subject: x\r\n\r\ny"),
    seconds: 1,
  },
  { name: "a part of 50 MB", source: () => text(fill("Nothing to see here.\r\n", 50_000_000)), seconds: 1 },
  { name: "an HTML part of 50 MB", source: () => html(fill("<p>Nothing</p>\r\n", 50_000_000)), seconds: 1 },
  { name: "100,000 fields", source: () => header("X-Bomb: 1\r\n".repeat(100_000)), seconds: 1 },
  { name: "a field of a megabyte", source: () => header(`X-Bomb: ${fill("a ", 1_000_000)}\r\n`), seconds: 1 },
  {
    name: "a field of 100,000 lines",
    source: () => header(`References: <a@b>\r\n${" <c@d>\r\n".repeat(100_000)}`),
    seconds: 1,
  },
  { name: "10,000 authors", source: () => header(`From: ${fill("a <a@b>, ")}\r\n`), seconds: 1 },
  { name: "groups within groups", source: () => header(`To: ${fill("a: ")}\r\n`), seconds: 1 },
  {
    name: "5,000 results",
    source: () => header("Authentication-Results: mx; dkim=pass\r\n".repeat(5_000)),
    seconds: 1,
  },
  {
    name: "nested comments",
    source: () => header(`Authentication-Results: ${fill("(")}\r\nReceived: ${fill("(")}\r\n`),
    seconds: 1,
  },
  {
    name: "an encoded subject without end",
    source: () => header(`Subject: ${fill("=?utf-8?Q?=C3?= ")}\r\n`),
    seconds: 1,
  },
  ...[
    "<div>",
    "<table><tr><td>",
    "<a href='http://x'>",
    "<!--",
    "<style",
    "<",
    "&",
    "<p style='display:none'>",
    "<p style='font-size:0'>",
    "<b style='font-size:0' a=",
    "<p class=x style='",
    "<style>.a{display:none}",
    "<style>.a{",
    "<style>/*",
    "display:none<p a",
    "<a ",
    "]]>",
  ].map((tag) => ({
    name: `HTML of ${tag}`,
    source: () => html(fill(tag, 1_000_000)),
    seconds: 2,
  })),
  ...scraps.flatMap((scrap) => [
    { name: `text of ${JSON.stringify(scrap)}`, source: () => text(fill(scrap)), seconds: 1 },
    {
      name: `words and ${JSON.stringify(scrap)}`,
      source: () => text(fill(`${fill(scrap, 300)} a. `)),
      seconds: 1,
    },
  ]),
];
