/** What notes say in Chinese. Facts: docs/domain.md sections 2 and 6. A warning quotes no link. */

import type { NotePhrases } from "../note-phrases.ts";
import { chineseWaiting } from "./waiting.ts";

export const chineseNotes: NotePhrases = {
  list: "全部列表：npx landfall status",
  why: {
    letters: "Landfall 在替您看着的信箱里发现了这个。每封信只告知一次。",
    waiting: "Landfall 也看着等待的时间。不想要？在设置里写 WAITING_NOTES=off。",
    week: "这是您要的：Landfall 设置里的 WEEKLY。改成 WEEKLY=off 就不再发。",
    mailbox: "看不到的来信，Landfall 无从提醒。它会在 6 小时、1 天、3 天后各告知一次，之后不再重复。",
    day: "每天的上限是 Landfall 设置里的 MAILS_PER_DAY。",
  },

  unknown: {
    news: "IRCC 来信未能识别，请看邮件",
    subject: (number, quoted) =>
      number === 1
        ? `IRCC 来信，我们认不出是什么：“${quoted}”，请自己读一下`
        : `IRCC 来了 ${number} 封我们认不出的信，请自己读一下`,
    subjectOld: (number) => `没有新情况：有 ${number} 封较早的 IRCC 来信我们认不出`,
    lead: () => "它不属于 Landfall 认得的任何一种信，所以没有为它计算期限。请自己读一下。",
    leadOld: "这些在 Landfall 开始看着邮箱之前就在那里了，您多半已经知道。",
    label: () => "请读这些信",
    line: (quoted, moment, folder, verified) =>
      `“${quoted}”，${moment}，在文件夹 ${folder}${verified ? "" : "（发件人未核实）"}`,
    more: (number) => `还有 ${number} 封`,
    advice: "信里要您在某个日期前做什么？请自己记下日期：Landfall 不替它计时。",
    labelOld: "较早的信",
    old: (number, newest) =>
      `${number} 封 IRCC 来信 Landfall 认不出，发现时已超过一个月，最近的一封是 ${newest}。您若知道是什么，就不用管。`,
  },

  suspicious: {
    subject: (number) =>
      number === 1
        ? "小心：一封以 IRCC 名义来的信可能是假的"
        : `小心：${number} 封以 IRCC 名义来的信可能是假的`,
    lead: () => "Landfall 不相信它，它不会改变您的案件。不要点里面的链接，不要开附件，什么也不要寄出。",
    label: (quoted) => `可能是假的：“${quoted}”`,
    came: (sender, moment, folder) => `发件人 ${sender}，${moment}，在文件夹 ${folder}。`,
    reason: (reason) => `原因：${reason}。`,
    reasons: {
      lookAlike: (address) => `地址 ${address} 看着像 IRCC 的，其实不是`,
      named: (address) => `发件人用了 IRCC 的名字，但地址 ${address} 不是 IRCC 的`,
      shownName: (address) => `发件人的名字里写着另一个地址 ${address}`,
      replyTo: (address) => `回信会寄到 ${address}，不在 gc.ca 和 canada.ca 之内`,
      destination: (place) => `它要您把资料发到 ${place}，不在 gc.ca 和 canada.ca 之内`,
      link: (host) => `它要您在 ${host} 登录，不在 gc.ca 和 canada.ca 之内`,
      disguise: (host) => `有个链接写的是政府网址，实际却通向 ${host}`,
      elsewhere: (host) => `有个链接通向 ${host}，不在 gc.ca 和 canada.ca 之内`,
      scheme: (scheme) => `有个链接打开的不是网页，而是别的东西（“${scheme}”）`,
      attachment: (type) => `它带有可能有害的附件（.${type}），IRCC 的信不会带`,
      errand: (where) => `信中让你找“${where}”，未知其属于 IRCC`,
      demand: (what) => `它要的东西 IRCC 从不通过邮件索要（“${what}”）`,
      refused: (domain) => `您的邮箱服务商说它不是从 ${domain} 来的`,
      otherDomain: (domain) => `您的邮箱服务商只能证实另一个发件人：${domain}`,
      authors: () => "它没有写明唯一的发件人，真信都会写",
      stranger: (address) => `它由 ${address} 转发，不在您信任的转发人之中`,
      claim: () => "它读起来像 IRCC 的信，却不是从那里来的",
    },
    wouldEnd: (ends) => `万一是真的：${ends.join("；")}。`,
    end: (names, moment, over) =>
      `${names.join("、")}${over ? `（期限已于 ${moment} 到）` : `，截止 ${moment}`}`,
    correct: (command) => `您确知它是真的？${command}`,
    more: (number) => `还有 ${number} 封同类的信`,
    labelOld: "较早的",
    old: (number) => `${number} 封可能是假的信，发现时已超过一个月。您不用做什么。`,
    labelGenuine: "怎样认出真信",
    genuine: [
      "发件地址以 @cic.gc.ca 结尾，而且您的邮箱服务商证实了来源。",
      "信多半是英法双语的，指向 canada.ca 的页面。",
      "不威胁，不要钱，不要卡号，也没有您没要过的附件。",
      "要您的个人资料本身说明不了什么：Portal 1 的信也会要。",
      "拿不准时，自己在浏览器里输入 canada.ca，到 Portal 里查看。",
    ],
  },

  waiting: chineseWaiting,

  week: {
    subject: (open, firstEnd) =>
      open === 0
        ? "本周：目前没有要做的事，Landfall 继续看着"
        : `本周：有 ${open} 件事要做${firstEnd === null ? "" : `，最早截止 ${firstEnd}`}`,
    lead: "这是您要的每周小结。收到它，说明 Landfall 在运行。",
    stages: {
      waiting: "还没有来信。",
      invited: "Portal 1 到了，等您回复。",
      answered: "Portal 1 已回复，下一步是 Portal 2。",
      in_portal: "Portal 2 到了，有事要做。",
      in_review: "都已声明，下一步是 eCoPR。",
      confirmed: "eCoPR 邮件到了，下一步是枫叶卡。",
      complete: "枫叶卡到了。",
    },
    window: (name, moment, left) =>
      moment === null ? `没有写明截止日期：${name}` : `还剩${left}：${name}，截止 ${moment}`,
    nothingOpen: "没有要做的事。",
    subjectMissed: (missed) => `本周：没有未完的事，有 ${missed} 件事已过期限`,
    missed: (name, moment) => `已于 ${moment} 截止，尚未说已完成：${name}`,
    labelSelf: "Landfall 自己",
    lastLook: (moment) => `最近一次查看邮箱：${moment}。`,
    neverLooked: "还没能查看您的邮箱。",
    sent: (number) => `最近 7 天发了 ${number} 封邮件。`,
    next: (moment) => `下一次提醒：${moment}。`,
  },

  outage: {
    subject: (lasted) => `Landfall 已有${lasted}看不到您的邮箱`,
    lead: (since) => `最近一次查看是 ${since}。它一直在重试；一旦恢复，期间的来信马上会读。`,
    labelReason: "哪里不对",
    noReason: "服务器没有回应，也没有说明原因。",
    labelDo: "怎么办",
    steps: [
      "恢复之前，请自己看看邮箱，包括垃圾邮件。",
      "在运行 Landfall 的机器上：npx landfall status，再运行 npx landfall check。",
      "邮箱密码改过？把新密码写进 Landfall 的设置，再重新启动。",
    ],
    signIn: {
      subject: "Landfall 需要您重新登录邮箱",
      lead: "您的邮箱服务商不再接受您当初的授权。重新登录之前，它看不到新来信，提醒也可能到不了您手里。",
      step: "在运行 Landfall 的机器上：npx landfall sign-in",
    },
    open: (number) => `还有 ${number} 件事没到期，提醒照常来。`,
  },

  held: {
    subject: (number) => `今天够多了：还有 ${number} 封提醒等到明天`,
    lead: (cap) => `Landfall 一天最多给您发 ${cap} 封邮件（MAILS_PER_DAY）。一天之内到期的仍会马上发。`,
    label: "等着的",
    line: (names, label) => (label === null ? names : `${label}：${names}`),
    advice: "一天这么多邮件不寻常。想看原因：npx landfall status",
  },
};
