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
  expect(trustOf([received("10.0.0.1"), received("localhost"), received("2002:a05::1"), pass])).toBe(
    "verified",
  );
  expect(trustOf([received("mx.example.net"), pass])).toBe("unverified");
  expect(trustOf([received("other.co.uk"), results("mx.example.co.uk; dmarc=pass")])).toBe("unverified");
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
  expect(isAligned("a.example.org", "b.example.org")).toBe(false);
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
