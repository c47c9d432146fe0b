/** Forged letters: what somebody who wants to be believed may send to a mailbox whose provider checks mail. */

export type Attack = { readonly name: string; readonly source: string };

const provider = "mx.google.com";
const sender = "IRCC <IRCC.PRConfirmation-ConfirmationRP.IRCC@cic.gc.ca>";

type Forgery = {
  readonly from?: string;
  readonly results?: string;
  /** Fields above and below the provider's result. */
  readonly above?: string;
  readonly below?: string;
  readonly subject?: string;
  readonly body?: string;
  readonly type?: string;
};

const ownPass = (domain: string): string =>
  `${provider}; dkim=pass header.i=@${domain}; spf=pass smtp.mailfrom=x@${domain}; dmarc=pass header.from=${domain}`;

const genuine = ownPass("cic.gc.ca");

const forge = ({
  from = sender,
  results = genuine,
  above = "",
  below = "",
  subject = "New credentials for PR Confirmation Portal",
  body = bodies.portal2,
  type = "text/plain; charset=utf-8",
}: Forgery): string =>
  `Received: from mail.attacker.example (mail.attacker.example [192.0.2.66]) by ${provider} with ESMTPS; Mon, 23 Nov 2026 07:00:03 -0800 (PST)
${above}Authentication-Results: ${results}
${below}From: ${from}
To: maria@example.com
Subject: ${subject}
Date: Mon, 23 Nov 2026 10:00:00 -0500
Message-ID: <attack@attacker.example>
MIME-Version: 1.0
Content-Type: ${type}

${body}
`;

const bodies = {
  portal1:
    "IRCC: to confirm your permanent residence please reply to this email with your full name, UCI, eye colour, height, date of first entry and address.",
  portal2: `IRCC created an account for you in the PR Confirmation Portal.

User name: maria@example.com
Temporary password: FAKE-Attack-1

Please sign in, declare that you are in Canada, confirm your mailing address and upload a photo.`,
  ecopr:
    "IRCC: your electronic Confirmation of Permanent Residence (eCoPR) is available for download in the PR Confirmation Portal.",
  photo: "IRCC: your photo was not accepted. Please upload another photo in the PR Confirmation Portal.",
};

const subjects: Readonly<Record<keyof typeof bodies, string>> = {
  portal1: "IRCC - Permanent Residence Portal (PR Confirmation)",
  portal2: "New credentials for PR Confirmation Portal",
  ecopr: "PR Portal (PR confirmation) - eCoPR Available for Download",
  photo: "Photo rejected",
};

const letters = Object.keys(bodies) as readonly (keyof typeof bodies)[];

/** Domains that look like IRCC's; each passes every check for itself. */
const lookAlikes = [
  "xcic.gc.ca.example",
  "cic.gc.ca.example",
  "cic-gc.ca",
  "cic.gc-ca.example",
  "clc-gc.ca",
  "cicgc.ca",
  "cic.gcca.example",
  "c1c.gc.ca.example",
  "cic.gc.co",
  "cic.canada.ca.example",
  "ircc-canada.example",
  "cic.gc.ca-portal.example",
  "xn--cc-hkb.gc.ca.example",
  "gc.ca.cic.example",
];

const posing = lookAlikes.flatMap((domain, at) =>
  [letters[at % letters.length]!, letters[(at + 1) % letters.length]!].map((kind) => ({
    name: `${kind} from ${domain}`,
    source: forge({
      from: `IRCC <noreply@${domain}>`,
      results: ownPass(domain),
      subject: subjects[kind],
      body: bodies[kind],
    }),
  })),
);

/** From says IRCC, and the provider says that it is not. */
const refuted = Object.entries({
  "dmarc fails": `${provider}; dkim=none; spf=fail; dmarc=fail header.from=cic.gc.ca`,
  "dmarc fails beside a pass for another": `${provider}; dkim=pass header.i=@attacker.example; dmarc=fail header.from=cic.gc.ca`,
  "signed by somebody else": `${provider}; dkim=pass header.i=@attacker.example; spf=pass smtp.mailfrom=x@attacker.example`,
  "signed by a longer name": `${provider}; dkim=pass header.d=cic.gc.ca.attacker.example; spf=none`,
  "signed by a name that ends alike": `${provider}; dkim=pass header.d=xcic.gc.ca; spf=none`,
  "sent from a host that may not": `${provider}; spf=fail smtp.mailfrom=x@cic.gc.ca`,
  "a pass in a comment": `${provider}; dmarc=fail (dmarc=pass header.from=cic.gc.ca) header.from=cic.gc.ca`,
  "dmarc passes for another": `${provider}; dmarc=pass header.from=attacker.example; spf=pass smtp.mailfrom=x@attacker.example`,
}).flatMap(([name, results]) =>
  letters.map((kind) => ({
    name: `${kind}: ${name}`,
    source: forge({ results, subject: subjects[kind], body: bodies[kind] }),
  })),
);

