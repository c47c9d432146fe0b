import { expect, test } from "@jest/globals";
import type { Task } from "../../src/domain/letter.ts";
import { statedDays } from "../../src/domain/stated-days.ts";

const four: readonly Task[] = ["password", "presence", "address", "photo"];

test.each<[string, object]>([
  ["Change your password within 14 days.", { password: 14 }],
  [
    "Change your password within fourteen (14) days; upload your photo within seven days.",
    { password: 14, photo: 7 },
  ],
  [
    "Vous avez 14 jours pour modifier votre mot de passe et vingt et un jours pour la photo.",
    { password: 14, photo: 21 },
  ],
  [
    "Within ten days you must:\n- declare your presence\n- upload a photo\n- change your password within 14 days",
    { presence: 10, photo: 10, password: 14 },
  ],
  ["Change your password\n14 days\nUpload a photo\n7 days", { password: 14, photo: 7 }],
  [
    "Within 7 days, declare your presence in Canada, confirm your address and upload a photo.",
    { presence: 7, address: 7, photo: 7 },
  ],
  ["Complete the declaration within 5 days.", { presence: 5 }],
  [
    "14 days to change the password; 7 days for the declaration, the address, the photo.",
    { password: 14, presence: 7, address: 7, photo: 7 },
  ],
  ["Please complete the three tasks within 10 days.", { presence: 10, address: 10, photo: 10 }],
  ["Send the solemn declaration within 60 days.", {}],
  ["Upload a photo within 7 days. The photo has to reach us within 9 days.", {}],
  ["Upload a photo within 10 business days.", {}],
  ["Upload a photo within 5 business days.", { photo: 5 }],
  ["Ajoutez une photo dans un délai de cinq jours ouvrables.", { photo: 5 }],
  ["The temporary password expires in 72 hours.", { password: 3 }],
  ["Vous devez changer le mot de passe dans les 48 heures.", { password: 2 }],
  ["Change your password within one week, and upload a photo within two weeks.", { password: 7 }],
  ["It may take up to 48 hours until the password works.", {}],
  ["We look at your photo within 2 business days.", {}],
  ["Our helpline about the photo is open 24 hours a day.", {}],
  ["The photo was taken in the last 30 days.", {}],
  [
    "You are asked to change the password within 10 days, and within 5 days to declare your presence, give an address and upload your photo.",
    { password: 10, presence: 5, address: 5, photo: 5 },
  ],
  [
    "Vous avez 14 jours pour changer le mot de passe et 5 jours pour déclarer votre présence, confirmer votre adresse et ajouter une photo.",
    { password: 14, presence: 5, address: 5, photo: 5 },
  ],
  ["Use your e-mail address within 5 days.", {}],
  ["Change your password within 14 days, then confirm your address and upload a photo.", { password: 14 }],
  [
    "The password is on its way. You have to change it within 14 days, and then upload a photo.",
    { password: 14 },
  ],
  [
    "Le mot de passe suivra. Vous devez le changer dans les 14 jours, puis téléverser une photo.",
    { password: 14 },
  ],
  ["Within 14 days of this, change your password and, within 7 days, upload a photo.", {}],
  ["Votre demande a été reçue il y a 30 jours.", {}],
  [
    "You must sign in within 14 days, change your password, declare that you are in Canada, confirm your address, and upload a photo.",
    { password: 14 },
  ],
  ["Sign in within 14 days and declare your presence, your address and your photo.", {}],
  [
    "Within 14 days you must:\n- change your password\n- declare your presence\n- confirm your address\n- then upload a photo",
    { password: 14 },
  ],
  [
    "Vous devez, dans les 14 jours, ouvrir une session, changer le mot de passe, déclarer votre présence et téléverser une photo.",
    { password: 14 },
  ],
  [
    "Within 5 days, change your password, declare your presence, confirm your address and upload a photo.",
    { password: 5, presence: 5, address: 5, photo: 5 },
  ],
  ["Within 5 days you must:\n- declare your presence\n- then upload a photo", { presence: 5, photo: 5 }],
])("%j states %j", (text, days) => {
  expect(statedDays(text, four)).toEqual(days);
});

