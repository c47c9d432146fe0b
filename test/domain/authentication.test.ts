import { expect, test } from "@jest/globals";
import { authenticate, type Receiver } from "../../src/domain/authentication.ts";
import { readAuthenticationResults } from "../../src/domain/authres.ts";
import type { Header } from "../../src/domain/letter.ts";
import { aMessage } from "../helpers/samples.ts";

const results = (value: string): Header => ({ name: "authentication-results", value });
const received = (by: string): Header => ({
  name: "received",
  value: `from a.example by ${by} with ESMTP; Mon, 23 Nov 2026 10:00:00 -0500`,
});
const receiver: Receiver = { authservId: null, ownAddresses: [], trustedForwarders: [] };
const author = [{ name: "", address: "x@cic.gc.ca" }];
const trustOf = (headers: readonly Header[], authservId: string | null = null) =>
  authenticate(aMessage({ headers, from: author }), { ...receiver, authservId }).trust;
/** What a provider writes that took the mail in itself. */
const byProvider = (value: string): readonly Header[] => [results(value), received("mx.example.com")];

test.each([
  ["verified", "dmarc=pass header.from=cic.gc.ca"],
  ["verified", "dkim=pass header.d=cic.gc.ca"],
  ["verified", "dkim=pass header.i=@apps.cic.gc.ca"],
  ["verified", "dkim=fail header.d=cic.gc.ca; dkim=pass header.d=cic.gc.ca; spf=fail"],
  ["verified", "dkim=pass header.d=bulk.example; dmarc=pass"],
  ["verified", "dkim=pass header.d=cic.gc.ca; dmarc=permerror"],
  ["suspicious", "dmarc=fail header.from=cic.gc.ca; dkim=pass header.d=cic.gc.ca"],
  ["suspicious", "dmarc=pass; dmarc=fail"],
  ["suspicious", "dkim=pass header.d=example.net"],
  ["suspicious", "dkim=pass header.d=xcic.gc.ca"],
  ["suspicious", "spf=pass smtp.mailfrom=a@example.net; dmarc=none"],
  ["suspicious", "spf=pass smtp.mailfrom=a@example.net; dmarc=bestguesspass"],
  ["suspicious", "spf=fail smtp.mailfrom=x@cic.gc.ca; dmarc=temperror"],
  ["suspicious", "spf=fail; dkim=fail header.d=cic.gc.ca"],
  ["unverified", "spf=pass smtp.mailfrom=x@cic.gc.ca; dkim=pass header.d=example.net; dmarc=none"],
  ["unverified", "dkim=pass header.d=gc.ca"],
  ["unverified", "dkim=fail header.d=cic.gc.ca"],
  ["unverified", "spf=softfail smtp.mailfrom=x@cic.gc.ca"],
  ["unverified", "spf=none; dkim=none; dmarc=none"],
  ["unverified", "none"],
  ["unverified", 'x=y (dmarc=pass); reason="; dmarc=pass"'],
])("%s: %s", (trust, value) => {
  expect(trustOf(byProvider(`mx.example.com; ${value}`))).toBe(trust);
});

test("only the provider's own topmost field counts", () => {
  const pass = results("mx.example.com; dmarc=pass");
  expect(trustOf([results("mx.example.com; dmarc=fail"), pass, received("mx.example.com")])).toBe(
    "suspicious",
  );
  expect(trustOf([received("mail.example.com"), pass])).toBe("verified");
  expect(trustOf([received("mx.example.net"), pass])).toBe("unverified");
  expect(trustOf([received("other.co.uk"), results("mx.example.co.uk; dmarc=pass")])).toBe("unverified");
  expect(trustOf([pass])).toBe("unverified");
  expect(trustOf([pass, received("mail.example.net")])).toBe("unverified");
});

test("below a gateway's and the own server's hops the named field can only accuse", () => {
  const below = (value: string): readonly Header[] => [
    hop("from mx0a.gateway.example by mail.office.example"),
    hop("from localhost by mx0a.gateway.example"),
    results(`filter.example; ${value}`),
    hop("from mail.cic.gc.ca by mx0a.gateway.example"),
  ];
  expect(trustOf(below("dmarc=fail header.from=cic.gc.ca"), "filter.example")).toBe("suspicious");
  expect(trustOf(below("dmarc=pass header.from=cic.gc.ca"), "filter.example")).toBe("unverified");
});

const hop = (value: string): Header => ({
  name: "received",
  value: `${value}; Mon, 23 Nov 2026 10:00:00 -0500`,
});

