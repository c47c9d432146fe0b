import { describe, expect, test } from "@jest/globals";
import { tasks } from "../../src/domain/letter.ts";
import { wordReminder, type ReminderWords } from "../../src/domain/wording.ts";
import { facts, item, letterFacts } from "../helpers/facts.ts";

const portal1 = letterFacts({ kind: "portal1", subkind: null });
const ecopr = letterFacts({ kind: "ecopr", subkind: null });
const opening = { step: "opening" } as const;
const closing = { step: "closing", window: { state: "closed", endedBy: "time" } } as const;

const everything = (words: ReminderWords): string => JSON.stringify(words);

test("Portal 1 asks for an answer and states no deadline", () => {
  const words = wordReminder(facts(0, [item("reply", { ...opening, letter: portal1 })]));
  expect(words.subject).toBe("Portal 1 arrived: reply to IRCC");
  expect(words.lead).toContain("no deadline");
  expect(words.tasks[0]).toMatchObject({ deadline: "No deadline is stated", left: null, note: null });
  expect(words.tasks[0]!.steps.join(" ")).toMatch(/UCI.*eye colour.*height/);
  expect(words.tasks[0]!.steps.join(" ")).toContain("Do not create an account");
  expect(words.tasks[0]!.steps.join(" ")).toContain("whole family");
  expect(words.links[0]!.label).not.toContain("To the portal");
});

test("an unanswered Portal 1 is told with how long it has waited", () => {
  const words = wordReminder(facts(3, [item("reply", { step: "nudge", letter: portal1 })]));
  expect(words.subject).toBe("Portal 1 has waited 3 days: reply to IRCC");
  expect(words.lead).toContain("3 days ago");
});

test("Portal 2 tells its four tasks, the first end, and to start with the password", () => {
  const items = (["presence", "address", "photo", "password"] as const).map((task) => item(task, opening));
  const words = wordReminder(facts(0, items));
  expect(words.subject).toBe("Portal 2 arrived: four things to do, by Sun 29 Nov, 10:42");
  expect(words.lead).toContain("Start with the password");
  expect(words.tasks.map(({ left }) => left)).toEqual([
    "14 days left",
    "7 days left",
    "7 days left",
    "7 days left",
  ]);
  expect(words.howToMarkDone).toEqual([
    "npx landfall done password",
    "npx landfall done presence",
    "npx landfall done address",
    "npx landfall done photo",
  ]);
});

test("later what ends first comes before the password", () => {
  const items = (["photo", "password"] as const).map((task) => item(task));
  expect(wordReminder(facts(6, items)).tasks.map(({ task }) => task)).toEqual(["photo", "password"]);
});

test("Portal 2 for an existing account speaks of no new password", () => {
  const letter = letterFacts({ subkind: "existing_account" });
  const words = wordReminder(facts(0, [item("photo", { ...opening, letter })]));
  expect(words.subject).toBe("Portal 2 arrived: upload your photo, by Sun 29 Nov, 10:42");
  expect(words.lead).toContain("the account you already have");
});

test("the eCoPR is to be printed, and settles what was open", () => {
  const words = wordReminder(facts(0, [item("print", { ...opening, letter: ecopr })]));
  expect(words.subject).toBe("Your eCoPR is available: print it by Tue 22 Dec, 10:42");
  expect(words.lead).toContain("is settled");
  expect(words.tasks[0]!.steps.join(" ")).toMatch(/Check every line.*sign and date.*not for travel/);
  expect(words.remember).toEqual([]);
});

test("a letter of another kind is told as a letter from IRCC", () => {
  const letter = letterFacts({ kind: "other_ircc", subkind: "unknown" });
  const words = wordReminder(facts(0, [item("photo", { ...opening, letter })]));
  expect(words.subject).toBe("A letter from IRCC arrived: upload your photo, by Sun 29 Nov, 10:42");
  expect(words.lead).toContain("sets you something to do");
});

