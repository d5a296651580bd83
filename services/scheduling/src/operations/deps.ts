import type { GrpcClient } from '@consult/runtime/grpc-client';
import type { Relay } from '@consult/messaging/relay';
import type { Clock } from '@consult/runtime/clock';
import type { Logger } from '@consult/runtime/logger';
import type { Quoter } from '@consult/runtime/quote';
import type { CalendarLinks } from '../store/calendar-links.ts';
import type { Consultants } from '../store/consultants.ts';
import type { Consultations } from '../store/consultation-document.ts';
import type { Inserts } from '../store/inserts.ts';
import type { People, Tenants } from '../store/projections.ts';

/** What the operations of scheduling work with. */
export interface Deps {
  consultations: Consultations;
  inserts: Inserts;
  consultants: Consultants;
  people: People;
  tenants: Tenants;
  calendarLinks: CalendarLinks;
  clock: Clock;
  relay: Relay;
  credits: GrpcClient<'credits'>;
  identity: GrpcClient<'identity'>;
  quoter: Quoter;
  /** The next public id of the tenant's consultations. */
  nextConsultationId: (tenantId: string) => Promise<string>;
  /** How long a reservation waits for its consultation, in technical time. */
  reservationDeadlineSeconds: number;
  logger: Logger;
}
