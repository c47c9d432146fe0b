/** A letter as it typically comes: 6 kB, English and French, plain text and HTML, both quoted-printable. */

/**
 * No two are alike, and all are made of the same sentences, as IRCC's are. `unseen`: no sentence is like one before, so
 * that nothing that was read helps to read the next.
 */
export const typicalLetter = (number: number, { unseen } = { unseen: false }): Buffer => {
  const body = bodies[number % bodies.length]!(number);
  const paragraphs = unseen
    ? body.map((text) => text.replaceAll(/(?<=\w\w\w)(?=[.:]\s|[.:]$)/g, ` (${wordsOf(number)})`))
    : body;
  const boundary = `_000_${number}_`;
  return Buffer.from(
    [
      ...headers(number, boundary),
      "",
      `--${boundary}`,
      ...part("plain", paragraphs.join("\n\n")),
      `--${boundary}`,
      ...part("html", toHtml(paragraphs)),
      `--${boundary}--`,
      "",
    ].join("\r\n"),
  );
};

/** Three of twenty-six words that are known by then. */
const wordsOf = (number: number): string =>
  [1, words.length, words.length ** 2]
    .map((power) => words[Math.floor(number / power) % words.length])
    .join(" ");

const words =
  "north lake maple river stone field cloud winter summer harbour garden window paper silver copper yellow orange purple market bridge valley forest meadow island cabin canoe".split(
    " ",
  );

const headers = (number: number, boundary: string): readonly string[] => [
  "Delivered-To: maria@example.com",
  `Received: by 2002:a05:6a10:8a5 with SMTP id d5csp${number};`,
  "        Mon, 23 Nov 2026 07:00:04 -0800 (PST)",
  "Return-Path: <IRCC.PRConfirmation-ConfirmationRP.IRCC@cic.gc.ca>",
  "Received: from mail.cic.gc.ca (mail.cic.gc.ca. [192.0.2.10])",
  `        by mx.google.com with ESMTPS id x${number}`,
  "        for <maria@example.com>; Mon, 23 Nov 2026 07:00:03 -0800 (PST)",
  "Authentication-Results: mx.google.com;",
  "       dkim=pass header.i=@cic.gc.ca header.s=sel1 header.b=abc;",
  "       spf=pass (google.com: domain of x@cic.gc.ca designates 192.0.2.10 as permitted sender) smtp.mailfrom=x@cic.gc.ca;",
  "       dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=cic.gc.ca",
  "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=cic.gc.ca; s=sel1;",
  "        h=from:to:subject:date:message-id:mime-version:content-type;",
  `        bh=${"A1b2".repeat(10)}=; b=${"Zz9y".repeat(60)}`,
  "From: IRCC PRConfirmation / ConfirmationRP IRCC",
  "\t<IRCC.PRConfirmation-ConfirmationRP.IRCC@cic.gc.ca>",
  'To: "maria@example.com" <maria@example.com>',
  `Subject: ${subjects[number % subjects.length]}`,
  "Date: Mon, 23 Nov 2026 10:00:00 -0500",
  `Message-ID: <typical-${number}@mail.cic.gc.ca>`,
  "Accept-Language: en-CA, fr-CA, en-US",
  "Content-Language: en-CA",
  "X-MS-Has-Attach:",
  "X-Auto-Response-Suppress: DR, OOF, AutoReply",
  `Content-Type: multipart/alternative; boundary="${boundary}"`,
  "MIME-Version: 1.0",
];

const part = (subtype: string, text: string): readonly string[] => [
  `Content-Type: text/${subtype}; charset="utf-8"`,
  "Content-Transfer-Encoding: quoted-printable",
  "",
  quotedPrintable(text),
];

const subjects = [
  "New credentials for PR Confirmation Portal",
  "=?utf-8?Q?IRCC_=E2=80=93_Permanent_Residence_Portal_(PR_Confirmation)_/?=\r\n =?utf-8?Q?_Portail_de_r=C3=A9sidence_permanente_(Confirmation_de_la_RP)?=",
  "=?utf-8?Q?PR_Portal_(PR_confirmation)_-_eCoPR_Available_for_Download_|?=\r\n =?utf-8?Q?_Portail_RP_(confirmation_RP)_-_CRPe_pr=C3=AAte_=C3=A0_=C3=AAtre_t=C3=A9l=C3=A9charg=C3=A9e?=",
];

const foot = (): readonly string[] => [
  "Immigration, Refugees and Citizenship Canada / Government of Canada",
  "-----",
];

