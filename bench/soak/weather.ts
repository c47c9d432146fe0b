/** What goes wrong meanwhile, second by second. */

import { setTimeout as sleep } from "node:timers/promises";
import type { Dovecot } from "../../test/helpers/dovecot.ts";
import type { Redis } from "../../test/helpers/redis.ts";
import type { SmtpPeer } from "../../test/helpers/smtp.ts";
import { halfClose, type Proxy, reset, silence } from "../../test/faults/proxy.ts";

type Sky = {
  readonly imap: Proxy;
  readonly dovecot: Dovecot;
  readonly smtp: SmtpPeer;
  readonly redis: Redis;
};

const deeds = [reset, halfClose, reset, silence, reset, halfClose];

export class Weather {
  readonly toll = {
    cuts: 0,
    refusedConnections: 0,
    redisRestarts: 0,
    redisFlushes: 0,
    refusedMails: 0,
    renumbered: 0,
  };
  readonly #sky: Sky;
  #second = 0;
  #redisBack: Promise<void> = Promise.resolve();

  constructor(sky: Sky) {
    this.#sky = sky;
  }

  /** One second passes. */
  async passes(): Promise<void> {
    this.#second += 1;
    if (this.#second % 4 === 0) this.#cut();
    if (this.#second % 50 === 0) await this.#shut();
    if (this.#second % 60 === 30) this.#redisBack = this.#restartRedis();
    if (this.#second % 20 === 7) this.#refuseMail();
    if (this.#second % 300 === 150) this.#renumber();
  }

  /** All is well again. */
  async calms(): Promise<void> {
    await this.#redisBack;
    await this.#sky.imap.accept();
  }

  #cut(): void {
    this.toll.cuts += 1;
    this.#sky.imap.now(deeds[this.toll.cuts % deeds.length] ?? reset);
  }

  async #shut(): Promise<void> {
    this.toll.refusedConnections += 1;
    await this.#sky.imap.refuse();
    setTimeout(() => void this.#sky.imap.accept(), 2500);
  }

  /** Away for a few seconds; every third time it has forgotten everything. */
  async #restartRedis(): Promise<void> {
    const { redis } = this.#sky;
    this.toll.redisRestarts += 1;
    if (this.toll.redisRestarts % 3 === 0) {
      this.toll.redisFlushes += 1;
      await redis.flush();
    }
    await redis.halt();
    await sleep(3000);
    await redis.restart();
  }

  #refuseMail(): void {
    this.toll.refusedMails += 1;
    const stages = ["CONNECT", "MAIL", "RCPT", "DATA"] as const;
    this.#sky.smtp.refuse(stages[this.toll.refusedMails % stages.length] ?? "DATA", 451);
  }

  #renumber(): void {
    this.toll.renumbered += 1;
    this.#sky.dovecot.bumpUidValidity("INBOX", Math.floor(Date.now() / 1000) + this.toll.renumbered);
  }
}
