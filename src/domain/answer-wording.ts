/** The one short mail that confirms an answer: what was understood, and how to take it back. */

import { canonical } from "./answers.ts";
import { dayMs, hourMs } from "./instants.ts";
import type { Task } from "./letter.ts";
import type { Understood } from "./understood.ts";
import { phrasebooks } from "./wording/books.ts";
import type { Phrasebook, ReminderLanguage } from "./wording/phrasebook.ts";
import type { ReminderWords } from "./wording.ts";

export const wordAnswer = (understood: Understood, chosen: ReminderLanguage | null): ReminderWords => {
  const language = chosen ?? "en";
  const phrases = phrasebooks[language];
  const { subject, lead, lines } = sentences(understood, answerPhrases[language], phrases);
  return {
    tag: phrases.tag,
    subject: `Landfall: ${subject}`,
    title: subject,
    lead,
    cautions: [],
    tasks: [],
    sections: lines.length === 0 ? [] : [{ label: answerPhrases[language].say, lines }],
    trouble: [],
    remember: [],
    howToMarkDone: [],
    buttons: { done: [], later: null },
    answer: "",
    why: [answerPhrases[language].why],
    links: [],
    closing: phrases.footer,
    labels: phrases.labels,
  };
};

type Sentences = { readonly subject: string; readonly lead: string; readonly lines: readonly string[] };

const sentences = (understood: Understood, say: AnswerPhrases, phrases: Phrasebook): Sentences => {
  if (understood.outcome === "quiet") return { ...say.quiet, lines: [] };
  if (understood.outcome !== "noted") {
    const { tasks } = understood;
    if (tasks.length === 0) return { subject: say.unknownSubject, lead: say.unasked, lines: [] };
    const lines = tasks.map((task) => `done ${task} – ${phrases.tasks[task].name}`);
    const lead = understood.outcome === "which" ? say.which : say.unknown;
    const subject = understood.outcome === "which" ? say.whichSubject : say.unknownSubject;
    return { subject, lead, lines: [...lines, "done all", "snooze 1 day", "stop"] };
  }
  const { command } = understood;
  const names = command.tasks.map((task: Task) => phrases.tasks[task].name).join(", ");
  const undo = command.verb === "undo" ? [] : [canonical({ verb: "undo", tasks: command.tasks, ms: null })];
  return {
    subject: say.subject[command.verb](names),
    lead: command.verb === "snooze" ? say.later(say.time(command.ms ?? dayMs)) : say.lead[command.verb],
    lines: undo,
  };
};

/** The same keys in every language; a missing one does not compile. */
type AnswerPhrases = {
  readonly subject: Readonly<Record<"done" | "undo" | "snooze" | "stop", (names: string) => string>>;
  readonly lead: Readonly<Record<"done" | "undo" | "stop", string>>;
  readonly later: (time: string) => string;
  readonly time: (ms: number) => string;
  readonly which: string;
  readonly whichSubject: string;
  readonly unknown: string;
  readonly unknownSubject: string;
  /** Of an e-mail that asks for no answer. */
  readonly unasked: string;
  /** No more notes that something is waited for. */
  readonly quiet: { readonly subject: string; readonly lead: string };
  /** Above the lines that can be answered. */
  readonly say: string;
  readonly why: string;
};

const counted = (ms: number, day: (n: number) => string, hour: (n: number) => string): string =>
  ms % dayMs === 0 ? day(ms / dayMs) : hour(Math.max(1, Math.round(ms / hourMs)));

