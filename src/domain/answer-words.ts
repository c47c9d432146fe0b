/** What people write back, in English, French and Chinese. All stands as `foldLine` leaves it: small, no accents. */

import { dayMs, hourMs, minuteMs } from "./instants.ts";
import type { Task } from "./letter.ts";

export const verbs = ["done", "undo", "snooze", "stop"] as const;
export type Verb = (typeof verbs)[number];

const words = (text: string): readonly string[] => text.split("|");

export const verbWords: Readonly<Record<Verb, readonly string[]>> = {
  done: [
    ...words("done|finished|complete|completed|did|uploaded|submitted|declared|changed"),
    ...words("fini|finie|fait|faite|faits|termine|terminee|televersee|televerse"),
    ...words("完成|做完|办完|搞定|弄好|上传|提交"),
  ],
  undo: [
    ...words("undo|undone|not done|not done yet|not yet|not finished|resume|restart"),
    ...words(
      "annuler|annule|annulez|pas fait|pas faite|pas fini|pas termine|pas encore|pas encore fait|reprendre",
    ),
    ...words("撤销|未完成|没完成|还没完成|没有完成|还没有|恢复"),
  ],
  snooze: [
    ...words("snooze|later|remind me|remind me later|not now|postpone"),
    ...words("plus tard|rappelle-moi|rappelez-moi|me rappeler|reporter|pas maintenant"),
    ...words("稍后|稍后提醒|稍后再提醒|晚点|晚点提醒|推迟|待会|提醒|以后再说"),
  ],
  stop: [
    ...words("stop|stop it|stop reminding me|stop reminders|no more reminders|unsubscribe"),
    ...words("arreter|arrete|arretez|plus de rappel|plus de rappels|desabonner"),
    ...words("停止|停止提醒|停|退订|别再提醒|不要再提醒|不要提醒|不再提醒"),
  ],
};

export const taskWords: Readonly<Record<Task, readonly string[]>> = {
  reply: words("reply|replied|answer|answered|invitation|reponse|repondre|repondu|回复|回信|答复"),
  password: words("password|mot de passe|mdp|密码"),
  presence: words("presence|declaration|在境内|声明|申报"),
  address: words("address|adresse|地址"),
  photo: words("photo|photos|picture|pictures|照片|相片"),
  passport: words("passport|passports|passeport|passeports|护照"),
  land: words("land|landed|landing|entry|arrivee|entree|登陆|入境"),
  print: words("print|printed|printing|ecopr|imprimer|imprime|impression|crpe|打印"),
  card: words("card|pr card|carte|carte de rp|枫叶卡|卡"),
};

/** Every task that the reminder told of. */
export const allWords = words("all|everything|all of it|all of them|tout|toutes|tous|全部|都");

/** Words that change nothing. */
export const fillers: readonly string[] = [
  ...words("i|i'm|i've|have|it|it's|its|is|are|was|the|my|a|and|now|just|with|in|for|of|about|again|upload"),
  ...words("please|thanks|thank you|ok|okay|yes|hi|hello"),
  ...words("je|j'ai|c'est|est|la|le|les|l'|ma|mon|mes|et|de|d'|du|des|pour|dans"),
  ...words("svp|s'il vous plait|merci|oui|bonjour"),
  ...words("我|已|已经|了|的|请|好|好的|谢谢|和|后|再|吧|把"),
];

/** Each with the milliseconds it stands for. */
export const unitWords: readonly (readonly [string, number])[] = [
  ...words("m|min|mins|minute|minutes|分钟").map((word) => [word, minuteMs] as const),
  ...words("h|hr|hrs|hour|hours|heure|heures|小时|个小时").map((word) => [word, hourMs] as const),
  ...words("d|day|days|j|jour|jours|天|日").map((word) => [word, dayMs] as const),
  ...words("w|week|weeks|semaine|semaines|周|星期|个星期").map((word) => [word, 7 * dayMs] as const),
];

/** From 1 on. */
export const latinNumbers = [words("a|an|one|un|une"), words("two|deux"), words("three|trois")];
export const chineseNumbers = [words("一"), words("两|二"), words("三")];

export const dayWords: readonly (readonly [string, number])[] = [
  ...words("tomorrow|demain|明天").map((word) => [word, dayMs] as const),
  ["后天", 2 * dayMs],
];