test("a rung tells how much time is left, what to do, and when it closes", () => {
  const words = wordReminder(facts(5, [item("photo")]));
  expect(words.subject).toBe("2 days left: upload your photo – closes Sun 29 Nov, 10:42");
  expect(words.tasks[0]).toMatchObject({
    title: "Upload your photo",
    deadline: "by Sunday 29 November 2026, 10:42 (America/Toronto, UTC−5)",
    left: "2 days left",
    urgency: "soon",
  });
  expect(words.tasks[0]!.steps.join(" ")).toMatch(/white background.*715×1000.*2000×2800.*4 MB/);
});

test("two tasks of a rung are named, more are counted, and other ends are told apart", () => {
  const two = wordReminder(facts(6, [item("address"), item("photo")]));
  expect(two.subject).toBe(
    "1 day left: confirm your address and upload your photo – closes Sun 29 Nov, 10:42",
  );
  const three = wordReminder(facts(6, [item("address"), item("photo"), item("password")]));
  expect(three.subject).toBe("1 day left: three things to do – first closes Sun 29 Nov, 10:42");
});

test("the default is called a default, and the letter's own number the letter's", () => {
  expect(wordReminder(facts(5, [item("photo")])).tasks[0]!.note).toMatch(/^by default 7 days/);
  const stated = item("photo", { window: { basis: "letter", days: 1 } });
  expect(wordReminder(facts(5, [stated])).tasks[0]!.note).toBe("the letter says 1 day");
  const unknown = item("photo", { window: { days: null } });
  expect(wordReminder(facts(5, [unknown])).tasks[0]!.note).toBeNull();
});

test("an uncertain time is told as about, and as the earliest", () => {
  const letter = letterFacts({ approximate: true });
  const words = wordReminder(facts(5, [item("photo", { letter, window: { approximate: true } })]));
  expect(words.subject).toContain("closes about Sun 29 Nov");
  expect(words.tasks[0]!.deadline).toMatch(/^by about Sunday/);
  expect(words.tasks[0]!.note).toContain("earliest");
  expect(words.why.join(" ")).toContain("at the earliest");
});

test("a closed window is told honestly, with the ways out", () => {
  const words = wordReminder(facts(7, [item("photo", closing)]));
  expect(words.subject).toBe("Window closed: upload your photo – it may still work");
  expect(words.lead).toContain("not mean that anything is lost for certain");
  expect(words.trouble.join(" ")).toMatch(/password reset.*address in IRCC’s invitation.*web form/);
  expect(words.tasks[0]).toMatchObject({ urgency: "over", left: "Time is up – it may still work" });
  expect(words.tasks[0]!.deadline).toMatch(/^Ended Sunday 29 November 2026/);
  expect(words.tasks[0]!.steps.join(" ")).toContain("180 days");
});

test("several closed windows are told in the plural", () => {
  const words = wordReminder(facts(7, [item("address", closing), item("photo", closing)]));
  expect(words.subject).toContain("Windows closed: confirm your address and upload your photo");
});

test("a closed print window offers no portal trouble, but IRCC's web form", () => {
  const words = wordReminder(facts(31, [item("print", { ...closing, letter: ecopr })]));
  expect(words.trouble).toEqual([]);
  expect(words.tasks[0]!.steps.join(" ")).toContain("web form");
});

test("windows that had closed when the letter was first seen are told in the same e-mail, after the open one", () => {
  const words = wordReminder(facts(9, [item("photo", closing), item("password", opening)]));
  expect(words.subject).toBe(
    "Portal 2 arrived, one window has closed – still open: change the temporary password, by Sun 6 Dec, 10:42",
  );
  expect(words.tasks.map(({ task, urgency }) => [task, urgency])).toEqual([
    ["password", "calm"],
    ["photo", "over"],
  ]);
});

test("several windows that had closed are counted", () => {
  const items = [item("address", closing), item("photo", closing), item("password", opening)];
  expect(wordReminder(facts(9, items)).subject).toMatch(
    /^Portal 2 arrived, two windows have closed – still open: /,
  );
});

test("a window whose end has passed is told as closed, whatever its step says", () => {
  expect(wordReminder(facts(7, [item("photo")])).subject).toMatch(/^Window closed/);
});

