import { isDeepStrictEqual } from 'node:util';
import type { Account } from '../domain/account.ts';

/** Paths to set and to unset; never the whole document, which would bring back what the relay has just pulled. */
export interface Changes {
  $set: Record<string, unknown>;
  $unset: Record<string, ''>;
}

/** Compared as a whole; the others part by part. */
const SCALARS = ['freeTrial', 'lifetime', 'subscriptions', 'sequence', 'dueAt', 'fenceAt'] as const;

/** What has to be written to turn the stored account into the decided one. Lots are only ever appended, so their index is their address. */
export function changesOf(before: Account, after: Account): Changes {
  const changes: Changes = { $set: {}, $unset: {} };
  for (const name of SCALARS) compare(changes, name, before[name], after[name]);
  compareParts(changes, 'bookings', before.bookings, after.bookings);
  after.lots.forEach((lot, index) => {
    const old = before.lots[index];
    if (old === undefined) changes.$set[`lots.${index}`] = lot;
    else compareParts(changes, `lots.${index}`, { ...old }, { ...lot });
  });
  return changes;
}

function compareParts(
  changes: Changes,
  path: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): void {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
    compare(changes, `${path}.${name}`, before[name], after[name]);
}

function compare(changes: Changes, path: string, before: unknown, after: unknown): void {
  if (isDeepStrictEqual(before, after)) return;
  if (after === undefined) changes.$unset[path] = '';
  else changes.$set[path] = after;
}
