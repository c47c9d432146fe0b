/** A finding as it is put together: what a letter is, when it came, and every reason. */

import type { Receiver, Verdict } from "./authentication.ts";
import { bulk } from "./chatter.ts";
import { type Asking, foreignDestinations, isAnybodys } from "./destinations.ts";
import type { Doubt, Doubted } from "./doubt.ts";
import { languageOf } from "./language.ts";
import { type Finding, type Message, tasks as everyTask, type Trust } from "./letter.ts";
import { foreignNameOf } from "./look-alike.ts";
import type { Reading } from "./reading.ts";
import { isGovernmentAddress } from "./sender.ts";
import { plainTextOf } from "./sentences.ts";
import { datesAsDays } from "./stated-date.ts";
import { statedDays } from "./stated-days.ts";
import type { ReceivedAt } from "./when.ts";

/** Whose mailbox it is. Forwarders are addresses, or `@domain`. */
export type ReadingContext = Receiver & {
  readonly timeZone: string;
  /** Domains that a genuine letter may lead to beside those of `harmless-hosts` (TRUSTED_LINKS). */
  readonly trustedLinks?: readonly string[];
  /** Only a file's Date field is held against it. */
  readonly now?: Date;
};

/** What is known of a message before anything is. */
export const nothing: Finding = {
  kind: "not_ircc",
  subkind: null,
  trust: null,
  forwarded: false,
  forwardedBy: null,
  language: null,
  receivedAt: null,
  approximate: false,
  tasks: [],
  days: {},
  why: [],
};

export type Circumstances = {
  readonly text: string;
  readonly trust: Trust;
  readonly when: ReceivedAt;
  /** Where it comes from. */
  readonly about: readonly string[];
  /** Why it is trusted, or not. */
  readonly reasons: readonly string[];
  /** Why it is suspicious. */
  readonly doubts?: readonly Doubt[];
  readonly problems: readonly string[];
};

/** The finding of a letter; without a reading it is one of IRCC's that is not known. */
export const letter = (reading: Reading | null, circumstances: Circumstances): Finding => {
  const { text, trust, when, about, reasons, doubts = [], problems } = circumstances;
  const known = {
    ...nothing,
    ...when,
    trust,
    language: languageOf(text),
    ...(doubts.length === 0 ? {} : { doubts: doubts.map(withoutWhy) }),
  };
  const why = [...about, ...reasons, ...problems];
  const told = datesAsDays(text, when.receivedAt);
  if (reading === null)
    return {
      ...known,
      kind: "other_ircc",
      subkind: "unknown",
      // Should the person say what it is.
      days: statedDays(told, everyTask),
      why: [...why, "subject and body together make none of the known letters"],
    };
  const { kind, subkind, tasks, surmised, ofKin } = reading;
  const days = statedDays(told, tasks.length > 0 ? tasks : everyTask);
  return {
    ...known,
    kind,
    subkind,
    tasks,
    days,
    why: [...why, ...reading.why, ...tellDays(days, tasks)],
    ...(surmised === true && { surmised }),
    ...(ofKin === true && { ofKin }),
  };
};

const tellDays = (days: Finding["days"], tasks: Finding["tasks"]): readonly string[] =>
  tasks.flatMap((task) =>
    days[task] === undefined ? [] : [`the letter itself gives ${days[task]} days for: ${task}`],
  );

/** Its line stands in `why` already. */
const withoutWhy = ({ code, detail }: Doubt): Doubt => ({ code, detail });

/** Any reason to doubt wins over what the provider says. */
export const doubt = (
  { trust, why, doubt: own }: Verdict,
  doubts: readonly Doubted[],
): Pick<Circumstances, "trust" | "reasons" | "doubts"> => ({
  trust: doubts.length === 0 ? trust : "suspicious",
  reasons: [why, ...doubts.map((each) => each.why)],
  doubts: own === undefined ? doubts : [own, ...doubts],
});

/** Where it asks to send details, whoever sent it; what is no portal letter may name offices of others. */
export const tellDestinations = (reading: Reading | null, asking: Asking): readonly Doubted[] =>
  foreignDestinations(asking)
    .filter((place) => reading?.isPortal === true || isAnybodys(place))
    .map((place) => ({
      code: "destination",
      detail: place,
      why: `it asks to send details to ${place}, outside gc.ca and canada.ca`,
    }));

/** Of whoever the letter is for, and of those who had it: `others`. */
export const knownTo = (
  { to }: Pick<Message, "to">,
  { ownAddresses, trustedForwarders }: Pick<ReadingContext, "ownAddresses" | "trustedForwarders">,
  others: readonly string[] = [],
): readonly string[] => [
  ...to.map(({ address }) => address),
  ...others,
  ...ownAddresses,
  ...trustedForwarders,
];

/** What no genuine letter's header does. */
export const flagsOf = ({ from, replyTo }: Pick<Message, "from" | "replyTo">): readonly Doubted[] => [
  ...from.flatMap((author) => {
    const shown = foreignNameOf(author);
    if (shown === null) return [];
    const why = `its sender's name shows another address: ${shown}`;
    return [{ code: "shownName" as const, detail: shown, why }];
  }),
  ...replyTo
    .filter(({ address }) => !isGovernmentAddress(address))
    .map(({ address }) => ({
      code: "replyTo" as const,
      detail: address,
      why: `answers would go to ${address}, outside gc.ca and canada.ca`,
    })),
];

/** Mailing lists, newsletters and digests (RFC 2919, RFC 2369, and the words they end with). */
export const isBulk = ({ headers, text }: Message): boolean =>
  headers.some(
    ({ name, value }) =>
      name === "list-id" ||
      name === "list-unsubscribe" ||
      (name === "precedence" && /bulk|list/i.test(value)),
  ) || bulk.test(plainTextOf(text));
