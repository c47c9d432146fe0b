import { expect, test } from "@jest/globals";
import { discover, type Lookups } from "../../src/setup/discover.ts";

const silence: Lookups = { mx: async () => [], srv: async () => null, text: async () => null };

const file = `<clientConfig version="1.1"><emailProvider id="example.org">
  <incomingServer type="pop3"><hostname>pop.example.org</hostname><port>995</port><socketType>SSL</socketType></incomingServer>
  <incomingServer type="imap"><hostname>plain.example.org</hostname><port>143</port><socketType>plain</socketType></incomingServer>
  <incomingServer type="imap"><hostname>IMAP.example.org</hostname><port>993</port><socketType>SSL</socketType></incomingServer>
  <outgoingServer type="smtp"><hostname>smtp.example.org</hostname><port>587</port><socketType>STARTTLS</socketType></outgoingServer>
</emailProvider></clientConfig>`;

test.each([
  ["maria@gmail.com", "imap.gmail.com", "smtp.gmail.com"],
  ["maria@Hotmail.com", "outlook.office365.com", "smtp.office365.com"],
  ["maria@me.com", "imap.mail.me.com", "smtp.mail.me.com"],
  ["maria@yahoo.ca", "imap.mail.yahoo.com", "smtp.mail.yahoo.com"],
  ["maria@fastmail.com", "imap.fastmail.com", "smtp.fastmail.com"],
  ["10001@qq.com", "imap.qq.com", "smtp.qq.com"],
  ["maria@126.com", "imap.126.com", "smtp.126.com"],
])("the servers of %s are known without asking anybody", async (address, imap, smtp) => {
  const asked: string[] = [];
  const mx = async (name: string) => {
    asked.push(name);
    return [];
  };
  const found = await discover(address, { ...silence, mx });
  expect(found?.imap.host).toBe(imap);
  expect(found?.smtp?.host).toBe(smtp);
  expect(asked).toEqual([]);
});

test("a domain of one's own is known by who takes its mail in", async () => {
  const found = await discover("maria@example.org", { ...silence, mx: async () => ["aspmx.l.google.com"] });
  expect(found).toMatchObject({ provider: { name: "Gmail" }, imap: { host: "imap.gmail.com" } });
});

test("a host that only ends like a provider's is not that provider", async () => {
  const mx = async () => ["mx.notgoogle.com"];
  expect(await discover("maria@example.org", { ...silence, mx })).toBeNull();
});

test("of a domain's own file the encrypted servers are taken, and no others", async () => {
  const places: string[] = [];
  const text = async (url: string) => {
    places.push(url);
    return url.includes("well-known") ? file : null;
  };
  expect(await discover("maria@example.org", { ...silence, text })).toEqual({
    imap: { host: "imap.example.org", port: 993, security: "tls" },
    smtp: { host: "smtp.example.org", port: 587, security: "starttls" },
    provider: null,
    source: "the configuration file of example.org",
  });
  expect(places.every((place) => place.startsWith("https://"))).toBe(true);
});

test("service records are read where there is no file", async () => {
  const srv = async (name: string) =>
    name === "_imaps._tcp.example.org" ? { host: "mail.example.org", port: 993 } : null;
  expect(await discover("maria@example.org", { ...silence, srv })).toMatchObject({
    imap: { host: "mail.example.org", port: 993, security: "tls" },
    smtp: null,
  });
});

test.each(["<html>not found</html>", '<incomingServer type="imap"><hostname>a b</hostname>', ""])(
  "a file that is none (%s) leads to a question, not to a server",
  async (text) => {
    expect(await discover("maria@example.org", { ...silence, text: async () => text })).toBeNull();
  },
);
