import { connectMongo, ensureIndexes } from '@consult/runtime/mongo';
import { testConfig } from '@consult/testing/config';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Transactions, transactionsOn } from '../../src/store/transaction-document.ts';
import { findTransaction, insertTransaction, saveTransaction } from '../../src/store/transactions.ts';
import { claimPlacing } from '../../src/store/placing.ts';
import { NOW, pending } from '../support/transaction.ts';

const namespace = testNamespace();
let transactions: Transactions;
let close: () => Promise<void>;
beforeAll(async () => {
  const { MONGODB_URI } = testConfig({ namespace });
  const connection = await connectMongo({ uri: MONGODB_URI, database: `${namespace}_billing` });
  transactions = transactionsOn(connection);
  await ensureIndexes(connection);
  close = () => connection.close();
});
afterAll(async () => {
  await close();
  await dropNamespace(namespace);
});

let made = 0;
/** A purchase of a client of its own, recorded. */
async function recorded(changes: Parameters<typeof pending>[0] = {}) {
  made += 1;
  const own = { _id: `t-${made}`, transactionId: `TXN-100001-${made}`, clientId: `client-${made}`, stripe: {} };
  const transaction = pending({ ...own, ...changes });
  const outcome = await insertTransaction(transactions, transaction, { ordinal: 1, checkAt: NOW });
  return { transaction, outcome };
}

describe('a transaction at rest', () => {
  test('is written only over the version it was decided on', async () => {
    const { transaction } = await recorded();
    const next = { ...transaction, version: 2 };
    const none = { events: [], checkAt: undefined };
    expect(await saveTransaction(transactions, transaction, next, none)).toBe(true);
    expect(await saveTransaction(transactions, transaction, { ...next, state: 'cancelled' }, none)).toBe(false);
    const found = await findTransaction(transactions, { tenantId: transaction.tenantId, _id: transaction._id });
    expect(found).toMatchObject({ state: 'pending', version: 2 });
  });

  test('is the only one of its payment, and of its invoice; renewals stand beside an open one', async () => {
    const first = await recorded({ stripe: { paymentIntentId: 'pi_same', invoiceId: 'in_same' } });
    expect(first.outcome).toBe('inserted');
    expect((await recorded({ stripe: { paymentIntentId: 'pi_same' } })).outcome).toBe('duplicate');
    expect((await recorded({ kind: 'renewal', stripe: { invoiceId: 'in_same' } })).outcome).toBe('duplicate');
    const { clientId } = first.transaction;
    expect((await recorded({ clientId })).outcome).toBe('duplicate');
    const renewal = pending({
      _id: 'r-1',
      transactionId: 'TXN-r-1',
      clientId,
      kind: 'renewal',
      stripe: { invoiceId: 'in_2' },
    });
    expect(await insertTransaction(transactions, renewal, { checkAt: NOW })).toBe('inserted');
  });

  test('gives its place back when it is cancelled, and keeps its ordinal when it has succeeded', async () => {
    const none = { events: [], checkAt: undefined };
    const cancelled = await recorded();
    const { clientId } = cancelled.transaction;
    await saveTransaction(
      transactions,
      cancelled.transaction,
      { ...cancelled.transaction, state: 'cancelled', version: 2 },
      none,
    );
    const next = await recorded({ clientId });
    expect(next.outcome).toBe('inserted');
    await saveTransaction(
      transactions,
      next.transaction,
      { ...next.transaction, state: 'succeeded', version: 2 },
      none,
    );
    expect((await recorded({ clientId })).outcome).toBe('duplicate');
  });

  test('is brought to Stripe by one at a time, and by the next when that one is late', async () => {
    const { transaction } = await recorded();
    const lease = new Date(NOW.getTime() + 1_000);
    const claim = (now: Date) => claimPlacing(transactions, transaction, now, new Date(now.getTime() + 1_000));
    const claims = await Promise.all(Array.from({ length: 10 }, () => claim(NOW)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await claim(new Date(lease.getTime() - 1))).toBe(false);
    expect(await claim(lease)).toBe(true);
  });
});
