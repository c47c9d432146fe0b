import { expect, test } from "@jest/globals";
import { recognise } from "../../src/domain/recognise.ts";

const credentials = "User name: person@example.net. Temporary password: [password removed].";
const kindOf = (subject: string, text: string) => recognise(subject, text)?.kind ?? null;

test.each([
  ["Your account", `It opens the Employer Portal. ${credentials}`],
  ["Votre compte", `Il ouvre le portail des employeurs. ${credentials}`],
  ["Study permit: your account", `It was created for you. ${credentials}`],
  ["PR Portal", `Sign in to start your application. ${credentials}`],
])("a password for something else than the landing is none of the portal's: %s, %s", (subject, text) => {
  expect(kindOf(subject, text)).toBeNull();
});

test.each([
  ["Your account", `This is not your GCKey account. It opens the PR Confirmation Portal. ${credentials}`],
  [
    "Your account",
    `You hold a study permit. Declare your presence in Canada, address, photo. ${credentials}`,
  ],
  ["Your account", credentials],
  ["PR Portal", `Your study permit stays valid. ${credentials}`],
])(
  "what else it names takes nothing from a letter of the landing, nor does silence: %s, %s",
  (subject, text) => {
    expect(kindOf(subject, text)).toBe("portal2");
  },
);

const told = "In the PR Confirmation Portal you sign in with a user name and a temporary password.";

test.each([
  "This is general information.",
  "You do not need to do anything now.",
  "Vous n'avez rien à faire pour le moment.",
  "Ce message n'est pas une invitation.",
  "It is being created for you.",
  "Did you receive them?",
  "Your application was withdrawn.",
])("credentials that are only spoken of open nothing: %s", (text) => {
  expect(kindOf("PR Confirmation Portal", told)).toBe("portal2");
  expect(kindOf("PR Confirmation Portal", `${told} ${text}`)).toBeNull();
  expect(kindOf("PR Confirmation Portal", `${told} ${credentials} ${text}`)).toBe("portal2");
});

test("many a letter asks to sign in to the account that is there already", () => {
  const account = "Sign in to your existing PR Portal account.";
  const subject = "Your account";
  expect(kindOf(subject, `${account} Declare your presence in Canada, give an address, add a photo.`)).toBe(
    "portal2",
  );
  expect(kindOf(subject, `${account} Documents are missing: a photo, proof of address.`)).toBeNull();
  expect(kindOf(subject, `${account} You updated your address and your photo.`)).toBeNull();
  expect(kindOf(subject, "Sign in to your existing account, check your address, add a photo.")).toBeNull();
});

test("a question whether a letter came stands above many a reminder that sets a time", () => {
  const tasks = "Declare your presence in Canada, give your address and add a photo within 7 days.";
  expect(kindOf("Permanent residence", `Did you receive our message? ${told} ${tasks}`)).toBe("portal2");
});

const looks = "your height, eye colour, UCI and the date of your first entry";

test("Portal 1 asks now, for the landing", () => {
  expect(kindOf("Your landing", `Please reply to this e-mail with ${looks}.`)).toBe("portal1");
  expect(
    kindOf("Your landing", `When it is your turn, you will be asked to reply with ${looks}.`),
  ).toBeNull();
  expect(kindOf("Your turn", `We need ${looks}. Please do not send them now.`)).toBeNull();
  expect(kindOf("Your certificate of identity", `Please reply to this e-mail with ${looks}.`)).toBeNull();
});

test.each([
  "You changed your temporary password. Thank you for the address.",
  "Thank you for changing your temporary password.",
  "Vous avez changé votre mot de passe temporaire.",
])("a password that was changed is not wanted once more: %s", (done) => {
  const photo =
    "Your photo was rejected: please upload a new one in the PR Confirmation Portal, where you sign in.";
  expect(kindOf("Your photo", `${done} ${photo}`)).toBeNull();
  expect(kindOf("PR Portal", `${done} ${credentials}`)).toBe("portal2");
});

test("an answer about credentials brings some only if it says so", () => {
  const subject = "RE: New credentials for PR Confirmation Portal";
  expect(kindOf(subject, "Use the sign-in page. Your user name is your address.")).toBeNull();
  expect(kindOf(subject, `Here they are. ${credentials}`)).toBe("portal2");
});

test("what IRCC calls forged is no letter of its own, and a warning beside a genuine one takes nothing from it", () => {
  const warning = "An e-mail that asks for money was not sent by IRCC.";
  expect(kindOf("Your enquiry", `It was not sent by us. It asked you to reply with ${looks}.`)).toBeNull();
  expect(kindOf("Your landing", `Please reply to this e-mail with ${looks}. ${warning}`)).toBe("portal1");
  expect(kindOf("PR Portal", `${credentials} ${warning}`)).toBe("portal2");
});

