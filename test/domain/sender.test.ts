import { expect, test } from "@jest/globals";
import { isAligned, isIrccAddress, isIrccDomain, isListed } from "../../src/domain/sender.ts";

test.each(["cic.gc.ca", "CIC.gc.ca", "cic.gc.ca.", "bwf-feib.apps.cic.gc.ca"])("%s is IRCC's", (domain) => {
  expect(isIrccDomain(domain)).toBe(true);
});

test.each([
  "xcic.gc.ca",
  "cic.gc.ca.example",
  "gc.ca",
  "cic-gc.ca",
  "",
  ".cic.gc.ca.evil",
  "xn--cc-nja.gc.ca",
])("%s is not IRCC's", (domain) => {
  expect(isIrccDomain(domain)).toBe(false);
});

test("what follows the last @ is the domain", () => {
  expect(isIrccAddress('"a@cic.gc.ca"@example.net')).toBe(false);
  expect(isIrccAddress("someone@cic.gc.ca")).toBe(true);
});

test("an entry is an address or the whole of a domain", () => {
  expect(isListed("Ana@Consult.example", ["ana@consult.example"])).toBe(true);
  expect(isListed("ana@consult.example", ["@consult.example"])).toBe(true);
  expect(isListed("ana@not-consult.example", ["@consult.example"])).toBe(false);
  expect(isListed("", [""])).toBe(false);
});

test("domains align by whole labels", () => {
  expect(isAligned("a.cic.gc.ca", "b.cic.gc.ca")).toBe(true);
  expect(isAligned("mail.example.org", "example.org")).toBe(true);
  expect(isAligned("a.example.org", "b.example.org")).toBe(true);
  expect(isAligned("a.co.uk", "b.co.uk")).toBe(false);
  expect(isAligned("cic.gc.ca", "cra-arc.gc.ca")).toBe(false);
  expect(isAligned("cic.gc.ca", "gc.ca")).toBe(false);
  expect(isAligned("cic.gc.ca", "ca")).toBe(false);
});
