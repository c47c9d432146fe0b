/** The zones of the people that Landfall is for: all of Canada's in the IANA list, and where many of them come from. */

const canadian = [
  ..."St_Johns Halifax Glace_Bay Moncton Goose_Bay Blanc-Sablon Toronto Nipigon Thunder_Bay Iqaluit".split(
    " ",
  ),
  ..."Pangnirtung Atikokan Coral_Harbour Montreal Winnipeg Rainy_River Resolute Rankin_Inlet Regina".split(
    " ",
  ),
  ..."Swift_Current Edmonton Cambridge_Bay Yellowknife Inuvik Creston Dawson_Creek Fort_Nelson".split(" "),
  ..."Whitehorse Dawson Vancouver".split(" "),
];

export const zones: readonly string[] = [
  ...canadian.map((city) => `America/${city}`),
  "Asia/Shanghai",
  "Asia/Kolkata",
  "Europe/Paris",
];