test("a letter that is not verified is doubted in the subject, the first sentence and a caution", () => {
  const letter = letterFacts({ trust: "unverified" });
  const words = wordReminder(
    facts(0, [item("photo", { ...opening, letter, window: { trust: "unverified" } })]),
  );
  expect(words.subject).toContain("Portal 2 arrived (not verified)");
  expect(words.lead).toContain("claims");
  expect(words.cautions.join(" ")).toContain(
    "We could not verify that the Portal 2 letter of Sun 22 Nov, 10:42 is genuine. Do not use its links: look in the portal by typing the address of a canada.ca page yourself.",
  );
  expect(words.why).toContain("Nothing confirms that it is genuine.");
});

const doubted = { trust: "unverified" } as const;
const doubtedEcopr = letterFacts({ ...doubted, id: "letter-2", kind: "ecopr", subkind: null });
const fromDoubtedEcopr = {
  letter: doubtedEcopr,
  window: { ...doubted, openedBy: "letter:letter-2" },
} as const;
const doubtedPrint = item("print", { ...opening, ...fromDoubtedEcopr });
const portalTasks = ["presence", "address", "photo", "password"] as const;

test("two letters told in one e-mail are both named, each with its own doubt", () => {
  const items = [...portalTasks.map((task) => item(task, opening)), doubtedPrint];
  const words = wordReminder(facts(0, items));
  expect(words.subject).toBe(
    "Portal 2 and an eCoPR letter (not verified) arrived: five things to do, by Sun 29 Nov, 10:42",
  );
  expect(words.lead).toMatch(
    /^IRCC opened the PR Confirmation Portal.*eCoPR is available. That is not verified/,
  );
  expect(words.cautions).toEqual([
    "We could not verify that the eCoPR letter of Sun 22 Nov, 10:42 is genuine. Do not use its links: look in the portal by typing the address of a canada.ca page yourself.",
  ]);
});

test("two doubted letters share the doubt in the subject, and have a caution each", () => {
  const portal2 = letterFacts({ ...doubted, approximate: true });
  const items = [item("photo", { ...opening, letter: portal2, window: doubted }), doubtedPrint];
  const words = wordReminder(facts(0, items));
  expect(words.subject).toMatch(/^Portal 2 and an eCoPR letter arrived \(not verified\): /);
  expect(words.cautions).toHaveLength(2);
  expect(words.cautions[0]).toContain("the Portal 2 letter of about Sun 22 Nov, 10:42");
});

test("two letters of one kind are named once, with the doubt about one of them", () => {
  const other = letterFacts({ ...doubted, id: "letter-2" });
  const items = [item("photo", opening), item("password", { ...opening, letter: other })];
  expect(wordReminder(facts(0, items)).subject).toMatch(/^Portal 2 arrived \(not all verified\): /);
});

test("a letter that is not verified claims, in the singular and in the plural", () => {
  const portal2 = letterFacts(doubted);
  const photo = item("photo", { ...opening, letter: portal2, window: doubted });
  expect(wordReminder(facts(0, [photo])).lead).toBe(
    "The Portal 2 letter claims to come from IRCC. That is not verified.",
  );
  const other = letterFacts({ ...doubted, id: "letter-2", kind: "other_ircc", subkind: "unknown" });
  const address = item("address", {
    ...opening,
    letter: other,
    window: { ...doubted, openedBy: "letter:letter-2" },
  });
  expect(wordReminder(facts(0, [photo, address])).lead).toContain(
    "The IRCC letter and the Portal 2 letter claim ",
  );
});

test("a doubted Portal 1 warns of giving details away, not of the portal", () => {
  const letter = letterFacts({ ...doubted, kind: "portal1", subkind: null });
  const [caution] = wordReminder(facts(0, [item("reply", { ...opening, letter, window: doubted })])).cautions;
  expect(caution).toContain("Portal 1 letter of Sun 22 Nov, 10:42");
  expect(caution).toContain("send your details only to an address that you know to be IRCC’s");
  expect(caution).not.toContain("portal by typing");
});

