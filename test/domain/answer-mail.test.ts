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

test("a line in the mail says more than the subject that a button prepared", () => {
  const mark = { reminderId: "r", token: "0123456789abcdef0123" };
  const subject = answerSubject({ verb: "done", tasks: ["photo"], ms: null }, mark);
  expect(commandIn({ subject, text: "" })).toMatchObject({ verb: "done", tasks: ["photo"] });
  expect(commandIn({ subject, text: "Sent from my phone" })).toMatchObject({
    verb: "done",
    tasks: ["photo"],
  });
  expect(commandIn({ subject: `Re: ${subject}`, text: "undo" })).toMatchObject({ verb: "undo" });
  expect(commandIn({ subject: "Re: 2 days left", text: "> done" })).toBeNull();
});
