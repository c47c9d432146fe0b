/** What ordinary mail is about. Companies and people are invented; {n}, {name} and {city} vary. */

import type { Shape } from "./ordinary-mail.ts";

export type About = {
  readonly from: string;
  readonly to?: string;
  readonly subject: string;
  readonly body: string;
  readonly headers?: readonly string[];
  readonly shapes: readonly Shape[];
  /** One in a hundred messages of a mailbox may read like this: it speaks of the portal, or came back. */
  readonly isRare?: boolean;
};

export const machine: readonly Shape[] = ["html", "alternative", "stub", "pictured"];
export const person: readonly Shape[] = ["plain", "alternative", "answered"];
export const list: readonly Shape[] = ["plain", "alternative", "footed"];
export const office: readonly Shape[] = ["alternative", "attached", "html"];
export const listHeaders = ["List-Id: <list.example.org>", "List-Unsubscribe: <mailto:leave@example.org>"];

export const about = (
  shapes: readonly Shape[],
  from: string,
  subject: string,
  body: string,
  more: Pick<About, "headers" | "to" | "isRare"> = {},
): About => ({ shapes, from, subject, body, ...more });

export const ordinaryAbouts: readonly About[] = [
  // Shops, parcels, bookings
  about(
    machine,
    "Maple Shoes <news@mapleshoes.example>",
    "Our autumn sale ends in {n} minutes",
    "Hello {name},\nup to 40 % off. Order within 7 days and shipping is free.\nSign in to your account to see your points.\nUnsubscribe",
    { headers: listHeaders },
  ),
  about(
    machine,
    "Order Desk <orders@bigstore.example>",
    "Your order {n} has been shipped",
    "Your parcel is on its way to {city}.\nTrack it: https://bigstore.example/t/{n}\nConfirm your address within 3 days if it changed.",
  ),
  about(
    machine,
    "Parcel <no-reply@parcel.example>",
    "Delivery of parcel {n}: action required",
    "We could not deliver. Please reply to this email with your address, or book a new date within 5 days.",
  ),
  about(
    machine,
    "Stay <booking@stay.example>",
    "Confirmation: your room in {city}",
    "Booking {n} is confirmed. Please bring your passport and a printed confirmation.",
  ),
  about(
    machine,
    "Flights <no-reply@air.example>",
    "Your e-ticket {n}: check in is open",
    "Check in now and download your boarding pass. Passport number and address in Canada are required.",
  ),
  about(
    machine,
    "Billetterie <billets@theatre.example>",
    "Vos billets sont prêts à être téléchargés",
    "Bonjour {name},\nvos billets sont disponibles. Imprimez-les ou présentez-les sur votre téléphone.",
  ),
  about(
    machine,
    "Photo Prints <hello@prints.example>",
    "Your photo was rejected by our printer",
    "The photo you uploaded is too dark. Please upload a new photo within 7 days.",
  ),
  about(
    machine,
    "Épicerie <info@epicerie.example>",
    "Votre commande {n} est confirmée",
    "Merci de votre commande. Veuillez confirmer votre adresse dans les 2 jours.",
  ),
  // Banks, insurers, phone, accounts
  about(
    machine,
    "Bank of the North <alerts@northbank.example>",
    "Security alert: new sign-in to your account",
    "A new device signed in from {city}. If it was not you, change your password within 24 hours.",
  ),
  about(
    machine,
    "Bank of the North <alerts@northbank.example>",
    "Your e-statement is ready",
    "Your statement is now available. Sign in to view or download it.",
  ),
  about(
    machine,
    "Caisse du Fleuve <avis@caisse.example>",
    "Nouveau document dans votre compte",
    "Bonjour,\nun nouveau document se trouve dans votre compte. Ouvrez une session pour le consulter.",
  ),
  about(
    machine,
    "Phone Co <billing@phone.example>",
    "Your bill for {n} is ready",
    "You can download your bill in the customer portal. Payment is due within 14 days.",
  ),
  about(
    machine,
    "Cloud Drive <no-reply@cloud.example>",
    "Your temporary password",
    "User name: {name}@example.com\nTemporary password: FAKE-{n}-pw\nPlease sign in and change the temporary password within 14 days.",
  ),
  about(
    machine,
    "Video <no-reply@video.example>",
    "Your verification code is {n}",
    "Enter this code within 10 minutes. Never share it.",
  ),
  about(
    machine,
    "Assurance Vie <client@assurance.example>",
    "Renouvellement de votre police {n}",
    "Votre police sera renouvelée dans 30 jours. Pour la modifier, répondez à ce courriel.",
  ),
  about(
    machine,
    "Credit Watch <alerts@credit.example>",
    "Your credit report has changed",
    "There is an update to your account. Log in to see what changed.",
  ),
  // Work and study
  about(
    office,
    "HR Portal <hr@employer.example>",
    "New credentials for the employee portal",
    "Hello {name},\nan account was created for you.\nUser name: {name}\nTemporary password: FAKE-{n}\nPlease sign in, change your password, confirm your address and upload a photo for your badge within 7 days.",
  ),
  about(
    office,
    "PR Team <press@company.example>",
    "PR portal: new login for journalists",
    "Dear editor, our press portal moved. Sign in with your existing account, confirm your address and upload your photo.",
    { isRare: true },
  ),
  about(
    office,
    "Payroll <payroll@employer.example>",
    "T4 slip available for download",
    "Your T4 slip is now available for download. Print it within 30 days.",
  ),
  about(
    office,
    "Registrar <registrar@university.example>",
    "Confirmation of enrolment",
    "Your confirmation of enrolment is ready. Download it in the student portal; upload a photo for the card.",
  ),
  about(
    office,
    "Bureau du registraire <registraire@universite.example>",
    "Carte étudiante : photo refusée",
    "Votre photo a été refusée. Veuillez téléverser une nouvelle photo dans les 7 jours dans le portail étudiant.",
  ),
  about(
    ["invitation", "plain", "attached"],
    "{name} <{n}@employer.example>",
    "Invitation: weekly meeting @ Tue 10:00",
    "When: Tuesday 10:00\nWhere: {city}, room {n}\nPlease reply to this email with your availability.",
  ),
  about(
    office,
    "Recruiting <jobs@agency.example>",
    "Your application for position {n}",
    "We received your application. Please reply with the following information: full name, email address, current address, and whether you are in Canada.",
  ),
  about(
    office,
    "Recrutement <emplois@agence.example>",
    "Votre candidature {n}",
    "Nous avons bien reçu votre demande. Veuillez fournir les renseignements suivants : nom complet, adresse postale, statut au Canada.",
  ),
  about(
    office,
    "IT Service Desk <helpdesk@employer.example>",
    "[Ticket {n}] Password expired",
    "Your password has expired. A new temporary password was set; sign in within 14 days. Please do not reply.",
  ),
  about(
    office,
    "Visa Desk <mobility@employer.example>",
    "Your work permit: what we need from you",
    "Hi {name},\nfor the employer portal please send us your UCI, date of last entry and passport copy by Friday.",
  ),
  // Code and machines
  about(
    machine,
    "builder-bot <notifications@code.example>",
    "[acme/portal] Fix permanent residence portal scraper (PR #{n})",
    "{name} wants to merge 3 commits into main.\nReply to this email directly, view it on Code, or unsubscribe.",
    { headers: listHeaders, isRare: true },
  ),
  about(
    list,
    "CI <ci@code.example>",
    "[acme/pr-confirmation] Run failed: main ({n})",
    "Job test failed after 3 minutes. View the log.",
    { headers: listHeaders },
  ),
  about(
    list,
    "bugs <bugs@tracker.example>",
    "[Bug {n}] PR confirmation dialog has no title",
    "{name} commented: the confirmation is ready but the portal shows nothing. Answer these questions: version, system, height of the window.",
  ),
  about(
    ["plain", "attached", "alternative"],
    "Mail Delivery System <mailer-daemon@mx.example.net>",
    "Undelivered Mail Returned to Sender",
    "This is the mail system. Your message to <{name}{n}@example.org> could not be delivered: user unknown (5.1.1).\n\n--- Original message ---\nFrom: maria@example.com\nTo: {n}@example.org\nSubject: lunch",
    { headers: ["Auto-Submitted: auto-replied"], isRare: true },
  ),
  about(
    ["plain", "attached", "alternative"],
    "postmaster@corp.example",
    "Undeliverable: my résumé",
    "Your message to jobs{n}@corp.example couldn't be delivered. The mailbox is full.",
    { isRare: true },
  ),
  // Immigration, but not from the department
  about(
    list,
    "Newcomers Forum <digest@forum.example>",
    "Forum digest: eCoPR Available for Download, P1, P2 …",
    'New posts today:\n{name} wrote: I got the mail "PR Portal (PR confirmation) - eCoPR Available for Download" yesterday!\nAnother wrote: Portal 1 asked me to reply with UCI, eye colour, height and date of last entry.',
    { headers: listHeaders, isRare: true },
  ),
  about(
    list,
    "Newcomers Forum <notify@forum.example>",
    "{name} replied to: IRCC – Permanent Residence Portal (PR Confirmation)",
    "{name} replied: did you get the temporary password too? I signed in, declared that I am in Canada and uploaded my photo.\nView the topic. You are receiving this email because you follow it.",
    { headers: listHeaders, isRare: true },
  ),
  about(
    list,
    "Canada-PR list <canada-pr@lists.example>",
    "[canada-pr] New credentials for PR Confirmation Portal, anyone?",
    "Hi all, has anyone received the second mail? My consultant says it takes two weeks.\n{name}",
    { headers: listHeaders, isRare: true },
  ),
  about(
    list,
    "Groupe RP <rp@listes.example>",
    "[rp] CRPe prête à être téléchargée : combien de jours?",
    "Bonjour à tous, j'ai reçu le courriel hier. Votre confirmation était prête après combien de jours?\n{name}",
    { headers: listHeaders, isRare: true },
  ),
  about(
    machine,
    "Northern Law <news@northernlaw.example>",
    "What to expect from the Permanent Residence Portal (PR Confirmation)",
    "Dear reader,\nclients ask us what the emails look like. The first one asks for your UCI, eye colour and height; the second one gives a temporary password. Book a consultation with our lawyers.\nUnsubscribe",
    { headers: listHeaders, isRare: true },
  ),
  about(
    machine,
    "Cabinet Boréal <infolettre@boreal.example>",
    "Portail de résidence permanente : cinq conseils",
    "Dans notre infolettre de ce mois : comment répondre au premier courriel, changer le mot de passe temporaire et téléverser la photo. Pour vous désabonner, cliquez ici.",
    { headers: listHeaders, isRare: true },
  ),
  about(
    office,
    "{name} <{name}@consultants.example>",
    "Your file: next steps",
    "Hi Maria,\nyour application is in processing. Once Portal 1 arrives I will forward it to you. Please have ready: passport, UCI, photos.\nKind regards, {name}",
  ),
  about(
    person,
    "{name} <{name}{n}@mail.example>",
    "my PR came!!",
    "I got my eCoPR today! The portal took three weeks after I uploaded the photo. Now waiting for the PR card. When are you free?",
  ),
  about(
    person,
    "{name} <{name}{n}@mail.example>",
    "question about the PR portal",
    "did you have to give eye colour and height too? they asked me to reply with my UCI. and is the portal password only good for 14 days?",
    { isRare: true },
  ),
  about(
    person,
    "{name} <{name}{n}@mail.example>",
    "枫叶卡",
    "你好,我的枫叶卡已经寄出了吗?我收到第二封邮件了,要上传照片。",
  ),
  about(
    machine,
    "移民资讯 <news@yimin.example>",
    "永久居民门户更新:第一封和第二封邮件说明",
    "本周:如何回复第一封邮件,如何修改临时密码,如何上传照片。退订请点击这里。",
    { headers: listHeaders },
  ),
  about(
    machine,
    "Settlement Agency <hello@settle.example>",
    "Workshop: after you become a permanent resident",
    "Join us in {city}: social insurance number, health card, PR card. Bring your confirmation of permanent residence. Register within 7 days.",
    { headers: listHeaders },
  ),
  about(
    office,
    "Translation Bureau <desk@translate.example>",
    "Your certified translation {n} is ready",
    "The translation of your passport is ready to download. Print and sign the declaration within 30 days.",
  ),
  about(
    office,
    "Panel Clinic <desk@clinic.example>",
    "Your immigration medical exam on Monday",
    "Please bring your passport and the letter with the IME number. Reply to this email to confirm.",
  ),
  // Governments of other places, and other departments
  about(
    office,
    "Home Office <do-not-reply@visas.gov.example>",
    "Your visa application: biometrics",
    "You must give your biometrics within 30 days. Sign in to your account to book an appointment.",
  ),
  about(
    office,
    "Préfecture <ne-pas-repondre@prefecture.example>",
    "Votre titre de séjour est prêt",
    "Votre titre de séjour est disponible. Présentez-vous avec votre passeport dans les 30 jours.",
  ),
  about(
    office,
    "Tax Agency <no-reply@tax.example>",
    "New mail in your account",
    "You have new mail in your account. Sign in to read it. Do not reply.",
  ),
  about(
    office,
    "Notify <noreply@notification.canada.ca>",
    "Your benefits statement",
    "A new statement from Employment and Social Development Canada is in your account. Sign in with your usual sign-in partner.",
  ),
  about(
    office,
    "Revenue <no-reply@cra-arc.gc.ca>",
    "You have mail from the CRA",
    "There is new mail from the Canada Revenue Agency in My Account. Sign in to read it.",
  ),
  about(
    office,
    "Weather <alerts@ec.gc.ca>",
    "Weather alert for {city}",
    "Snowfall warning in effect for {city}.",
  ),
  about(
    office,
    "City of {city} <notices@city.example>",
    "Property tax: new account",
    "Your account was created. User name: {n}. Sign in and confirm your mailing address within 14 days.",
  ),
  about(
    office,
    "Provincial Nominee <pnp@province.example>",
    "Your nomination application {n}",
    "We received your application. There is a new message in your account.",
  ),
  about(
    office,
    "Health Plan <card@health.example>",
    "Your health card: photo needed",
    "Your photo did not meet the requirements. Please provide a new photo within 7 days.",
  ),
  // Private life
  about(
    person,
    "{name} <{name}{n}@mail.example>",
    "dinner on Saturday?",
    "Are you in {city} this weekend? Reply when you can, the table is for 7.",
  ),
  about(
    person,
    "{name} <{name}{n}@mail.example>",
    "Re: flat",
    "The landlord wants to know your first and last entry, your income, and a copy of your passport. See attached.",
  ),
  about(
    person,
    "{name} <{name}{n}@mail.example>",
    "photos of the trip",
    "I uploaded the photos, the password is on the card. Tell me if you can download them.",
  ),
  about(
    person,
    "{name} <{name}{n}@mail.example>",
    "Tr : documents",
    "Bonjour, voici les documents pour la garderie. Peux-tu les imprimer et les signer dans les 3 jours?",
  ),
  about(
    ["forwarded", "plain", "attached"],
    "{name} <{name}{n}@mail.example>",
    "Fwd: news",
    "The building asks everybody to confirm the mailing address and to send a photo for the new badge within 7 days.",
  ),
  about(
    ["forwarded", "plain", "alternative"],
    "{name} <{name}{n}@mail.example>",
    "Fwd: Your PR card and travel",
    "Travel tip of the week: carry your PR card. It was mailed to many people late this year.",
  ),
  about(
    list,
    "School <office@school.example>",
    "Lettre aux parents",
    "Chers parents, veuillez répondre à ce courriel avec le nom complet, l'adresse et la taille de votre enfant pour l'uniforme.",
  ),
  about(
    list,
    "Swim club <club@swim.example>",
    "Suit order: height and size",
    "Please reply to this email with the following information: full name, height, email address, current address.",
    { headers: listHeaders },
  ),
  about(
    machine,
    "Optician <hello@optic.example>",
    "Coloured lenses: which eye colour?",
    "Tell us your eye colour and we send a sample to your address in Canada within 7 days.",
    { headers: listHeaders },
  ),
  about(
    machine,
    "Dating <mail@meet.example>",
    "{name} sent you a new message in your account",
    "Log in to read it. Tell others about you: height, eye colour, first name, city.",
  ),
  about(
    machine,
    "Gym <no-reply@gym.example>",
    "Welcome: activate your account",
    "User name: {name}{n}\nTemporary password: FAKE-{n}-gym\nSign in, change your password and upload a photo for the door.",
  ),
  about(
    machine,
    "Passport Photos <hello@passphoto.example>",
    "Passport photos in {city}: 20 % off",
    "We make photos for PR cards, passports and visas. Bring the request for passport and the photo rules.",
  ),
  about(
    machine,
    "Survey <panel@survey.example>",
    "Answer the following questions and win",
    "Answer these questions in your reply: family name, height, where you live in Canada.",
    { headers: listHeaders },
  ),
  about(
    office,
    "Notary <notaire@notaire.example>",
    "Dossier {n} : pièces à fournir",
    "Veuillez nous faire parvenir les renseignements suivants : nom complet, adresse au Canada, copie du passeport.",
  ),
];
