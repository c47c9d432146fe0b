import { expect, test } from "@jest/globals";
import { strangeLinks } from "../../src/domain/strange-links.ts";

const elsewhere = (text: string, known: readonly string[] = []): readonly string[] =>
  strangeLinks({ text, links: [], known, foot: "any" }).elsewhere;

test.each([
  "Your eCoPR is ready.\n\nhttps://records.attacker.example/view",
  "Open it within 30 days: https://records.attacker.example",
  "Get it from <https://records.attacker.example/x>.",
  "Get it from www.records.attacker.example today.",
  "Get it from records.attacker.example/view today.",
  "Visit records.attacker.example",
  "Open records.attacker.example and begin",
  "Your document\nrecords.attacker.example\nis kept for 30 days.",
  "Rendez-vous sur HTTPS://RECORDS.ATTACKER.EXAMPLE/fr.",
  "It is in your portal.\n\n--\nPermanent residence portal\nhttps://records.attacker.example",
  "It is there.\n\n--\nJoan Miller, office of records\nPrint here: https://records.attacker.example",
])("%j leads elsewhere", (text) => {
  expect(elsewhere(text).map((host) => host.replace("www.", ""))).toEqual(["records.attacker.example"]);
});

test.each([
  "Go to https://www.canada.ca/en.html, or https://prson-srpel.apps.cic.gc.ca.",
  "Book at https://visa.vfsglobal.com/can/en. You need https://get.adobe.com/reader/!",
  "Sign in by https://clegc-gckey.gc.ca/j/eng/l or https://cbs-ceb.securekeyconcierge.com/",
  "Follow us: https://www.facebook.com/CitCanada, twitter.com/CitImmCanada",
  "User name: jun.li\nWrite to us at records@attacker.example",
  "Your file.pdf is ready.Please print it; see IMM5444.e or p.3 of it",
  "Do it in your portal.\n\n-- \nJoan Miller, Miller & Sons\nwww.miller.example",
  "Do it in your portal.\n\nVirus-free, checked by a program.\nwww.scanner.example",
  "Application file: 12.3 and ftp is no word",
])("%j leads nowhere else", (text) => {
  expect(strangeLinks({ text, links: [], known: [], foot: "any" })).toEqual({
    disguised: [],
    elsewhere: [],
    schemes: [],
  });
});

test("an IPv6 address, and a label in another script below gc.ca, are none of the government's", () => {
  expect(elsewhere("Open http://[2001:db8::7]/x")).toEqual(["[2001:db8::7]"]);
  expect(elsewhere("Open https://prson.\u0441ic.gc.ca/x")).toEqual(["prson.xn--ic-nmc.gc.ca"]);
});

test("a redirection of a social network leads to where it leads", () => {
  expect(elsewhere("Open https://www.facebook.com/l.php?u=https%3A%2F%2Fattacker.example%2F&h=1")).toEqual([
    "attacker.example",
  ]);
});

test("the reader's own office may put its pages below a letter", () => {
  expect(elsewhere("See https://www.miller.example/clients", ["miller.example"])).toEqual([]);
});

test("an address that is shown, and another behind it, is a disguise", () => {
  const text = "Go to https://prson-srpel.apps.cic.gc.ca/en <https://attacker.example/en>";
  expect(strangeLinks({ text, links: ["disguise:other.example"], known: [], foot: "any" }).disguised).toEqual(
    ["other.example", "attacker.example"],
  );
});

test("below what nobody proved, the foot of anybody is the letter's word", () => {
  const foot = "Joan Miller, services of the department\nhttps://attacker.example/start";
  const service = "You are subscribed to this mailing list\nhttps://lists.example/options";
  const found = (below: string): readonly string[] =>
    strangeLinks({ text: `All is ready.\n\n-- \n${below}`, links: [], known: [], foot: "of a service" })
      .elsewhere;
  expect(found(foot)).toEqual(["attacker.example"]);
  expect(found(service)).toEqual([]);
});

test("links of the HTML part count unless the foot of the text names their host", () => {
  const text = "Do it in your portal.\n\n-- \nJoan Miller, Miller & Sons\nwww.miller.example";
  const links = ["aside:www.miller.example", "aside:attacker.example", "data:"];
  expect(strangeLinks({ text, links, known: [], foot: "any" })).toEqual({
    disguised: [],
    elsewhere: ["attacker.example"],
    schemes: ["data:"],
  });
});

test.each(["file://host/share/x.html", "vbscript:open", "blob:https://x/1", "data:text/html,x"])(
  "%s opens no page of the web",
  (link) => {
    expect(
      strangeLinks({ text: `Sign in: ${link}`, links: [], known: [], foot: "any" }).schemes,
    ).toHaveLength(1);
  },
);

const signed = (below: string, name = "Hélène Roy, RCIC"): readonly string[] =>
  strangeLinks({
    text: `Your eCoPR can be downloaded from the portal. Print it within 30 days.\n\n${below}`,
    links: [],
    known: [],
    foot: "any",
    signer: { name, address: "helene@roy.example" },
  }).elsewhere;

test("what a forwarder signs below a letter is theirs, and not the letter's", () => {
  expect(signed("Hélène Roy, RCIC-IRB #R1\nRoy inc. | Book a call <https://calendar.example/roy>")).toEqual(
    [],
  );
  expect(signed("helene@roy.example\nRoy inc. | Book a call <https://calendar.example/roy>")).toEqual([]);
});

test("it is the letter's where the letter sends the reader down to it", () => {
  const text =
    "Your eCoPR is ready. Print it from the page below.\n\n-- \nHélène Roy, of your office\nhttps://attacker.example/a";
  expect(elsewhere(text)).toEqual(["attacker.example"]);
});

test("it is the letter's in anybody else's name, or where it speaks of the matter", () => {
  expect(signed("Hélène Roy, RCIC\nSee https://attacker.example/a now", "Anna Levy")).toEqual([
    "attacker.example",
  ]);
  expect(signed("Hélène Roy, RCIC\nSign in to the portal: https://attacker.example/login")).toEqual([
    "attacker.example",
  ]);
  expect(signed("Hélène Roy, RCIC\nDownload it: https://attacker.example/a for all of us")).toEqual([
    "attacker.example",
  ]);
});