test("a copy that is not verified is not doubted where another copy of the letter was", () => {
  const words = wordReminder(facts(0, [item("photo", { ...opening, letter: letterFacts(doubted) })]));
  expect(words.subject).toMatch(/^Portal 2 arrived: /);
  expect(words.cautions).toEqual([]);
});

test("a window that rests on a doubted letter not told here is doubted without its name", () => {
  const reopened = item("photo", { ...opening, letter: null, window: doubted });
  expect(wordReminder(facts(0, [reopened])).cautions.join(" ")).toMatch(/^Part of this rests on a letter/);
});

test("an eCoPR that is not verified makes nobody a permanent resident", () => {
  const arrived = wordReminder(facts(0, [doubtedPrint]));
  expect(arrived.subject).toBe(
    "An eCoPR letter arrived (not verified): look for your eCoPR in the portal, by Tue 22 Dec, 10:42",
  );
  const rung = wordReminder(facts(29, [item("print", fromDoubtedEcopr)]));
  expect(rung.subject).toMatch(/^1 day left: look for your eCoPR in the portal/);
  const over = wordReminder(facts(31, [item("print", { ...closing, ...fromDoubtedEcopr })]));
  for (const words of [arrived, rung, over]) {
    expect(everything(words)).not.toMatch(/permanent resident|is settled|Your eCoPR is available/);
    expect(words.cautions.join(" ")).toContain("the eCoPR letter of");
    expect(words.remember.join(" ")).toContain("stay in Canada");
  }
});

test("an eCoPR settles nothing where a later letter opened the portal again", () => {
  const later = letterFacts({ id: "letter-2" });
  const items = [item("photo", { ...opening, letter: later }), item("print", { ...opening, letter: ecopr })];
  const words = wordReminder(facts(0, items));
  expect(words.subject).toMatch(
    /^Portal 2 and an eCoPR letter arrived: upload your photo and print your eCoPR/,
  );
  expect(words.lead).toContain("permanent resident");
  expect(words.lead).not.toContain("settled");
});

test("what has closed is told before what is still open, where a phone does not cut it off", () => {
  const closed = (["photo", "presence", "address"] as const).map((task) => item(task, closing));
  const words = wordReminder(facts(7, [...closed, item("password")]));
  expect(words.subject).toBe(
    "Closed: upload your photo and two more – it may still work; 7 days left: change the temporary password – closes Sun 6 Dec, 10:42",
  );
  expect(words.title).toMatch(/^Closed: upload your photo and two more/);
  expect(words.lead).toContain("The rest is still open");
  const waiting = wordReminder(
    facts(7, [item("photo", closing), item("reply", { step: "nudge", letter: portal1 })]),
  );
  expect(waiting.subject).toBe(
    "Closed: upload your photo – it may still work; Portal 1 has waited 7 days: reply to IRCC",
  );
});

test("a letter found days after it came is told with its age", () => {
  expect(wordReminder(facts(9, [item("password", opening)])).lead).toMatch(/It came 9 days ago\.$/);
  expect(wordReminder(facts(0, [item("password", opening)])).lead).not.toContain("ago");
});

test("a closed photo window still says what photo it takes", () => {
  expect(wordReminder(facts(7, [item("photo", closing)])).tasks[0]!.steps.join(" ")).toContain("715×1000");
});

test("a late reminder says that it is late, once", () => {
  const words = wordReminder(facts(6.5, [item("address", { late: true }), item("photo", { late: true })]));
  expect(words.cautions).toEqual(["This comes late: it could not be sent when it was due."]);
});

