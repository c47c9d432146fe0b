import { expect, test } from "@jest/globals";
import type { Asker } from "../../src/setup/ask.ts";
import type { Lookups } from "../../src/setup/discover.ts";
import { askServers, enterServers } from "../../src/setup/ask-servers.ts";

/** Nothing is found of anybody. */
const lookups: Lookups = { mx: async () => [], srv: async () => null, text: async () => null };

/** Answers by the names of the settings; what was asked stands in `asked`. */
const scripted = (answers: Readonly<Record<string, string>>) => {
  const asked: string[] = [];
  const answer = async ({ name }: { readonly name: string }): Promise<string> => {
    asked.push(name);
    return answers[name] ?? "";
  };
  const asker: Asker = {
    canRetry: true,
    say: () => undefined,
    text: answer,
    secret: answer,
    choose: answer,
    confirm: async () => true,
  };
  return { asked, asker };
};

const serversOf = async (answers: Readonly<Record<string, string>>) => {
  const { asked, asker } = scripted(answers);
  const found = await askServers(asker, { address: "me@nowhere.example", known: {}, given: {}, lookups });
  return { asked, answers: found.answers };
};

test("a server without a port is asked nothing more", async () => {
  expect(await serversOf({ IMAP_HOST: "imap.nowhere.example" })).toEqual({
    asked: ["IMAP_HOST", "SMTP_HOST"],
    answers: { IMAP_HOST: "imap.nowhere.example" },
  });
});

test("a usual port says by itself how it is protected", async () => {
  const { asked, answers } = await serversOf({
    IMAP_HOST: "imap.nowhere.example:143",
    SMTP_HOST: "smtp.nowhere.example:465",
  });
  expect(asked).toEqual(["IMAP_HOST", "SMTP_HOST"]);
  expect(answers).toMatchObject({
    IMAP_PORT: "143",
    IMAP_SECURITY: "starttls",
    SMTP_PORT: "465",
    SMTP_SECURITY: "tls",
  });
});

test("of any other port it is asked at once", async () => {
  const { asked, answers } = await serversOf({ IMAP_HOST: "127.0.0.1:10143", IMAP_SECURITY: "none" });
  expect(asked).toEqual(["IMAP_HOST", "IMAP_SECURITY", "SMTP_HOST"]);
  expect(answers).toEqual({ IMAP_HOST: "127.0.0.1", IMAP_PORT: "10143", IMAP_SECURITY: "none" });
});

test("a server that was given wins over the one that is found, and is asked about no more", async () => {
  const { asked, asker } = scripted({});
  const given = { SMTP_HOST: "relay.nowhere.example" };
  const question = { address: "me@gmail.com", known: given, given, lookups };
  const { answers, provider } = await askServers(asker, question);
  expect(provider?.name).toBe("Gmail");
  expect(answers).toMatchObject({ IMAP_HOST: "imap.gmail.com", SMTP_HOST: "relay.nowhere.example" });
  expect(asked).toEqual([]);
});

test("servers that are set are offered as they would be typed; another one forgets port and protection", async () => {
  const known = {
    IMAP_HOST: "127.0.0.1",
    IMAP_PORT: "10143",
    IMAP_SECURITY: "none",
    SMTP_HOST: "smtp.a.example",
  };
  const offered: (string | undefined)[] = [];
  const { asker } = scripted({});
  const kept = await enterServers(
    { ...asker, text: async ({ initial = "" }) => (offered.push(initial), initial) },
    known,
  );
  expect(offered).toEqual(["127.0.0.1:10143", "smtp.a.example"]);
  expect(kept).toEqual(known);
  const others = scripted({ IMAP_HOST: "imap.b.example", SMTP_HOST: "none" });
  expect(await enterServers(others.asker, known)).toEqual({ IMAP_HOST: "imap.b.example" });
});
