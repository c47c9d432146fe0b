import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { enclosedDeeper } from "../../src/domain/forward.ts";
import { maxTextLength, parseHeaders, parseMessage } from "../../src/mailbox/parse.ts";

const bytes = (text: string) => Buffer.from(text.replaceAll("\n", "\r\n"));
const parse = (text: string) => parseMessage(bytes(text), null);

test("header fields stand topmost first, unfolded", async () => {
  const { headers, subject } = await parseHeaders(
    bytes(
      "Received: by a;\n\t23 Nov 2026 10:00:00 -0500\nReceived: by b\nSubject: =?utf-8?Q?caf=C3=A9?=\n on the corner\n",
    ),
    null,
  );
  expect(headers.map(({ value }) => value)).toEqual([
    "by a; 23 Nov 2026 10:00:00 -0500",
    "by b",
    "=?utf-8?Q?caf=C3=A9?= on the corner",
  ]);
  expect(subject).toBe("café on the corner");
});

test.each<[string, string, readonly string[]]>([
  ["a display name is no address", 'From: "x@cic.gc.ca" <a@evil.example>', ["a@evil.example"]],
  [
    "an encoded display name is none either",
    "From: =?utf-8?Q?x=40cic.gc.ca=3E?= <a@evil.example>",
    ["a@evil.example"],
  ],
  ["a comment is no address", "From: a@evil.example (x@cic.gc.ca)", ["a@evil.example"]],
  [
    "a group gives its members",
    "From: IRCC: a@example.com, B <b@Example.COM.>;",
    ["a@example.com", "b@example.com"],
  ],
  [
    "groups of groups give theirs",
    "From: A: B: a@example.com;, b@example.com;",
    ["a@example.com", "b@example.com"],
  ],
  ["every From field counts", "From: x@cic.gc.ca\nFrom: a@evil.example", ["x@cic.gc.ca", "a@evil.example"]],
  ["a foreign domain stays in ASCII", "From: a@bücher.example", ["a@xn--bcher-kva.example"]],
  ["look-alike letters show", "From: a@сic.gc.ca", ["a@xn--ic-nmc.gc.ca"]],
])("%s", async (_what, header, addresses) => {
  const { from } = await parseHeaders(bytes(`${header}\n`), null);
  expect(from.map(({ address }) => address)).toEqual(addresses);
});

test("Message-IDs lose brackets and repetition", async () => {
  const message = await parse("Message-ID: <a@x>\nIn-Reply-To: <b@x>\nReferences: <c@x>\n <b@x>\n\n");
  expect(message).toMatchObject({ messageId: "a@x", references: ["b@x", "c@x"] });
});

test("a Date that cannot be read is none", async () => {
  expect((await parse("Date: soon\n\nx")).date).toBeNull();
  expect((await parse("Date: Mon, 23 Nov 2026 10:00:00 -0500 (EST)\n\nx")).date).toEqual(
    new Date("2026-11-23T15:00:00Z"),
  );
});

test("HTML is read where there is no usable plain part", async () => {
  const html =
    'Content-Type: text/html\n\n<table><tr><td>Password</td><td>x1</td></tr></table><a href="mailto:x@cic.gc.ca">IRCC</a>';
  expect((await parse(html)).text.split("\n").filter((line) => line !== "")).toEqual([
    "Password",
    "x1",
    "IRCC <x@cic.gc.ca>",
  ]);
  const stub = `Content-Type: multipart/alternative; boundary=b\n\n--b\n\nSee the HTML part.\n--b\nContent-Type: text/html\n\n<p>${"The letter. ".repeat(20)}</p>\n--b--\n`;
  expect((await parse(stub)).text).toContain("The letter.");
});

test("the terms of a list and what stands below them keep their own lines", async () => {
  const html =
    "Content-Type: text/html\n\n<dl><dt>Account</dt><dd>leila@mail.example</dd><dt>Temporary password</dt><dd>Fake-1</dd></dl><fieldset><legend>UCI</legend>none</fieldset>";
  expect((await parse(html)).text.split(/\n+/)).toEqual([
    "Account",
    "leila@mail.example",
    "Temporary password",
    "Fake-1",
    "UCI",
    "none",
  ]);
});

