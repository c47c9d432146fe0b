import { expect, test } from "@jest/globals";
import { TransmitError, type SmtpOptions } from "../../src/delivery/connection.ts";
import { sendFailure } from "../../src/delivery/refusal.ts";

const server: SmtpOptions = {
  host: "smtp.gmail.com",
  port: 465,
  security: "tls",
  user: "maria@example.com",
  password: "secret",
};
const mail = { from: "maria@example.com", to: "maria@example.com" };

const told = (fields: object, message = "it failed"): string =>
  sendFailure(Object.assign(new Error(message), fields), server, mail).message;

test.each([
  [{ code: "EDNS", originalCode: "EAI_AGAIN" }, "cannot be looked up just now"],
  [{ code: "ETIMEDOUT", originalCode: "GREETING_TIMEOUT" }, "no answer from"],
  [{ code: "ESOCKET", originalCode: "EHOSTUNREACH" }, "no answer from"],
  [{ code: "ESOCKET", originalCode: "ECONNRESET" }, "before the mail was handed over"],
  [{ code: "ETLS", originalCode: "CERT_HAS_EXPIRED" }, "certificate is not trusted"],
  [{ code: "ETLS", originalCode: "ERR_TLS_CERT_ALTNAME_INVALID" }, "certificate is not trusted"],
])("%j is told in plain words", (fields, words) => {
  expect(told(fields)).toContain(words);
});

test("a provider that wants app passwords is known", () => {
  const refusal = { code: "EAUTH", responseCode: 535, response: "535 5.7.8 no", command: "AUTH PLAIN" };
  expect(told(refusal)).toContain("app password");
});

test("what a provider means is told in plain words, with its own", () => {
  const disabled =
    "535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [X.PROD.OUTLOOK.COM]";
  const refusal = { code: "EAUTH", responseCode: 535, response: disabled, command: "AUTH PLAIN" };
  expect(told(refusal)).toContain(`takes no passwords from programs any more ("${disabled}")`);
});

test("a login at a bad time is no wrong login, whatever its code", () => {
  const response = "535 5.7.0 Too many login attempts, please try again later";
  const error = Object.assign(new Error("x"), {
    code: "EAUTH",
    responseCode: 535,
    response,
    command: "AUTH PLAIN",
  });
  expect(sendFailure(error, server, mail)).toMatchObject({ permanent: false, everyMail: true });
  expect(sendFailure(error, server, mail).message).toMatch(/too many sign-ins.*Landfall tries again$/);
});

test("what nobody foresaw is told as it came, and is tried again", () => {
  expect(told({}, "odd")).toBe("sending a mail through smtp.gmail.com:465: odd; Landfall tries again");
  expect(sendFailure("odd", server, mail).message).toContain(": odd;");
});

test("a greeting of 554 is no refusal of the mail", () => {
  const greeting = { code: "EPROTOCOL", responseCode: 554, response: "554 no service", command: "CONN" };
  expect(sendFailure(Object.assign(new Error("x"), greeting), server, mail).permanent).toBe(false);
});

test("an answer after the mail was handed over is known, silence is not", () => {
  const answered = Object.assign(new Error("x"), {
    responseCode: 451,
    response: "451 later",
    command: "DATA",
  });
  expect(sendFailure(new TransmitError(answered, true), server, mail).unknown).toBe(false);
  expect(sendFailure(new TransmitError(new Error("gone"), true), server, mail).unknown).toBe(true);
});
