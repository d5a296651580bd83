import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PaymentDisputed, PaymentSucceeded } from '@consult/contracts/events/billing';
import { ConsultationCompleted } from '@consult/contracts/events/scheduling';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import { eventually } from '@consult/testing/eventually';
import { atOnce } from '@consult/testing/at-once';
import type { Movement } from '../../src/domain/movement.ts';
import { accountOf, countersOf, kindsOf, movementsOf } from '../support/books.ts';
import { consultationOf, disputeOf, packageOf, paymentOf, reserveRequest } from '../support/events.ts';
import { ROUNDS, rounds, times } from '../support/races.ts';
import { admin, client, differencesOf, type Stack, startStack } from '../support/service.ts';

let stack: Stack;
let scheduling: GrpcClient<'credits'>;
let gateway: GrpcClient<'credits'>;
let billing: GrpcClient<'credits'>;
beforeAll(async () => {
  stack = await startStack();
  scheduling = stack.from('scheduling');
  gateway = stack.from('gateway');
  billing = stack.from('billing');
});
afterAll(() => stack.stop());

const balance = (clientId: string) => gateway.getBalance(client(clientId), { clientId: '' });
const reserve = (clientId: string, bookingId: string) =>
  scheduling.reserve(client(clientId), reserveRequest(clientId, bookingId));

/** Buys now, for as many days. */
async function buy(clientId: string, credits: number, days = 60): Promise<void> {
  const bought = packageOf({ total: credits, expiresAfterDays: days });
  const changes = { package: bought, paidAt: stack.clock.now().toISOString() };
  await stack.publish(PaymentSucceeded, paymentOf(clientId, `TXN-${clientId}`, changes));
  await eventually(async () => expect((await balance(clientId)).availableCredits).toBe(credits));
}

const before = (movements: Movement[], end: Movement | undefined, kind: string) =>
  movements.filter((one) => one.kind === kind && one.sequence < (end?.sequence ?? 0));

describe('a refund races reservations', () => {
  test.each(times(5 * ROUNDS))(
    'it takes what is unused then, all at once, however often it is asked for',
    async (round) => {
      const clientId = `ria-${round}`;
      await buy(clientId, 10);
      const refund = {
        clientId,
        transactionId: `TXN-${clientId}`,
        refundId: `re-${round}`,
        amountMinor: 20_790,
        allUnused: false,
        reason: '',
      };
      const revoke = () => billing.revoke(client(clientId), refund);
      // Eight who reserve cannot have all ten; three who ask for the same refund come somewhere among them.
      const reserves = times(8).map((index) => () => reserve(clientId, `ria-${round}-${index}`));
      const place = round % reserves.length;
      const [first, revoked, second] = await Promise.all([
        atOnce(reserves.slice(0, place)),
        atOnce([revoke, revoke, revoke]),
        atOnce(reserves.slice(place)),
      ]);
      const won = [...first.won, ...second.won];
      const lost = [...first.lost, ...second.lost];
      const movements = await movementsOf(stack, clientId);
      const taken = movements.find(({ kind }) => kind === 'revoked');
      // 70 % of the price are 7 of 10 credits, as far as they were unused when it came.
      const due = Math.min(7, 10 - before(movements, taken, 'reserved').length);
      expect(revoked).toEqual({ won: times(3).map(() => ({ lotId: taken?.lotId, credits: due })), lost: [] });
      expect(await countersOf(stack, clientId)).toEqual([
        { added: 10, remaining: 0, reserved: 10 - due, held: 0, used: 0, expired: 0, revoked: due },
      ]);
      expect(won).toHaveLength(10 - due);
      for (const error of lost)
        expect(error).toMatchObject({ code: 'credits_required', details: { why: ['no_credits'] } });
      expect(await differencesOf(stack)).toEqual([]);
    },
  );
});

describe('a dispute races reservations', () => {
  test.each(rounds)('once the freeze is there nothing is reserved, and nothing that was is lost', async (round) => {
    const clientId = `dino-${round}`;
    await buy(clientId, 60);
    const disputed = stack.publish(PaymentDisputed, disputeOf(clientId, `dp-${round}`));
    const refusals: unknown[] = [];
    for (let wave = 0; refusals.length === 0 && wave < 20; wave += 1)
      refusals.push(
        ...(await atOnce(times(4).map((index) => () => reserve(clientId, `dino-${round}-${wave}-${index}`)))).lost,
      );
    await disputed;
    await eventually(async () => expect(await kindsOf(stack, clientId)).toContain('frozen'));
    const { won, lost } = await atOnce(times(10).map((index) => () => reserve(clientId, `late-${round}-${index}`)));
    expect(won).toEqual([]);
    for (const error of [...refusals, ...lost])
      expect(error).toMatchObject({ code: 'credits_required', details: { why: ['account_frozen'], balance: 0 } });
    const movements = await movementsOf(stack, clientId);
    const frozen = movements.find(({ kind }) => kind === 'frozen');
    const reserved = before(movements, frozen, 'reserved').length;
    expect(movements).toHaveLength(reserved + 2);
    expect(movements.at(-1)).toBe(frozen);
    expect(await countersOf(stack, clientId)).toMatchObject([{ remaining: 60 - reserved, reserved }]);
    expect(await balance(clientId)).toMatchObject({ availableCredits: 0, credits: [{ status: 'frozen' }] });
    expect(await differencesOf(stack)).toEqual([]);
  });
});