test("hops inside the provider's own house do not stand between it and its results", () => {
  const pass = results("mx.example.com; dmarc=pass");
  const own = hop("from mail.cic.gc.ca by mx.example.com");
  for (const inner of [
    "by 2002:a05:6a10::1 with SMTP id z",
    "from mx1 ([10.202.2.200]) by store1.internal with LMTP",
    "from mx.example.com by 10.0.0.1",
    "from store.internal (store.internal [10.1.1.1]) by sloti45 with LMTPA",
  ])
    expect({ inner, trust: trustOf([hop(inner), pass, own]) }).toEqual({ inner, trust: "verified" });
});

test("a server that has no name of its own writes no results in the name of another", () => {
  const forged = [results("mx.example.com; dmarc=pass"), hop("from mail.cic.gc.ca by mx.example.com")];
  for (const taker of [
    "from evil.example.net by 10.0.0.1",
    "from evil ([203.0.113.9]) by localhost",
    "from mx1 (evil.example.net [203.0.113.9]) by mail.lan",
    "from mx.example.com ([203.0.113.9]) by 10.0.0.1",
    "from mx1 ([IPv6:2001:db8::9]) by 10.0.0.1",
  ])
    expect({ taker, trust: trustOf([hop(taker), ...forged]) }).toEqual({ taker, trust: "unverified" });
  expect(trustOf([hop("by localhost with SMTP"), forged[0]!])).toBe("unverified");
});

test("a provider may write one field a method", () => {
  const own = hop("from a.example by mx.example.com");
  const one = results("mx.example.com; arc=none");
  const dmarc = (result: string) => results(`mx.example.com; dmarc=${result} header.from=cic.gc.ca`);
  const none = results("mx.example.com; dkim=none");
  expect(trustOf([none, dmarc("pass"), own])).toBe("verified");
  expect(trustOf([none, dmarc("fail"), own])).toBe("suspicious");
  expect(trustOf([own, one, dmarc("pass"), own])).toBe("verified");
  expect(trustOf([own, none, dmarc("fail")])).toBe("suspicious");
});

test("where the provider's Received stands above its results, the sender's header begins right below", () => {
  const arc = results("mx.example.com; arc=none");
  const forged = results("mx.example.com; dmarc=pass header.from=cic.gc.ca");
  const taken = hop("from a.example by mx.example.com");
  expect(trustOf([taken, arc, forged])).toBe("unverified");
  expect(trustOf([taken, arc, forged, hop("from b.example by c.example")])).toBe("unverified");
});

test("a field below the provider's own, where the sender's begin, can only accuse", () => {
  const own = hop("from a.example by mx.example.com");
  const none = results("mx.example.com; dkim=none");
  expect(trustOf([own, none, results("mx.example.com; dmarc=pass")])).toBe("unverified");
  expect(trustOf([own, none, own, results("mx.example.com; dmarc=pass")])).toBe("unverified");
});

test("where the provider writes its results without a name, AUTHSERV_ID=none says so", () => {
  const own = hop("from a.example by mx.example.com");
  expect(trustOf([own, results("dmarc=pass header.from=cic.gc.ca")])).toBe("unverified");
  expect(trustOf([own, results("dmarc=pass header.from=cic.gc.ca")], "none")).toBe("verified");
});

test("with the provider's name known, the topmost field of that name counts wherever it stands", () => {
  const headers = [
    received("mx.example.net"),
    results("other; dmarc=pass"),
    results("MX.example.com 1; dmarc=fail"),
  ];
  expect(trustOf(headers, "mx.Example.com")).toBe("suspicious");
  expect(trustOf(headers, "absent.example")).toBe("unverified");
});

test("even of that name none counts that came in with the message, below the hops of others", () => {
  const pass = results("mx.example.com; dmarc=pass");
  const border = received("mail.example.com");
  expect(trustOf([border, pass], "mx.example.com")).toBe("verified");
  expect(trustOf([border, received("mx.attacker.example"), pass], "mx.example.com")).toBe("unverified");
  expect(
    trustOf([received("a.hosting.example"), received("b.hosting.example"), pass], "mx.example.com"),
  ).toBe("verified");
});

test.each([
  ["gmail.com's own name", "mx.google.com", null],
  ["the name that is set", "mx.google.com", "mx.google.com"],
  ["no name, where none is written", "", "none"],
] as const)("below the author's own fields nothing is the provider's: %s", (_what, name, authservId) => {
  const pass = results(
    `${name}${name === "" ? "" : "; "}dkim=pass header.d=cic.gc.ca; dmarc=pass header.from=cic.gc.ca`,
  );
  const from: Header = { name: "from", value: "x@cic.gc.ca" };
  expect(trustOf([received("mx.google.com"), pass, from], authservId)).toBe("verified");
  expect(trustOf([received("mx.google.com"), from, pass], authservId)).toBe("unverified");
});