const wrap = (text: string, width: number): string =>
  text
    .split(" ")
    .reduce<readonly string[]>((lines, word) => {
      const last = lines.at(-1) ?? "";
      const isFull = last === "" || last.length + 1 + word.length > width;
      return isFull ? [...lines, word] : [...lines.slice(0, -1), `${last} ${word}`];
    }, [])
    .join("\n");

test.each([
  "Open a session at https://prson-srpel.apps.cic.gc.ca/en/login, change the password within 14 days and give your declaration of presence, your address and a photo within 7 days.",
  "You have to change your temporary password within 14 days. You then have 7 days to declare that you are in Canada, to confirm your address and to upload your photo.",
  "The temporary password has to be changed within 14 days; your presence, your address and your photo are awaited within 7 days.",
  "Veuillez changer le mot de passe temporaire dans les 14 jours et déclarer votre présence au Canada, votre adresse et votre photo dans les 7 jours.",
  "Vous avez 14 jours pour changer le mot de passe et 7 jours pour déclarer votre présence, votre adresse et téléverser votre photo.",
  "You have 14 days for the new password and 7 days for what follows: the declaration of presence, the address, the photo.",
])("however wide its lines are, no task gets the longer time of another: %s", (text) => {
  for (let width = 20; width <= 120; width += 1) {
    const { password, ...rest } = statedDays(wrap(text, width), ["password", "presence", "address", "photo"]);
    for (const days of Object.values(rest)) expect({ width, days }).toEqual({ width, days: 7 });
    // Narrower lines are cells: what is not stated for sure is the default, 14 days.
    if (width >= 30) expect({ width, password: password ?? 14 }).toEqual({ width, password: 14 });
  }
});

test("where there is no password to change, a longer time is that of every task it is said of", () => {
  const text = "Sign in to your account within 14 days, declare your presence and upload a photo.";
  expect(statedDays(text, ["presence", "address", "photo"])).toEqual({ presence: 14, photo: 14 });
});

test.each<[Task, string, number | undefined]>([
  ["photo", "Votre photo a été refusée. Merci d'en soumettre une autre d'ici 5 jours.", 5],
  ["photo", "Vous disposez de 3 jours pour en téléverser une autre dans le portail.", 3],
  ["photo", "Your photo was refused. You have 10 days.", 10],
  ["photo", "Please act within 3 days.", 3],
  ["reply", "Send us these details by answering this e-mail not later than 7 days from today:", 7],
  ["reply", "Nous vous demandons de nous faire parvenir ces renseignements dans les 5 jours.", 5],
  ["reply", "We must receive this information within 10 days.", 10],
  ["reply", "Please provide by return e-mail, within 10 days, the following information:", 10],
  ["reply", "Please send your answer within one week.", 7],
  ["reply", "We ask you to reply within two weeks.", 14],
  ["reply", "If we do not receive your reply within 30 days, we may proceed without it.", 30],
  ["reply", "If you do not reply within 30 days, we may close your file.", 30],
  ["reply", "If we do not hear from you within 5 days, your application may be closed.", 5],
  ["reply", "We expect to hear from you within 5 calendar days.", 5],
  ["photo", "Veuillez en téléverser une autre; nous devons la recevoir d'ici 3 jours.", 3],
  ["photo", "Deadline: 48 hours.", 2],
  ["photo", "Délai : 72 heures.", 3],
  ["photo", "Upload your photo within 3 to 5 days.", 3],
  ["photo", "Upload your photo in no more than one (1) week.", 7],
  ["photo", "You no longer have 30 days to upload your photo.", undefined],
  ["password", "Do not wait 30 days to change your password.", undefined],
  ["print", "It will be removed after 20 days.", 20],
  ["print", "You can access it for 15 days only.", 15],
  ["passport", "It must reach us in 20 days.", 20],
  ["passport", "You have 15 days to submit it to the VAC.", 15],
  ["passport", "You have 45 days from the date of this letter.", 45],
  ["print", "You've got 14 days to do so.", 14],
  ["print", "The document can be accessed for 20 days only.", 20],
  ["print", "Après 20 jours, le document ne sera plus accessible dans le portail.", 20],
  ["passport", "If we do not have it in 60 days, the application may be closed.", 60],
  ["photo", "The photo for the card has to be replaced within a week.", 7],
  ["photo", "We will look at it within 3 days.", undefined],
  ["photo", "You have 30 days to ask for a review of this decision.", undefined],
  ["photo", "If you do not hear from us within 15 days, write to us.", undefined],
  ["reply", "You will hear from us within 14 days after you reply.", undefined],
  ["reply", "If you leave Canada for more than 30 days, tell us in your reply.", undefined],
  ["passport", "Processing takes 60 days; it is returned within 20 days.", undefined],
  ["print", "You have 90 days after landing to register for health care.", undefined],
])("of a letter that is about %s alone, %j states %j", (task, text, days) => {
  expect(statedDays(text, [task])[task]).toBe(days);
});

