import type { Envelope } from '@consult/contracts/envelope';
import { CreditsGranted } from '@consult/contracts/events/credits';
import { DEFAULT_POLICIES, TenantChanged } from '@consult/contracts/events/identity';
import { newEvent } from '@consult/messaging/event';
import { TENANT, type World } from './world.ts';

/** Another version of the tenant's rules. */
export function tenantChanged(world: World, version: number, policies: Partial<typeof DEFAULT_POLICIES>): Envelope {
  const tenant = {
    tenantId: TENANT,
    slug: 'test',
    name: 'Test',
    stripeAccountId: 'acct_1',
    currency: 'USD',
    timezone: 'UTC',
  };
  const data = { ...tenant, version, policies: { ...DEFAULT_POLICIES, ...policies, version } };
  return newEvent(TenantChanged, { tenantId: TENANT, subject: TENANT, version, time: world.clock.now(), data });
}

/** Credits that a client has paid for, with the slot that was held meanwhile. */
export function creditsGranted(world: World, clientId: string, holdId?: string): Envelope {
  const now = world.clock.now();
  const data = {
    lotId: 'lot-1',
    clientId,
    transactionId: 'TXN-1',
    packageId: 'PKG-100001-0001',
    packageName: 'Quick Start',
    credits: 3,
    unlimited: false,
    purchaseDate: now.toISOString(),
    expiryDate: '2025-12-31T00:00:00.000Z',
    availableCredits: 3,
    ...(holdId === undefined ? {} : { holdId }),
  };
  return newEvent(CreditsGranted, { tenantId: TENANT, subject: clientId, version: 1, time: now, data });
}