test("a reminder says why: which letter, from whom, when, where, how sure, and forwarded by whom", () => {
  const letter = letterFacts({ forwardedBy: "office@consultant.example" });
  expect(wordReminder(facts(5, [item("photo", { letter }), item("address", { letter })])).why).toEqual([
    "The letter “New credentials for PR Confirmation Portal”, from IRCC.Notice-Avis.IRCC@cic.gc.ca.",
    "Received Sunday 22 November 2026, 10:42 (America/Toronto, UTC−5), in the folder INBOX.",
    "Forwarded to you by office@consultant·example.",
    "Your mail provider confirmed who forwarded it.",
    "Case: maria@example.com.",
  ]);
  expect(wordReminder(facts(5, [item("photo")])).why).toContain(
    "Your mail provider confirmed that the sender’s domain is genuine.",
  );
});

test("a window that the person opened says so", () => {
  const words = wordReminder(facts(2, [item("photo", { ...opening, letter: null })]));
  expect(words.subject).toBe("Noted: upload your photo – closes Sun 29 Nov, 10:42");
  expect(words.why[0]).toBe("You said so yourself.");
});

test("until the eCoPR a person is told to stay in Canada", () => {
  for (const task of ["reply", "password", "presence", "address", "photo"] as const)
    expect(wordReminder(facts(1, [item(task)])).remember.join(" ")).toContain("stay in Canada");
});

const urgencyAt = (days: number) => wordReminder(facts(days, [item("photo")])).tasks[0]!.urgency;

test("colours grow with urgency", () => {
  expect([urgencyAt(1), urgencyAt(4), urgencyAt(6), urgencyAt(8)]).toEqual(["calm", "soon", "now", "over"]);
});

test("a reminder that has nothing left to tell says that", () => {
  const words = wordReminder(facts(1, []));
  expect(words.subject).toBe("Nothing left to do for now");
  expect(words.lead).toContain("done or settled");
});

test.each(tasks)("%s has a title, steps, and a way out", (task) => {
  const open = wordReminder(facts(1, [item(task)])).tasks[0]!;
  const closed = wordReminder(facts(1, [item(task, closing)])).tasks[0]!;
  expect(open.title).toMatch(/^[A-Z]/);
  expect(open.steps.length).toBeGreaterThan(0);
  expect(closed.steps.length).toBeGreaterThan(0);
});

test("a window without a known end that waits is told with its age", () => {
  const card = item("card", { step: "nudge", letter: ecopr });
  expect(wordReminder(facts(2, [card])).subject).toBe("Open for 2 days: look out for your PR card");
});

test("the spring change of clocks changes the offset that is told, not the moment", () => {
  const closesAt = new Date("2027-03-14T07:30:00Z");
  const words = wordReminder(
    facts(0, [item("photo", { window: { closesAt } })], { now: new Date("2027-03-13T07:30:00Z") }),
  );
  expect(words.subject).toBe("1 day left: upload your photo – closes Sun 14 Mar, 03:30");
  expect(words.tasks[0]!.deadline).toContain("UTC−4");
});

test("no word of a reminder is worded as law or as a promise", () => {
  const items = (["presence", "address", "photo", "password"] as const).map((task) => item(task, opening));
  expect(everything(wordReminder(facts(0, items)))).not.toMatch(/legal|by law|guarantee|promise/i);
});

test("a photo that IRCC returned is told as that, and asks for another one", () => {
  const letter = letterFacts({ kind: "other_ircc", subkind: "photo_returned" });
  const words = wordReminder(facts(0, [item("photo", { ...opening, letter })]));
  expect(words.subject).toBe("Photo returned: upload another one, by Sun 29 Nov, 10:42");
  expect(words.lead).toContain("wants another one");
  const doubtful = { ...letter, trust: "unverified" } as const;
  const window = { trust: "unverified" } as const;
  expect(wordReminder(facts(0, [item("photo", { ...opening, letter: doubtful, window })])).subject).toMatch(
    /^A letter that returns your photo arrived \(not verified\): upload your photo/,
  );
});

test("a passport request is named, and says where it leads", () => {
  const letter = letterFacts({ kind: "other_ircc", subkind: "passport_request" });
  const words = wordReminder(facts(0, [item("passport", { ...opening, letter })]));
  expect(words.subject).toMatch(/^A passport request arrived: /);
  expect(words.lead).toContain("land from outside Canada");
});

