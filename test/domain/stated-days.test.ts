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