const credentials = (number: number): readonly string[] => [
  `Hello, this is about your application for permanent residence, application number E00${1_000_000 + number}.`,
  "We created an account for you in the Permanent Residence (PR) Confirmation Portal: https://prson-srpel.apps.cic.gc.ca/en/login",
  `User name: maria@example.com\nTemporary password: FAKE-Pass-${number}`,
  "You must sign in and change the temporary password within 14 days. Then, within 7 days: declare that you are physically present in Canada, confirm your mailing address, and upload a photo of each person on the application.",
  "Once an officer has looked at it all, you will receive another email that tells you how to get your electronic confirmation of permanent residence. Do not leave Canada before that. Please do not reply to this email: nobody reads this mailbox.",
  ...foot(),
  `Bonjour, ce message concerne votre demande de résidence permanente, numéro de demande E00${1_000_000 + number}.`,
  "Un compte a été créé à votre intention dans le Portail de confirmation de la résidence permanente (RP) : https://prson-srpel.apps.cic.gc.ca/fr/login",
  `Nom d’utilisateur : maria@example.com\nMot de passe temporaire : FAUX-Passe-${number}`,
  "Vous devez ouvrir une session et changer le mot de passe temporaire dans les 14 jours. Ensuite, dans les 7 jours : déclarer que vous êtes présent au Canada, confirmer votre adresse postale et téléverser une photo de chaque personne.",
  "Lorsqu’un agent aura tout examiné, vous recevrez un autre courriel qui vous dira comment obtenir votre confirmation électronique de résidence permanente. Veuillez ne pas répondre à ce courriel.",
];

const invitation = (number: number): readonly string[] => [
  `Hello, this is about your application for permanent residence, application number E00${1_000_000 + number}.`,
  "You may be able to confirm your permanent residence online. Please reply to this email with the following information for each person on the application:",
  "- full name as on the passport\n- UCI\n- email address\n- date of first entry into Canada\n- date and place of last entry\n- eye colour and height\n- current address in Canada",
  "If somebody is not in Canada at the moment, tell us the country and the date of return. Do not create an account: we will send you instructions for the Permanent Residence Confirmation Portal in another email.",
  "This is a standard message; the page https://www.canada.ca/en/immigration-refugees-citizenship/services/immigrate-canada/pr-confirmation-portal.html explains what comes next, and how to know that an email like this one is genuine.",
  ...foot(),
  `Bonjour, ce message concerne votre demande de résidence permanente, numéro de demande E00${1_000_000 + number}.`,
  "Vous pourriez confirmer votre résidence permanente en ligne. Veuillez répondre à ce courriel en indiquant, pour chaque personne visée par la demande :",
  "- nom complet selon le passeport\n- IUC\n- adresse de courriel\n- date de la première entrée au Canada\n- date et lieu de la dernière entrée\n- couleur des yeux et taille\n- adresse actuelle au Canada",
  "Si une personne n’est pas au Canada en ce moment, indiquez le pays et la date du retour. Ne créez pas de compte : nous vous enverrons les instructions du Portail de confirmation de la résidence permanente dans un autre courriel.",
];

const ecopr = (number: number): readonly string[] => [
  `Hello, this is about your application for permanent residence, application number E00${1_000_000 + number}.`,
  "Congratulations! Your electronic Confirmation of Permanent Residence (e-CoPR) is now available for download in the Permanent Residence (PR) Confirmation Portal.",
  "Sign in at https://prson-srpel.apps.cic.gc.ca/en/login with the account you have, check that every name and date is right, print the document within 30 days, then sign and date it by hand. A parent signs for a child under 14.",
  "The document proves your status inside Canada. It is not valid for travel: until the permanent resident card reaches you by mail, coming back to Canada may need a travel document. If you find a mistake, write to us through the web form.",
  ...foot(),
  `Bonjour, ce message concerne votre demande de résidence permanente, numéro de demande E00${1_000_000 + number}.`,
  "Félicitations! Votre confirmation de résidence permanente électronique (CRPe) est prête à être téléchargée dans le Portail de confirmation de la résidence permanente (RP).",
  "Ouvrez une session à https://prson-srpel.apps.cic.gc.ca/fr/login avec le compte que vous avez, vérifiez chaque nom et chaque date, imprimez le document dans les 30 jours, puis signez-le et datez-le à la main. Un parent signe pour un enfant de moins de 14 ans.",
  "Le document prouve votre statut au Canada. Il ne sert pas à voyager : jusqu’à ce que la carte de résident permanent vous parvienne par la poste, revenir au Canada peut exiger un titre de voyage. En cas d’erreur, écrivez-nous au moyen du formulaire web.",
];

const bodies = [credentials, invitation, ecopr];

/** Short paragraphs in short tags, as Outlook's servers write them. */
const toHtml = (paragraphs: readonly string[]): string =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>
${paragraphs.map((text) => `<p>${text.replaceAll("\n", "<br>\n").replaceAll(/https:\S+/g, '<a href="$&">$&</a>')}</p>`).join("\n")}
</body></html>`;

/** RFC 2045 section 6.7. */
const quotedPrintable = (text: string): string =>
  text
    .split("\n")
    .map((line) =>
      Array.from(line, encodeLetter)
        .join("")
        .replaceAll(/(?:=[0-9A-F]{2}|[^=]){1,72}(?=.)/g, "$&=\r\n"),
    )
    .join("\r\n");

const encodeLetter = (letter: string): string =>
  /[ -<>-~]/.test(letter)
    ? letter
    : Buffer.from(letter).toString("hex").toUpperCase().replaceAll(/../g, "=$&");
