/** What the wizard asks, one function a subject; each returns the settings that follow from the answers. */

import { problemOf } from "../config/fields.ts";
import type { Asker } from "./ask.ts";
import { allParts, type Part } from "./parts.ts";
import { serverNames } from "./ask-servers.ts";
import type { Provider } from "./providers.ts";

/** Settings by their names in `.env`. */
export type Answers = Readonly<Record<string, string>>;

export const without = (answers: Answers, names: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)));

/** What a sign-in in the place of a password takes. */
export const consentNames = ["OAUTH", "OAUTH_CLIENT_ID", "OAUTH_CLIENT_SECRET", "OAUTH_SCOPES"];

/** What holds for one mailbox and not for the next. */
export const ofOneMailbox = [...serverNames, "IMAP_PASSWORD", "SMTP_USER", "SMTP_PASSWORD", ...consentNames];

/** Run again, it need not ask for everything; unattended it does, unless one part is named. */
export const askParts = async (asker: Asker, known: Answers, only: Part | null): Promise<readonly Part[]> => {
  if (only !== null) return [only];
  if (!asker.canRetry || known["IMAP_HOST"] === undefined) return allParts;
  const name = "--only";
  const message = `${known["IMAP_USER"] ?? "A mailbox"} is set up already. What do you want to change?`;
  const choice = await asker.choose({ name, message, initial: "all" }, partChoices);
  return allParts.filter((part) => choice === "all" || choice === part);
};

const partChoices = [
  { value: "all", label: "look through everything" },
  { value: "password", label: "the mailbox, its password or sign-in" },
  { value: "servers", label: "the servers that mail is read from and reminders are sent with" },
  { value: "preferences", label: "language, time zone, quiet hours, trusted forwarders" },
];

export const askAddress = async (asker: Asker, known: Answers): Promise<string> =>
  asker.text({
    name: "IMAP_USER",
    message: "Your e-mail address (the mailbox IRCC writes to)",
    initial: known["IMAP_USER"],
    check: (text) =>
      /^\S+@[^\s@]+\.[^\s@]+$/.test(text) || known["IMAP_HOST"] !== undefined ? null : notAddress,
  });

const notAddress = "an e-mail address, such as you@example.com";

/** Explains what the provider wants in the place of a password, then asks for it. */
export const askPassword = async (
  asker: Asker,
  provider: Provider | null,
  known: Answers,
): Promise<string> => {
  if (provider !== null)
    asker.say(
      [
        "",
        `${provider.name} wants an extra ${provider.secret} for programs like this one:`,
        ...provider.steps.map((step) => `  - ${step}`),
        `  More: ${provider.page}`,
        "",
      ].join("\n"),
    );
  const password = await asker.secret({
    name: "IMAP_PASSWORD",
    message: provider === null ? "Password of the mailbox" : `The ${provider.secret}`,
    initial: known["IMAP_PASSWORD"],
    check: (text) => (text === "" ? "it is empty" : null),
  });
  // Google shows it in four groups; it is one word.
  return provider?.name === "Gmail" ? password.replaceAll(/\s/g, "") : password;
};

/** Who signs the person in, in the place of a password: what is set already, else the provider where it takes none. */
export const issuerFor = (provider: Provider | null, known: Answers): string | null =>
  known["OAUTH"] ?? (provider?.takesPasswords === false ? (provider.application?.issuer ?? null) : null);

/** Explains what an application is for, and asks for it. */
export const askApplication = async (
  asker: Asker,
  provider: Provider | null,
  known: Answers,
): Promise<Answers> => {
  const issuer = issuerFor(provider, known) ?? "";
  if (known["OAUTH_CLIENT_ID"] === undefined) asker.say(aboutApplication(provider).join("\n"));
  const id = await asker.text({
    name: "OAUTH_CLIENT_ID",
    message: "The application's ID",
    initial: known["OAUTH_CLIENT_ID"],
    check: (text) => (/^\S+$/.test(text) ? null : "one word, as the registration page shows it"),
  });
  if (issuer !== "google") return { OAUTH: issuer, OAUTH_CLIENT_ID: id };
  const secret = await asker.secret({
    name: "OAUTH_CLIENT_SECRET",
    message: "The application's secret",
    initial: known["OAUTH_CLIENT_SECRET"],
  });
  return { OAUTH: issuer, OAUTH_CLIENT_ID: id, OAUTH_CLIENT_SECRET: secret };
};

const aboutApplication = (provider: Provider | null): readonly string[] => [
  "",
  ...(provider === null || provider.takesPasswords ? [] : provider.steps.map((step) => `${step}.`)),
  "For that the provider has to know Landfall as an application of yours. It is registered once, in some minutes, free of charge:",
  ...(provider?.application?.steps ?? []).map((step) => `  - ${step}`),
  ...(provider === null ? [] : [`  More: ${provider.page}`]),
  "",
];

/** What `askPreferences` answers for; what it leaves out is not to be set. */
export const preferences = ["REMIND_LANGUAGE", "TIME_ZONE", "QUIET_HOURS", "TRUSTED_FORWARDERS"];

/** How the person wants to be written to. `forwarders`: who forwarded IRCC's letters to them, untrusted so far. */
export const askPreferences = async (
  asker: Asker,
  known: Answers,
  { forwarders, timeZone }: { readonly forwarders: readonly string[]; readonly timeZone: string },
): Promise<Answers> => {
  const language = await asker.choose(
    {
      name: "REMIND_LANGUAGE",
      message: "Language of your reminders",
      initial: known["REMIND_LANGUAGE"] ?? "",
    },
    languages,
  );
  const zone = await asker.text({
    name: "TIME_ZONE",
    message: "Your time zone",
    initial: known["TIME_ZONE"] ?? timeZone,
    check: (text) => problemOf("TIME_ZONE", text),
  });
  const quiet = await asker.text({
    name: "QUIET_HOURS",
    message: "Hours without reminders, or off",
    initial: known["QUIET_HOURS"] ?? "21:00-08:00",
    check: (text) => problemOf("QUIET_HOURS", text),
  });
  const trusted = await askForwarders(asker, known, forwarders);
  return {
    ...(language !== "" && { REMIND_LANGUAGE: language }),
    TIME_ZONE: zone,
    QUIET_HOURS: quiet,
    ...(trusted !== "" && { TRUSTED_FORWARDERS: trusted }),
  };
};

const languages = [
  { value: "", label: "the language of each letter" },
  { value: "en", label: "English" },
  { value: "fr", label: "français" },
  { value: "zh", label: "简体中文" },
];

/** Only who the person names is ever trusted; unattended nobody is who was not named before. */
const askForwarders = async (asker: Asker, known: Answers, found: readonly string[]): Promise<string> => {
  const before = known["TRUSTED_FORWARDERS"] ?? "";
  const fresh = asker.canRetry ? found.filter((address) => !before.includes(address)) : [];
  const believed: string[] = [];
  for (const address of fresh) {
    const question = `${address} forwarded letters of IRCC's to you. Do you know them, and may their forwards move your case?`;
    if (await asker.confirm(question, false)) believed.push(address);
  }
  const trusted = [...(before === "" ? [] : [before]), ...believed].join(",");
  const answer = await asker.text({
    name: "TRUSTED_FORWARDERS",
    message: "Who forwards IRCC's letters to you, such as a consultant? Their addresses, or nobody",
    initial: trusted === "" ? nobody : trusted,
    check: (text) => (text === nobody ? null : problemOf("TRUSTED_FORWARDERS", text)),
  });
  return answer === nobody ? "" : answer;
};

const nobody = "nobody";