test.each([
  "IRCC never asks for payments. Some people receive false e-mails: they did not come from us.",
  "Delete an e-mail that was not sent by IRCC.",
])("a warning takes nothing from an invitation: %s", (warning) => {
  const tasks =
    "Sign in with the account you already have, declare presence in Canada, your address and a photo.";
  expect(kindOf("PR Portal", `${tasks} ${warning}`)).toBe("portal2");
});

test("details for a form are not answered by e-mail", () => {
  const form = `Fill in the form again with ${looks}, and upload it.`;
  expect(kindOf("Your form", `${form} Do not reply to this e-mail.`)).toBeNull();
  const elsewhere = `Do not reply to this address. Send ${looks} to office@cic.gc.ca.`;
  expect(kindOf("Your landing", elsewhere)).toBe("portal1");
  expect(kindOf("PR Portal (PR confirmation)", elsewhere)).toBe("portal1");
});

test.each([
  [
    "RE: When will I get it?",
    "E-mails with a user name and temporary password are sent as files come up; we cannot say when yours will be.",
  ],
  [
    "Changes",
    "To representatives and stakeholders: clients who applied on paper get an e-mail asking for their UCI, eye colour, height and entry dates, and later a user name and temporary password.",
  ],
  [
    "Next steps",
    "Should it be approved, this is what you can expect: first an e-mail in which we ask for your UCI, eye colour, height and entry dates; then an e-mail with a temporary password.",
  ],
])("who tells what letters there will be sends none: %s", (subject, text) => {
  expect(kindOf(subject, text)).toBeNull();
});

test("what is for a member of the family is handed over, and has its account apart", () => {
  const text = `The following is for your husband, who has to confirm his permanent residence separately. ${credentials}`;
  expect(recognise("IRCC - Permanent Residence Portal (PR Confirmation)", text)?.subkind).toBe(
    "family_member",
  );
});

test.each([
  "An account was created for you in the Permanent Residence Confirmation Portal. You must change the temporary password within 14 days. You must also declare your presence in Canada, confirm your address and upload your photo.",
  "You may now access the Permanent Residence Confirmation Portal. Within 7 days, declare that you are in Canada, give us your mailing address and upload your photo.",
])("all three tasks of the portal are wanted, though nothing says to sign in: %s", (text) => {
  expect(recognise("New credentials for PR Confirmation Portal", text)?.kind).toBe("portal2");
});

test("the account that one applied in is one that the reader has", () => {
  const text =
    "Log in to the PR Portal (the one you applied in) and finish the section. You'll be asked if you are in Canada, where to send your card, and for a photo.";
  expect(recognise("Confirm your permanent residence", text)).toMatchObject({
    kind: "portal2",
    subkind: "existing_account",
  });
});

const identifiants = `Un compte a été ouvert pour vous dans le portail de confirmation de la résidence permanente.
Nom d'utilisateur : maria@example.com
Mot de passe temporaire : [password removed]`;

test.each([
  "Cette boîte n'est pas surveillée, prière de ne pas répondre.",
  "Cette adresse n'est plus surveillée.",
  "Le mot de passe doit être changé dans les 12 jours. Cette adresse ne peut pas recevoir de réponses.",
])("the first credentials stay the first, whatever mailbox is not read: %s", (end) => {
  expect(recognise("Portail RP (confirmation RP)", `${identifiants}\n\n${end}`)?.subkind).toBe("credentials");
});

test.each([
  "Votre premier mot de passe n'est plus valide.",
  "Le mot de passe que vous aviez ne fonctionne plus.",
  "Votre mot de passe précédent n'est pas le bon.",
])("given again, and why: %s", (why) => {
  expect(recognise("Portail RP (confirmation RP)", `${why}\n\n${identifiants}`)?.subkind).toBe("reissued");
});

test.each([
  "Le présent message vise un membre de votre famille : LUCA ROSSI (époux). Un compte distinct lui a été créé.",
  "Ce courriel vise votre époux, LUCA ROSSI.",
  "Un compte a été créé pour ce membre de la famille.",
])("whose account it is, in French: %s", (whose) => {
  const text = `${whose}\nNom d'utilisateur : luca@example.com\nMot de passe temporaire : [password removed]`;
  expect(recognise("Portail RP (confirmation RP)", text)?.subkind).toBe("family_member");
});
