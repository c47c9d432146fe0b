import { expect, test } from "@jest/globals";
import { harmOf } from "../../src/domain/attachments.ts";

test.each([
  ["text/html", "sign-in.html", "html"],
  ["application/octet-stream", "Form.HTM", "htm"],
  ["text/html", "", "html"],
  ["image/svg+xml", "seal.svg", "svg"],
  ["application/x-zip-compressed", "documents", "zip"],
  ["application/pdf", "letter.pdf.exe ", "exe"],
  ["application/vnd.ms-word.document.macroEnabled.12", "eCoPR.docm", "docm"],
  ["application/octet-stream", "Portal.lnk.", "lnk"],
])("an attachment of type %s named %j can do harm: %s", (type, name, harm) => {
  expect(harmOf(type, name)).toBe(harm);
});

test.each([
  ["application/pdf", "IMM5667.pdf"],
  ["image/jpeg", "photo.jpg"],
  ["text/calendar", "invite.ics"],
  ["text/plain", "note.txt"],
  ["application/pkcs7-signature", "smime.p7s"],
  ["application/pgp-signature", "signature.asc"],
  ["application/ms-tnef", "winmail.dat"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "appendix.docx"],
])("one of type %s named %j cannot", (type, name) => {
  expect(harmOf(type, name)).toBeNull();
});
