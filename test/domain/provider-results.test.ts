import { expect, test } from "@jest/globals";
import { ownResults } from "../../src/domain/provider-results.ts";

const field = (name: string, value: string) => ({ name, value });
const inner = field("received", "by 2002:a05:6a10 with SMTP id a1; Mon, 23 Nov 2026 07:00:05 -0800");
const entry = (giver: string, helo = giver) =>
  field(
    "received",
    `from ${helo} (${giver} [192.0.2.66]) by mx.google.com with ESMTPS; Mon, 23 Nov 2026 07:00:03 -0800`,
  );
const claimed = field("received", "by mx.google.com; Mon, 23 Nov 2026 06:59:00 -0800");
const result = field("authentication-results", "mx.google.com; dmarc=pass header.from=cic.gc.ca");
const rest = [field("from", "x@cic.gc.ca"), field("subject", "PR Portal")];

const providers = [{ authservId: null }, { authservId: "mx.google.com" }, { authservId: "google.com" }];

test.each(providers)(
  "the provider's result stands right below where it took the message in (%j)",
  (provider) => {
    expect(ownResults([inner, entry("mail.cic.gc.ca"), result, ...rest], provider)).toMatchObject({
      results: [{ method: "dmarc", result: "pass" }],
    });
  },
);

test.each(providers)(
  "below another hop it came in with the message, whatever that one calls itself (%j)",
  (provider) => {
    const ways = [
      [inner, entry("vps.attacker.example"), claimed, result],
      [entry("vps.attacker.example", "mail.google.com"), claimed, result],
      [entry("vps.attacker.example"), claimed, claimed, result],
    ];
    for (const headers of ways) expect(ownResults([...headers, ...rest], provider)).toHaveProperty("why");
  },
);

test.each(providers)(
  "a provider's own hops may lie between its servers with public addresses (%j)",
  (provider) => {
    const between = field(
      "received",
      "from mail-a.google.com (mail-a.google.com [209.85.1.1]) by mail-b.google.com; Mon, 23 Nov 2026 07:00:04 -0800",
    );
    expect(ownResults([between, entry("mail.cic.gc.ca"), result, ...rest], provider)).toHaveProperty(
      "results",
    );
  },
);
