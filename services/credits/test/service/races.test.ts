import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PaymentSucceeded } from '@consult/contracts/events/billing';
import { AppError } from '@consult/runtime/errors';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import { eventually } from '@consult/testing/eventually';
import { atOnce } from '@consult/testing/at-once';
import { packageOf, paymentOf, reserveRequest } from '../support/events.ts';
import { countersOf } from '../support/books.ts';
import { rounds, times } from '../support/races.ts';
import { client, differencesOf, type Stack, startStack } from '../support/service.ts';

let stack: Stack;
let scheduling: GrpcClient<'credits'>;
let gateway: GrpcClient<'credits'>;
beforeAll(async () => {
  stack = await startStack();
  scheduling = stack.from('scheduling');
  gateway = stack.from('gateway');
});
afterAll(() => stack.stop());

async function buy(clientId: string, credits: number): Promise<void> {
  await stack.publish(
    PaymentSucceeded,
    paymentOf(clientId, `TXN-${clientId}`, { package: packageOf({ total: credits }) }),
  );
  await eventually(async () => expect((await balance(clientId)).availableCredits).toBe(credits));
}

const balance = (clientId: string) => gateway.getBalance(client(clientId), { clientId: '' });
const reserve = (clientId: string, bookingId: string) =>
  scheduling.reserve(client(clientId), reserveRequest(clientId, bookingId));

describe('two replicas, many at once', () => {
  test.each(rounds)(
    '200 reservations race for 7 credits: exactly 7 get one, 193 are told precisely why not',
    async (round) => {
      const clientId = `sarah-${round}`;
      await buy(clientId, 7);
      const { won, lost } = await atOnce(times(200).map((index) => () => reserve(clientId, `race-${round}-${index}`)));
      expect(won.map(({ availableAfter }) => availableAfter).sort((a, b) => a - b)).toEqual(times(7));
      expect(new Set(won.map(({ bookingId }) => bookingId)).size).toBe(7);
      expect(lost).toHaveLength(193);
      for (const error of lost) {
        expect(error).toBeInstanceOf(AppError);
        expect(error).toMatchObject({ code: 'credits_required', details: { why: ['no_credits'], balance: 0 } });
      }
      expect(await countersOf(stack, clientId)).toMatchObject([{ added: 7, remaining: 0, reserved: 7 }]);
      expect(await differencesOf(stack)).toEqual([]);
    },
  );

  test('60 reservations of 60 credits all succeed, each exactly once', async () => {
    await buy('tech', 60);
    const won = await Promise.all(times(60).map((index) => reserve('tech', `all-${index}`)));
    expect(won.map(({ availableAfter }) => availableAfter).sort((a, b) => a - b)).toEqual(times(60));
    expect((await balance('tech')).credits).toMatchObject([{ creditsUsed: 60, creditsRemaining: 0 }]);
    expect(await differencesOf(stack)).toEqual([]);
  });

  test('the same reservation ten times in parallel is one, with one answer for all', async () => {
    await buy('mia', 3);
    const answers = await Promise.all(times(10).map(() => reserve('mia', 'same')));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({
      method: 'credits',
      credits: 1,
      availableAfter: 2,
      transactionId: 'TXN-mia',
      packageId: 'PKG-100001-0001',
      unitPriceMinor: 9_900,
      currency: 'USD',
    });
    expect((await balance('mia')).availableCredits).toBe(2);
  });

  test('a payment delivered ten times in parallel makes one lot', async () => {
    const payment = paymentOf('olivia', 'TXN-olivia');
    await Promise.all(times(10).map(() => stack.publish(PaymentSucceeded, payment)));
    await eventually(async () => expect((await balance('olivia')).credits).toHaveLength(1));
    // Another purchase comes after all the deliveries of the first one: when it is there, most of them have been dealt with.
    await stack.publish(PaymentSucceeded, paymentOf('olivia', 'TXN-olivia-2'));
    await eventually(async () => expect((await balance('olivia')).credits).toHaveLength(2));
    const { availableCredits, lifetime } = await balance('olivia');
    expect({ availableCredits, lifetime }).toMatchObject({ availableCredits: 6, lifetime: { creditsPurchased: 6 } });
    expect(await differencesOf(stack)).toEqual([]);
  });

  test('a release and its reservation race: no order loses or gives away a credit', async () => {
    await buy('noah', 3);
    const release = (bookingId: string) =>
      scheduling.release(client('noah'), { bookingId, revision: 1, clientId: 'noah', reason: 'slot_taken' });
    for (const round of times(10))
      await Promise.allSettled([reserve('noah', `r-${round}`), release(`r-${round}`), release(`r-${round}`)]);
    for (const round of times(10)) await release(`r-${round}`);
    expect(await balance('noah')).toMatchObject({ availableCredits: 3, credits: [{ creditsUsed: 0 }] });
    expect(await differencesOf(stack)).toEqual([]);
  });
});
