import mongoose from 'mongoose';
import { addressOf } from './environment.ts';
import { checkBookings } from './invariants/bookings.ts';
import { checkEarnings } from './invariants/earnings.ts';
import { checkHistories } from './invariants/histories.ts';
import { checkLots } from './invariants/lots.ts';
import { checkPayments } from './invariants/payments.ts';
import { checkQueues } from './invariants/queues.ts';
import { type Finding, openStack } from './invariants/stack.ts';
import { checkTimes } from './invariants/times.ts';
import { checkOutboxes } from './invariants/outboxes.ts';

export interface StackAddress {
  mongoUri: string;
  namespace: string;
  /** By default the broker the tests were started with. */
  amqpUrl?: string;
}

/**
 * Looks at the data of a whole stack at rest, across tenants, past all services, and names everything that must not be:
 * - I1 every lot adds up, and is what its movements in the ledger (and on their way there) make it;
 * - I2 every consultation has exactly one movement chain, in the state that its own state asks for; no chain is without one;
 * - I3 nobody is in two places at once, buffers included;
 * - I4 every paid transaction has exactly one lot, every lot one paid transaction;
 * - I5 everything is published and consumed, nothing is parked;
 * - I7 histories move along allowed edges, and versions go with them;
 * - I8 what a session has earned is what its state, or an admin's word on it, says.
 * I6 (one answer per idempotency key) cannot be seen in data at rest: the journeys and races of `tests/` show it by calling twice.
 * What belongs to a service that has no database here is left out.
 */
export async function checkInvariants(address: StackAddress): Promise<Finding[]> {
  const { mongoUri, namespace, amqpUrl = addressOf('AMQP_URL') } = address;
  const connection = await mongoose.createConnection(mongoUri).asPromise();
  try {
    const stack = await openStack(connection.getClient(), namespace);
    return [
      ...checkLots(stack),
      ...checkBookings(stack),
      ...checkTimes(stack),
      ...checkPayments(stack),
      ...(await checkOutboxes(stack)),
      ...(await checkQueues({ amqpUrl, namespace })),
      ...checkHistories(stack),
      ...checkEarnings(stack),
    ];
  } finally {
    await connection.close();
  }
}

/** Throws with every finding, one a line, unless there is none. */
export async function expectInvariants(address: StackAddress): Promise<void> {
  const findings = await checkInvariants(address);
  if (findings.length === 0) return;
  const lines = findings.map(({ invariant, where, what }) => `  ${invariant} ${where}: ${what}`);
  throw new Error(`${findings.length} invariants do not hold:\n${lines.join('\n')}`);
}