test("attachments are passed over, an enclosed message is read", async () => {
  const parts = [
    "Content-Type: application/pdf\nContent-Disposition: attachment\n\nPDF",
    "Content-Type: message/rfc822\n\nFrom: x@cic.gc.ca\nSubject: inner\n\nits text",
  ];
  const { text } = await parse(
    `Content-Type: multipart/mixed; boundary=b\n\n--b\n${parts.join("\n--b\n")}\n--b--\n`,
  );
  expect(text).toContain("its text");
  expect(text).not.toContain("PDF");
});

test("of attachments only the harm that they can do is kept, in enclosed messages too", async () => {
  const part = (type: string, name: string): string =>
    `Content-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\n\nx\n`;
  const mixed = (mark: string, ...parts: readonly string[]): string =>
    `Content-Type: multipart/mixed; boundary=${mark}\n\n${parts.map((each) => `--${mark}\n${each}`).join("\n")}\n--${mark}--\n`;
  const inner = mixed(
    "in",
    "Content-Type: text/plain\n\nx\n",
    part("application/zip", "secret of maria.zip"),
  );
  const whole = await parse(
    mixed(
      "out",
      "Content-Type: text/plain\n\nx\n",
      part("application/pdf", "letter.pdf"),
      part("application/octet-stream", "maria.html"),
      `Content-Type: message/rfc822\n\nFrom: a@b.example\n${inner}`,
    ),
  );
  expect(whole.attachments).toEqual(["html", "zip"]);
  expect(whole.enclosed?.map(({ from }) => from)).toEqual([[{ name: "", address: "a@b.example" }]]);
  expect((await parse(mixed("one", part("application/pdf", "letter.pdf")))).attachments).toBeUndefined();
});

test("a message enclosed as an attachment is read too, and headed like a forward", async () => {
  const enclosed = (body: string, boundary = "b") =>
    `Content-Type: multipart/mixed; boundary=${boundary}\n\n--${boundary}\n\nsee below\n--${boundary}\nContent-Type: message/rfc822; name="a.eml"\nContent-Disposition: attachment; filename="a.eml"\n\n${body}\n--${boundary}--\n`;
  const html =
    "From: IRCC <x@cic.gc.ca>\nTo: a@example.org\nSubject: =?utf-8?Q?r=C3=A9ponse?=\nDate: Mon, 23 Nov 2026 10:00:00 -0500\nContent-Type: text/html\n\n<p>its <b>text</b></p>";
  const { text } = await parse(enclosed(html));
  expect(text).toMatch(/^see below/);
  expect(text).toContain(
    'From: "IRCC" <x@cic.gc.ca>\nDate: Mon, 23 Nov 2026 10:00:00 -0500\nSubject: réponse',
  );
  expect(text).toContain("its text");
  const nested = (levels: number): string =>
    levels === 0 ? html : enclosed(nested(levels - 1), `boundary${levels}`);
  const ten = await parse(nested(10));
  expect(ten.text).toContain("its text");
  expect(ten.problems).toEqual([]);
  const many = await parse(nested(60));
  expect(many.text.length).toBeLessThan(5_000);
  expect(many.problems).toEqual([enclosedDeeper]);
});

test("what an HTML part hides is not read", async () => {
  const { text } = await parse(
    'Content-Type: text/html\n\n<p>seen</p><div style="color:red; display: none">unseen</div><p hidden>unseen</p>',
  );
  expect(text).toContain("seen");
  expect(text).not.toContain("unseen");
});

const styled = (sheet: string, rest = '<p class="x y" id="z">words</p>') => `<style>${sheet}</style>${rest}`;

test.each([
  '<p style="DISPLAY : NONE !important">words</p>',
  "<p style='color:red;visibility: Hidden'>words</p>",
  "<p STYLE=display:none>words</p>",
  '<p style="display&#58;none">words</p>',
  '<p style="display:/* */none">words</p>',
  '<p style="display:none!important;display:block">words</p>',
  '<span style="font-size:0;color:#fff">words</span>',
  '<span style="font-size: 0px">some <b>words</b></span>',
  '<div style="max-height:0;overflow:hidden"><p style="font-size:14px">words</p></div>',
  '<div style="opacity:0.0">words</div>',
  '<div style="font-size:1px;line-height:1px;mso-hide:all">words</div>',
  "<template><p>words</p></template>",
  "<title>words</title>",
  styled(".x{display:none}"),
  styled("a{color:red}\n.q, p.X { Display : None !IMPORTANT }"),
  styled("/* first */ #z{visibility:hidden}"),
  styled("@media print{.q{display:block}} .y{display:none}"),
])("%j: nobody sees it, and it is not read", async (html) => {
  const { text } = await parse(`Content-Type: text/html\n\n<p>seen</p>${html}<p>after</p>`);
  expect(text).toMatch(/^seen\s+after$/);
});