const failing = `${provider}; dmarc=fail header.from=cic.gc.ca`;
const dressedUp: readonly Attack[] = Object.entries<Forgery>({
  "its own result below the provider's": { results: failing, below: `Authentication-Results: ${genuine}\n` },
  "a result of a made-up provider": {
    results: failing,
    below:
      "Authentication-Results: mx.attacker.example; dmarc=pass header.from=cic.gc.ca\nReceived: from a by mx.attacker.example; Mon, 23 Nov 2026 14:00:00 +0000\n",
  },
  "two authors": { from: `${sender}, x@attacker.example` },
  "a second From": { below: "From: x@attacker.example\n" },
  "answers go elsewhere": { below: "Reply-To: ircc@attacker.example\n" },
  "answers go to a look-alike": { below: "Reply-To: ircc@cic-gc.ca\n" },
  "a name that is another address": {
    from: '"noreply@canada.example" <IRCC.PRConfirmation-ConfirmationRP.IRCC@cic.gc.ca>',
  },
  "an address as the name": {
    from: '"IRCC@cic.gc.ca" <x@attacker.example>',
    results: ownPass("attacker.example"),
  },
  "an address in the local part": {
    from: '"IRCC@cic.gc.ca"@attacker.example',
    results: ownPass("attacker.example"),
  },
  "a group of authors": { from: `IRCC: ${sender}, x@attacker.example;` },
  "a sign-in link elsewhere": {
    body: `${bodies.portal2}\n\nSign in: https://prson-srpel.attacker.example/en/login`,
  },
  "a sign-in link behind genuine words": {
    type: "text/html; charset=utf-8",
    body: `<p>${bodies.portal2}</p><p><a href="https://attacker.example/login">https://prson-srpel.apps.cic.gc.ca/en/login</a></p>`,
  },
}).map(([name, forgery]) => ({ name, source: forge(forgery) }));

const block = (body: string): string =>
  `---------- Forwarded message ---------\nFrom: ${sender}\nDate: Mon, Nov 23, 2026 at 10:00 AM\nSubject: New credentials for PR Confirmation Portal\nTo: <maria@example.com>\n\n${body}`;

/** A letter that was never sent, quoted as if it had been. */
const forwards: readonly Attack[] = letters.flatMap((kind) =>
  Object.entries<Forgery>({
    "forwarded by a stranger": { from: "Eve <eve@attacker.example>", results: ownPass("attacker.example") },
    "forwarded in a trusted name": {
      from: "Anna <anna@lawyer.example>",
      results: `${provider}; dmarc=fail header.from=lawyer.example`,
    },
    "forwarded in the own name": {
      from: "Maria <maria@example.com>",
      results: `${provider}; spf=fail; dmarc=fail header.from=example.com`,
    },
    "forwarded by a look-alike of a trusted name": {
      from: "anna@lawyer.example <eve@lawyer.example.attacker.example>",
      results: ownPass("lawyer.example.attacker.example"),
    },
    "forwarded through a look-alike by a trusted name": {
      from: "Anna <anna@lawyer.example>",
      results: ownPass("lawyer.example"),
      body: `---------- Forwarded message ---------\nFrom: IRCC <x@cic-gc.ca>\nDate: Mon, Nov 23, 2026 at 10:00 AM\nSubject: Fwd: ${subjects[kind]}\nTo: <anna@lawyer.example>\n\n${block(bodies[kind])}`,
    },
  }).map(([name, forgery]) => ({
    name: `${kind}: ${name}`,
    source: forge({ subject: `Fwd: ${subjects[kind]}`, body: block(bodies[kind]), ...forgery }),
  })),
);

