import assert from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import type { Account } from '../domain/account.ts';
import type { Lot } from '../domain/lot.ts';
import { isArchivable } from './spent-lots.ts';

/** Paths to set and to unset; never the whole document, which would bring back what the relay has just pulled. */
export interface Changes {
  $set: Record<string, unknown>;
  $unset: Record<string, ''>;
}

/** Compared as a whole; lots and bookings part by part. */
const APART = new Set<string>([
  '_id',
  'tenantId',
  'clientId',
  'version',
  'lots',
  'bookings',
] satisfies (keyof Account)[]);
/** A key that is one step of a path, and keeps its place in the order of a JavaScript object. */
const KEY = /^(?!\d+$)[\w:-]+$/;

/** What has to be written to turn the stored account into the decided one. */
export function changesOf(before: Account, after: Account): Changes {
  const changes: Changes = { $set: {}, $unset: {} };
  const old = partsOf(before);
  const next = partsOf(after);
  for (const name of new Set([...Object.keys(old), ...Object.keys(next)]))
    if (!APART.has(name)) compare(changes, name, old[name], next[name]);
  compareParts(changes, 'bookings', before.bookings, after.bookings);
  if (before.lots !== after.lots) compareLots(changes, before.lots, after.lots);
  return changes;
}

/** Lots as the document has them. The domain gives their order no meaning; read back, they are in the order they came. */
export function lotsById(lots: readonly Lot[]): Record<string, Lot> {
  return Object.fromEntries(lots.map((lot) => [checkedKey(lot.lotId), lot]));
}

function partsOf(parts: object): Record<string, unknown> {
  return { ...parts };
}

function compareLots(changes: Changes, before: readonly Lot[], after: readonly Lot[]): void {
  const old = new Map(before.map((lot) => [lot.lotId, lot]));
  for (const lot of after) {
    const path = `lots.${checkedKey(lot.lotId)}`;
    const was = old.get(lot.lotId);
    old.delete(lot.lotId);
    if (was === undefined) changes.$set[path] = lot;
    else if (was !== lot) compareParts(changes, path, was, lot);
  }
  for (const lotId of old.keys()) changes.$unset[`lots.${lotId}`] = '';
  compare(changes, 'archivable', isArchivable(before) || undefined, isArchivable(after) || undefined);
}

function compareParts(changes: Changes, path: string, before: object, after: object): void {
  if (before === after) return;
  const old = partsOf(before);
  // Most parts are what they were: no path is made for them.
  for (const [name, value] of Object.entries(after))
    if (old[name] !== value) compare(changes, `${path}.${checkedKey(name)}`, old[name], value);
  for (const name of Object.keys(before))
    if (!Object.hasOwn(after, name)) changes.$unset[`${path}.${checkedKey(name)}`] = '';
}

function compare(changes: Changes, path: string, before: unknown, after: unknown): void {
  if (before === after || isDeepStrictEqual(before, after)) return;
  if (after === undefined) changes.$unset[path] = '';
  else changes.$set[path] = after;
}

/** A dot in a key would write elsewhere. Ids come in checked; this is the last gate. */
function checkedKey(key: string): string {
  assert(KEY.test(key) && key !== '__proto__', 'a key of the account is no single step of a path');
  return key;
}
