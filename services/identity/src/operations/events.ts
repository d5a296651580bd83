import type { Envelope } from '@consult/contracts/envelope';
import { AccessCodeIssued, ClientRegistered, TenantChanged, UserChanged } from '@consult/contracts/events/identity';
import { newEvent } from '@consult/messaging/event';
import type { Tenant } from '../domain/tenant.ts';
import type { CodePurpose, User } from '../domain/user.ts';

/** `now` is business time in all of them. */
export function tenantChanged(tenant: Tenant, now: Date): Envelope {
  const { createdAt: _createdAt, ...data } = tenant;
  const { tenantId, version } = tenant;
  return newEvent(TenantChanged, { tenantId, subject: tenantId, version, time: now, data });
}

export function userChanged(user: User, now: Date): Envelope {
  const { roles, version } = user;
  return newEvent(UserChanged, { ...head(user, now), data: { ...person(user), roles, version } });
}

export function clientRegistered(user: User, now: Date): Envelope {
  const data = { ...person(user), registeredAt: user.createdAt.toISOString() };
  return newEvent(ClientRegistered, { ...head(user, now), data });
}

/** The only place a code leaves this service: on its way to the mail. */
export function accessCodeIssued(
  user: User,
  issued: { purpose: CodePurpose; code: string; expiresAt: Date },
  now: Date,
): Envelope {
  const { purpose, code, expiresAt } = issued;
  const data = { ...person(user), purpose, code, expiresAt: expiresAt.toISOString() };
  return newEvent(AccessCodeIssued, { ...head(user, now), data });
}

function head({ tenantId, userId, version }: User, now: Date) {
  return { tenantId, subject: userId, version, time: now };
}

function person({ userId, name, email, timezone }: User) {
  return { userId, name, email, timezone };
}
