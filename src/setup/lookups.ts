/** Questions to DNS and the web, each with little patience: where nothing answers, the person is asked instead. */

import { Resolver } from "node:dns/promises";
import type { Lookups } from "./discover.ts";

const patienceMs = 3000;

export const systemLookups = (): Lookups => {
  const resolver = new Resolver({ timeout: patienceMs, tries: 1 });
  return {
    mx: async (domain) => {
      const records = await resolver.resolveMx(domain).catch(() => []);
      return records.map(({ exchange }) => plain(exchange));
    },
    srv: async (name) => {
      const records = await resolver.resolveSrv(name).catch(() => []);
      const [first] = records.toSorted((a, b) => a.priority - b.priority || b.weight - a.weight);
      const host = first === undefined ? "" : plain(first.name);
      // A lone dot says: not offered (RFC 2782).
      return first === undefined || host === "" ? null : { host, port: first.port };
    },
    text: async (url) => {
      try {
        const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMs), redirect: "error" });
        return answer.ok ? await answer.text() : null;
      } catch {
        return null;
      }
    },
  };
};

const plain = (host: string): string => host.toLowerCase().replace(/\.$/, "");
