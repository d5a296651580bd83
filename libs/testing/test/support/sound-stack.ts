import type { mongo } from 'mongoose';

const tenantId = '100001';
export const MINUTE = Date.parse('2025-01-20T10:00:00.000Z') / 60_000;

/** The database of a service. */
type DatabaseOf = (service: string) => mongo.Db;

const COLLECTIONS = [
  ['credits', 'accounts'],
  ['credits', 'ledger'],
  ['scheduling', 'consultations'],
  ['billing', 'transactions'],
] as const;

export const cells = (from: number, to: number) =>
  Array.from({ length: (to - from) / 5 }, (_, index) => from / 5 + index);
const movement = (sequence: number, kind: string, bookingId = '', more: object = {}) => ({
  tenantId,
  accountId: 'account',
  movementId: `${kind}-${sequence}`,
  kind,
  sequence,
  bookingId,
  revision: 1,
  lotId: 'lot',
  credits: kind === 'granted' ? 4 : 1,
  ...more,
});
export const history = (...states: string[]) =>
  states.map((to, index) => ({ move: to, from: states[index - 1] ?? '', to, reason: '' }));

export const EARNED = { id: 'b2:earning:1', amountMinor: 4_950 };

export function consultation(id: string, states: string[], more: object = {}) {
  const current = states.at(-1);
  const start = MINUTE + 120 * Number(id.slice(1));
  const given = current === 'cancelled';
  return {
    _id: id,
    tenantId,
    consultationId: `CONS-${id}`,
    clientId: 'sarah',
    consultantId: 'mike',
    revision: 1,
    version: states.length,
    scheduledStart: new Date(start * 60_000),
    scheduledEnd: new Date((start + 60) * 60_000),
    status: { current, ...(given ? { creditEffect: 'return' } : {}) },
    billing: { method: 'credits', credits: 1, lotId: 'lot', unitPriceMinor: 9_900 },
    terms: { earning: { consultantSharePercent: 50, promotionalEarningMinor: 0 } },
    feedback: {},
    history: history(...states),
    outbox: [],
    ...(given
      ? {}
      : {
          active: true,
          busyFrom: start - 15,
          busyTo: start + 60,
          consultantCells: cells(start - 15, start + 60),
          clientCells: cells(start, start + 60),
        }),
    ...more,
  };
}

/** A slot that is kept, or was: it has people and times, and nothing that a session has. */
function hold(id: string, state: string) {
  const {
    status: _status,
    billing: _billing,
    terms: _terms,
    feedback: _feedback,
    ...rest
  } = consultation(id, [state === 'open' ? 'scheduled' : 'cancelled']);
  const { history: _history, consultationId: _consultationId, ...own } = rest;
  return { ...own, revision: 0, version: 1, hold: { state } };
}

/** One client, one purchase of four: one session stands, one is completed, one is cancelled. */
export async function writeSoundStack(databaseOf: DatabaseOf): Promise<void> {
  await Promise.all(COLLECTIONS.map(([service, name]) => databaseOf(service).collection(name).deleteMany()));
  const counters = { added: 4, remaining: 2, reserved: 0, held: 1, used: 1, expired: 0, revoked: 0 };
  await databaseOf('credits')
    .collection<{ _id: string }>('accounts')
    .insertOne({
      _id: 'account',
      tenantId,
      clientId: 'sarah',
      version: 9,
      sequence: 8,
      outbox: [],
      lots: [{ lotId: 'lot', transactionId: 'TXN-1', paidMinor: 29_700, ...counters }],
      bookings: {
        'b1:1': {
          bookingId: 'b1',
          revision: 1,
          state: 'held',
          payment: { method: 'credits', lotId: 'lot', credits: 1 },
        },
      },
      pending: [movement(8, 'released', 'b3', { from: 'reserved' })],
    } as { _id: string });
  await databaseOf('credits')
    .collection('ledger')
    .insertMany([
      movement(1, 'granted'),
      movement(2, 'reserved', 'b1'),
      movement(3, 'held', 'b1'),
      movement(4, 'reserved', 'b2'),
      movement(5, 'held', 'b2'),
      movement(6, 'used', 'b2', { from: 'held' }),
      movement(7, 'reserved', 'b3'),
      // Died between ledger and account: the same movement in both places.
      movement(8, 'released', 'b3', { from: 'reserved' }),
    ]);
  await databaseOf('scheduling')
    .collection<{ _id: string }>('consultations')
    .insertMany([
      consultation('b1', ['scheduled']),
      consultation('b2', ['scheduled', 'confirmed', 'in_progress', 'completed'], { earnings: [EARNED] }),
      consultation('b3', ['scheduled', 'cancelled']),
      { _id: 'b4', tenantId, tombstone: true, outbox: [] } as { _id: string },
      hold('b5', 'open'),
      hold('b6', 'lapsed'),
    ]);
  await databaseOf('billing')
    .collection('transactions')
    .insertMany([
      {
        tenantId,
        transactionId: 'TXN-1',
        clientId: 'sarah',
        state: 'succeeded',
        amount: { gross: 29_700 },
        version: 2,
        history: history('pending', 'succeeded'),
      },
      {
        tenantId,
        transactionId: 'TXN-2',
        clientId: 'sarah',
        state: 'pending',
        amount: { gross: 900 },
        version: 1,
        history: history('pending'),
      },
    ]);
}
