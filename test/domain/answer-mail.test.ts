import { expect, test } from "@jest/globals";
import { commandIn, mayBeAnswer } from "../../src/domain/answer-mail.ts";
import { answerSubject } from "../../src/domain/answers.ts";
import type { Message } from "../../src/domain/letter.ts";
import { aMessage } from "../helpers/samples.ts";

const me = { name: "", address: "person@example.net" };
const answer = (more: Partial<Message> = {}): Message =>
  aMessage({ headers: [], from: [me], to: [me], subject: "Re: 2 days left", text: "done", ...more });
const isAnswer = (more: Partial<Message>): boolean => mayBeAnswer(answer(more), ["person@example.net"]);

test("only what the person wrote to themselves may be an answer", () => {
  expect(isAnswer({})).toBe(true);
  expect(isAnswer({ from: [{ name: "", address: "thief@evil.example" }] })).toBe(false);
  expect(isAnswer({ from: [me, { name: "", address: "thief@evil.example" }] })).toBe(false);
  expect(isAnswer({ to: [{ name: "", address: "friend@example.org" }] })).toBe(false);
  expect(isAnswer({ subject: "Fwd: 2 days left" })).toBe(false);
});

test.each([
  ["auto-submitted", "auto-replied"],
  ["precedence", "bulk"],
  ["list-id", "<list.example.org>"],
  ["x-landfall-reminder", "some-reminder"],
])("no machine answers: %s", (name, value) => {
  expect(isAnswer({ headers: [{ name, value }] })).toBe(false);
});

const mark = { reminderId: "r", token: "0123456789abcdef0123" };
const pressed = answerSubject({ verb: "done", tasks: ["photo"], ms: null }, mark);

test.each([
  "",
  "Sent from my phone",
  "\n-- \nA. Person\nTel. 555 0100",
  "Envoyé de mon iPhone",
  "发自我的iPhone",
  "Get Outlook for iOS",
])("a button's subject counts where the person wrote nothing: %j", (text) => {
  expect(commandIn({ subject: pressed, text })).toMatchObject({ verb: "done", tasks: ["photo"] });
});

test("what the person wrote says more than the subject that a button prepared", () => {
  expect(commandIn({ subject: `Re: ${pressed}`, text: "undo" })).toMatchObject({ verb: "undo" });
  expect(commandIn({ subject: pressed, text: "done photo\n\nA. Person\nTel. 555 0100" })).toMatchObject({
    verb: "done",
  });
  for (const text of ["wait, the upload failed", "not sure it worked\n\ndone photo"])
    expect(commandIn({ subject: pressed, text })).toBeNull();
  expect(commandIn({ subject: "Re: 2 days left", text: "> done" })).toBeNull();
});
