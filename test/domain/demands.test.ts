import { expect, test } from "@jest/globals";
import { demandsIn } from "../../src/domain/demands.ts";

test.each([
  ["Pay the release fee of 250 dollars with Apple gift cards or Bitcoin.", ["gift cards"]],
  ["Call 1-888-555-0199 and give your card number to our officer.", ["card number"]],
  ["To activate it, reply with your password and your GCKey user name.", ["password"]],
  ["Please send us your user name and temporary password.", ["password"]],
  ["Envoyez-nous votre nom d’utilisateur et votre mot de passe.", ["mot de passe"]],
  ["Payez par carte-cadeau.", ["carte-cadeau"]],
])("IRCC never asks for it: %s", (text, what) => {
  expect(demandsIn(text)).toEqual(what);
});

test.each([
  "Never send us your password.",
  "Ne communiquez jamais votre mot de passe.",
  "Criminals ask for gift cards.",
  "We will send the temporary password in another e-mail.",
  "Sign in with the user name and the temporary password, and change the password.",
  "Reply to this e-mail with your UCI. Your user name and password follow.",
  "Your PR card number stands on the front of the card.",
  "Nous vous enverrons votre mot de passe.",
])("that is no demand: %s", (text) => {
  expect(demandsIn(text)).toEqual([]);
});
