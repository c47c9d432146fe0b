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
  await verified(ports, from("a@cic.gc.ca", result, received, signature), source);
  await verified(ports, from("a@cic.gc.ca"), source);
  await verified(ports, from("shop@a.example", signature), source);
  await verified({ ...ports, verifier: null }, from("a@cic.gc.ca", signature), source);
  expect(asked).toBe(2);
});

test("an ARC chain is verified where somebody's seal is trusted and the provider is silent on it", async () => {
  const seal = { name: "arc-seal", value: "i=1; d=sealer.example" };
  const message = from("a@cic.gc.ca", result, received, seal);
  await verified(ports, message, source);
  expect(asked).toBe(0);
  const trusting = { ...ports, reading: { ...ports.reading, trustedArcSealers: ["sealer.example"] } };
  await verified(trusting, message, source);
  expect(asked).toBe(1);
});

test("what recent mail teaches is remembered, and letters are read with it", async () => {
  expect(await wantsSample(ports)).toBe(true);
  expect((await readingOf(ports, "me")).learnedProvider).toBeUndefined();
  expect(await learn(ports, [from("shop@a.example", result, received)])).toBe(true);
  expect(await learn(ports, [from("shop@a.example", result, received)])).toBe(false);
  expect(await wantsSample(ports)).toBe(false);
  expect((await readingOf(ports, "me")).learnedProvider).toBe("provider.example");
  await learn(ports, [from("shop@a.example", received)]);
  expect((await readingOf(ports, "me")).learnedProvider).toBeNull();
});

test("where AUTHSERV_ID says it, nothing is learned", async () => {
  const said = { ...ports, reading: { ...ports.reading, authservId: "mx.provider.example" } };
  expect(await wantsSample(said)).toBe(false);
  expect((await readingOf(said, "me")).learnedProvider).toBeUndefined();
});
