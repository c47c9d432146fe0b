import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { answerSubject, type Command } from "../../src/domain/answers.ts";
import type { Header, Message, Role } from "../../src/domain/letter.ts";
import { windowsOf } from "../../src/domain/windows.ts";
import { answeredReminder, toAnswer } from "../../src/flow/answer.ts";
import { settleAnswers, type AnswerPorts } from "../../src/flow/settle-answers.ts";
import { answerToken } from "../../src/flow/identity.ts";
import { SendFailure } from "../../src/flow/ports.ts";
import { replanNotes } from "../../src/flow/notes.ts";
import { remind } from "../../src/flow/remind.ts";
import { replan } from "../../src/flow/replan.ts";
import { openWorld, type World } from "../helpers/ports.ts";
import { aFinding, aLetter, aMessage } from "../helpers/samples.ts";
import { after, days, event, hours, monday } from "../helpers/world.ts";

const person = { name: "", address: "person@example.net" };
const key = new Uint8Array(32).fill(7);
const portal2 = event("credentialed", monday);
const opening = `${portal2.id}.password.opening`;
let world: World;

beforeEach(async () => {
  world = await openWorld();
  await world.ledger.openCase({ id: "case-1", label: "person@example.net", mailbox: "person@example.net" });
  await world.ledger.append(portal2);
  await replan(world.ports, "case-1");
  await remind(world.ports, opening);
  world.outbox.mails.splice(0);
  world.clock.set(after(hours(1)));
});
afterEach(async () => world[Symbol.asyncDispose]());

const ask = () => ({
  ...world.ports,
  key,
  mailboxName: "person@example.net",
  verifier: null,
  reading: {
    ownAddresses: ["person@example.net"],
    trustedForwarders: [],
    authservId: "mx.example.net",
    timeZone: "America/Toronto",
  },
});
const ports = (): AnswerPorts => ({ ...world.ports, messageIdDomain: "landfall.example" });

let number = 0;
const reply = (text: string, more: Partial<Message> = {}): Message =>
  aMessage({
    headers: [],
    from: [person],
    to: [person],
    messageId: `answer-mail-${(number += 1)}@example.net`,
    subject: "Re: Portal 2 arrived",
    references: [`${opening}@landfall.example`],
    internalDate: world.clock.now(),
    text,
    ...more,
  });

const comes = async (message: Message, role: Role = "inbox"): Promise<boolean> => {
  const place = { folder: "INBOX", role, uid: 1, uidValidity: "1" };
  const answer = await toAnswer(ask(), { message, place, bodyFetched: true });
  if (answer !== null) await world.ledger.store([], null, [answer]);
  await settleAnswers(ports());
  return answer !== null;
};

const open = async (): Promise<readonly string[]> =>
  windowsOf(await world.ledger.events("case-1"), "America/Toronto", world.clock.now())
    .filter(({ state }) => state === "open")
    .map(({ task }) => task);
const subjects = (): readonly string[] => world.outbox.mails.map(({ subject }) => subject);
const plannedTasks = async (): Promise<ReadonlySet<string>> =>
  new Set(
    (await replan(world.ports, "case-1")).planned.flatMap(({ notices }) => notices.map(({ task }) => task)),
  );

test("a plain reply marks the task as done, and is confirmed once with how to undo it", async () => {
  const message = reply("done photo\n\n> 2 days left");
  await comes(message);
  await comes(message, "sent");
  expect(await open()).toEqual(["password", "presence", "address"]);
  expect(subjects()).toEqual(["Landfall: noted as done: upload your photo"]);
  expect(world.outbox.mails[0]?.text).toContain("undo photo");
  const [said] = (await world.ledger.events("case-1")).filter(({ milestone }) => milestone === "done:photo");
  expect(said).toMatchObject({ source: "person", trust: "verified" });
});

test("the confirmation takes what is done out of the calendar, and brings it back when it is not after all", async () => {
  await comes(reply("done photo"));
  world.clock.set(after(hours(2)));
  await comes(reply("undo photo"));
  await comes(reply("snooze address 1 day"));
  const files = world.outbox.mails.map(({ attachments = [] }) => attachments.map(({ name }) => name));
  expect(files).toEqual([["landfall-photo-settled.ics"], ["landfall.ics"], []]);
  const [gone, back] = world.outbox.mails.map(({ attachments = [] }) => attachments[0]?.text ?? "");
  const sequence = (text: string): number => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
  expect(gone).toContain("METHOD:CANCEL");
  expect(back).toContain("METHOD:PUBLISH");
  expect(sequence(back ?? "")).toBeGreaterThan(sequence(gone ?? ""));
});

test("a button's subject needs no reply, but the token of that very reminder", async () => {
  const command: Command = { verb: "done", tasks: ["photo"], ms: null };
  const pressed = (token: string) =>
    reply("", { references: [], subject: answerSubject(command, { reminderId: opening, token }) });
  expect(await comes(pressed("0".repeat(20)))).toBe(false);
  expect(await comes(pressed(answerToken(opening, key)))).toBe(true);
  expect(await open()).not.toContain("photo");
});

test("a reply to something that was never sent is no answer", async () => {
  const references = [`${portal2.id}.photo.rung-2d@landfall.example`];
  expect(await answeredReminder(ask(), reply("done photo", { references }))).toBeNull();
});

test("what the provider finds forged does not count, wherever it names a reminder", async () => {
  const headers: Header[] = [
    { name: "authentication-results", value: "mx.example.net; dmarc=fail header.from=example.net" },
  ];
  expect(await comes(reply("done photo", { headers }))).toBe(false);
  expect(await open()).toContain("photo");
  expect(subjects()).toEqual([]);
});