test.each([
  '<p style="display:none;display:block">words</p>',
  '<p title="display:none">words</p>',
  "<p title=it's style=color:red>words</p><p title='display:none'>more</p>",
  '<td style="font-size:0"><div style="font-size:14px">words</div></td>',
  '<div style="font-size:0.9em;opacity:0.8;max-height:0">words</div>',
  '<a href="https://a.example/" style="mso-hide:all;color:#fff">words</a>',
  styled(".xx{display:none}"),
  styled(".q .x{display:none}"),
  styled("@media (max-width:600px){.x{display:none}}"),
  styled(".x{display:none} @media (max-width:600px){.x{display:block!important}}"),
  styled(".x{display:none}", '<p class="x" style="display:block">words</p>'),
  styled("/* .x{display:none} */"),
])("%j: somebody sees it, and it is read", async (html) => {
  const { text } = await parse(`Content-Type: text/html\n\n<p>seen</p>${html}<p>after</p>`);
  expect(text).toMatch(/seen\s+(?:words|words\s+<https:\/\/a\.example\/>|words\s+more)\s+after/);
});

test("links that ask to sign in are noted as written", async () => {
  const { links } = await parse(
    'Content-Type: text/html\n\n<a href="https://a.example/1?x=1&amp;y=2"><b>Sign</b> in</a><A CLASS=x HREF=\'https://b.example/\'>https://cic.gc.ca</A><a href="https://c.example/">Facebook</a><a href="mailto:x@cic.gc.ca">log in</a>',
  );
  expect(links).toEqual([
    "https://a.example/1?x=1&y=2",
    "https://b.example/",
    "disguise:https://b.example/",
    "aside:https://c.example/",
    "mailto:x@cic.gc.ca",
  ]);
});

test.each([
  [
    '<a href="h&#116;tps://a.example/x">cic.gc.ca</a>',
    ["https://a.example/x", "disguise:https://a.example/x"],
  ],
  ['<a href="&#x68;ttps&colon;//a.example/x">Go on</a>', ["aside:https://a.example/x"]],
  ['<a href=" \thtt\nps://a.example/x">Go on</a>', ["aside:https://a.example/x"]],
  ["<a/href=https://a.example/x>Go on</a>", ["aside:https://a.example/x"]],
  ['<a href="\\\\a.example/x">Go on</a>', ["aside:https://a.example/x"]],
  ['<!--[if mso]><a href="https://a.example/x">Go on</a><![endif]-->', ["aside:https://a.example/x"]],
  ['<iframe src="https://a.example/x"></iframe>', ["https://a.example/x"]],
  [
    '<a href="https://a.example/x">www&#46;canada&period;ca</a>',
    ["https://a.example/x", "disguise:https://a.example/x"],
  ],
  [
    '<!--[if mso]><v:roundrect href="https://a.example/x">Go on</v:roundrect><![endif]-->',
    ["https://a.example/x"],
  ],
  [`${"<o:p >x</o:p>".repeat(300)}<v:rect title=">" href='https://a.example/x'/>`, ["https://a.example/x"]],
  ['<a href="DATA:text/html,<form>">Sign in</a>', ["data:"]],
  [`<a href="data:text/html;base64,${"QUJD".repeat(500)}">Sign in</a>`, ["data:"]],
  ['<a href="v&#98;script:x">Sign in</a>', ["vbscript:"]],
  ['<a href="file:///c:/x.html">Sign in</a>', ["file:"]],
  ['<a href="https://www.canada.ca/en.html">Read</a><a href="https://www.facebook.com/CitCanada">F</a>', []],
  ['<a href="tel:+18882422100">Call</a><a href="#top">Up</a><a href="about:blank">x</a>', []],
])("of %s a link is kept as whoever opens it follows it", async (html, expected) => {
  expect((await parse(`Content-Type: text/html\n\n${html}`)).links).toEqual(expected);
});

