/**
 * One of the numbers up to `maximum` that are free, or undefined when none is. `spread` (0 to 1, exclusive) picks among them, so that
 * many who ask at once do not all want the same one.
 */
export function freeOrdinal(taken: readonly number[], maximum: number, spread: number): number | undefined {
  const used = new Set(taken);
  const free = Array.from({ length: maximum }, (_, index) => index + 1).filter((ordinal) => !used.has(ordinal));
  return free[Math.floor(spread * free.length)];
}

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