test("Outlook.com's nameless results count below its own hops alone", () => {
  const nameless = results(
    "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=cic.gc.ca; dmarc=pass action=none header.from=cic.gc.ca",
  );
  expect(trustOf([received("am0.eurprd05.prod.outlook.com"), nameless])).toBe("verified");
  const inner = "from sn2.prod.exchangelabs.com (2603:10b6:1::1) by sn2.namprd01.prod.outlook.com";
  expect(trustOf([hop(inner), nameless, received("am0.outlook.com")])).toBe("verified");
  expect(trustOf([received("mx.example.com"), nameless])).toBe("unverified");
});

test("a letter has one author", () => {
  const from = [
    { name: "", address: "x@cic.gc.ca" },
    { name: "", address: "eve@example.net" },
  ];
  expect(
    authenticate(aMessage({ from, headers: byProvider("mx.example.com; dmarc=pass") }), receiver).trust,
  ).toBe("suspicious");
  expect(authenticate(aMessage({ from: [] }), receiver).trust).toBe("suspicious");
});

test.each([
  "a@cic.gc.ca (eve@example.net)",
  "<eve@example.net> <a@cic.gc.ca>",
  "<@example.net:a@cic.gc.ca>",
  "a@example.net@cic.gc.ca",
])("From is not believed where programs may differ in reading it: %s", (value) => {
  const headers = [...byProvider("mx.example.com; dmarc=pass"), { name: "from", value }];
  expect(trustOf(headers)).toBe("suspicious");
});

test.each(["a@.cic.gc.ca", "a@cic..gc.ca", "a@b@cic.gc.ca", "a b@cic.gc.ca"])(
  "%s is nobody's address",
  (address) => {
    const message = aMessage({
      from: [{ name: "", address }],
      headers: byProvider("mx.example.com; dmarc=pass"),
    });
    expect(authenticate(message, receiver).trust).toBe("suspicious");
  },
);

test("a signature covers one subject: where a second one stands above it nothing is proved", () => {
  const twice = [1, 2].map((number) => ({ name: "subject", value: `PR Portal ${number}` }));
  expect(trustOf([...byProvider("mx.example.com; dmarc=pass"), ...twice])).toBe("unverified");
});

test("what the mailbox taught of its provider holds against a name that only this message bears", () => {
  const headers = byProvider("mx.example.com; dmarc=pass");
  const learned = (learnedProvider: string | null) =>
    authenticate(aMessage({ headers, from: author }), { ...receiver, learnedProvider }).trust;
  expect(learned("example.com")).toBe("verified");
  expect(learned("example.net")).toBe("unverified");
  expect(learned(null)).toBe("unverified");
});

test("a provider with many names is one provider", () => {
  const fields = [
    results("bimi.example.com; bimi=none"),
    results("dmarc.example.com; dmarc=pass header.from=cic.gc.ca"),
    results("spf.example.com; spf=pass smtp.mailfrom=x@cic.gc.ca"),
    received("in7.example.com"),
  ];
  expect(trustOf(fields)).toBe("verified");
  expect(trustOf(fields, "example.com")).toBe("verified");
  expect(trustOf([results("eve.mx.example.com; dmarc=pass")], "mx.example.com")).toBe("unverified");
});

const verifiedHere = (signedBy: readonly string[], headers: readonly Header[] = []) =>
  authenticate(aMessage({ headers, from: author, verification: { signedBy, arc: false } }), receiver).trust;

test("our own check counts where the provider says nothing, and only there", () => {
  expect(verifiedHere(["cic.gc.ca"])).toBe("verified");
  expect(verifiedHere(["bulk.example", "apps.cic.gc.ca"])).toBe("verified");
  expect(verifiedHere(["xcic.gc.ca"])).toBe("suspicious");
  expect(verifiedHere([])).toBe("unverified");
  expect(verifiedHere(["cic.gc.ca"], byProvider("mx.example.com; dmarc=fail"))).toBe("suspicious");
});

const forwarding: Receiver = {
  ...receiver,
  ownAddresses: ["me@gmail.com"],
  trustedForwarders: ["ana@office.example.org", "bo@outlook.com"],
  trustedArcSealers: ["sealer.example"],
};
const sentOn = (value: string, more: readonly Header[] = []) =>
  authenticate(
    aMessage({ headers: [...byProvider(`mx.example.com; ${value}`), ...more], from: author }),
    forwarding,
  ).trust;

