/** Moments and durations in Simplified Chinese. */

import type { Amount } from "../../time-left.ts";
import type { WallClock } from "../moments.ts";

const weekdays = "日一二三四五六";

/** "2026年11月29日（星期日）10:42（America/Toronto，UTC−5）". */
export const longChinese = (at: WallClock): string => {
  const zone = at.timeZone === "UTC" ? at.timeZone : `${at.timeZone}，${at.offset}`;
  return `${at.year}年${at.month}月${at.day}日（星期${weekdays[at.weekday]}）${clock(at)}（${zone}）`;
};

/** "11月29日（周日）10:42". */
export const shortChinese = (at: WallClock): string =>
  `${at.month}月${at.day}日（周${weekdays[at.weekday]}）${clock(at)}`;

/** "2天3小时". */
export const chineseDuration = (amounts: readonly Amount[]): string =>
  amounts.length === 0 ? "不到1分钟" : amounts.map(({ count, unit }) => `${count}${units[unit]}`).join("");

const units = { day: "天", hour: "小时", minute: "分钟" } as const;

const clock = ({ hour, minute }: WallClock): string => `${hour}:${minute}`;
