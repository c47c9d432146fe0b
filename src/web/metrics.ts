/** What a Prometheus scrapes, read from the ledger whenever it asks. Numbers, kinds and states: nobody is named. */

import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { correct } from "../domain/correction.ts";
import type { Snapshot } from "../flow/snapshot.ts";
import { examine, type Health } from "./health.ts";
import type { Parts } from "./parts.ts";

export type Metrics = { readonly type: string; readonly text: () => Promise<string> };

/** Seconds after the time at which a reminder was due. */
const lateness = [1, 5, 15, 60, 300, 900, 3600, 21_600, 86_400];

export const metricsOf = (parts: Parts): Metrics => {
  const registry = new Registry();
  const collect = [live, letters, reminders, queue, machine].map((make) => make(registry, parts));
  return {
    type: registry.contentType,
    text: async () => {
      registry.resetMetrics();
      const { health, snapshot } = await examine(parts);
      for (const fill of collect) fill(health, snapshot);
      return await registry.metrics();
    },
  };
};

type Fill = (health: Health, snapshot: Snapshot | null) => void;
type Make = (registry: Registry, parts: Parts) => Fill;

const live: Make = (registry) => {
  const registers = [registry];
  const healthy = new Gauge({
    name: "landfall_healthy",
    help: "1 if every mailbox was looked at within three polls and queue and ledger answer",
    registers,
  });
  const age = new Gauge({
    name: "landfall_last_look_age_seconds",
    help: "Seconds since every folder of a mailbox was looked at",
    labelNames: ["mailbox"],
    registers,
  });
  return ({ ok, mailboxes }) => {
    healthy.set(Number(ok));
    for (const { mailbox, ageSeconds } of mailboxes)
      if (ageSeconds !== null) age.set({ mailbox: String(mailbox) }, ageSeconds);
  };
};

const letters: Make = (registry) => {
  const gauge = new Gauge({
    name: "landfall_letters",
    help: "Letters by what they are taken for and how far they are trusted",
    labelNames: ["kind", "trust"],
    registers: [registry],
  });
  return (_, snapshot) => {
    for (const { finding, correction } of snapshot?.letters ?? []) {
      const { kind, trust } = correct(finding, correction);
      if (kind !== "not_ircc") gauge.inc({ kind, trust: trust ?? "none" });
    }
  };
};

const reminders: Make = (registry) => {
  const registers = [registry];
  const gauge = new Gauge({
    name: "landfall_reminders",
    help: "Reminders by status",
    labelNames: ["status"],
    registers,
  });
  const late = new Histogram({
    name: "landfall_reminder_lateness_seconds",
    help: "Seconds between the time at which a reminder was due and the one at which it was sent",
    buckets: lateness,
    registers,
  });
  return (_, snapshot) => {
    for (const { status, dueAt, sentAt } of snapshot?.reminders ?? []) {
      gauge.inc({ status });
      if (status === "sent" && sentAt !== null)
        late.observe(Math.max(0, (sentAt.getTime() - dueAt.getTime()) / 1000));
    }
  };
};

const queue: Make = (registry) => {
  const gauge = new Gauge({
    name: "landfall_queue_jobs",
    help: "Jobs in the queue by what they wait for",
    labelNames: ["queue", "state"],
    registers: [registry],
  });
  return (health) => {
    for (const { queue: name, counts } of health.queue.jobs ?? [])
      for (const [state, count] of Object.entries(counts)) gauge.set({ queue: name, state }, count);
  };
};

const machine: Make = (registry, { reconnects }) => {
  const registers = [registry];
  const again = new Counter({
    name: "landfall_reconnects_total",
    help: "Connections to mailboxes that were lost or not to be had, since the start",
    registers,
  });
  const memory = new Gauge({
    name: "process_resident_memory_bytes",
    help: "Resident memory in bytes",
    registers,
  });
  return () => {
    again.inc(reconnects() ?? 0);
    memory.set(process.memoryUsage.rss());
  };
};
