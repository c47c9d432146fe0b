/** A year of mail: a consultant's clients one after the other, notices of IRCC's, and everybody else's mail. */

import type { Clock } from "../../src/flow/ports.ts";
import type { Dovecot } from "../../test/helpers/dovecot.ts";
import { ecopr, newsletter, photoReturned, portal1, portal2 } from "../../test/helpers/letters.ts";

const dayMs = 86_400_000;
const clients = 12;
const newsletterEveryMs = dayMs / 4;
const noticeEveryMs = 2 * dayMs;

type Coming = { readonly at: number; readonly tell: (at: Date) => string; readonly opens: boolean };

export class Life {
  /** Letters of IRCC's delivered so far, and how many of them bring an event. */
  letters = 0;
  events = 0;
  /** Other mail. */
  others = 0;
  readonly #dovecot: Dovecot;
  readonly #clock: Clock;
  readonly #coming: Coming[];
  readonly #began: number;

  constructor(dovecot: Dovecot, clock: Clock) {
    this.#dovecot = dovecot;
    this.#clock = clock;
    this.#began = clock.now().getTime();
    const ofClients = Array.from({ length: clients }, (_, client) =>
      storyOf(client, this.#began + (client * 365 * dayMs) / (clients + 1)),
    );
    const notices = Array.from({ length: 182 }, (_, number) => ({
      at: this.#began + number * noticeEveryMs,
      tell: (at: Date) => notice(at, number),
      opens: false,
    }));
    this.#coming = [...ofClients.flat(), ...notices].toSorted((a, b) => a.at - b.at);
  }

  /** Delivers what has come by now. */
  passes(): void {
    const now = this.#clock.now();
    while ((this.#coming[0]?.at ?? Infinity) <= now.getTime()) {
      const { tell, opens } = this.#coming.shift()!;
      this.#dovecot.deliver("INBOX", tell(now), { mtime: now });
      this.letters += 1;
      this.events += Number(opens);
    }
    while (this.#began + this.others * newsletterEveryMs <= now.getTime()) {
      this.#dovecot.deliver("INBOX", newsletter(this.others), { mtime: now });
      this.others += 1;
    }
  }
}

/** From invitation to eCoPR in five weeks. */
const storyOf = (client: number, from: number): readonly Coming[] => {
  const of = (raw: string): string => raw.replaceAll("person@example.net", `client${client}@example.net`);
  const id = (name: string): string => `${name}-${client}@cic.gc.ca`;
  const letter = (days: number, tell: (at: Date) => string): Coming => ({
    at: from + days * dayMs,
    tell: (at) => of(tell(at)).replace("E001234567", `E0012${String(client).padStart(5, "0")}`),
    opens: true,
  });
  return [
    letter(0, (at) => portal1({ at, id: id("portal1") })),
    letter(9, (at) => portal2({ at, id: id("portal2") })),
    letter(14, (at) => photoReturned({ at, id: id("photo") })),
    letter(20, (at) => portal2({ at, id: id("again") })),
    letter(35, (at) => ecopr({ at, id: id("ecopr") })),
  ];
};

const notice = (at: Date, number: number): string =>
  portal1({ at, id: `notice-${number}@cic.gc.ca` })
    .replace(/^Subject: .*$/mu, `Subject: Notice ${number} about our office hours`)
    .replace(/\r?\n\r?\n[^]*$/u, `\n\nOur office is closed on day ${number}.\n`);
