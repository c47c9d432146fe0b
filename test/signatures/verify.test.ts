import { generateKeyPairSync } from "node:crypto";
import { beforeAll, expect, test } from "@jest/globals";
import { sealMessage } from "mailauth/lib/arc/index.js";
import { dkimSign } from "mailauth/lib/dkim/sign.js";
import { openVerifier, type Resolve } from "../../src/signatures/verify.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "der" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const record = `v=DKIM1; k=rsa; p=${publicKey.toString("base64")}`;
const gone = Object.assign(new Error("no such name"), { code: "ENOTFOUND" });

/** A DNS that knows these names; a long text comes in pieces, as in the real one. */
const dns =
  (records: Readonly<Record<string, string>>): Resolve =>
  async (name) => {
    const text = records[name];
    if (text === undefined) throw gone;
    return [text.match(/.{1,200}/g) ?? []];
  };
const known = { "k._domainkey.cic.gc.ca": record, "k._domainkey.eve.example": record };
const verify = async (source: string, resolve: Resolve = dns(known)) =>
  openVerifier({ resolve }).verify(Buffer.from(source));

const letter = [
  "From: IRCC <a@cic.gc.ca>",
  "To: me@example.org",
  "Subject: PR Portal",
  "Date: Mon, 23 Nov 2026 10:00:00 -0500",
  "",
  "Your eCoPR is available.",
  "",
].join("\r\n");

const sign = async (domain: string, more = {}): Promise<string> => {
  const key = { signingDomain: domain, selector: "k", privateKey };
  const how = { canonicalization: "relaxed/relaxed", algorithm: "rsa-sha256" };
  const { signatures } = await dkimSign(letter, { ...key, ...how, signatureData: [{ ...key, ...more }] });
  return signatures + letter;
};

let signed: string;
beforeAll(async () => {
  signed = await sign("cic.gc.ca");
});

test("a signature that holds names its domain", async () => {
  expect(await verify(signed)).toEqual({ signedBy: ["cic.gc.ca"], arc: false });
  expect(await verify(await sign("eve.example"))).toEqual({ signedBy: ["eve.example"], arc: false });
});

test("of several signatures those count that hold", async () => {
  const [second] = (await sign("eve.example")).split("From:");
  expect((await verify(second + signed)).signedBy.toSorted()).toEqual(["cic.gc.ca", "eve.example"]);
  expect((await verify(second + signed, dns({ "k._domainkey.cic.gc.ca": record }))).signedBy).toEqual([
    "cic.gc.ca",
  ]);
});

test.each([
  ["another word in the body", (text: string) => text.replace("available", "waiting")],
  ["a sentence more", (text: string) => `${text}Pay here.\r\n`],
  ["another subject", (text: string) => text.replace("PR Portal", "Pay now")],
  ["another author", (text: string) => text.replace("a@cic.gc.ca", "b@cic.gc.ca")],
  ["another domain in the signature", (text: string) => text.replace("d=cic.gc.ca", "d=eve.example")],
])("%s breaks a signature", async (_what, change) => {
  expect(await verify(change(signed))).toEqual({ signedBy: [], arc: false });
});

test("a signature over the beginning of a body proves nothing", async () => {
  const part = await sign("cic.gc.ca", { maxBodyLength: 10 });
  expect(part).toContain("l=10;");
  expect((await verify(`${part}Pay here.\r\n`)).signedBy).toEqual([]);
});

test("a key that is gone, too short, on trial, or no key is as if nothing was signed", async () => {
  const short = generateKeyPairSync("rsa", {
    modulusLength: 512,
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).publicKey.toString("base64");
  for (const text of [undefined, `v=DKIM1; p=${short}`, "v=DKIM1; p=", `${record}; t=y`, "hello"])
    expect({
      text,
      ...(await verify(signed, dns(text === undefined ? {} : { "k._domainkey.cic.gc.ca": text }))),
    }).toEqual({
      text,
      signedBy: [],
      arc: false,
    });
});

test("a DNS that does not answer is not waited for", async () => {
  const never: Resolve = async () => new Promise(() => undefined);
  const verifier = openVerifier({ resolve: never, patienceMs: 20 });
  expect(await verifier.verify(Buffer.from(signed))).toEqual({ signedBy: [], arc: false });
});

test("whatever comes in, nothing is thrown", async () => {
  for (const source of [
    "",
    "\r\n\r\n",
    "DKIM-Signature: x",
    "DKIM-Signature: v=1; d=..; s=..; b=;\r\nFrom: x\r\n\r\n",
  ])
    expect(await verify(source)).toEqual({ signedBy: [], arc: false });
});

const seal = async (text: string): Promise<string> =>
  (await sealMessage(text, {
    signingDomain: "cic.gc.ca",
    selector: "k",
    privateKey,
    authResults: "mx.sealer.example; dmarc=pass header.from=cic.gc.ca",
    cv: "none",
  })) + text;

test("an ARC chain holds as long as nothing is changed", async () => {
  const sealedLetter = await seal(signed);
  expect((await verify(sealedLetter)).arc).toBe(true);
  expect((await verify(sealedLetter.replace("available", "waiting"))).arc).toBe(false);
  expect((await verify(sealedLetter.replace("dmarc=pass", "dmarc=none"))).arc).toBe(false);
  expect((await verify(sealedLetter, dns({}))).arc).toBe(false);
});
