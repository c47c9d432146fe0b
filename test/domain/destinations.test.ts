import { expect, test } from "@jest/globals";
import { foreignDestinations } from "../../src/domain/destinations.ts";

const known = ["maria@example.com", "anna@lawyer.example"];
const asks = (text: string, links: readonly string[] = [], isProved = true) =>
  foreignDestinations({ text, links, known, isProved });

test.each([
  ["Please reply with your full name and UCI to pr.officer@gmail.com within 5 days."],
  ["Send your answers to:\n\npr.officer@gmail.com"],
  ["Please e-mail your details to pr.officer [at] gmail.com"],
  ["Do not reply to this e-mail. Instead, send your details to our secure address: pr.officer@gmail.com"],
  ["Veuillez faire parvenir les documents à l'adresse suivante : pr.officer@gmail.com"],
  ["Your photo must be sent to pr.officer@gmail.com as an attachment."],
  ["Please e-mail to pr.officer@gmail.com your full name and UCI."],
  ["Please email pr.officer@gmail.com with your date of birth."],
])("a request to write elsewhere is seen: %s", (text) => {
  expect(asks(text)).toEqual(["pr.officer@gmail.com"]);
});

test("so is a link that writes elsewhere, and a messenger", () => {
  expect(asks("Reply to this email.", ["mailto:pr.officer@gmail.com"])).toEqual(["pr.officer@gmail.com"]);
  expect(asks("Please send the information through WhatsApp to +1 555 0100.")).toEqual(["whatsapp"]);
});

test.each([
  ["User name: maria.other@gmail.com\nTemporary password: [password removed]"],
  ["We will send your credentials to maria.other@gmail.com once we have your answer."],
  ["A copy was sent to your representative at john@firm.example. Please reply to this email."],
  ["Please reply with your email address (for example name@gmail.com)."],
  ["Never send your details to an address such as ircc@gmail.com."],
  ["Please send your answer to IRCC.PRConfirmation@cic.gc.ca."],
  ["Please send your answer to Anna at anna@lawyer.example."],
  ["This message was sent to maria.other@gmail.com. To write to us, use the web form."],
])("an address that is only named is none: %s", (text) => {
  expect(asks(text)).toEqual([]);
});

test.each([
  ["Contact: pr.officer@gmail.com\n\nWe need your name and UCI.", "pr.officer@gmail.com"],
  ["Your officer: pr.officer [at] gmail [dot] com", "pr.officer@gmail.com"],
  ["Our WhatsApp is +1 437 555 0142.", "whatsapp"],
  ["Nous sommes sur WeChat : +1 437 555 0142", "wechat"],
  ["Text 437-555-0142 and an agent calls you.", "text"],
])("whom to turn to is a destination where nothing proves the sender: %j", (text, place) => {
  expect(asks(text, [], false)).toEqual([place]);
  expect(asks(text)).toEqual([]);
});

test.each([
  ["IRCC never writes to you on WhatsApp, nor from +1 437 555 0142."],
  ["User name: maria.other@gmail.com"],
  ["Call us at 1-888-242-2100. The text of this letter is in both languages."],
  ["Contact: IRCC.PRConfirmation@cic.gc.ca"],
])("what is no contact of somebody else's is none: %j", (text) => {
  expect(asks(text, [], false)).toEqual([]);
});
