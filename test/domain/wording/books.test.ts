import { expect, test } from "@jest/globals";
import { readCommand } from "../../../src/domain/answers.ts";
import { tasks } from "../../../src/domain/letter.ts";
import type { ReminderFacts } from "../../../src/domain/plan.ts";
import { wordReminder } from "../../../src/domain/wording.ts";
import { languageFor, phrasebooks } from "../../../src/domain/wording/books.ts";
import { languages } from "../../../src/domain/wording/phrasebook.ts";
import { facts, item, letterFacts } from "../../helpers/facts.ts";

/** Every leaf of a phrasebook with the path to it; a list counts as one leaf. */
const leaves = (value: unknown, path = ""): readonly (readonly [string, unknown])[] =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, part]) => leaves(part, `${path}.${key}`))
    : [[path, value]];

const keysOf = (language: (typeof languages)[number]) =>
  leaves(phrasebooks[language]).map(([path, value]) => `${path}: ${typeof value}`);

test.each(languages)("%s has no key too many and none too few", (language) => {
  expect(keysOf(language).toSorted()).toEqual(keysOf("en").toSorted());
});

test.each(["fr", "zh"] as const)("nothing in %s was left in English, and nothing is empty", (language) => {
  const english = new Map(leaves(phrasebooks.en));
  /** Words that two languages share, and the one page of IRCC's. */
  const shared = new Set([".portalPage", ".tasks.photo.short", ".doubtedPrint.short", ".noteSeparator"]);
  for (const [path, value] of leaves(phrasebooks[language])) {
    expect(value).not.toBe("");
    expect(value).not.toEqual([]);
    if (typeof value !== "function" && !shared.has(path))
      expect([path, value]).not.toEqual([path, english.get(path)]);
  }
});

test("every language tells as many steps as English does", () => {
  for (const language of languages)
    for (const task of tasks)
      expect(phrasebooks[language].tasks[task].steps).toHaveLength(phrasebooks.en.tasks[task].steps.length);
});

const french = letterFacts({ language: "fr" });

test("a French letter is told of in French, any other in English, unless the person chose", () => {
  expect(languageFor(null, [french, null])).toBe("fr");
  expect(languageFor(null, [french, letterFacts({ language: "bilingual" })])).toBe("en");
  expect(languageFor(null, [null])).toBe("en");
  expect(languageFor("zh", [french])).toBe("zh");
});

const inFrench = (told: ReminderFacts) => wordReminder(told, "fr").subject.replaceAll("\u00A0", " ");
const inChinese = (told: ReminderFacts) => wordReminder(told, "zh").subject;

const opening = { step: "opening" } as const;
const closing = { step: "closing", window: { state: "closed", endedBy: "time" } } as const;
const four = (["presence", "address", "photo", "password"] as const).map((task) => item(task, opening));
const portal1 = letterFacts({ kind: "portal1", subkind: null });
const ecopr = letterFacts({ kind: "ecopr", subkind: null });
const doubted = item("print", {
  ...opening,
  letter: letterFacts({ id: "letter-2", kind: "ecopr", trust: "unverified" }),
  window: { trust: "unverified", openedBy: "letter:letter-2" },
});

