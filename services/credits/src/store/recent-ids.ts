import { createHash } from 'node:crypto';

/** Movements an account remembers after they went to the ledger. */
export const RECENT_IDS_MAX = 256;

/** 48 bits of digest and 48 bits of time: 16 characters of base64url, where an id alone has up to three times as many. */
const DIGEST_BYTES = 6;
const TIME_BYTES = 6;
const DIGEST_CHARACTERS = 8;

/**
 * How an account remembers a movement that is in the ledger: a short digest of its id, and when it was recorded. Two ids with one
 * digest do no harm: who finds the digest looks in the ledger, which knows the id itself.
 */
export function recentMark(movement: { movementId: string; recordedAt: Date }): string {
  const bytes = Buffer.alloc(DIGEST_BYTES + TIME_BYTES);
  digestOf(movement.movementId).copy(bytes);
  bytes.writeUIntBE(movement.recordedAt.getTime(), DIGEST_BYTES, TIME_BYTES);
  return bytes.toString('base64url');
}

/** The instant (epoch ms, technical time) a remembered movement was recorded. */
export function recordedAtOf(mark: string): number {
  return Buffer.from(mark, 'base64url').readUIntBE(DIGEST_BYTES, TIME_BYTES);
}

/** Answers whether an id may be among these marks: a no is certain. */
export function recentIdsOf(marks: readonly string[]): (movementId: string) => boolean {
  const digests = new Set(marks.map((mark) => mark.slice(0, DIGEST_CHARACTERS)));
  return (movementId) => digests.size > 0 && digests.has(digestOf(movementId).toString('base64url'));
}

function digestOf(movementId: string): Buffer {
  return createHash('sha256').update(movementId).digest().subarray(0, DIGEST_BYTES);
}

/** The instant after which every recorded movement is still remembered by id, when these marks join those there are. */
export function completeSince(before: { recentIds: readonly string[]; idsCompleteSince: Date }, marks: string[]): Date {
  const forgotten = [...before.recentIds, ...marks].slice(0, -RECENT_IDS_MAX);
  return new Date(Math.max(before.idsCompleteSince.getTime(), ...forgotten.map(recordedAtOf)));
}
