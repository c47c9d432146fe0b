/** Ordinary mail that speaks of IRCC, of its portal and its letters, without being one or posing as one. */

import { about, type About, list, listHeaders, machine, office, person } from "./ordinary-subjects.ts";

const rare = { isRare: true } as const;
const rareList = { headers: listHeaders, isRare: true } as const;

export const immigrationAbouts: readonly About[] = [
  about(
    machine,
    "CIC News <news@cicnews.example>",
    "Express Entry draw {n}: what it means for your application",
    "IRCC invited {n} candidates this week. If your profile is in the pool, your score decides. Immigration, Refugees and Citizenship Canada says that your permanent residence application is processed within six months.\nUnsubscribe | View in browser",
    rareList,
  ),
  about(
    machine,
    "IRCC News Tracker <updates@tracker.example>",
    "IRCC changes processing times again",
    "Processing times for PR cards went up to {n} days. Check your own status on the official page of canada.ca.\nManage your subscription",
    rareList,
  ),
  about(
    machine,
    "Immigration Canada Weekly <weekly@immnews.example>",
    "This week: eCoPR delays, passport requests, PR cards",
    "Readers tell us that the eCoPR is available for download sooner than last year. What your passport request looks like, and what to send.\nYou are receiving this newsletter because you signed up.",
    rareList,
  ),
  about(
    machine,
    "Maple Pathways Immigration <hello@maplepathways.example>",
    "Your dream of permanent residence starts here, {name}",
    "Our licensed consultants (RCIC) help you with your permanent residence application. Book a free call: https://maplepathways.example/book\nReply to this email with your name and age, and we will tell you your chances.",
  ),
  about(
    machine,
    "Canada Immigration Experts <offers@cie.example>",
    "{name}, is your PR card about to expire?",
    "We renew your PR card for you. Sign in to your client account at https://cie.example/login and upload your photo and passport today: 20 % off this week.",
  ),
  about(
    machine,
    "Consultants RP <bonjour@consultantsrp.example>",
    "Votre demande de résidence permanente, sans stress",
    "Nos consultants préparent votre demande et votre dossier. Répondez à ce courriel avec votre nom, ou prenez rendez-vous : https://consultantsrp.example/rv",
  ),
  about(
    office,
    "Anna Roy, RCIC (IRCC authorized representative) <anna@royimmigration.example>",
    "Your PR file: documents I still need",
    "Hello {name},\nfor your permanent residence application please send me a copy of your passport, your current address and two photos within 5 days. Once IRCC writes, I forward it to you at once.\nAnna",
  ),
  about(
    office,
    "{name} at Northgate Law <{name}@northgatelaw.example>",
    "Retainer and government fees",
    "Dear client,\nplease pay invoice {n} so that we can file your application with IRCC. Sign in to our client portal at https://portal.northgatelaw.example/login.",
  ),
  about(
    list,
    "Immigration board <no-reply@immboard.example>",
    "Daily digest: eCoPR received!!, PPR in {n} days, portal login problems",
    '1. {name}: got eCoPR today, P2 on the 3rd\n2. Another: my temporary password does not work\n3. A third: the letter says "Your electronic Confirmation of Permanent Residence (eCoPR) is now available for download"\nThis is your daily digest. Unsubscribe.',
    rareList,
  ),
  about(
    list,
    "r/ImmigrationCanada <noreply@redditmail.example>",
    '"IRCC asked me to reply with eye colour, is this real?"',
    "{n} votes, {name} commented: it is real, check that the address ends in @cic.gc.ca.\nView discussion. Unsubscribe from these messages.",
    rareList,
  ),
  about(
    machine,
    "Daily Gazette <alerts@gazette.example>",
    "News alert: IRCC warns of phishing e-mails about the PR portal",
    "Immigration, Refugees and Citizenship Canada warns: fraudsters write from addresses such as noreply@cic-gc.example and ask to verify your permanent residence application. The department never asks for card numbers. Read the whole story on our site.",
    rare,
  ),
  about(
    machine,
    "Search Alerts <alerts@search.example>",
    "Alert: IRCC permanent residence portal",
    'New results for "IRCC permanent residence portal":\nIRCC opens PR confirmation portal to more applicants - Maple Times\nHow to answer the first e-mail - Newcomer Blog\nUnsubscribe from this alert',
    rareList,
  ),
  about(
    office,
    "HR Mobility <mobility@corp.example>",
    "Your work permit and PR status: please confirm",
    "Hello {name},\nour records say that your work permit ends soon. Sign in to the HR portal with your employee account, confirm your immigration status and upload a copy of your permit or of your PR card within 14 days.",
  ),
  about(
    office,
    "University International Office <intl@university.example>",
    "Update your immigration documents",
    "Dear student,\nplease upload your study permit or confirmation of permanent residence to your student account by Friday. Questions? Reply to this e-mail.",
  ),
  about(
    machine,
    "Newcomer Bank <hello@newbank.example>",
    "Just landed? Open your account",
    "New permanent residents pay no fees for a year. Bring your passport and your confirmation of permanent residence (IMM 5688 or eCoPR) to a branch in {city}.",
  ),
  about(
    machine,
    "Provincial Health <noreply@health.example>",
    "Your health card application: document missing",
    "Send a copy of your confirmation of permanent residence or PR card within 30 days, or sign in to upload it.",
  ),
  about(
    person,
    "{name} <{name}{n}@mail.example>",
    "Fwd: strange mail?",
    'Look what I got: "Your permanent residence application is on hold, verify your identity". From some gmail address that calls itself Immigration Canada. Fake, right?',
  ),
  about(
    person,
    "{name} <{name}{n}@mail.example>",
    "eCoPR printing",
    "Can you print my eCoPR at work? I send you the PDF. My PR came through on Monday!",
  ),
  about(
    machine,
    "Courier Center <track@courier.example>",
    "Passport package {n} delivered",
    "Your package from the visa application centre was delivered. It may hold your passport; keep the receipt.",
  ),
  about(
    list,
    "Métro Montréal <infolettre@metro.example>",
    "IRCC : hausse des seuils d'immigration, ce que cela change pour votre dossier",
    "Immigration, Réfugiés et Citoyenneté Canada annonce de nouveaux seuils. Votre demande de résidence permanente sera-t-elle plus rapide? Se désabonner.",
    rareList,
  ),
];