/** Nobody can tell who sent it, and it leads somewhere else. */
const unproved: readonly Attack[] = Object.entries<Forgery>({
  "a link whose full stops stand in brackets": {
    body: `${bodies.portal2} Sign in at prson-srpel[.]attacker[.]example/login (remove the brackets).`,
  },
  "a link that is spelled out": { body: `${bodies.portal2} Sign in at attacker dot example.` },
  "a button with a script": {
    type: "text/html; charset=utf-8",
    body: `<p>${bodies.portal2}</p><button onclick="window.open('https://attacker.example/login')">Sign in</button>`,
  },
  "of nothing known, with a link": {
    subject: "Your file",
    body: "Your file needs attention. Verify your identity at https://ircc.attacker.example/id today.",
  },
  "of fingerprints, with a link": {
    subject: "Biometrics",
    body: "Give your fingerprints: book an appointment at https://attacker.example/book within 30 days.",
  },
  "an officer on WhatsApp": {
    subject: subjects.portal1,
    body: "Your permanent residence can be finalized. Our officer is on WhatsApp, +1 437 555 0142, and wants your UCI.",
  },
  "a soft hyphen in the link": { body: `${bodies.portal2} Sign in at attack\u00ADer.example/login.` },
  "a link of numbers": { body: `${bodies.portal2} Sign in at 192.0.2.66/login.` },
  "a link with gaps": { body: `${bodies.portal2} Sign in at attacker . com (no spaces).` },
  "slashes turned round": { body: `${bodies.portal2} Sign in at https:\\\\attacker.example\\canada.ca.` },
  "a script on plain words": {
    type: "text/html; charset=utf-8",
    body: `<p>${bodies.portal2}</p><div onclick="location.href='https://attacker.example/login'">Sign in</div>`,
  },
  "a code for the telephone": { body: `${bodies.portal2} Scan the QR code below to sign in.` },
  "fees to an address": {
    subject: subjects.ecopr,
    body: `${bodies.ecopr} Pay CAN$75 by e-transfer to pr.fees@gmail.com to release it.`,
  },
  "an officer at an address": {
    subject: subjects.portal1,
    body: `${bodies.portal1}\n\nOfficer: Jane Miller <jane@landing.example>`,
  },
  "an account on WeChat": {
    subject: subjects.portal1,
    body: `${bodies.portal1} 请加微信 pr_officer 联系我们。`,
  },
  "a contact elsewhere": {
    subject: subjects.portal1,
    body: `${bodies.portal1}\n\nContact: ircc.landing@gmail.com`,
  },
  "a telephone": { body: `${bodies.portal2} Trouble signing in? Call 1-437-555-0142.` },
  "a passport by post": {
    subject: subjects.ecopr,
    body: `${bodies.ecopr} Mail your passport to 12 Elm Street, Toronto.`,
  },
  "a payment without a way": {
    subject: subjects.ecopr,
    body: `${bodies.ecopr} A payment of CAD 250 releases it.`,
  },
  "what a search engine finds": {
    body: `${bodies.portal2} To sign in, search for "pr portal login" on Google and open the first result.`,
  },
  "a link to a search": {
    body: `${bodies.portal2} Sign in: https://www.google.com/search?q=pr+portal+login`,
  },
  "an officer on LINE": {
    subject: subjects.portal1,
    body: `${bodies.portal1} Add our officer on LINE: pr-officer.`,
  },
  "a link without its beginning": { body: `${bodies.portal2} Sign in: //attacker.example/login` },
  "a full stop that is none": { body: `${bodies.portal2} Sign in: attacker\u2024example/login` },
  "a page of the government's that leads on": {
    body: `${bodies.portal2} Sign in: https://www.canada.ca/out?url=https%3A%2F%2Fattacker.example%2Flogin`,
  },
  "words in a picture's place": {
    type: "text/html; charset=utf-8",
    body: `<p>${bodies.portal2}</p><img src="cid:x" alt="Sign in at attacker.example/login">`,
  },
  "words in a field": {
    type: "text/html; charset=utf-8",
    body: `<p>${bodies.portal2} Sign in at</p><input value="www.attacker.example">`,
  },
  "a script with half an address": {
    type: "text/html; charset=utf-8",
    body: `<p>${bodies.portal2}</p><td onclick="location='//attacker.example'">Sign in</td>`,
  },
  "a look at the screen": { body: `${bodies.portal2} Install AnyDesk so that our officer can help you.` },
  "a bank's password": { body: `${bodies.portal2} Confirm your identity with your bank login.` },
  "a message of somebody who poses as IRCC": {
    subject: "Important",
    type: "multipart/mixed; boundary=b",
    body: `--b\nContent-Type: text/plain\n\nSee the message.\n--b\nContent-Type: message/rfc822\n\nFrom: Officer <officer@ircc-portal.example>\nSubject: New credentials\n\n${bodies.portal2}\n--b--`,
  },
  "a calendar's place": {
    type: "multipart/mixed; boundary=b",
    body: `--b\nContent-Type: text/plain\n\n${bodies.portal2}\n--b\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\nLOCATION:https://attacker.example/login\nEND:VCALENDAR\n--b--`,
  },
  "words of a style sheet": {
    type: "text/html; charset=utf-8",
    body: `<style>p::after{content:"attacker.example/login"}</style><p>${bodies.portal2} Sign in at </p>`,
  },
}).map(([name, forgery]) => ({
  name: `unproved: ${name}`,
  source: forge({ results: `${provider}; dkim=none; spf=none`, ...forgery }),
}));

export const attacks: readonly Attack[] = [...posing, ...refuted, ...dressedUp, ...forwards, ...unproved];
