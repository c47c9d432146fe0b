/** What stands beside the daemon where it is asked for: the page, signs of life. Loaded only then. */

import type { LocalConfig } from "./config.ts";
import type { Supervision } from "./config/supervision.ts";
import { missedPolls } from "./domain/outage.ts";
import type { Log } from "./flow/ports.ts";
import { heartOf, type Heart } from "./heart.ts";
import type { Daemon } from "./main.ts";

/** With HEALTHCHECK_URL each look of all watchers is told there. */
export const openHeart = async (config: LocalConfig, log: Log): Promise<Heart> => {
  const { healthcheckUrl, notes } = config;
  const ping =
    healthcheckUrl === null
      ? (): void => undefined
      : (await import("./delivery/ping.ts")).openPing(healthcheckUrl, log);
  return heartOf(ping, missedPolls * notes.pollMs);
};

export type Attended = { readonly daemon: Daemon; readonly heart: Heart; readonly log: Log };

export const attend = async (
  config: LocalConfig,
  attended: Attended,
  supervision: Supervision | null,
): Promise<AsyncDisposable> => {
  await using opened = new AsyncDisposableStack();
  if (config.page.port !== null) opened.use(await openPage(config, config.page.port, attended));
  if (supervision !== null) {
    const { tellSystemd } = await import("./service/notify.ts");
    const { heart, log } = attended;
    opened.use(tellSystemd({ ...supervision, beats: () => heart.beats(), log }));
  }
  return opened.move();
};

/** A page that cannot be shown is no reason not to watch. */
const openPage = async (
  config: LocalConfig,
  port: number,
  attended: Attended,
): Promise<AsyncDisposable | null> => {
  const { daemon, heart, log } = attended;
  try {
    const { serve } = await import("./serve.ts");
    const site = await serve(config, port, {
      ledger: daemon.ledger,
      ports: daemon.replanPorts,
      alive: () => true,
      queue: async () => daemon.queue(),
      reconnects: () => heart.reconnects(),
    });
    log.info({ port }, "the page is served; `landfall web` prints a link to it");
    return site;
  } catch (error) {
    log.error({ port, error }, "the page cannot be served; landfall watches all the same");
    return null;
  }
};
