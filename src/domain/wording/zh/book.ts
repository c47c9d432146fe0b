/** Every sentence of a reminder in Simplified Chinese, as applicants in Canada say it. */

import type { Phrasebook } from "../phrasebook.ts";
import { chineseDuration, longChinese, shortChinese } from "./dates.ts";
import { listed, nameArrivals, nameFirst, nameLetter, nameTasks, number } from "./letters.ts";
import { chineseAnswers } from "./answers.ts";
import { chineseNotes } from "./notes.ts";
import { chineseTasks, doubtedPrint, familyPrint } from "./tasks.ts";

/** Marks a moment as the earliest of several readings. */
const about = (approximate: boolean, moment: string): string => (approximate ? `大约 ${moment}` : moment);

const doubtedLinks = "请不要点信里的链接：自己输入 canada.ca 页面的地址，到 Portal 里查看。";
/** Portal 1 is answered by e-mail, and leads to no portal yet (docs/domain.md section 3). */
const doubtedReply = "请不要点信里的链接，个人信息只发到您确知属于 IRCC 的地址。";

const alsoClosed = (closed: number): string => (closed === 0 ? "" : `，有${number(closed)}项已到期`);

export const chinese: Phrasebook = {
  tag: "zh-Hans",
  moment: { long: longChinese, short: shortChinese },
  duration: chineseDuration,
  tasks: chineseTasks,
  doubtedPrint,
  familyPrint,

  subject: {
    arrival: (letters, names, closed) =>
      `${nameArrivals(letters)}${alsoClosed(closed)}${closed === 0 ? "" : "，还可以做的"}：${nameTasks(names)}`,
    arrivalEnd: (moment, approximate) => `，截止 ${about(approximate, moment)}`,
    ecopr: (closed) => `您的 eCoPR 可以下载了${alsoClosed(closed)}：请打印`,
    familyEcopr: (closed) => `家人的 eCoPR 可以下载了${alsoClosed(closed)}：请打印`,
    ecoprEnd: (moment, approximate) => `，截止 ${about(approximate, moment)}`,
    photoReturned: "照片被退回：请重新上传一张",
    noted: (names) => `已记下：${nameTasks(names)}`,
    bounced: (names) => `您的回复被退回：请重新${nameTasks(names)}`,
    countdown: (left, names) => `还剩${left}：${nameTasks(names)}`,
    countdownEnd: (moment, approximate, several) =>
      `，${several ? "最早" : ""}截止 ${about(approximate, moment)}`,
    waited: (since, names) => `Portal 1 已等了${since}：${nameTasks(names)}`,
    openFor: (since, names) => `已等了${since}：${nameTasks(names)}`,
    closedForGood: (names) => `确认函已过期：${nameTasks(names)}，请勿凭它出行`,
    closed: (names) => `已到期：${nameTasks(names)}，也许仍然可行`,
    ofCase: (label) => `${label}：`,
    closedFirst: (names) => `已到期：${nameFirst(names)}，也许仍然可行；`,
    nothing: "目前没有要做的事",
  },

  lead: {
    portal1: "IRCC 请您提供资料，以完成永久居民的手续。信里没有写截止日期，早回复为好。",
    portal2: "IRCC 为您开通了 PR Confirmation Portal。先改密码：别的都要登录后才能做。",
    portal2Existing: "IRCC 请您到 Portal 里完成手续。用您已有的账户登录，不会再寄新密码。",
    ecopr: "从官员签字那天起，您就是永久居民了。",
    familyEcopr: "从官员签字那天起，您的这位家人就是永久居民了。其他人还没做完的事不受影响。",
    uncertainEcopr:
      "信里说有一份 eCoPR 可以下载，但 Landfall 无法确定是谁的：在您说明之前，各个申请里没做完的事都不算了结。",
    settled: "Portal 里还没做完的事都已了结，不再提醒。",
    photoReturned: "IRCC 退回了您的照片，请另外上传一张。这很常见，很快就能办好。",
    passport: "IRCC 请您递交护照：这是从境外登陆前的最后一步。",
    other: "IRCC 来信，有事请您办。",
    claimed: (kinds) => `${listed(kinds.map(nameLetter))}自称来自 IRCC，这一点未经核实。`,
    claimedEcopr: "一封邮件说您的 eCoPR 可以下载了。这一点未经核实：是否真有，只有 Portal 里看得到。",
    age: (since, approximate) => `邮件是${about(approximate, since)}前到的。`,
    forwardedAgo: (since) => `邮件是${since}前转发来的，原信可能更早。`,
    noted: "您告诉了 Landfall 这个日期，到期前它会提醒您。",
    bounced: "邮件系统退回了您对 Portal 1 的回复：IRCC 没有收到。请核对地址，再发一次。",
    countdown: "据 Landfall 所知，现在还来得及。",
    someClosed:
      "其中有些事，Landfall 计算的期限已到，但这不等于已经失去机会。其余的，据 Landfall 所知还来得及。",
    asked: "这是您要求稍后再发的提醒。",
    nudge: (since) =>
      `Landfall 没有看到您的回复。邮件是${since}前到的。IRCC 没有写截止日期，但您不回复，事情就不会往下走。`,
    closedForGood: "您的永久居民确认函（CoPR）已过有效期。请勿凭它出行：先向 IRCC 询问该怎么办。",
    closed:
      "Landfall 计算的期限已到。这不等于一定失去了什么：没有公开的说法讲过期后会怎样。可以的话，请今天就做。",
    nothing: "这封提醒所说的事已经做完或了结。",
  },

  deadline: (moment, approximate) => `截止：${about(approximate, moment)}`,
  ended: (moment, approximate) => `已于${about(approximate, moment)}到期`,
  left: (left) => `还剩${left}`,
  over: "期限已到，也许仍然可行",
  overForGood: "期限已到",
  noDeadline: "没有写明截止日期",
  basis: (basis, days) =>
    basis === "letter" ? `信里写的是 ${days} 天` : `默认 ${days} 天：没有在信里找到具体天数`,
  atTheEarliest: "邮件的时间不确定，这里按最早的可能计算",
  fromForward: "读不出原信的日期，因此从转发时算起：实际可能更早到期",
  otherEnd: (moment) => `各封信说法不一，也可能是 ${moment}；在确定之前，以较早的日期为准`,
  noteSeparator: "；",

  uncertain: (letterId, cases) =>
    `无法确定这封信属于哪个申请：可能属于${cases.join("或")}，也可能是另一个申请。在您说明之前，它会单独提醒。请在 Landfall 的文件夹中运行 npx landfall assign ${letterId} 申请编号，或 npx landfall split ${letterId}。`,
  late: "这封提醒来晚了：到时间时未能发出。",
  dateUnread: (letterId) =>
    `转发邮件里的日期读不出来，Landfall 因此从转发时算起。原信可能更早，期限可能更短或已过：请看原信的日期。在 Landfall 的文件夹中运行 npx landfall correct ${letterId} --received 时间（例如 2026-11-23T09:58）告诉它。`,
  stayInCanada:
    "拿到 eCoPR 之前，请留在加拿大；要离境，先告知 IRCC。官员签字时人在境外，eCoPR 会被视为无效，就只能改为从境外登陆。",
  seenByItself: "如果您用 Landfall 看着的这个邮箱回复，它自己会知道。",
  portalTrouble: [
    "不等于一定失去了什么：请今天就登录 Portal 试试。",
    "如果登录不了，用登录页上的“重设密码”。",
    "还是不行的话，写信到 IRCC 邀请信里的地址，或用 IRCC 的网络表格（web form）。",
  ],
  unverified: (kind, moment, approximate) =>
    `无法核实 ${about(approximate, moment)} 的 ${nameLetter(kind)}是真的。${
      kind === "portal1" ? doubtedReply : doubtedLinks
    }`,
  unverifiedOther: `其中一部分依据的邮件无法核实。${doubtedLinks}`,

  why: {
    letter: (subject, sender) => `邮件“${subject}”，发件人 ${sender}。`,
    received: (moment, approximate, folder) =>
      `收到时间：${moment}${approximate ? "（最早的可能）" : ""}，在文件夹 ${folder}。`,
    forwardedAt: (moment, folder) => `转发时间：${moment}，在文件夹 ${folder}；读不出原信的日期。`,
    forwarded: (by) => `由 ${by} 转发给您。`,
    verified: "您的邮箱服务商确认了发件人的域名是真的。",
    verifiedForward: "您的邮箱服务商确认了转发人是谁。",
    unverified: "没有什么能证明它是真的。",
    person: "您自己这样说的。",
    case: (label) => `案件：${label}。`,
  },

  labels: {
    steps: "怎么做",
    known: "请知悉",
    trouble: "过期了怎么办",
    why: "为什么收到这封信",
    done: "已经做完了？在 Landfall 的文件夹里运行：",
    doneButton: "已完成",
    portal: "经 canada.ca 进入 Portal",
    about: "canada.ca 上 IRCC 的说明（英文）",
  },
  calendar: (name) => `截止：${name}`,
  later: (wait) => `稍后再提醒（${wait}后）`,
  answer: {
    one: {
      any: "直接回复本邮件写一行，Landfall 就知道了：“完成”、“稍后”，或“停止”（不再提醒这件事）。",
      last: "直接回复本邮件写一行，Landfall 就知道了：“完成”，或“停止”（不再提醒这件事）。",
    },
    several: {
      any: "直接回复本邮件写一行，Landfall 就知道了：“全部完成”；只做完一件，就写“照片完成”这样；“稍后”；或“停止”（不再提醒这些事）。",
      last: "直接回复本邮件写一行，Landfall 就知道了：“全部完成”；只做完一件，就写“照片完成”这样；或“停止”（不再提醒这些事）。",
    },
  },
  portalPage:
    "https://www.canada.ca/en/immigration-refugees-citizenship/services/immigrate-canada/pr-confirmation-portal.html",
  notes: chineseNotes,
  answers: chineseAnswers,
  footer: "本邮件由您自己的提醒程序 Landfall 发出，并非来自 IRCC。一切以 IRCC 的来信和 Portal 里显示的为准。",
  sample: {
    subject: "样例",
    lead: "这是“landfall test-mail”发出的样例。没有什么要办：信和日期都是虚构的。",
  },
};
