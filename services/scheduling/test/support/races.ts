import { isAppError } from '@consult/runtime/errors';
import { atOnce } from '@consult/testing/at-once';
import { expect } from '@jest/globals';
import { stored, type World } from './world.ts';

/** How often each race is run: a few times in `npm test`, more in a proof. */
export const ROUNDS = Number(process.env['PROOF_ROUNDS'] ?? 2);

/** Calls that all start at the same moment; what those who got through have, and the codes of the others. */
export async function raced<T>(calls: readonly (() => Promise<T>)[]): Promise<{ won: T[]; codes: string[] }> {
  const { won, lost } = await atOnce(calls);
  return { won, codes: lost.map(codeOf) };
}

function codeOf(refusal: unknown): string {
  if (isAppError(refusal)) return refusal.code;
  throw refusal;
}

/**
 * The data at rest is sound, and every reservation of these clients is where it must be: in use by a session that stands, or that
 * stood and was moved on from; given back otherwise, and never both.
 */
export async function expectSettled(world: World, clients: readonly string[]): Promise<void> {
  expect(await world.findings()).toEqual([]);
  const documents = await stored(world, { clientId: { $in: clients } });
  const isUsed = (bookingId: string, revision: number) =>
    documents.some(
      ({ _id, consultationId, status, history, ...one }) =>
        _id === bookingId &&
        consultationId !== undefined &&
        (one.revision === revision
          ? status.current !== 'cancelled'
          : history.some(({ previous }) => previous?.revision === revision)),
    );
  const keyOf = (of: { bookingId: string; revision: number }) => `${of.bookingId}:${of.revision}`;
  const released = new Set(world.credits.released.map(keyOf));
  for (const reserved of world.credits.reserved.filter(({ clientId }) => clients.includes(clientId))) {
    const used = isUsed(reserved.bookingId, reserved.revision);
    expect({ reserved: keyOf(reserved), used, released: released.has(keyOf(reserved)) }).toEqual({
      reserved: keyOf(reserved),
      used,
      released: !used,
    });
  }
}