test.each([
  "If you do not provide your photo and address within 180 days of becoming a permanent resident, you will have to apply for a card.",
  "If we do not receive your photo within 60 days, you will have to apply for a PR card.",
  "Si vous ne fournissez pas votre photo et votre adresse dans les 180 jours suivant l'obtention de la résidence permanente, vous devrez demander une carte RP.",
  "Your photo must have been taken within 180 days.",
  "You will receive your PR card at the address that you gave within 45 days.",
  "If you move, tell us your new address within 10 days.",
  "After you change the password, it is valid for 90 days.",
])("what is no time of the portal's puts no window off, whatever else is stated: %s", (text) => {
  expect(statedDays(text, four)).toEqual({});
  expect(statedDays(`Upload your photo within 5 days. ${text}`, four)).toEqual({ photo: 5 });
});

test.each<[string, object]>([
  [
    "All of the above must be done within 5 days of this message.",
    { password: 5, presence: 5, address: 5, photo: 5 },
  ],
  ["Deadline: 5 days from the date of this e-mail.", { password: 5, presence: 5, address: 5, photo: 5 }],
  [
    "Declare your presence, confirm your address and upload a photo. You have one week.",
    { presence: 7, address: 7, photo: 7 },
  ],
  [
    "Deadlines:\nChange password: 14 days\nDeclare presence in Canada: 5 days\nAddress: 5 days\nPhoto: 10 days",
    { password: 14, presence: 5, address: 5, photo: 10 },
  ],
  [
    "Change it within 14 days. After that you have to, within 6 days:\n\n1. declare that you are in Canada\n2. provide your address\n3. upload a photo",
    { presence: 6, address: 6, photo: 6 },
  ],
  [
    "Here is your temporary password. Changez-le dans les 14 jours, puis complétez la déclaration, l'adresse et la photo.",
    { password: 14 },
  ],
  [
    "Please complete the screens (presence in Canada, address, photo for the card) by the end of 10 calendar days.",
    { presence: 10, address: 10, photo: 10 },
  ],
  [
    "D'ici une semaine, veuillez :\n– attester que vous êtes physiquement au Canada;\n– confirmer l'adresse;\n– ajouter une photo",
    { presence: 7, address: 7, photo: 7 },
  ],
  ["You have 10 days to upload your photo. (Vous avez 5 jours pour téléverser votre photo.)", { photo: 5 }],
  [
    "Please act as soon as possible, and no later than 5 days from the date of this e-mail.",
    { presence: 5, address: 5, photo: 5 },
  ],
  ["The deadline is within 4 days.", { password: 4, presence: 4, address: 4, photo: 4 }],
  [
    "You have 21 days to change the password. Your address and photo are due 10 days after you receive this e-mail.",
    { password: 21, address: 10, photo: 10 },
  ],
])("of several tasks, %j states %j", (text, days) => {
  expect(statedDays(text, four)).toEqual(days);
});
