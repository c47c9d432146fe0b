/** What notes about waiting say in Simplified Chinese: docs/domain.md section 4. */

import type { NotePhrases } from "../note-phrases.ts";

export const chineseWaiting: NotePhrases["waiting"] = {
  labelUsual: "通常要多久",
  labelCheck: "可以查什么",
  labelAsk: "怎样询问",
  calm: (lead) => `${lead}不一定有什么不对，今天也没有什么到期。`,
  ofCase: (lead, label) => `${lead}案件：${label}。`,
  answer: "不想再收到这类信？直接回复本邮件写一行：“停止”。",
  cardButton: "卡已收到",
  answerCard: "卡已经收到了？直接回复本邮件写一行“完成”，这类信就不再来；写“停止”也一样。",
  cardCame: (command) => `卡已经收到了？${command}，这类信就不再来。`,
  portal2: {
    subject: (days) => `回复后 ${days} 天还没有 Portal 2 邮件：通常是这样的`,
    lead: (since) => `您在 ${since} 回复了 Portal 1，此后 Landfall 没有看到 Portal 2 邮件。`,
    usual: ["多数一到两周；有人当天就到，有人等了一个多月。"],
    check: [
      "看看您给过 IRCC 的每个邮箱的垃圾邮件文件夹。",
      "您的回复在“已发送”里吗？有没有退信？",
      "有代理人？信会寄给代理人：问问是否收到。",
      "是通过 PR Portal 申请的？IRCC 可能用您已有的账户：登录看看。",
    ],
    ask: () => [
      "写信到 IRCC 邀请信（Portal 1）里的地址，或用 canada.ca 上 IRCC 的网络表格（web form），写明您何时回复的。",
    ],
  },
  ecopr: {
    subject: (days) => `上传照片后 ${days} 天还没有 eCoPR：通常是这样的`,
    lead: (since) => `您在 ${since} 上传了照片，此后 Landfall 没有看到 eCoPR 邮件。`,
    usual: ["IRCC 说最多几周。申请人说有当天的，也有 90 多天的，有人审核等了两三个月。"],
    check: [
      "看看垃圾邮件文件夹。",
      "登录 Portal：状态为“Approved”时 eCoPR 就已准备好，不管有没有来信。",
      "照片被退回了？Portal 里会要求重新上传。",
      "拿到之前请留在加拿大；要离境，先告知 IRCC。",
    ],
    ask: () => ["用 canada.ca 上 IRCC 的网络表格（web form），或写信到 IRCC 邀请信里的地址。"],
  },
  card: {
    subject: (days) => `eCoPR 之后 ${days} 天，枫叶卡：通常是这样的`,
    lead: (since) => `eCoPR 邮件是 ${since} 到的。Landfall 还不知道卡是否收到。`,
    usual: ["从 10 天到四个多月。寄出之前，Portal 里显示“Ready for Review”。"],
    check: ["登录 Portal：照片和地址通过了吗？地址还对吗？", "问问与您共用信箱的人，以及旧地址那边。"],
    ask: (days) =>
      days < 180
        ? [
            "等过了通常时间再加六周，用 IRCC 的网络表格（web form）说明一直没有收到卡（须作郑重声明）。",
            "超过 180 天就要重新申请并再次缴费：请在那之前询问。",
          ]
        : [
            "已经过了 180 天。IRCC 这时要求重新申请枫叶卡并缴费，请用 canada.ca 上的网络表格（web form）问清楚。",
          ],
  },
};
