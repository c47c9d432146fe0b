import { globSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { judgeHeaders } from "../../src/domain/candidate.ts";
import type { Message, Role } from "../../src/domain/letter.ts";
import { parseHeaders } from "../../src/mailbox/parse.ts";
import { aMessage } from "../helpers/samples.ts";

const context = {
  ownAddresses: ["me@example.org"],
  trustedForwarders: ["@consultant.example"],
  knownIds: new Set(["p1@cic.gc.ca"]),
};
const from = (address: string, part: Partial<Message> = {}) =>
  aMessage({ from: [{ name: "", address }], subject: "Hello", ...part });
const wanted = (message: Message, role: Role = "inbox") => judgeHeaders(message, role, context);
const office = [{ name: "", address: "portal@cic.gc.ca" }];

test.each<[string, Message]>([
  ["anything from IRCC", from("x@apps.cic.gc.ca")],
  ["a known phrase in the subject", from("a@example.net", { subject: "TR : E-COPR available for download" })],
  ["an answer to a known letter", from("a@example.net", { references: ["p1@cic.gc.ca"] })],
  ["anything from a trusted forwarder", from("ana@consultant.example")],
  ["a forward to oneself", from("me@example.org", { subject: "TR: lettre" })],
])("%s is fetched whole", (_what, message) => {
  expect(wanted(message)).toBe("whole");
  expect(wanted(message, "junk")).toBe("whole");
});

test.each<[string, Message]>([
  ["private mail", from("friend@example.net")],
  ["one's own mail", from("me@example.org")],
  ["a look-alike without a phrase", from("x@xcic.gc.ca")],
  ["our own reminder", from("x@cic.gc.ca", { headers: [{ name: "x-landfall-reminder", value: "1" }] })],
])("%s is left alone", (_what, message) => {
  expect(wanted(message)).toBe("no");
});

test("of what lies in Sent, only the headers of replies to IRCC are fetched", () => {
  expect(wanted(from("me@example.org", { to: office }), "sent")).toBe("headers");
  expect(wanted(from("me@example.org", { references: ["p1@cic.gc.ca"] }), "sent")).toBe("headers");
  expect(wanted(from("me@example.org", { subject: "Fwd: PR Confirmation Portal" }), "sent")).toBe("no");
});

type Beside = {
  readonly kind: string;
  readonly context?: {
    readonly ownAddresses?: readonly string[];
    readonly trustedForwarders?: readonly string[];
  };
};

const known = globSync("fixtures/letters/{portal1,portal2,ecopr,other_ircc,reply_bounced,own_reply}/*.eml");

test.each(known.toSorted())("%s is seen by its header alone", async (file) => {
  const { kind, context: settings } = JSON.parse(
    readFileSync(file.replace(/eml$/, "json"), "utf8"),
  ) as Beside;
  const message = await parseHeaders(readFileSync(file), null);
  const role = kind === "own_reply" ? "sent" : "inbox";
  const mine = { ownAddresses: [], trustedForwarders: [], knownIds: new Set<string>(), ...settings };
  expect(judgeHeaders(message, role, mine)).toBe(kind === "own_reply" ? "headers" : "whole");
});
