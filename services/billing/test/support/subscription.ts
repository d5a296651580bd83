import type { Subscription } from '../../src/domain/subscription.ts';
import { monthly } from './packages.ts';

/** A monthly subscription in its first, paid month; changed as a test needs. */
export function subscribed(changes: Partial<Subscription> = {}): Subscription {
  return {
    _id: 'sub_1',
    tenantId: '100001',
    clientId: 'sarah',
    packageId: 'PKG-100001-0002',
    package: monthly(),
    stripeAccount: '',
    firstTransactionId: 't-1',
    state: 'active',
    periodStart: new Date('2025-01-01T09:00:00Z'),
    periodEnd: new Date('2025-02-01T09:00:00Z'),
    cancelAtPeriodEnd: false,
    paused: false,
    plans: [],
    history: [],
    createdAt: new Date('2025-01-01T09:00:00Z'),
    version: 1,
    ...changes,
  };
}
