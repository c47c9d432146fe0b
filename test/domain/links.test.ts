import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { hostOf, unwrap, unwrapLinks } from "../../src/domain/link-wrappers.ts";
import { signInsOf } from "../../src/domain/links.ts";

const letter = "https://prson-srpel.apps.cic.gc.ca/en/login";

test.each([
  `https://can01.safelinks.protection.outlook.com/?url=${encodeURIComponent(letter)}&data=05&reserved=0`,
  `https://urldefense.com/v3/__${letter}__;!!abc!def$`,
  "https://urldefense.com/v3/__https:/prson-srpel.apps.cic.gc.ca/en/login__;!!abc$",
  "https://urldefense.proofpoint.com/v2/url?u=https-3A__prson-2Dsrpel.apps.cic.gc.ca_en_login&d=DwMF",
  `https://urldefense.proofpoint.com/v1/url?u=${encodeURIComponent(letter)}&k=1`,
  `https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(letter)}&c=E,1`,
  `https://c.pc.qq.com/middlem.html?pfurl=${encodeURIComponent(letter)}`,
  `https://mail.qq.com/cgi-bin/readtemplate?t=safety&check=false&gourl=${encodeURIComponent(letter)}&subtemplate=gray`,
  `https://secure-web.cisco.com/1abc/${encodeURIComponent(letter)}`,
  `https://can01.safelinks.protection.outlook.com/?url=${encodeURIComponent(`https://urldefense.com/v3/__${letter}__;!!a$`)}`,
])("%s leads to the portal", (wrapped) => {
  expect(unwrap(wrapped)).toBe(letter);
  expect(hostOf(wrapped)).toBe("prson-srpel.apps.cic.gc.ca");
  expect(unwrapLinks(`Sign in: ${wrapped} now`)).toBe(`Sign in: ${letter} now`);
});

test.each([
  ["https://protect-us.mimecast.com/s/AbC?domain=portal.attacker.example", "portal.attacker.example"],
  ["https://ca.protection.sophos.com/?d=portal.attacker.example&u=aHR0&p=m", "portal.attacker.example"],
  ["https://sites.google.com/view/portal", "sites.google.com"],
  [
    `https://mail.qq.com/cgi-bin/readtemplate?url=${encodeURIComponent(letter)}&gourl=https%3A%2F%2Fattacker.example`,
    "attacker.example",
  ],
])("%s leads to %s", (wrapped, host) => {
  expect(hostOf(wrapped)).toBe(host);
});

test.each([
  "https://protect-ca.mimecast.com/s/AbC",
  "https://urldefense.com/v3/abc",
  "https://can01.safelinks.protection.outlook.com/?url=%E0%A4%A",
  "ftp://evil.example/",
  "https://",
  "no link",
])("nobody knows where %s leads", (link) => {
  expect(hostOf(link)).toBeNull();
});

test.each<[string, readonly string[]]>([
  [`Sign in here: ${letter}`, []],
  ["Sign in here: https://evil.example/x", ["evil.example"]],
  ["Please log in to the portal:\n\nhttps://cic.gc.ca.evil.example", ["cic.gc.ca.evil.example"]],
  ["Ouvrez une session : http://evil.example.", ["evil.example"]],
  ["Read this first: https://evil.example/en/login", ["evil.example"]],
  ["Photographers: https://photos.example/list", []],
  ["Sign in https://www.canada.ca/en.html", []],
  ["Sign in, follow us: https://twitter.com/CitImmCanada", []],
])("%j asks to sign in outside the government's domains at %j", (text, hosts) => {
  expect(signInsOf(text, []).foreign).toEqual(hosts);
});

test("links of the HTML part count beside those of the text", () => {
  expect(signInsOf("no link", ["evil.example", "apps.cic.gc.ca"])).toEqual({
    own: ["apps.cic.gc.ca"],
    foreign: ["evil.example"],
  });
});

test("whatever stands in a text, undoing its wrappers ends", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(fc.webUrl(), fc.constantFrom("https://urldefense.com/v3/__", "__;", "%", "?url=", " ")),
        { maxLength: 20 },
      ),
      (parts) => {
        const once = unwrapLinks(parts.join(""));
        expect(typeof once).toBe("string");
        expect(signInsOf(once, []).foreign.every((host) => host !== "")).toBe(true);
      },
    ),
  );
});
