import { expect, test } from "@jest/globals";
import { foreignNameOf, looksLikeIrcc, poseOf } from "../../src/domain/look-alike.ts";

test.each([
  "xcic.gc.ca",
  "cicc.gc.ca",
  "clc.gc.ca",
  "cic.qc.ca",
  "cic.gc.ca.example",
  "cic-gc.ca",
  "cic-gc-ca.example",
  "cicgc.ca",
  "ircc-portal.com",
  "portal.ircc.example",
  "xn--ic-nmc.gc.ca",
  "xn--cc-i5c.gc.ca",
  "secure.cic.gc.com",
])("%s looks like IRCC's", (domain) => {
  expect(looksLikeIrcc(domain)).toBe(true);
});

test.each([
  "cic.gc.ca",
  "apps.cic.gc.ca",
  "canada.ca",
  "cra-arc.gc.ca",
  "gmail.com",
  "xn--caf-dma.fr",
  "circle.com",
  "",
])("%s does not", (domain) => {
  expect(looksLikeIrcc(domain)).toBe(false);
});

test("a sender poses as IRCC by name or by an address that looks like its own", () => {
  const pose = (name: string, address: string) => poseOf({ name, address })?.why ?? null;
  expect(pose("x@cic.gc.ca", "a@example.net")).toMatch(/is named/);
  expect(pose("Immigration, Réfugiés et Citoyenneté Canada", "a@example.net")).toMatch(/is named/);
  expect(pose("", "a@cic-gc-ca.example")).toMatch(/looks like/);
  expect(pose("", "portal.ircc@gmail.com")).toMatch(/looks like/);
  expect(pose("IRCC", "a@cic.gc.ca")).toBeNull();
  expect(pose("IRCC", "donotreply@canada.ca")).toBeNull();
  expect(pose("Maple Immigration Canada", "office@example.net")).toBeNull();
});

test("a name that shows an address outside the government's domains is foreign", () => {
  expect(foreignNameOf({ name: "officer@ircc.example", address: "x@cic.gc.ca" })).toBe(
    "officer@ircc.example",
  );
  expect(foreignNameOf({ name: "IRCC.Other@cic.gc.ca", address: "x@cic.gc.ca" })).toBeNull();
  expect(foreignNameOf({ name: "IRCC / CIC", address: "x@cic.gc.ca" })).toBeNull();
});