test("where there are several cases the subject begins with the one that it is about", () => {
  const items = [item("photo", { ...opening, letter: letterFacts() })];
  const named = { amongSeveral: true, caseLabel: `Maria\r\n${"a".repeat(50)}` };
  expect(wordReminder(facts(0, items, named), "en").subject).toMatch(/^Maria a{10,20}…: Portal 2 arrived/);
  expect(wordReminder(facts(0, items, { ...named, caseLabel: "Li Wei" }), "zh").subject).toMatch(/^Li Wei：/);
  expect(wordReminder(facts(0, items), "en").subject).toMatch(/^Portal 2 arrived/);
});

test("where there are several cases the command for the terminal says which one it means", () => {
  const items = [item("photo", opening)];
  const words = wordReminder(facts(0, items, { amongSeveral: true, caseId: "case-3" }), "en");
  expect(words.howToMarkDone).toEqual(["npx landfall done photo --case case-3"]);
});

test("a confirmation that has ended is not said to work still, nor that something be done today", () => {
  const words = wordReminder(facts(400, [item("land", { ...closing })]), "en");
  expect(words.subject).toMatch(/has ended.*do not travel/);
  expect(JSON.stringify(words)).not.toMatch(/may still work|Do it today/);
});

test("both ends are shown where two letters name different ones", () => {
  const window = { otherEnds: [new Date("2026-12-02T15:42:00Z")] };
  expect(wordReminder(facts(5, [item("photo", { window })]), "en").tasks[0]?.note).toContain(
    "letters differ, and it may also be Wed 2 Dec, 10:42",
  );
});

describe("a forward whose own date could not be read", () => {
  const letter = letterFacts({ approximate: true, dateUnread: true, forwardedBy: "ana@consult.example" });
  const unread = item("photo", { ...opening, letter, window: { approximate: true, dateUnread: true } });
  const words = wordReminder(facts(3, [unread]));

  test("is never told as the earliest it can be, since it is the latest", () => {
    expect(everything(words)).not.toContain("earliest");
    expect(words.tasks[0]!.note).toContain("it may close earlier");
    expect(words.lead).toContain("It was forwarded 3 days ago, and may be older.");
    expect(words.why.join(" ")).toContain("Forwarded Sunday 22 November 2026, 10:42");
    expect(words.calendar!.events[0]!.description).toContain("it may close earlier");
  });

  test("asks for the date of the letter, and says how to tell it", () => {
    expect(words.cautions.join(" ")).toMatch(/may be older.*correct letter-1 --received TIME/);
  });

  test("is asked for once, however many windows rest on it", () => {
    expect(wordReminder(facts(3, [unread, { ...unread, step: "rung" }])).cautions).toHaveLength(1);
  });
});

describe("an eCoPR of which it is not known whose it is", () => {
  const print = item("print", { ...opening, letter: ecopr });
  const uncertain = { letterId: "letter-1", cases: ["Ana", "Ben"] };
  const words = wordReminder(facts(0, [print], { uncertain }));

  test("settles nothing, and does not say so either", () => {
    expect(everything(words)).not.toMatch(/is settled: no more|You are a permanent resident|Your eCoPR is/);
    expect(words.lead).toContain("until you say so, nothing that is open in your cases is settled");
    expect(words.cautions[0]).toContain("It is uncertain whose letter this is");
    expect(words.subject).toBe("An eCoPR letter arrived: print your eCoPR, by Tue 22 Dec, 10:42");
  });
});

test("an eCoPR that leaves something open does not say that all is settled", () => {
  const words = wordReminder(facts(0, [item("print", { ...opening, letter: ecopr })], { othersOpen: true }));
  expect(words.lead).not.toContain("settled");
});

test("a surmised eCoPR settles nothing, also where an earlier letter opened the time to print", () => {
  const letter = letterFacts({ id: "letter-2", kind: "ecopr", subkind: null, surmised: true });
  const words = wordReminder(facts(0, [item("print", { ...opening, letter })]));
  expect(words.lead).toContain("That is not verified");
  expect(words.lead).not.toContain("settled");
});
