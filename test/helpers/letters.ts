/** Letters as IRCC might write them, composed after docs/domain.md; passwords are visibly fake. */

export type LetterOptions = {
  readonly at: Date;
  readonly id?: string;
  readonly from?: string;
  /** The provider's Authentication-Results; null for none. */
  readonly results?: string | null;
  readonly extraHeaders?: string;
};

export const authservId = "mx.example.net";
const pass = `${authservId}; dkim=pass header.d=cic.gc.ca; spf=pass; dmarc=pass header.from=cic.gc.ca`;
export const forged = `${authservId}; dkim=none; spf=fail; dmarc=fail header.from=cic.gc.ca`;
const sender = "IRCC.PRConfirmation-ConfirmationRP.IRCC@cic.gc.ca";
const portalSubject = "IRCC - Permanent Residence Portal (PR Confirmation)";

export const portal1 = (options: LetterOptions): string =>
  compose(
    { id: "portal1@cic.gc.ca", ...options },
    portalSubject,
    `Hello,

We are contacting you about your application for permanent residence, application number E001234567.
To confirm your permanent residence online, please reply to this email with the following information
for each person: full name, UCI (1234-5678), email address, date of first entry, date and place of last
entry, eye colour, height, current address, and whether you are in Canada.

Do not create an account. We will send you instructions for the Permanent Residence Confirmation Portal.
`,
  );

export const portal2 = (options: LetterOptions): string =>
  compose(
    { id: "portal2@cic.gc.ca", ...options },
    "New credentials for PR Confirmation Portal",
    `Good news: we are ready to finalize your permanent residence. An account was created for you in the
Permanent Residence Confirmation Portal: https://prson-srpel.apps.cic.gc.ca/en/login

User name: person@example.net
Temporary password: FAKE-Secret-99!

Please sign in and change the temporary password. Then declare that you are in Canada, provide the
mailing address for your permanent resident card and upload your photo.
`,
  );

export const ecopr = (options: LetterOptions): string =>
  compose(
    { id: "ecopr@cic.gc.ca", ...options },
    "PR Portal (PR confirmation) - eCoPR Available for Download",
    `Your electronic Confirmation of Permanent Residence (eCoPR) is now available for download in the
Permanent Residence Confirmation Portal. Please print it within 30 days, sign and date it.
`,
  );

export const photoReturned = (options: LetterOptions): string =>
  compose(
    { id: "photo@cic.gc.ca", ...options },
    portalSubject,
    `The photo that you uploaded was not accepted. Please upload a new photo in the Permanent Residence
Confirmation Portal.
`,
  );

export const familyAccess = (options: LetterOptions): string =>
  compose(
    { id: "family@cic.gc.ca", ...options },
    "New credentials for PR Confirmation Portal",
    `An account was created for your family member, JANE DOE, in the Permanent Residence Confirmation Portal.

User name: jane@example.net
Temporary password: FAKE-Secret-98!

Please sign in and change the password, then declare presence in Canada, confirm the address and upload a photo.
`,
  );

export const familyEcopr = (options: LetterOptions): string =>
  compose(
    { id: "family-ecopr@cic.gc.ca", ...options },
    "PR Portal (PR confirmation) - eCoPR Available for Download",
    `The electronic Confirmation of Permanent Residence (eCoPR) of your family member, JANE DOE, is now
available for download in the Permanent Residence Confirmation Portal. Please print it within 30 days.
`,
  );

export const passportRequest = (options: LetterOptions): string =>
  compose(
    { id: "passport@cic.gc.ca", ...options },
    "Ready for Visa",
    `Your application for permanent residence is ready for visa. Send your original passport and two photos to
the Visa Application Centre within 30 days.
`,
  );

/** What the person's own mail system sends back. */
export const bounce = ({
  at,
}: LetterOptions): string => `From: Mail Delivery System <mailer-daemon@example.net>
To: person@example.net
Subject: Undelivered Mail Returned to Sender
Date: ${at.toUTCString()}
Message-ID: <bounce-${at.getTime()}@example.net>
References: <letter-1@cic.gc.ca>
Content-Type: text/plain

Your message could not be delivered.

<${sender}>: user unknown
`;

export const answer = (at: Date): string => `From: Person <person@example.net>
To: ${sender}
Subject: Re: ${portalSubject}
Date: ${at.toUTCString()}
Message-ID: <answer@example.net>
In-Reply-To: <portal1@cic.gc.ca>
References: <portal1@cic.gc.ca>
Content-Type: text/plain

My eyes are brown. A sentence that nobody else may keep.
`;

export const newsletter = (number: number): string => `From: Shop <news${number}@shop.example>
To: person@example.net
Subject: Offers of week ${number}
Date: Mon, 02 Nov 2026 10:00:00 +0000
Message-ID: <news-${number}@shop.example>

Buy ${number} get one free.
`;

const compose = (options: LetterOptions & { readonly id: string }, subject: string, body: string): string => {
  const { at, id, from = `IRCC <${sender}>`, results = pass, extraHeaders = "" } = options;
  return `Received: from mail.cic.gc.ca (mail.cic.gc.ca [192.0.2.10]) by ${authservId} with ESMTPS;
 ${at.toUTCString().replace("GMT", "+0000")}
${results === null ? "" : `Authentication-Results: ${results}\n`}${extraHeaders}From: ${from}
To: person@example.net
Subject: ${subject}
Date: ${at.toUTCString()}
Message-ID: <${id}>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

${body}`;
};
