import { globSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { hasKnownPhrase } from "../../src/domain/candidate.ts";
import { searchTerms } from "../../src/domain/search-terms.ts";
import { parseHeaders } from "../../src/mailbox/parse.ts";

test("the server's search finds every known subject, and asks in ASCII", async () => {
  for (const term of searchTerms.subject) expect(term).toMatch(/^[ -~]+$/);
  for (const file of globSync("fixtures/letters/{portal1,portal2,ecopr}/*.eml")) {
    const { subject } = await parseHeaders(readFileSync(file), null);
    const found = searchTerms.subject.some((term) => subject.toLowerCase().includes(term.toLowerCase()));
    if (hasKnownPhrase(subject)) expect({ subject, found }).toEqual({ subject, found: true });
  }
});
