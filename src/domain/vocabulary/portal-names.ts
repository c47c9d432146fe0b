/** What the portal is called, in both languages: names that hold those of what it confirms. */

const [residence, résidence] = [
  "(permanent residence|permanent residency|permanent resident|pr)",
  "(résidence permanente|la résidence permanente|votre résidence permanente|rp|la rp|votre rp)",
];

/** The portal by its whole name, as a family is written. */
export const namesOfPortals: readonly string[] = [
  `${residence} (|online |confirmation |confirmation online )portal, portal (pr|permanent residence) confirmation`,
  `${residence} portal (pr|permanent residence) confirmation, confirmation (of permanent residence|of pr) (|online )portal`,
  `portal (for|of) (|the )(confirmation of|confirming) (|your )${residence}, portal to confirm (|your )${residence}`,
  `portail (de|de la|pour|pour la|servant à la|en ligne de|d ircc de) confirmation (de|du|du statut de) ${résidence}`,
  `portail (|de |d ircc de )${résidence} (|d ircc )(|confirmation ${résidence}|confirmation de ${résidence})`,
  `portal (that|which) confirms (|your )${residence}, portail qui confirme ${résidence}`,
  `portail (pour|servant à) confirmer ${résidence}, portail confirmation (|de )${résidence}`,
];