test("a redirection by a trusted forwarder is no forgery, and no proof", () => {
  const broken = "dkim=fail header.d=cic.gc.ca; dmarc=fail header.from=cic.gc.ca";
  expect(sentOn(`spf=pass smtp.mailfrom=ana@office.example.org; ${broken}`)).toBe("unverified");
  expect(sentOn(`spf=pass smtp.mailfrom=srs0=x=cic.gc.ca=a@office.example.org; ${broken}`)).toBe(
    "unverified",
  );
  expect(sentOn(`spf=pass smtp.mailfrom=me+caf_=you=example.net@gmail.com; ${broken}`)).toBe("unverified");
  expect(sentOn(`dkim=pass header.d=office.example.org; ${broken}`)).toBe("unverified");
  expect(sentOn(`spf=pass smtp.mailfrom=eve@outlook.com; ${broken}`)).toBe("suspicious");
  expect(sentOn(`spf=pass smtp.mailfrom=eve@gmail.com; ${broken}`)).toBe("suspicious");
  expect(sentOn(`spf=pass smtp.mailfrom=ana@office.example.org.example.net; ${broken}`)).toBe("suspicious");
});

test("where SPF fails, the server that handed the mail over may explain it by the name the provider looked up", () => {
  const from = (giver: string): readonly Header[] => [
    results("mx.example.com; spf=fail; dmarc=fail header.from=cic.gc.ca"),
    hop(`from ${giver} by mx.example.com`),
  ];
  const trust = (giver: string) =>
    authenticate(aMessage({ headers: from(giver), from: author }), forwarding).trust;
  expect(trust("mail (mail.office.example.org. [192.0.2.1])")).toBe("unverified");
  expect(trust("mail.office.example.org (unknown [192.0.2.1])")).toBe("suspicious");
  expect(trust("mail.outlook.com (mail.outlook.com [192.0.2.1])")).toBe("suspicious");
});

const sealed = (instance: number, domain: string, found: string): readonly Header[] => [
  { name: "arc-seal", value: `i=${instance}; a=rsa-sha256; cv=none; d=${domain}; s=k; b=aaa` },
  { name: "arc-authentication-results", value: `i=${instance}; mx.${domain}; ${found}` },
];
const found = "dmarc=pass header.from=cic.gc.ca";

test("a trusted ARC sealer explains a redirection, if the chain holds and nobody else had a hand in it", () => {
  const broken = "spf=fail; dmarc=fail header.from=cic.gc.ca";
  const chain = sealed(1, "sealer.example", found);
  expect(sentOn(`arc=pass; ${broken}`, chain)).toBe("unverified");
  expect(sentOn(`arc=pass; ${broken}`, [...chain, ...sealed(2, "example.com", "arc=pass")])).toBe(
    "unverified",
  );
  expect(sentOn(`arc=fail; ${broken}`, chain)).toBe("suspicious");
  expect(sentOn(broken, chain)).toBe("suspicious");
  expect(sentOn(`arc=pass; ${broken}`, sealed(1, "eve.example", found))).toBe("suspicious");
  expect(sentOn(`arc=pass; ${broken}`, [...chain, ...sealed(2, "eve.example", "arc=pass")])).toBe(
    "suspicious",
  );
  expect(
    sentOn(`arc=pass; ${broken}`, [
      ...sealed(1, "eve.example", found),
      ...sealed(2, "sealer.example", found),
    ]),
  ).toBe("suspicious");
  expect(sentOn(`arc=pass; ${broken}`, sealed(1, "sealer.example", "dmarc=fail header.from=cic.gc.ca"))).toBe(
    "suspicious",
  );
  expect(sentOn(`arc=pass; ${broken}`, [...chain, ...chain])).toBe("suspicious");
  expect(sentOn(`arc=pass; ${broken}`, sealed(2, "sealer.example", found))).toBe("suspicious");
});

test("an ARC chain that the provider is silent on counts if it was verified on receipt", () => {
  const headers = [
    ...byProvider("mx.example.com; dmarc=fail header.from=cic.gc.ca"),
    ...sealed(1, "sealer.example", found),
  ];
  const trust = (arc: boolean) =>
    authenticate(aMessage({ headers, from: author, verification: { signedBy: [], arc } }), forwarding).trust;
  expect(trust(true)).toBe("unverified");
  expect(trust(false)).toBe("suspicious");
});

test("comments, quoted strings and versions are read as RFC 8601 has them", () => {
  expect(
    readAuthenticationResults(
      '"mx.example" 1; dkim/1 = pass (a (nested); comment) header.d="cic.gc.ca" ; SPF=None',
    ),
  ).toEqual({
    authservId: "mx.example",
    results: [
      { method: "dkim", result: "pass", properties: { "header.d": "cic.gc.ca" } },
      { method: "spf", result: "none", properties: {} },
    ],
  });
});
