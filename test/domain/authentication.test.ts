import { expect, test } from "@jest/globals";
import { authenticate, isAligned } from "../../src/domain/authentication.ts";
import { readAuthenticationResults } from "../../src/domain/authres.ts";
import type { Header } from "../../src/domain/letter.ts";
import { aMessage } from "../helpers/samples.ts";

const results = (value: string): Header => ({ name: "authentication-results", value });
const received = (by: string): Header => ({
  name: "received",
  value: `from a.example by ${by} with ESMTP; Mon, 23 Nov 2026 10:00:00 -0500`,
});
const trustOf = (headers: readonly Header[], authservId: string | null = null) =>
  authenticate(aMessage({ headers, from: [{ name: "", address: "x@cic.gc.ca" }] }), authservId).trust;

test.each([
  ["verified", "dmarc=pass header.from=cic.gc.ca"],
  ["verified", "dkim=pass header.d=cic.gc.ca"],
  ["verified", "dkim=pass header.i=@apps.cic.gc.ca"],
  ["verified", "dkim=pass header.d=gc.ca"],
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
  ["unverified", "dkim=fail header.d=cic.gc.ca"],
  ["unverified", "spf=softfail smtp.mailfrom=x@cic.gc.ca"],
  ["unverified", "spf=none; dkim=none; dmarc=none"],
  ["unverified", "none"],
  ["unverified", 'x=y (dmarc=pass); reason="; dmarc=pass"'],
])("%s: %s", (trust, value) => {
  expect(trustOf([results(`mx.example.com; ${value}`)])).toBe(trust);
});

test("only the provider's own topmost field counts", () => {
  const pass = results("mx.example.com; dmarc=pass");
  expect(trustOf([results("mx.example.com; dmarc=fail"), pass])).toBe("suspicious");
  expect(trustOf([received("mail.example.com"), pass])).toBe("verified");
  expect(trustOf([received("mx.example.net"), pass])).toBe("unverified");
  expect(trustOf([received("other.co.uk"), results("mx.example.co.uk; dmarc=pass")])).toBe("unverified");
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
  expect(trustOf([own, one, dmarc("pass")])).toBe("verified");
  expect(trustOf([own, none, dmarc("fail")])).toBe("suspicious");
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

test("Outlook.com's nameless results count below its own hops alone", () => {
  const nameless = results(
    "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=cic.gc.ca; dmarc=pass action=none header.from=cic.gc.ca",
  );
  expect(trustOf([received("am0.eurprd05.prod.outlook.com"), nameless])).toBe("verified");
  expect(trustOf([received("mx.example.com"), nameless])).toBe("unverified");
});

test("a letter has one author", () => {
  const from = [
    { name: "", address: "x@cic.gc.ca" },
    { name: "", address: "eve@example.net" },
  ];
  expect(authenticate(aMessage({ from, headers: [results("mx.example.com; dmarc=pass")] }), null).trust).toBe(
    "suspicious",
  );
  expect(authenticate(aMessage({ from: [] }), null).trust).toBe("suspicious");
});

test("domains align by whole labels", () => {
  expect(isAligned("a.cic.gc.ca", "b.cic.gc.ca")).toBe(true);
  expect(isAligned("mail.example.org", "example.org")).toBe(true);
  expect(isAligned("a.example.org", "b.example.org")).toBe(true);
  expect(isAligned("a.co.uk", "b.co.uk")).toBe(false);
  expect(isAligned("cic.gc.ca", "cra-arc.gc.ca")).toBe(false);
  expect(isAligned("cic.gc.ca", "ca")).toBe(false);
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
