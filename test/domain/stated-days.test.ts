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
  ["The photo was taken in the last 30 days.", {}],
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
])("%j states %j", (text, days) => {
  expect(statedDays(text, four)).toEqual(days);
});
