/** The tasks in Chinese: what each is called and how it is done. Facts: docs/domain.md sections 3 and 3b. */

import type { Task } from "../../letter.ts";
import type { TaskPhrases } from "../phrasebook.ts";

const photoFormat = "JPEG 或 PNG 格式，像素在 715×1000 到 2000×2800 之间，不超过 4 MB。";

export const chineseTasks: Readonly<Record<Task, TaskPhrases>> = {
  reply: {
    name: "回复 IRCC",
    short: "回复",
    steps: [
      "直接回复 IRCC 的那封邮件，不要自己注册账户。",
      "每个人都要写明：姓名、UCI、邮箱、首次入境加拿大的日期、最近一次入境的日期和地点、眼睛颜色、身高、地址，以及现在是否在加拿大。",
      "不在加拿大？请照实说明，并写上所在国家和返回日期。",
      "邮件要求提供代码，或者您的地址变了？把代码，或新地址及证明，写在同一封回复里。",
      "主申请人可以替全家回复：一封回复能让全家的申请保持在一起。",
    ],
    wayOut: ["现在就回复：也许还来得及。", "如果没有回音，请用 IRCC 的网络表格（web form）询问。"],
  },
  password: {
    name: "修改临时密码",
    short: "密码",
    steps: [
      "从本邮件里的 canada.ca 页面进入 Portal。",
      "用您的邮箱地址和信里的临时密码登录。",
      "设置您自己的密码。",
    ],
    wayOut: ["仍然可以试试临时密码。"],
  },
  presence: {
    name: "声明您在加拿大境内",
    short: "在境内声明",
    steps: ["在 Portal 里为每个人声明其在加拿大境内。声明时人必须真的在加拿大。"],
    wayOut: ["仍请在 Portal 里声明。声明时人必须真的在加拿大。"],
  },
  address: {
    name: "确认您的地址",
    short: "地址",
    steps: ["在 Portal 里填写寄送枫叶卡（PR 卡）的加拿大地址。"],
    wayOut: ["仍请在 Portal 里填写。", "成为永久居民后 180 天之内都可以提供地址。"],
  },
  photo: {
    name: "上传照片",
    short: "照片",
    steps: [
      "以白色为背景拍摄，不反光，不要太暗。自拍或扫描件都可以，翻拍纸质照片不行。",
      photoFormat,
      "在 Portal 里上传，每人一张。",
    ],
    wayOut: [`仍请在 Portal 里上传，白色背景。${photoFormat}`, "成为永久居民后 180 天之内都可以提供照片。"],
  },
  passport: {
    name: "寄送护照",
    short: "护照已寄出",
    steps: [
      "照信里说的做：信里写明寄到哪个办公室、寄什么、怎么寄。",
      "信里点名的每个人，护照和照片都要寄。",
      "留好复印件和寄出的凭证。",
    ],
    wayOut: [
      "仍请现在就寄出，并写信告知向您索要护照的办公室。",
      "如果寄不了，请用 IRCC 的网络表格（web form）说明。",
    ],
  },
  land: {
    name: "登陆加拿大",
    short: "已登陆",
    steps: [
      "最迟在那一天带着护照和 CoPR 入境加拿大。",
      "CoPR 不能延期：过期通常要重新申请。",
      "赶不上？现在就用 IRCC 的网络表格（web form）告知。",
    ],
    wayOut: [
      "不要拿着它出行：先用 IRCC 的网络表格（web form）询问您的情况怎么办。",
      "CoPR 过期通常要重新申请。",
    ],
  },
  print: {
    name: "打印 eCoPR",
    short: "eCoPR 已打印",
    steps: [
      "登录 Portal 下载 PDF。它可能要过几个小时，甚至一两天才会出现。",
      "逐行核对：出错很常见，名字被截断的情况也有。",
      "打印出来，在申请人一联（client copy）上亲笔签名并写上日期。14 岁以下的孩子由父母代签。",
      "它在加拿大境内证明您的身份，可用来申请社会保险号（SIN）和福利，但不能用于旅行。",
    ],
    wayOut: [
      "登录 Portal 看看：PDF 也许还在。",
      "如果不在了，请用 IRCC 的网络表格（web form）索取。您仍然是永久居民。",
    ],
  },
  card: {
    name: "留意枫叶卡（PR 卡）",
    short: "已收到枫叶卡",
    steps: ["它会寄到您的地址。收到之前，eCoPR 不能保证您出境后能返回加拿大。"],
    wayOut: [
      "如果超过通常时间再加六周，请用 IRCC 的网络表格（web form）告知：您可以声明一直没有收到卡。",
      "成为永久居民超过 180 天，就要重新申请并再次缴费。",
    ],
  },
};

export const familyPrint: TaskPhrases = { ...chineseTasks.print, name: "打印家人的 eCoPR" };

export const doubtedPrint: TaskPhrases = {
  name: "到 Portal 里查看 eCoPR",
  short: "eCoPR 已打印",
  steps: [
    "登录 Portal。如果 eCoPR 在那里，就下载 PDF。它可能要过几个小时，甚至一两天才会出现。",
    ...chineseTasks.print.steps.slice(1),
  ],
  wayOut: [
    "登录 Portal 看看：如果 eCoPR 已经签发，PDF 也许还在。",
    "如果没有，请用 IRCC 的网络表格（web form）询问。",
  ],
};
