/** What a run of the wizard may be about. */
export const allParts = ["servers", "password", "preferences"] as const;
export type Part = (typeof allParts)[number];
