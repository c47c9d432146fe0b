import { expect, test } from "@jest/globals";
import { mendAddresses } from "../../src/domain/broken-addresses.ts";

test.each([
  ["Sign in at portal[.]attacker[.]example/login (remove the brackets).", "portal.attacker.example/login"],
  ["hxxps://portal.attacker.example/login", "portal.attacker.example/login"],
  ["Open portal(dot)attacker(dot)example", "portal.attacker.example"],
  ["Go to portal dot attacker dot example now", "portal.attacker.example"],
  ["Allez à attacker point com", "attacker.com"],
  ["https[:]//attacker.example", "attacker.example"],
  ["Open https:// portal . attacker . com", "portal.attacker.com"],
  ["Open attack\u00ADer\u200B.example (dot) com", "attacker.example.com"],
])("an address that was broken is mended: %j", (text, address) => {
  expect(mendAddresses(text)).toContain(`https://${address}`);
});

test.each([
  ["Un point important, and the dot above it."],
  ["Write to records [at] attacker[.]example"],
  ["See section 3. It is in www.canada.ca."],
])("what is no address stays: %j", (text) => {
  expect(mendAddresses(text)).toBe(text);
});
