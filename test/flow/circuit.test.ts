import { expect, test } from "@jest/globals";
import { Circuit, type Outage } from "../../src/flow/circuit.ts";
import { NotMade, SendFailure, type Mail } from "../../src/flow/ports.ts";
import { KeepingOutbox, turnableClock } from "../helpers/ports.ts";
import { after, hours, minutes, monday } from "../helpers/world.ts";

const mail: Mail = {
  to: "person@example.net",
  from: "landfall@example.net",
  subject: "2 days left",
  content: async () => ({ text: "", html: "" }),
  messageId: "one@landfall.example",
  date: monday,
  headers: {},
};

const build = (known: Outage | null = null) => {
  const clock = turnableClock(monday);
  const outbox = new KeepingOutbox();
  const reports: (Outage | null)[] = [];
  const report = (outage: Outage | null): void => void reports.push(outage);
  return { clock, outbox, reports, circuit: new Circuit(outbox, { clock, known, report, random: () => 0 }) };
};

const wrongLogin = new SendFailure("535 no", { permanent: true, unknown: false, everyMail: true });
const nobodyThere = new SendFailure("nothing listens", { permanent: false, unknown: false, everyMail: true });
const refusedMail = new SendFailure("550 spam", { permanent: true, unknown: false });

test("a refused login is not tried again by the next reminder, but after ten minutes, and then hourly", async () => {
  const { circuit, clock, outbox } = build();
  outbox.failure = wrongLogin;
  await expect(circuit.send(mail)).rejects.toThrow("535");
  outbox.failure = null;
  await expect(circuit.send(mail)).rejects.toMatchObject({ message: "535 no", permanent: true });
  expect(outbox.mails).toEqual([]);
  expect(circuit.trouble()).toMatchObject({ since: monday, until: after(minutes(10)), permanent: true });
  clock.set(after(minutes(10)));
  outbox.failure = wrongLogin;
  await expect(circuit.send(mail)).rejects.toThrow("535");
  expect(circuit.trouble()?.until).toEqual(after(minutes(70)));
  expect(circuit.trouble()?.since).toEqual(monday);
});

test("a server that is away is asked after one minute, two, four, up to an hour", async () => {
  const { circuit, clock, outbox } = build();
  outbox.failure = nobodyThere;
  const pauses: number[] = [];
  for (let tries = 0; tries < 8; tries += 1) {
    await expect(circuit.send(mail)).rejects.toThrow("nothing listens");
    const until = circuit.trouble()!.until;
    pauses.push((until.getTime() - clock.now().getTime()) / minutes(1));
    clock.set(until);
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
});

test("mails that cannot be put together say nothing of the server, however many", async () => {
  const { circuit, outbox, reports } = build();
  outbox.failure = new NotMade(new Error("no template"));
  for (let mails = 0; mails < 10; mails += 1) await expect(circuit.send(mail)).rejects.toThrow("no template");
  expect(circuit.trouble()).toBeNull();
  expect(reports).toEqual([]);
});

test("while one mail tries whether the server is back, the others wait", async () => {
  const { circuit, clock, outbox } = build();
  outbox.failure = nobodyThere;
  await expect(circuit.send(mail)).rejects.toThrow("nothing listens");
  clock.set(after(minutes(1)));
  outbox.failure = null;
  const first = circuit.send(mail);
  await expect(circuit.send(mail)).rejects.toThrow("nothing listens");
  expect(await first).toBe("250 taken");
  expect(circuit.trouble()).toBeNull();
  expect(await circuit.send(mail)).toBe("250 taken");
});

test("one refused mail says nothing of the others; five in a row do", async () => {
  const { circuit, outbox } = build();
  for (let tries = 0; tries < 4; tries += 1) {
    outbox.failure = refusedMail;
    await expect(circuit.send(mail)).rejects.toThrow("550");
    expect(circuit.trouble()).toBeNull();
  }
  await expect(circuit.send(mail)).rejects.toThrow("550");
  expect(circuit.trouble()).toMatchObject({ until: after(minutes(1)), permanent: true });
});

test("a success in between starts the count anew", async () => {
  const { circuit, outbox } = build();
  for (let tries = 0; tries < 12; tries += 1) {
    outbox.failure = tries % 4 === 3 ? null : refusedMail;
    await circuit.send(mail).catch(() => undefined);
  }
  expect(circuit.trouble()).toBeNull();
});

test("what is known outlives a restart, and its end is told too", async () => {
  const known: Outage = {
    since: monday,
    until: after(hours(1)),
    permanent: false,
    problem: "away",
    tries: 3,
  };
  const { circuit, clock, outbox, reports } = build(known);
  await expect(circuit.send(mail)).rejects.toThrow("away");
  expect(outbox.mails).toEqual([]);
  clock.set(after(hours(1)));
  await circuit.send(mail);
  expect(reports).toEqual([null]);
});

test("mails that were under way when one found out that the server is away do not lengthen the pause", async () => {
  const { circuit, outbox, reports } = build();
  outbox.failure = nobodyThere;
  await Promise.allSettled(Array.from({ length: 10 }, () => circuit.send(mail)));
  expect(circuit.trouble()).toMatchObject({ until: after(minutes(1)) });
  expect(reports).toHaveLength(1);
});
