/** The letters of the demo's story: composed after docs/domain.md, nobody's real mail. */

export type DemoLetter = { readonly subject: string; readonly raw: string };

const portalSubject =
  "IRCC - Permanent Residence Portal (PR Confirmation) / Portail de résidence permanente (Confirmation de la RP)";
const sender = "IRCC.PRConfirmation-ConfirmationRP.IRCC@cic.gc.ca";
const person = "alex.martin@demo.example";

export const portal1 = (at: Date): DemoLetter =>
  fromIrcc(
    "portal1",
    at,
    portalSubject,
    `Hello / Bonjour,

We are contacting you about your application for permanent residence. To confirm your permanent
residence online, please reply to this email with the following information for each person:

- full name, UCI (0000-0000)
- email address
- date of first entry and date and place of last entry to Canada
- eye colour and height
- current address
- whether you are in Canada

Do not create an account. We will send you an email with instructions for the
Permanent Residence Confirmation Portal.

Veuillez répondre à ce courriel avec les renseignements demandés. Ne créez pas de compte.

Immigration, Refugees and Citizenship Canada / Immigration, Réfugiés et Citoyenneté Canada
`,
  );

export const answer = (at: Date): DemoLetter => ({
  subject: `Re: ${portalSubject}`,
  raw: `From: Alex Martin <${person}>
To: ${sender}
Subject: ${encoded(`Re: ${portalSubject}`)}
Date: ${at.toUTCString()}
Message-ID: <answer@demo.example>
In-Reply-To: <portal1@demo.cic.gc.ca>
References: <portal1@demo.cic.gc.ca>
Content-Type: text/plain; charset=utf-8

My details, as you asked.
`,
});

export const portal2 = (at: Date): DemoLetter =>
  fromIrcc(
    "portal2",
    at,
    "New credentials for PR Confirmation Portal",
    `Hello / Bonjour,

Good news: we are ready to finalize your permanent residence. An account was created for you in the
Permanent Residence Confirmation Portal: https://prson-srpel.apps.cic.gc.ca/en/login

User name: ${person}
Temporary password: NOT-A-REAL-Passw0rd!

Please sign in and change the temporary password. Then declare that you are in Canada, provide the
mailing address for your permanent resident card and upload your photo.

Votre nom d'utilisateur est votre adresse courriel. Veuillez changer votre mot de passe temporaire,
déclarer votre présence au Canada, donner votre adresse postale et téléverser votre photo.

This mailbox is not monitored. / Cette boîte aux lettres n'est pas surveillée.
`,
  );

export const ecopr = (at: Date): DemoLetter =>
  fromIrcc(
    "ecopr",
    at,
    "PR Portal (PR confirmation) - eCoPR Available for Download | Portail RP (confirmation RP) - CRPe prête à être téléchargée",
    `Hello / Bonjour,

Your electronic Confirmation of Permanent Residence (eCoPR) is now available for download in the
Permanent Residence Confirmation Portal. Please print it within 30 days, check it, and sign and date the client copy.

Votre confirmation de résidence permanente électronique (CRPe) est prête à être téléchargée.
`,
  );

const fromIrcc = (name: string, at: Date, subject: string, body: string): DemoLetter => ({
  subject,
  raw: `Received: from mail.cic.gc.ca (mail.cic.gc.ca [192.0.2.10])
	by mx.demo.example with ESMTPS; ${at.toUTCString().replace("GMT", "+0000")}
Authentication-Results: mx.demo.example; dkim=pass header.d=cic.gc.ca; spf=pass
	smtp.mailfrom=${sender}; dmarc=pass header.from=cic.gc.ca
From: IRCC <${sender}>
To: ${person}
Subject: ${encoded(subject)}
Date: ${at.toUTCString()}
Message-ID: <${name}@demo.cic.gc.ca>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

${body}`,
});

/** RFC 2047, in words short enough for any header line. */
const encoded = (subject: string): string =>
  (subject.match(/.{1,30}/gu) ?? [])
    .map((part) => `=?UTF-8?B?${Buffer.from(part).toString("base64")}?=`)
    .join("\n ");
