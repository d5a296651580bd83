import type { Terms } from './package.ts';

/** Paths of the terms that differ, `part.field`; for the list of versions. */
export function changedPaths(before: Terms, after: Terms): string[] {
  const parts = new Set([...Object.keys(flat(before)), ...Object.keys(flat(after))]);
  const [old, now] = [flat(before), flat(after)];
  return [...parts].filter((path) => JSON.stringify(old[path]) !== JSON.stringify(now[path])).toSorted(alphabetical);
}

function flat(terms: Terms): Record<string, unknown> {
  const { details, credits, pricing, subscription, availability, eligibility, marketing, features } = terms;
  const { platformFee } = terms;
  const parts = { details, credits, pricing, subscription, availability, eligibility, marketing, platformFee };
  const fields = Object.entries(parts).flatMap(([part, value]) =>
    Object.entries(value ?? {}).map(([field, content]): [string, unknown] => [`${part}.${field}`, content]),
  );
  return { ...Object.fromEntries(fields), features };
}

function alphabetical(a: string, b: string): number {
  return a < b ? -1 : 1;
}
