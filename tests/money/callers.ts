import type { Caller } from '@consult/runtime/caller';
import { testCaller } from '@consult/testing/call';

/** Whoever reaches the webhook's door. */
export const nobody = (): Caller => testCaller({ tenantId: '', userId: '', roles: [] });
export const client = (tenantId: string, userId: string): Caller => testCaller({ tenantId, userId, roles: ['client'] });
/** Refunds, promotion codes and others' subscriptions. */
export const admin = (tenantId: string): Caller => testCaller({ tenantId, userId: 'admin-1', roles: ['admin'] });
export const operator = (): Caller => testCaller({ tenantId: '', userId: 'operator', roles: ['operator'] });
