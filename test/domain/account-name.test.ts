import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { accountIn } from "../../src/domain/account-name.ts";

const labels =
  "User name|Username|USER NAME|Your user name|user-name|User ID|Login ID|Sign-in name|User\nname|Nom d’utilisateur|Votre nom d'utilisateur|Nom d?utilisateur|Code d’utilisateur|User name / Nom d’utilisateur|*User name*|User name (your e-mail)|Nom d’utilisateur (adresse courriel)".split(
    "|",
  );
const betweens = [
  ..." ........ ~ . . . . ~ …… ~: ~ : ~ ~\u00A0: ~：~ = ~ | ~\t~ - ~ – ~\n~\n\n~:\n> ~ is ~ is: ~ est ~ est : ~ will be ~: <~: <mailto:~ (~ “~ « ~, ".split(
    "~",
  ),
  " is your email address (",
  " is your e-mail address, ",
  " is the email address that you gave us: ",
  " is the e-mail address\nthat you provided in your reply: ",
  " for the Permanent Residence Confirmation Portal: ",
  " for the portal will be ",
  " has not changed and is still ",
  " was changed to ",
  " and temporary password are below:\n",
  " | Temporary password\n",
  "\nTemporary password\n",
  " est l’adresse courriel que vous avez fournie : ",
  " pour le portail est toujours ",
] as const;
const signIns =
  "Account: |Account (|Account name: |Account\n|Login: |Log in with |Log in using: |Login\n|Sign in with |Sign in as |Signed in as |Sign in to your account with |User: |An account was created for you under |An account has been created for |Identifiant : |Identifiant de connexion : |Compte : |Votre compte : |Connectez-vous avec |Nom de compte : |Account holder: |Credentials: |Log on to it as |Log on with |Sign in to the Permanent Residence Confirmation Portal with the account you already have, |Sign in with the email address you gave us: |Your account is registered under |It is registered to |The account is linked to the e-mail address |The account is associated with |To sign in, enter |Email address used: |Connectez-vous au portail avec le compte que vous avez déjà, |Le compte est lié à l’adresse courriel |Votre compte est enregistré sous |Il est enregistré au nom de |Pour ouvrir une session, saisissez |Vous pouvez vous y connecter avec |Adresse courriel utilisée : |Titulaire du compte : ".split(
    "|",
  );
const behind = [
  "",
  ".",
  ")",
  ">",
  "\nTemporary password: Fake-1!",
  " and the password below.",
  " | Fake-1!",
  "\n\nQuestions? help@desk.example",
];

const letters = "a b c d e f g h i j k l m n o p q r s t u v w x y z".split(" ");
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 });
/** Such as joshua.okafor+pr7@mail.example. */
const name = fc
  .tuple(
    word,
    fc.constantFrom("", ".", "_", "-", "+", "'"),
    word,
    fc.nat(99),
    fc.constantFrom("gmail.com", "mail.example", "a.co", "sub.mail-host.example.org"),
  )
  .map(([first, joint, last, number, host]) => `${first}${joint}${last}${number}@${host}`);

describe("the whole address is the account", () => {
  test("whatever stands between it and its label", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...labels),
        fc.constantFrom(...betweens),
        name,
        fc.constantFrom(...behind),
        (label, between, account, rest) => {
          expect(accountIn([`An account was made.\n\n${label}${between}${account}${rest}`])).toBe(account);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test("also where it is not called a user name", () => {
    fc.assert(
      fc.property(fc.constantFrom(...signIns), name, fc.constantFrom(...behind), (words, account, rest) => {
        expect(accountIn([`The portal is open.\n\n${words}${account}${rest}`])).toBe(account);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    "maria@mail.example is your user name.",
    "Use maria@mail.example as your user name.",
    "« maria@mail.example » est votre nom d’utilisateur.",
    "The portal is ready: use maria@mail.example to log in.",
    "Enter maria@mail.example and the temporary password below.",
    "Utilisez l’adresse courriel maria@mail.example pour vous connecter.",
  ])("where the label stands behind: %j", (text) => {
    expect(accountIn([text])).toBe("maria@mail.example");
  });
});

test("what is called a user name goes before what belongs to a sign-in", () => {
  expect(accountIn(["Log in with the account office@firm.example", "User name: Maria@Mail.Example"])).toBe(
    "maria@mail.example",
  );
});

test.each([
  "If you forgot your user name, contact x@desk.example.",
  "If you forgot your user name write to x@desk.example",
  "Forgot your user name? x@desk.example",
  "For help with your user name: x@desk.example",
  "Questions about your user name: x@desk.example",
  "If your user name does not work, our team is at x@desk.example",
  "Your user name and password will come from x@desk.example.",
  "Your user name was sent to x@desk.example",
  "Your user name is not x@desk.example.",
  "Your user name is your email address. Questions: x@desk.example",
  "User name: the one that you chose\nTemporary password: x@desk.example",
  "User name: the one that you chose\nOffice: x@desk.example",
  "User name\nyour e-mail address\nTemporary password\nx@desk.example",
  "Keep your user name safe\n\nx@desk.example",
  "Si vous avez oublié votre nom d’utilisateur, écrivez à x@desk.example",
  "Your account is explained at x@desk.example",
  "To open an account, contact x@desk.example",
  "Sign in to the portal. x@desk.example",
  "IRCC never asks for your account. Report it to x@desk.example",
  "Your account was closed by x@desk.example",
  "Your former user name: x@desk.example",
  "User name: help@cic.gc.ca",
  "Write to x@desk.example",
  "Subject: New credentials for PR Confirmation Portal\nTo: x@desk.example",
  "> Subject: Sign in to your account\n> To: <x@desk.example>",
  "If you cannot sign in, use x@desk.example.",
  "If you have no account, use x@desk.example to ask for one.",
  "Your representative is registered under x@desk.example.",
  "Your consultant's account is linked to x@desk.example.",
  "Your application is linked to the e-mail address x@desk.example.",
  "E-mail address used for replies: x@desk.example",
  "Your credentials were sent to x@desk.example.",
  "To sign in for somebody else, use the representative portal: x@desk.example",
  "Use x@desk.example and attach the photo.",
  "Si vous ne pouvez pas vous connecter, utilisez x@desk.example.",
  "Adresse courriel utilisée par notre bureau : x@desk.example",
])("%j names no account", (text) => {
  expect(accountIn([text])).toBeNull();
});

test("the account is not the help desk of the same sentence", () => {
  expect(
    accountIn([
      "If joshua@mail.example is not your user name, contact x@desk.example. Your user name is maria@mail.example; questions go to x@desk.example.",
    ]),
  ).toBe("maria@mail.example");
});
