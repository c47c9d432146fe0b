import { expect, test } from "@jest/globals";
import { errandsIn } from "../../src/domain/errands.ts";

test.each([
  ["If you cannot sign in, call 437-555-0142.", "437-555-0142"],
  ["Please call our officer:\n\n+1 (437) 555-0142", "+1 (437) 555-0142"],
  ["Contact the landing desk at 1 437 555 0142 to finish.", "1 437 555 0142"],
  ["Appelez le 437 555-0142 pour activer votre compte.", "437 555-0142"],
  ["Mail your passport and two photos to:\n\nLanding Office, 12 Elm Street, Toronto", "12 elm street"],
  ["You have to courier the signed form to Suite 400, 99 Bay Road.", "suite 400"],
  ["Veuillez envoyer votre passeport au 12, rue des Pins, Laval.", "12, rue des pins"],
  ["A payment of CAD 250 releases the eCoPR.", "payment"],
  ["Transfer the fee by Interac.", "interac"],
  ["Veuillez payer 85 $ pour la livraison.", "payer"],
])("a portal letter does not send anybody there: %j", (text, where) => {
  expect(errandsIn(text)).toEqual([where]);
});

test.each([
  ["Call us at 1-888-242-2100 (in Canada only)."],
  ["Composez le 1 800 622-6232 (1 800 O-Canada)."],
  ["Reply with your telephone number. An officer may call you at 437-555-0142."],
  ["We will mail your PR card to 12 Elm Street, Toronto."],
  ["Your PR card will be mailed to 12 Elm Street, Toronto."],
  ["Send us your address, for example 12 Elm Street. Nothing is sent by post: we will mail your card."],
  ["Return the card to P.O. Box 10000, Sydney, NS B1P 7C1."],
  ["Pay the right of permanent residence fee of $575 online."],
  ["You do not have to pay anything. Never pay $500 to anybody."],
  ["Do not call 437-555-0142, it is a fraud."],
  ["Date: 2026-11-23. Office number 0042."],
])("that is none of it: %j", (text) => {
  expect(errandsIn(text)).toEqual([]);
});
