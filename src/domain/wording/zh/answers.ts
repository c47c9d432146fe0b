/** What the confirmation of an answer says in Simplified Chinese. */

import type { AnswerPhrases } from "../answer-phrases.ts";

export const chineseAnswers: AnswerPhrases = {
  subject: {
    done: (names) => `已记为完成：${names}`,
    undo: (names) => `已记为未完成：${names}`,
    snooze: (names) => `已推迟提醒：${names}`,
    stop: (names) => `不再提醒：${names}`,
  },
  lead: {
    done: "今后不再就此提醒您。如果这不是您的意思，请用下面这一行回复本邮件。",
    undo: "在期限之内会继续提醒您。若要撤回，请用下面这一行回复本邮件。",
    stop: "期限不变，只是不再提醒。IRCC 若有新来信，仍会通知您。若要恢复提醒，请用下面这一行回复本邮件。",
  },
  again: {
    subject: (names) => `恢复提醒：${names}`,
    lead: "在期限之内会继续提醒您。",
  },
  later: (moment, cut) =>
    cut ? `下次提醒：${moment}。这比您要求的早：截止前的最后一次提醒不会推迟。` : `下次提醒：${moment}。`,
  notLater: {
    subject: (names) => `未推迟：${names}`,
    last: "截止前的最后一次提醒已经发出，没有可以推迟的提醒了。如果可以，请现在就办。",
    closed: "目前没有相关的期限，因此没有可以推迟的提醒。",
  },
  which: "这封提醒涉及多项任务，因此尚未记录。请用下面其中一行回复本邮件。",
  whichSubject: "完成的是哪一项？",
  unknown: "未能理解您的回复，因此尚未记录。请用下面其中一行回复本邮件，并单独写在第一行。",
  unknownSubject: "未能理解您的回复",
  unasked:
    "未能理解您的回复，因此尚未记录：那封邮件无需回复。若它涉及几个申请，请回复您所指那个申请的提醒，或运行：npx landfall status",
  quiet: {
    subject: "不再就这段等待给您写信",
    lead: "IRCC 若有来信，仍会通知您，它所带来的每个期限也照样提醒。若要恢复这类信，请用下面这一行回复本邮件。",
  },
  resumed: {
    subject: "恢复就这段等待给您写信",
    lead: "等待超过通常的时间时，会再告诉您。",
  },
  say: "您可以回复",
  why: "您收到本邮件是因为您回复了一封提醒。这是唯一的确认邮件。",
};
