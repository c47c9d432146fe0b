/**
 * A word to a web hook or an ntfy topic beside each reminder: its title and the time left, never content.
 * It promises nothing: what cannot be delivered is logged and forgotten.
 */

import type { Log, News } from "../flow/ports.ts";

const answerMs = 10_000;

export type Notifier = (news: News) => void;

/** `url` may hold a secret, and is never logged. */
export const openNotifier =
  (url: string, log: Log): Notifier =>
  (news) => {
    post(url, news).catch((error: unknown) => {
      log.warn(
        { reason: reasonOf(error) },
        "telling NOTIFY_URL of a reminder: it failed; the mail is unaffected",
      );
    });
  };

const post = async (url: string, news: News): Promise<void> => {
  const answer = await fetch(url, {
    method: "POST",
    ...requestOf(new URL(url).hostname, news),
    signal: AbortSignal.timeout(answerMs),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
};

/** ntfy shows a plain text as it is; the rest mostly read JSON, under one of these names (Slack, Discord, others). */
export const requestOf = (host: string, { title, left }: News) => {
  const text = left === null ? title : `${title} (${left})`;
  return /(?:^|\.)ntfy\./.test(host)
    ? { headers: { Tags: "maple_leaf" }, body: text }
    : {
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ title, left, text, content: text }),
      };
};

/** What went wrong, without the address, which Node's own message may repeat. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return "unknown";
  const code = error.cause instanceof Error && "code" in error.cause ? String(error.cause.code) : "";
  return error.name === "TimeoutError" ? "no answer within 10 s" : code || error.message.slice(0, 100);
};
