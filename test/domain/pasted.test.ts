import { expect, test } from "@jest/globals";
import { judge, type ReadingContext } from "../../src/domain/classify.ts";
import type { Finding } from "../../src/domain/letter.ts";
import { redact } from "../../src/domain/redact.ts";
import { aMessage } from "../helpers/samples.ts";

const context: ReadingContext = {
  ownAddresses: ["maria@example.com"],
  trustedForwarders: ["anna@lawyer.example"],
  authservId: "mx.example.com",
  timeZone: "America/Toronto",
};

const read = (text: string, subject = "voilà", address = "anna@lawyer.example"): Finding => {
  const headers = [{ name: "authentication-results", value: "mx.example.com; dmarc=pass" }];
  const message = aMessage({ from: [{ name: "Anna", address }], subject, text, headers });
  return judge({ message: redact(message).message, role: "inbox", knownPortal1: new Set() }, context);
};

const portal2 = `An account was created for you in the Permanent Residence Confirmation Portal.
User name: maria@example.com
Temporary password: FAKE-Pasted-1
Please change your password, declare your presence in Canada, confirm your address and upload your photo.
`;
const details =
  "full name, e-mail address, date of first entry, date and place of last entry, eye colour, height, address";
const portal1 = `To confirm your permanent residence online, reply to this email with: ${details}.\n`;
const ecopr = "Your eCoPR is now available for download in the Permanent Residence Confirmation Portal.\n";
const signature = "\nImmigration, Refugees and Citizenship Canada\n";

test.each([
  ["Portal 2", portal2],
  ["Portal 2 below a word of theirs", `Hi Maria,\nI just received this for you.\n\n${portal2}`],
  ["Portal 1, signed by IRCC", portal1 + signature],
  ["an eCoPR letter, signed by IRCC", ecopr + signature],
])(
  "%s that somebody trusted pasted into a mail of theirs is not passed over, and moves nothing",
  (_what, text) => {
    for (const subject of ["voilà", "RE: any news?", "Fwd: for you"]) {
      const { kind, subkind, trust, tasks, forwardedBy, why } = read(text, subject);
      expect({ kind, subkind, tasks }).toEqual({ kind: "other_ircc", subkind: "unknown", tasks: [] });
      expect({ trust, forwardedBy }).toEqual({ trust: "unverified", forwardedBy: "anna@lawyer.example" });
      expect(why.join()).toContain("is it about your application?");
    }
  },
);

test.each([
  ["asks for what Portal 1 asks for", `For the portal I need from you: ${details}. Please reply by Friday.`],
  ["tells that the eCoPR is there", `Good news: ${ecopr}Print it, and call me.`],
  [
    "says what to do in the portal",
    "Your account in the PR Confirmation Portal is ready. Sign in, change the temporary password that IRCC sent you, declare your presence and upload your photo within 7 days.",
  ],
  [
    "gives access to a portal of their own",
    "We made you an account in our client portal, where you follow your IRCC application. User name: maria. Temporary password: FAKE-Client-1.",
  ],
])("a consultant who %s in their own words writes no letter", (_what, text) => {
  expect(read(text).kind).toBe("not_ircc");
});

test("what a stranger pastes is none either", () => {
  expect(read(portal2, "voilà", "eve@else.example").kind).toBe("not_ircc");
});

const forwards = (levels: number): string =>
  levels === 0
    ? portal2
    : `See below.\n\n---------- Forwarded message ---------\nFrom: ${levels === 1 ? "IRCC <x@cic.gc.ca>" : "Anna <anna@lawyer.example>"}\nDate: Mon, Nov 2, 2026 at 9:58 AM\nSubject: Fwd: New credentials for PR Confirmation Portal\nTo: <maria@example.com>\n\n${forwards(levels - 1)}`;

test.each([1, 4, 5, 10])("a letter forwarded %d times is read", (levels) => {
  expect(read(forwards(levels))).toMatchObject({ kind: "portal2", subkind: "credentials", forwarded: true });
});

test("one forwarded more often than is read is told of", () => {
  expect(read(forwards(40))).toMatchObject({ kind: "other_ircc", subkind: "unknown", forwarded: true });
  expect(read(forwards(40).replaceAll("x@cic.gc.ca", "bob@shop.example")).kind).toBe("not_ircc");
});
