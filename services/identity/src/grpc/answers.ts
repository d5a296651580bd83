import type { Tenant } from '../domain/tenant.ts';
import type { User } from '../domain/user.ts';
import type { Session } from '../operations/start-session.ts';

/** Instants become RFC 3339 strings on the wire. */
export const tenantAnswer = (tenant: Tenant) => ({ ...tenant, createdAt: tenant.createdAt.toISOString() });

export const userAnswer = (user: User) => ({ ...user, createdAt: user.createdAt.toISOString() });

export const sessionAnswer = (session: Session) => ({ ...session, user: userAnswer(session.user) });
