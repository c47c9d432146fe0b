import { describe, expect, test } from "@jest/globals";
import { lookBack } from "../../src/mailbox/look-back.ts";
import { hasDovecot, startDovecot } from "../helpers/dovecot.ts";
import { KeepingSink } from "../helpers/sink.ts";
import { chatter, optionsFor, raw, terms } from "./world.ts";

const real = hasDovecot() ? describe : describe.skip;

real("the sample of recent mail", () => {
  test("holds the newest of the inbox, of each no more than tells of its provider", async () => {
    await using stack = new AsyncDisposableStack();
    const server = await startDovecot();
    stack.defer(async () => await server.stop());
    for (let number = 0; number < 103; number += 1) server.deliver("INBOX", chatter(number));
    server.deliver("Junk", raw({ subject: "in junk" }));
    const sink = new KeepingSink();
    sink.sample = [];
    const { signal } = new AbortController();
    await lookBack({ options: optionsFor(server), terms, taker: sink, now: new Date(), signal });
    expect(sink.sample).toHaveLength(100);
    const names = new Set(sink.sample.flatMap(({ headers }) => headers.map(({ name }) => name)));
    expect(
      [...names].filter((name) => !["from", "received", "authentication-results"].includes(name)),
    ).toEqual([]);
    expect(sink.sample.every(({ from }) => from.length === 1)).toBe(true);
  });
});
