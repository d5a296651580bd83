type Metadata = Record<string, string>;

/** Metadata after a change: named keys replace, empty values remove, null removes all, undefined changes nothing. */
export function mergeMetadata(current: Metadata | null, change: Metadata | null | undefined): Metadata {
  if (change === undefined) return current ?? {};
  if (change === null) return {};
  const merged = { ...current, ...change };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''));
}
