/**
 * Which purchase of a package by one client this would be. A unique index holds the number, so that two who count at once
 * cannot both win. `taken` are the numbers in use (with a maximum: those up to it; without: the highest is enough).
 */
export function nextOrdinal(
  taken: readonly number[],
  maximum: number | undefined,
): number | { refused: 'maximum_reached' } {
  if (maximum === undefined) return Math.max(0, ...taken) + 1;
  const used = new Set(taken);
  for (let ordinal = 1; ordinal <= maximum; ordinal += 1) if (!used.has(ordinal)) return ordinal;
  return { refused: 'maximum_reached' };
}
