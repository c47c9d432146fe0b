import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { Message } from "../../src/domain/letter.ts";
import { learn, readingOf, type ReceivePorts, verified, wantsSample } from "../../src/flow/receive.ts";
import { aMessage } from "../helpers/samples.ts";
import { openWorld, type World } from "../helpers/ports.ts";

let world: World;
let ports: ReceivePorts;
let asked = 0;

beforeEach(async () => {
  world = await openWorld();
  asked = 0;
  ports = {
    ...world.ports,
    reading: {
      ownAddresses: [],
      trustedForwarders: ["ana@office.example"],
      authservId: null,
      timeZone: "America/Toronto",
    },
    mailboxName: "me",
    verifier: {
      verify: async () => {
        asked += 1;
        return { signedBy: ["cic.gc.ca"], arc: false };
      },
    },
  };
});
afterEach(async () => world[Symbol.asyncDispose]());

const signature = { name: "dkim-signature", value: "v=1; d=cic.gc.ca" };
const result = { name: "authentication-results", value: "mx.provider.example; dmarc=none" };
const received = { name: "received", value: "from a.example by mx.provider.example" };
const source = new Uint8Array();
const from = (address: string, ...headers: Message["headers"]): Message =>
  aMessage({ from: [{ name: "", address }], headers });

test("signatures are verified where the provider writes no result, of letters and forwards alone", async () => {
  expect((await verified(ports, from("a@cic.gc.ca", signature), source)).verification).toEqual({
    signedBy: ["cic.gc.ca"],
    arc: false,
  });
  await verified(ports, from("ana@office.example", signature), source);
  expect(asked).toBe(2);
  await learn(ports, many(5, carrying));
  await verified(ports, from("a@cic.gc.ca", result, received, signature), source);
  await verified(ports, from("a@cic.gc.ca"), source);
  await verified(ports, from("shop@a.example", signature), source);
  await verified({ ...ports, verifier: null }, from("a@cic.gc.ca", signature), source);
  expect(asked).toBe(2);
});

test("an ARC chain is verified where somebody's seal is trusted and the provider is silent on it", async () => {
  const seal = { name: "arc-seal", value: "i=1; d=sealer.example" };
  const message = from("a@cic.gc.ca", result, received, seal);
  await learn(ports, many(5, carrying));
  await verified(ports, message, source);
  expect(asked).toBe(0);
  const trusting = { ...ports, reading: { ...ports.reading, trustedArcSealers: ["sealer.example"] } };
  await verified(trusting, message, source);
  expect(asked).toBe(1);
});

const carrying = from("shop@a.example", result, received);
const bare = from("shop@a.example", received);
const many = (count: number, message: Message): readonly Message[] =>
  Array.from({ length: count }, () => message);

test("what recent mail teaches is remembered, and letters are read with it", async () => {
  await learn(ports, many(5, carrying));
  expect(await wantsSample(ports)).toBe(false);
  expect((await readingOf(ports, "me")).learnedProvider).toBe("provider.example");
  await learn(ports, many(5, bare));
  expect((await readingOf(ports, "me")).learnedProvider).toBeNull();
});

test("until a watched mailbox has taught who its provider is, nobody's results count", async () => {
  expect((await readingOf(ports, "me")).learnedProvider).toBeNull();
  await learn(ports, many(4, carrying));
  expect((await readingOf(ports, "me")).learnedProvider).toBeNull();
  expect(await wantsSample(ports)).toBe(true);
});

test("letters are judged again whenever another name counts: believed ones too where little mail had taught it", async () => {
  expect(await learn(ports, many(4, carrying))).toEqual(["unverified", "verified"]);
  expect(await learn(ports, many(4, carrying))).toEqual([]);
  expect(await learn(ports, many(5, carrying))).toEqual(["unverified"]);
  expect(await learn(ports, many(5, carrying))).toEqual([]);
  expect(await learn(ports, many(5, bare))).toEqual(["unverified", "verified"]);
  expect(await learn(ports, many(90, carrying))).toEqual(["unverified"]);
  expect(await learn(ports, many(90, bare))).toEqual(["unverified"]);
});

test("an inbox that was emptied still has the provider that it had", async () => {
  await learn(ports, many(5, carrying));
  expect(await learn(ports, [bare])).toEqual([]);
  expect((await readingOf(ports, "me")).learnedProvider).toBe("provider.example");
});

test("where AUTHSERV_ID says it, nothing is learned", async () => {
  const said = { ...ports, reading: { ...ports.reading, authservId: "mx.provider.example" } };
  expect(await wantsSample(said)).toBe(false);
  expect((await readingOf(said, "me")).learnedProvider).toBeUndefined();
});