test("links below the quoted author are told apart from those of the forwarder's own words", async () => {
  const { quotedLinks } = await parse(
    'Content-Type: text/html\n\n<a href="https://own.example/a">Us</a>From: x@cic.gc.ca <a href="https://a.example/x">Go</a>',
  );
  expect(quotedLinks).toEqual(["aside:https://a.example/x"]);
});

test("a huge HTML part is read in bounded time, to a bounded text", async () => {
  const start = process.cpuUsage();
  const { text } = await parse(
    `Content-Type: text/html\n\n<p>first words</p>${"<div><b>x</b> ".repeat(400_000)}`,
  );
  expect(text).toContain("first words");
  expect(text.length).toBeLessThanOrEqual(maxTextLength);
  expect(process.cpuUsage(start).user).toBeLessThan(3_000_000);
});

test("whatever the bytes, a message comes of them", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (noise) => {
      const source = Buffer.concat([
        bytes("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html; charset=x\n"),
        noise,
      ]);
      expect(typeof (await parseMessage(source, null)).text).toBe("string");
      expect((await parseHeaders(noise, null)).text).toBe("");
    }),
    { numRuns: 50 },
  );
});

test.each([
  ["comments", `<!-- ${"x ".repeat(300_000)}-->`],
  ["style sheets", `<style>${"a{b:c} ".repeat(100_000)}</style>`],
])("the words below long %s are read", async (_what, ballast) => {
  const html = `<html><body>${ballast}<p>the words at the end</p></body></html>`;
  const source = `From: a@cic.gc.ca\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n${html}`;
  const { text, problems } = await parseMessage(Buffer.from(source), null);
  expect(text).toContain("the words at the end");
  expect(problems).toEqual([]);
});

test("a part too long to be read whole says so", async () => {
  const html = `<html><body>${"<p>lorem ipsum</p>".repeat(30_000)}</body></html>`;
  const source = `From: a@cic.gc.ca\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n${html}`;
  expect((await parseMessage(Buffer.from(source), null)).problems).toEqual([
    "the HTML part is very long: only its beginning was read",
  ]);
});

test.each([
  ["an empty comment", "<!--><p>SEEN</p><!-- end -->"],
  ["a style sheet whose end has a space", "<style >x</style ><p>SEEN</p><style>y</style>"],
])("the words after %s are read", async (_what, html) => {
  const source = `From: a@cic.gc.ca\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html>${html}</html>`;
  expect((await parseMessage(Buffer.from(source), null)).text).toContain("SEEN");
});

test("a form, and the base of relative links, ask to sign in whatever they say", async () => {
  const { links } = await parse(
    `Content-Type: text/html; charset=utf-8

<html><head><base href="https://base.example/"></head><body><a href="/en/login">Sign in</a>
<form method="post" action='https://form.example/login'><input type="password"></form>
<a href="//short.example/login">Sign in</a></body></html>
`,
  );
  expect(links).toEqual([
    "https://base.example/",
    "https://form.example/login",
    "https://short.example/login",
  ]);
});

test("what stands before a quoted message is read, though that brings a body of its own", async () => {
  const { text } = await parse(
    `Content-Type: text/html; charset=utf-8

<div>Please see below.<br>From: IRCC</div><blockquote><html><head><title>x</title></head>
<body style="margin:0"><p>Your photo was returned.</p></body></html></blockquote>
`,
  );
  expect(text).toMatch(/Please see below\.\s+From: IRCC\s+(?:> ?)?Your photo was returned\./);
});

test("an area, a refreshed page and a button lead somewhere as a link does", async () => {
  const html = [
    '<map><area href="https://one.example/sign-in" alt="x"></map>',
    '<meta http-equiv="refresh" content="0; url=https://two.example/x">',
    '<button formaction="https://three.example/y">Continue</button>',
    '<svg><a xlink:href="https://four.example/login">Sign in to your account</a></svg>',
  ].join("\n");
  const { links } = await parseMessage(
    Buffer.from(`From: a@cic.gc.ca\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`),
    null,
  );
  expect(links?.map((link) => new URL(link).hostname)).toEqual([
    "one.example",
    "two.example",
    "three.example",
    "four.example",
  ]);
});
