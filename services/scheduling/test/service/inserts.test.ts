import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addConsultant, client, refusal, session, startWorld, stored, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await addConsultant(world, 'mike');
});
afterAll(() => world.stop());

const CLIENTS = 40;
const hourOf = (index: number) =>
  new Date(Date.UTC(2025, 0, 6 + Math.floor(index / 10), 8 + (index % 10))).toISOString();

describe('many bookings inserted at once', () => {
  test('each has its own answer: one that is refused keeps none of its neighbours out', async () => {
    // Of every four, the first two want the same hour.
    const wanted = Array.from({ length: CLIENTS }, (_, index) => hourOf(index % 4 === 1 ? index - 1 : index));
    const outcomes = await Promise.all(
      wanted.map((start, index) =>
        world.scheduling.book(client(`client-${index}`), session('mike', start)).then(
          ({ consultationId }) => consultationId,
          (error: unknown) => refusal(Promise.reject(error)),
        ),
      ),
    );
    const booked = outcomes.filter((outcome) => typeof outcome === 'string');
    expect(new Set(booked).size).toBe((CLIENTS / 4) * 3);
    const refused = outcomes.filter((outcome) => typeof outcome !== 'string');
    expect(refused.map(({ code }) => code)).toEqual(refused.map(() => 'slot_taken'));
    for (let pair = 0; pair < CLIENTS; pair += 4)
      expect(outcomes.slice(pair, pair + 2).filter((outcome) => typeof outcome === 'string')).toHaveLength(1);
    const kept = await stored(world, { consultationId: { $in: booked } });
    expect(kept).toHaveLength(booked.length);
    // What a document has not is not there: an index counts whatever is there, an empty value too.
    for (const document of kept) expect(Object.values(document)).not.toContain(null);
  });
});
