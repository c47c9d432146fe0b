import { globSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { cuts, findSecrets } from "../../src/domain/secrets.ts";
import { parseMessage } from "../../src/mailbox/parse.ts";

/** Found by looking everywhere. */
const everywhere = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(new RegExp(pattern.source, pattern.flags.replace("y", "g")))].map(([whole]) => whole);

const expectAllFound = (text: string): void => {
  for (const search of cuts)
    expect(findSecrets(text, search).map(([whole]) => whole)).toEqual(everywhere(text, search.pattern));
};

test("no secret of a letter is passed over for where it begins", async () => {
  for (const file of globSync("fixtures/letters/*/*.eml"))
    expectAllFound((await parseMessage(readFileSync(file), null)).text);
});

const scraps = [
  ..."PASSWORD|Mot de passe|mots de passe|pass code|pwd|UCI|IUC|Client ID|1122334466|11 2233 4466|passwd|<|Unique client identifier|client no|numéro de client".split(
    "|",
  ),
  ..."identificateur unique du client|Application number|file no.|CASE #|Numéro de demande|nº de la demande|n° du dossier".split(
    "|",
  ),
  ..."security code|one-time code|One time passcode|code d'accès|code personnel|code|user name|nom d’utilisateur|code d'utilisateur".split(
    "|",
  ),
  ..."İ|: | / |\n| is | (temporary)|1234-5678|12-3456-7890|E001234567|E 001 234 569|Fake9!x|https://a.example/x?t=1|me@example.org| ".split(
    "|",
  ),
  ..."\n-----\n|\n====\n|(copy it whole)|plum tree 70|Reference|1122.3344|EP00 112 233 44".split("|"),
];

test("an opening sign may be the first of a secret, or stand before it", () => {
  for (const text of ["PASSWORD (temporary)Fake9!x", "PASSWORD is (Fake9!x)", 'password was: "Fake9!x"'])
    expectAllFound(text);
});

test("nor of anything made of their words", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...scraps), { maxLength: 12 }), (parts) => {
      expectAllFound(parts.join(""));
    }),
    { numRuns: 2000 },
  );
});
