/** What a text names in a table; undefined where it names nothing of it. */
export const known = <T>(
  table: Readonly<Record<string, T>>,
  name: string | null | undefined,
): T | undefined =>
  name !== null && name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