const answerPhrases: Readonly<Record<ReminderLanguage, AnswerPhrases>> = {
  en: {
    subject: {
      done: (names) => `noted as done: ${names}`,
      undo: (names) => `noted as not done: ${names}`,
      snooze: (names) => `put off: ${names}`,
      stop: (names) => `no more reminders: ${names}`,
    },
    lead: {
      done: "There will be no more reminders of it. If that is not what you meant, answer this e-mail with the line below.",
      undo: "You will be reminded of it again while its window is open.",
      stop: "The window stays as it is; only the reminders end. A new letter of IRCC's is told of all the same. To be reminded again, answer this e-mail with the line below.",
    },
    later: (time) =>
      `You will be reminded again in ${time}, but never later than the last reminder before the window closes.`,
    time: (ms) =>
      counted(
        ms,
        (n) => (n === 1 ? "1 day" : `${n} days`),
        (n) => (n === 1 ? "1 hour" : `${n} hours`),
      ),
    which:
      "The reminder tells of several tasks, so nothing was noted. Answer this e-mail with one of the lines below.",
    whichSubject: "which task is done?",
    unknown:
      "Your answer was not understood, and nothing was noted. Answer this e-mail with one of the lines below, alone on the first line.",
    unknownSubject: "your answer was not understood",
    unasked:
      "Your answer was not understood, and nothing was noted: that e-mail asks for none. Where it tells of several cases, answer a reminder of the one you mean, or run: npx landfall status",
    quiet: {
      subject: "no more notes about this waiting",
      lead: "A letter of IRCC’s is told of all the same, and so is every window that it opens.",
    },
    say: "You can answer",
    why: "You get this because you answered a reminder. It is the only confirmation.",
  },
  fr: {
    subject: {
      done: (names) => `noté comme fait : ${names}`,
      undo: (names) => `noté comme non fait : ${names}`,
      snooze: (names) => `remis à plus tard : ${names}`,
      stop: (names) => `plus de rappels : ${names}`,
    },
    lead: {
      done: "Vous ne recevrez plus de rappels à ce sujet. Si ce n’est pas ce que vous vouliez dire, répondez à ce courriel avec la ligne ci-dessous.",
      undo: "Vous recevrez de nouveau des rappels tant que le délai court.",
      stop: "Le délai reste ce qu’il est; seuls les rappels cessent. Une nouvelle lettre d’IRCC vous sera tout de même annoncée. Pour recevoir de nouveau des rappels, répondez à ce courriel avec la ligne ci-dessous.",
    },
    later: (time) =>
      `Le prochain rappel viendra dans ${time}, mais jamais après le dernier rappel avant la fin du délai.`,
    time: (ms) =>
      counted(
        ms,
        (n) => (n === 1 ? "1 jour" : `${n} jours`),
        (n) => (n === 1 ? "1 heure" : `${n} heures`),
      ),
    which:
      "Ce rappel parle de plusieurs tâches; rien n’a donc été noté. Répondez à ce courriel avec l’une des lignes ci-dessous.",
    whichSubject: "quelle tâche est faite?",
    unknown:
      "Votre réponse n’a pas été comprise, et rien n’a été noté. Répondez à ce courriel avec l’une des lignes ci-dessous, seule sur la première ligne.",
    unknownSubject: "votre réponse n’a pas été comprise",
    unasked:
      "Votre réponse n’a pas été comprise, et rien n’a été noté : ce courriel n’en demande pas. S’il parle de plusieurs dossiers, répondez à un rappel de celui que vous voulez dire, ou lancez : npx landfall status",
    quiet: {
      subject: "plus de messages sur cette attente",
      lead: "Une lettre d’IRCC vous sera tout de même annoncée, avec chaque délai qu’elle ouvre.",
    },
    say: "Vous pouvez répondre",
    why: "Vous recevez ce courriel parce que vous avez répondu à un rappel. C’est la seule confirmation.",
  },
  zh: {
    subject: {
      done: (names) => `已记为完成：${names}`,
      undo: (names) => `已记为未完成：${names}`,
      snooze: (names) => `已推迟提醒：${names}`,
      stop: (names) => `不再提醒：${names}`,
    },
    lead: {
      done: "今后不再就此提醒您。如果这不是您的意思，请用下面这一行回复本邮件。",
      undo: "在期限之内会继续提醒您。",
      stop: "期限不变，只是不再提醒。IRCC 若有新来信，仍会通知您。若要恢复提醒，请用下面这一行回复本邮件。",
    },
    later: (time) => `${time}后会再次提醒您，但不会晚于截止前的最后一次提醒。`,
    time: (ms) =>
      counted(
        ms,
        (n) => `${n} 天`,
        (n) => `${n} 小时`,
      ),
    which: "这封提醒涉及多项任务，因此尚未记录。请用下面其中一行回复本邮件。",
    whichSubject: "完成的是哪一项？",
    unknown: "未能理解您的回复，因此尚未记录。请用下面其中一行回复本邮件，并单独写在第一行。",
    unknownSubject: "未能理解您的回复",
    unasked:
      "未能理解您的回复，因此尚未记录：那封邮件无需回复。若它涉及几个申请，请回复您所指那个申请的提醒，或运行：npx landfall status",
    quiet: {
      subject: "不再就这段等待给您写信",
      lead: "IRCC 若有来信，仍会通知您，它所带来的每个期限也照样提醒。",
    },
    say: "您可以回复",
    why: "您收到本邮件是因为您回复了一封提醒。这是唯一的确认邮件。",
  },
};
