import { hash } from 'node:crypto';

/** Movements an account remembers after they went to the ledger. */
export const RECENT_IDS_MAX = 256;

/** 48 bits of digest and 48 bits of time: 16 characters of base64url, where an id alone has up to three times as many. */
const DIGEST_CHARACTERS = 8;
const TIME_BYTES = 6;

/**
 * How an account remembers a movement that is in the ledger: a short digest of its id, and when it was recorded. Two ids with one
 * digest do no harm: who finds the digest looks in the ledger, which knows the id itself.
 */
export function recentMark(movement: { movementId: string; recordedAt: Date }): string {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeUIntBE(movement.recordedAt.getTime(), 0, TIME_BYTES);
  return digestOf(movement.movementId) + time.toString('base64url');
}

/** The instant (epoch ms, technical time) a remembered movement was recorded. */
function recordedAtOf(mark: string): number {
  return Buffer.from(mark.slice(DIGEST_CHARACTERS), 'base64url').readUIntBE(0, TIME_BYTES);
}

/** Marks stay the same from flush to flush, and are asked for by every command. */
const digestsOf = new WeakMap<readonly (string | null)[], ReadonlySet<string | undefined>>();

/** Answers whether an id may be among these marks: a no is certain. */
export function recentIdsOf(marks: readonly (string | null)[]): (movementId: string) => boolean {
  if (marks.length === 0) return () => false;
  const digests = digestsOf.get(marks) ?? new Set(marks.map((mark) => mark?.slice(0, DIGEST_CHARACTERS)));
  digestsOf.set(marks, digests);
  return (movementId) => digests.has(digestOf(movementId));
}

function digestOf(movementId: string): string {
  return hash('sha256', movementId, 'base64url').slice(0, DIGEST_CHARACTERS);
}

/** What a flush has to write so that these movements are remembered, in place of the oldest ones. */
export interface Remembering {
  /** By place in `recentIds`. */
  marks: ReadonlyMap<number, string>;
  /** The instant after which every recorded movement is still remembered. */
  idsCompleteSince: Date;
}

/**
 * Places go round with the sequence of the movements, so that nothing has to move up: the newest 256 are remembered, and each
 * one that is overwritten says since when what is left is complete.
 */
export function remembering(
  before: { recentIds: readonly string[]; idsCompleteSince: Date },
  movements: readonly { movementId: string; recordedAt: Date; sequence: number }[],
): Remembering {
  const marks = new Map<number, string>();
  let complete = before.idsCompleteSince.getTime();
  for (const movement of movements) {
    const place = (movement.sequence - 1) % RECENT_IDS_MAX;
    const forgotten = marks.get(place) ?? before.recentIds[place];
    if (forgotten) complete = Math.max(complete, recordedAtOf(forgotten));
    marks.set(place, recentMark(movement));
  }
  return { marks, idsCompleteSince: new Date(complete) };
}

/** The marks as they are after such a write; a place nobody has written yet is empty. */
export function remembered(recentIds: readonly string[], marks: ReadonlyMap<number, string>): string[] {
  const length = Math.max(recentIds.length, ...[...marks.keys()].map((place) => place + 1));
  return Array.from({ length }, (_, place) => marks.get(place) ?? recentIds[place] ?? '');
}