test("“done” alone does not guess among four tasks, and asks back", async () => {
  await comes(reply("done"));
  expect(await open()).toHaveLength(4);
  expect(subjects()).toEqual(["Landfall: which task is done?"]);
});

test("a confirmation can be answered: “undo” takes back what it confirmed", async () => {
  await comes(reply("fini photo"));
  const [confirmation] = world.outbox.mails;
  await comes(reply("undo", { references: [confirmation!.messageId] }));
  expect(await open()).toContain("photo");
  expect(subjects()[1]).toMatch(/^Landfall: noted as not done/);
});

test("“stop” ends the reminders of what is open, and of no later letter; undo brings them back", async () => {
  await comes(reply("stop photo"));
  expect(await open()).toContain("photo");
  expect(await plannedTasks()).not.toContain("photo");
  await comes(reply("undo photo"));
  expect(await plannedTasks()).toContain("photo");
  world.clock.set(after(hours(2)));
  await comes(reply("stop"));
  expect([...(await plannedTasks())]).toEqual([]);
  world.clock.set(after(days(2)));
  await world.ledger.append(event("photo_returned", after(days(2))));
  expect([...(await plannedTasks())]).toEqual(["photo"]);
});

test("“snooze” puts the reminders off", async () => {
  world.clock.set(after(days(2)));
  await comes(reply("snooze photo 2 days"));
  expect(subjects()).toEqual(["Landfall: put off: upload your photo"]);
  expect((await world.ledger.events("case-1")).at(-1)).toMatchObject({
    milestone: "snoozed:photo",
    until: after(days(4)),
  });
});

test("“later” says when, and says so where no reminder is left that could come later", async () => {
  await comes(reply("snooze photo 3 weeks"));
  expect(world.outbox.mails[0]?.text).toMatch(/again Mon 16 Nov, 04:00\..*sooner than you\s+asked/s);
  await comes(reply("undo"));
  expect(subjects()[1]).toBe("Landfall: reminders again: upload your photo");
  world.clock.set(after(days(7) - hours(3)));
  const before = await world.ledger.events("case-1");
  await comes(reply("snooze photo 1 hour"));
  expect(subjects()[2]).toBe("Landfall: not put off: upload your photo");
  expect(await world.ledger.events("case-1")).toEqual(before);
});

test("an answer is confirmed in the language of the letters, where none was chosen", async () => {
  await world.ledger.store(
    [
      aLetter({
        id: portal2.source.slice("letter:".length),
        message: aMessage({ messageId: "brief@cic.gc.ca" }),
        finding: aFinding({ kind: "portal2", language: "fr" }),
      }),
    ],
    null,
  );
  await comes(reply("fini photo"));
  expect(subjects()).toEqual(["Landfall: noté comme fait\u00A0: téléversez votre photo"]);
});

test("what is not understood is answered by one short mail that says what can be said", async () => {
  await comes(reply("I uploaded the photo but the page was slow?"));
  expect(await open()).toContain("photo");
  expect(subjects()).toEqual(["Landfall: your answer was not understood"]);
  expect(world.outbox.mails[0]?.text).toContain("done photo");
});

describe("an answer to a note", () => {
  const noteAboutTheCard = async (): Promise<string> => {
    await world.ledger.append(event("confirmed", after(days(3))));
    await world.ledger.append(event("done:print", after(days(4))));
    world.clock.set(after(days(64)));
    await replan(world.ports, "case-1");
    const [note] = await replanNotes(world.ports);
    await remind(world.ports, note!.id);
    world.outbox.mails.splice(0);
    return `${note!.id}@landfall.example`;
  };

  test("about the card: “done” says that it came, and ends the waiting", async () => {
    const messageId = await noteAboutTheCard();
    await comes(reply("done", { references: [messageId] }));
    expect(subjects()).toEqual([expect.stringMatching(/^Landfall: noted as done/)]);
    world.clock.set(after(days(200)));
    expect(await replanNotes(world.ports)).toEqual([]);
  });

  test("“stop” ends the notes about this waiting alone", async () => {
    const messageId = await noteAboutTheCard();
    await comes(reply("stop", { references: [messageId] }));
    expect(subjects()).toEqual(["Landfall: no more notes about this waiting"]);
    expect(await replanNotes(world.ports)).toEqual([]);
    world.clock.set(after(days(65)));
    await comes(reply("undo", { references: [messageId] }));
    expect(subjects()[1]).toBe("Landfall: notes about this waiting again");
    expect(await replanNotes(world.ports)).not.toEqual([]);
  });

  test("to one that is about no task is told what it was not", async () => {
    const messageId = await noteAboutTheCard();
    await comes(reply("thanks!", { references: [messageId] }));
    expect(subjects()).toEqual(["Landfall: your answer was not understood"]);
    expect(world.outbox.mails[0]?.text).toContain("done card");
  });
});

test("no loop is longer than twenty mails a day", async () => {
  for (let times = 0; times < 30; times += 1) await comes(reply("thanks"));
  expect(subjects()).toHaveLength(20);
});

test("a confirmation that cannot go now goes at a later pass, and is given up after a day", async () => {
  world.outbox.failure = new SendFailure("away", { permanent: false, unknown: false });
  await comes(reply("done photo"));
  expect(await open()).not.toContain("photo");
  world.outbox.failure = null;
  await settleAnswers(ports());
  await settleAnswers(ports());
  expect(subjects()).toHaveLength(1);
  world.outbox.failure = new SendFailure("away", { permanent: false, unknown: false });
  await comes(reply("done address"));
  world.outbox.failure = null;
  world.clock.set(after(days(2)));
  await settleAnswers(ports());
  expect(subjects()).toHaveLength(1);
});