describe('the same command ten times in parallel', () => {
  test('a payment makes one lot', async () => {
    const payment = paymentOf('gil', 'TXN-gil');
    await Promise.all(times(10).map(() => stack.publish(PaymentSucceeded, payment)));
    await eventually(async () => expect(await kindsOf(stack, 'gil')).toEqual(['granted']));
    expect((await balance('gil')).lifetime).toMatchObject({ creditsPurchased: 3 });
  });

  test('an adjustment by hand is one movement, with one answer for all', async () => {
    await buy('ada', 5);
    const [lotId = ''] = Object.keys((await accountOf(stack, 'ada')).lots);
    const command = { commandId: 'adjust-1', clientId: 'ada', lotId, credits: -2, reason: 'agreed by phone' };
    const { won, lost } = await atOnce(times(10).map(() => () => gateway.adjust(admin(), command)));
    expect(lost).toEqual([]);
    expect(won).toHaveLength(10);
    for (const answer of won) expect(answer).toEqual(won[0]);
    expect(won[0]).toMatchObject({ lotId, creditsAdded: 5, creditsRemaining: 3 });
    expect(await kindsOf(stack, 'ada')).toEqual(['granted', 'revoked']);
    expect(await countersOf(stack, 'ada')).toMatchObject([{ added: 5, remaining: 3, revoked: 2 }]);
    expect(await differencesOf(stack)).toEqual([]);
  });

  test('a reversal gives a used credit back once', async () => {
    await buy('rex', 3);
    await reserve('rex', 'b-rex');
    const told = consultationOf('rex', 'b-rex');
    const when = { actualStart: told.scheduledStart, actualEnd: told.scheduledEnd };
    const completed = { ...told, ...when, overallStatus: 'successful' as const, autoClosed: false };
    await stack.publish(ConsultationCompleted, completed);
    await eventually(async () => expect(await countersOf(stack, 'rex')).toMatchObject([{ used: 1 }]));
    const reversal = { bookingId: 'b-rex', revision: 1, clientId: 'rex', reason: 'it was our fault' };
    const { won, lost } = await atOnce(times(10).map(() => () => scheduling.reverseUse(admin(), reversal)));
    expect(lost).toEqual([]);
    expect(won).toEqual(times(10).map(() => ({ outcome: 'released', credits: 1 })));
    expect(await kindsOf(stack, 'rex')).toEqual(['granted', 'reserved', 'held', 'used', 'used_reversed']);
    expect(await countersOf(stack, 'rex')).toMatchObject([{ remaining: 3, used: 0 }]);
    expect((await balance('rex')).lifetime).toEqual({ totalConsultations: 1, creditsPurchased: 3, creditsUsed: 0 });
    expect(await differencesOf(stack)).toEqual([]);
  });
});

describe('the expiry races reservations', () => {
  // Last in this file: business time does not go back.
  test.each(rounds)(
    'whoever comes before the instant has a credit, nobody after it, and the rest lapses',
    async (round) => {
      const clientId = `exa-${round}`;
      await buy(clientId, 30, 1);
      const expiry = new Date(stack.clock.now().getTime() + 24 * 3_600_000);
      stack.clock.set(new Date(expiry.getTime() - 1).toISOString());
      const calls = times(40).map((index) => () => reserve(clientId, `exa-${round}-${index}`));
      const early = calls.slice(0, 20).map((call) => call());
      // As soon as one of them is through the others are somewhere on their way.
      const ended = Promise.any(early).then(() => stack.clock.set(expiry.toISOString()));
      const { won, lost } = await atOnce([
        ...early.map((one) => () => one),
        ...calls.slice(20).map((call) => async () => {
          await ended;
          return call();
        }),
      ]);
      for (const error of lost)
        expect(error).toMatchObject({ code: 'credits_required', details: { why: ['no_credits'], balance: 0 } });
      await eventually(async () =>
        expect(await countersOf(stack, clientId)).toEqual([
          { added: 30, remaining: 0, reserved: won.length, held: 0, used: 0, expired: 30 - won.length, revoked: 0 },
        ]),
      );
      const reserved = (await movementsOf(stack, clientId)).filter(({ kind }) => kind === 'reserved');
      for (const [index, movement] of reserved.entries()) {
        expect(movement.at < expiry).toBe(true);
        expect(movement.availableAfter).toBe(29 - index);
      }
      const told = Object.fromEntries(won.map(({ bookingId, availableAfter }) => [bookingId, availableAfter]));
      expect(told).toEqual(Object.fromEntries(reserved.map((one) => [one.bookingId, one.availableAfter])));
      expect(lost.length).toBeGreaterThanOrEqual(20);
      expect(await differencesOf(stack)).toEqual([]);
    },
  );
});