const subjects = [
  [
    facts(5, [item("photo")]),
    "Il reste 2 jours : téléversez votre photo – échéance le dim. 29 nov. à 10 h 42",
    "还剩2天：上传照片，截止 11月29日（周日）10:42",
  ],
  [
    facts(6.5, [item("photo")]),
    "Il reste 12 heures : téléversez votre photo – échéance le dim. 29 nov. à 10 h 42",
    "还剩12小时：上传照片，截止 11月29日（周日）10:42",
  ],
  [
    facts(6, [item("address"), item("photo"), item("password")]),
    "Il reste 1 jour : trois choses à faire – première échéance le dim. 29 nov. à 10 h 42",
    "还剩1天：有三件事要做，最早截止 11月29日（周日）10:42",
  ],
  [
    facts(0, four),
    "Courriel Portail 2 reçu : quatre choses à faire, avant le dim. 29 nov. à 10 h 42",
    "收到 Portal 2 邮件：有四件事要做，截止 11月29日（周日）10:42",
  ],
  [
    facts(0, [item("reply", { ...opening, letter: portal1 })]),
    "Courriel Portail 1 reçu : répondez à IRCC",
    "收到 Portal 1 邮件：回复 IRCC",
  ],
  [
    facts(3, [item("reply", { step: "nudge", letter: portal1 })]),
    "Portail 1 attend depuis 3 jours : répondez à IRCC",
    "Portal 1 已等了3天：回复 IRCC",
  ],
  [
    facts(0, [item("print", { ...opening, letter: ecopr })]),
    "Votre CRPe est prête : imprimez-la avant le mar. 22 déc. à 10 h 42",
    "您的 eCoPR 可以下载了：请打印，截止 12月22日（周二）10:42",
  ],
  [
    facts(0, [...four, doubted]),
    "Courriel Portail 2 et courriel CRPe (non vérifié) reçus : cinq choses à faire, avant le dim. 29 nov. à 10 h 42",
    "收到 Portal 2 邮件和 eCoPR 邮件（未核实）：有五件事要做，截止 11月29日（周日）10:42",
  ],
  [
    facts(9, [item("photo", closing), item("password", opening)]),
    "Courriel Portail 2 reçu, une échéance est passée – reste à faire : changez le mot de passe temporaire, avant le dim. 6 déc. à 10 h 42",
    "收到 Portal 2 邮件，有一项已到期，还可以做的：修改临时密码，截止 12月6日（周日）10:42",
  ],
  [
    facts(7, [item("photo", closing)]),
    "Échéance passée : téléversez votre photo – c’est peut-être encore possible",
    "已到期：上传照片，也许仍然可行",
  ],
  [
    facts(7, [item("address", closing), item("photo", closing), item("password")]),
    "Échéance passée : confirmez votre adresse et une autre – c’est peut-être encore possible. Il reste 7 jours : changez le mot de passe temporaire – échéance le dim. 6 déc. à 10 h 42",
    "已到期：确认您的地址等两件事，也许仍然可行；还剩7天：修改临时密码，截止 12月6日（周日）10:42",
  ],
  [
    facts(2, [item("photo", { ...opening, letter: null })]),
    "C’est noté : téléversez votre photo – échéance le dim. 29 nov. à 10 h 42",
    "已记下：上传照片，截止 11月29日（周日）10:42",
  ],
  [
    facts(2, [item("card", { step: "nudge", letter: ecopr })]),
    "En attente depuis 2 jours : surveillez l’arrivée de votre carte RP",
    "已等了2天：留意枫叶卡（PR 卡）",
  ],
  [facts(1, []), "Plus rien à faire pour l’instant", "目前没有要做的事"],
] as const;

test.each(subjects)(
  "subjects read as a person would write them in French and Chinese (%#)",
  (told, fr, zh) => {
    expect(inFrench(told)).toBe(fr);
    expect(inChinese(told)).toBe(zh);
  },
);

test("French knows the singular and the plural, Chinese counts with measure words", () => {
  const { fr, zh } = phrasebooks;
  const amounts = [
    { count: 1, unit: "day" },
    { count: 2, unit: "hour" },
  ] as const;
  expect(fr.duration(amounts)).toBe("1 jour 2 heures");
  expect(zh.duration(amounts)).toBe("1天2小时");
  expect([fr.duration([]), zh.duration([])]).toEqual(["moins d’une minute", "不到1分钟"]);
  expect(fr.basis("letter", 1)).toBe("le courriel parle de 1 jour");
  expect(zh.basis("default", 7)).toBe("默认 7 天：没有在信里找到具体天数");
});

test.each(["fr", "zh"] as const)("every doubt, lateness and forward has its sentence in %s", (language) => {
  const letter = letterFacts({
    trust: "unverified",
    approximate: true,
    forwardedBy: "office@consultant.example",
  });
  const late = item("photo", { late: true, letter, window: { trust: "unverified", approximate: true } });
  const other = item("address", { letter: null, window: { trust: "unverified" } });
  const words = wordReminder(facts(6, [late, other]), language);
  expect(words.cautions).toHaveLength(3);
  expect(words.why).toHaveLength(6);
  expect(words.remember).toEqual([phrasebooks[language].stayInCanada]);
  expect(JSON.stringify(words)).not.toMatch(/undefined|\bthe\b/);
});

test.each(languages)("whatever a reminder in %s tells people to answer is understood", (language) => {
  const { one, several } = phrasebooks[language].answer;
  const quoted = [...`${one.any}${several.any}${one.last}${several.last}`.matchAll(/[“«]([^”»]+)[”»]/g)].map(
    ([, words]) => words!.trim(),
  );
  expect(quoted.map((words) => [words, readCommand(words)?.verb])).toEqual(
    "done snooze stop done done snooze stop done stop done done stop"
      .split(" ")
      .map((verb, index) => [quoted[index], verb]),
  );
});
