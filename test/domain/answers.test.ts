import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  answerSubject,
  canonical,
  ownLineOf,
  readAnswerSubject,
  readCommand,
  type Command,
} from "../../src/domain/answers.ts";
import { tasks } from "../../src/domain/letter.ts";

const readText = (text: string): Command | null => {
  const line = ownLineOf(text);
  return line === null ? null : readCommand(line);
};

const mark = { reminderId: "3f2a-credentialed.photo.rung-2d", token: "0123456789abcdef0123" };

test.each([
  ["done photo", "done photo"],
  ["Done.", "done"],
  ["Photo done!", "done photo"],
  ["I'm done with the photo, thanks", "done photo"],
  ["done photo and address", "done address photo"],
  ["done all", "done all"],
  ["I have printed it", "done print"],
  ["fini", "done"],
  ["fait", "done"],
  ["Terminé", "done"],
  ["C'est fait, merci", "done"],
  ["j'ai fini l'adresse", "done address"],
  ["mot de passe terminé", "done password"],
  ["J’ai répondu", "done reply"],
  ["照片完成", "done photo"],
  ["完成", "done"],
  ["照片已经完成了", "done photo"],
  ["全部完成。", "done all"],
  ["undo photo", "undo photo"],
  ["not done yet", "undo"],
  ["pas encore fait", "undo"],
  ["照片还没完成", "undo photo"],
  ["snooze 1 day", "snooze 1 day"],
  ["snooze photo 6h", "snooze photo 6 hours"],
  ["Remind me tomorrow", "snooze 1 day"],
  ["later", "snooze"],
  ["plus tard", "snooze"],
  ["Rappelez-moi dans 2 heures", "snooze 2 hours"],
  ["rappelle-moi demain", "snooze 1 day"],
  ["稍后", "snooze"],
  ["两天后再提醒我", "snooze 2 days"],
  ["STOP", "stop"],
  ["stop photo", "stop photo"],
  ["arrêtez", "stop"],
  ["停止提醒", "stop"],
])("“%s” is understood as “%s”", (line, meaning) => {
  const command = readCommand(line);
  expect(command && canonical(command)).toBe(meaning);
});

test.each([
  "",
  "done?",
  "done photo, but the address does not work",
  "I will be done tomorrow",
  "done snooze",
  "photo",
  "ok thanks",
  "don't stop",
  "the donest photograph",
  "snooze 6h 2 days",
  "done ".repeat(60),
])("“%s” is not half understood", (line) => {
  expect(readCommand(line)).toBeNull();
});

test("the first line that is not empty counts alone", () => {
  expect(readText("\n  \ndone photo\nundo address\n-- \nSent from my phone")).toMatchObject({
    verb: "done",
    tasks: ["photo"],
  });
});

test("what is quoted is ignored, also where nothing else stands", () => {
  expect(readText("> done photo\n")).toBeNull();
  expect(
    readText("fini\n\nLe mer. 25 nov. 2026 à 10:00, Landfall <a@b.example> a écrit :\n> stop"),
  ).toMatchObject({ verb: "done" });
  expect(readText("On Wed, 25 Nov 2026 at 10:00, Landfall <a@b.example> wrote:\n> done photo")).toBeNull();
  expect(
    readText("From: Landfall <a@b.example>\nSent: Wednesday\nTo: me\nSubject: 2 days left\n\ndone photo"),
  ).toBeNull();
});

test("a prepared subject is read back as it was made, whatever a mail program puts before it", () => {
  const command = fc.record({
    verb: fc.constantFrom("done", "undo", "stop" as const),
    tasks: fc.oneof(
      fc.constant("all" as const),
      fc.subarray([...tasks]).map((some) => tasks.filter((task) => some.includes(task))),
    ),
    ms: fc.constant(null),
  });
  const snooze = fc.integer({ min: 1, max: 999 }).map((hours) => ({
    verb: "snooze" as const,
    tasks: ["photo" as const],
    ms: hours * 3_600_000,
  }));
  fc.assert(
    fc.property(fc.oneof(command, snooze), fc.constantFrom("", "Re: ", "RE : "), (said, prefix) => {
      expect(readAnswerSubject(prefix + answerSubject(said as Command, mark))).toEqual({
        ...mark,
        command: said,
      });
    }),
  );
});

test("any other subject is no prepared answer", () => {
  expect(readAnswerSubject("Re: 2 days left: upload your photo")).toBeNull();
  expect(readAnswerSubject("Landfall: done photo [id~short]")).toBeNull();
  expect(readAnswerSubject(`Landfall: done the thing [${mark.reminderId}~${mark.token}]`)).toEqual({
    ...mark,
    command: null,
  });
});

test("whatever is written is read in no time, and never breaks", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (line) => {
      readCommand(line);
      readAnswerSubject(line);
    }),
  );
});
