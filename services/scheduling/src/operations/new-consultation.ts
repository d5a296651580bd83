import type { Policies } from '@consult/contracts/events/identity';
import type { Billing, Consultation, Terms } from '../domain/consultation.ts';
import type { EarningTerms } from '../domain/earnings.ts';
import { dueAt } from '../domain/moves.ts';
import type { TenantRules } from '../store/projections.ts';
import type { BookingPlan } from './booking-plan.ts';

/** What a plan becomes once it is paid for, under the rules of this moment. */
export function newConsultation(
  plan: BookingPlan,
  made: { bookingId: string; consultationId: string; revision: number; version: number; billing: Billing; now: Date },
): Consultation {
  const { booking, clientId, consultant, tenant, session } = plan;
  const { bookingId, now, ...own } = made;
  const consultation: Consultation = {
    ...own,
    _id: bookingId,
    tenantId: consultant.tenantId,
    clientId,
    consultantId: consultant._id,
    details: booking.details,
    scheduledStart: booking.scheduledStart,
    scheduledEnd: new Date(session.end * 60_000),
    timezone: booking.timezone ?? tenant.timezone,
    status: { current: 'scheduled' },
    meeting: booking.meeting ?? consultant.meeting ?? { kind: 'video' },
    terms: { ...termsOf(tenant.policies), earning: earningTermsOf(tenant) },
    deliverables: [],
    feedback: {},
    history: [
      { at: now, move: 'book', from: '', to: 'scheduled', actor: plan.bookedBy, reason: '', version: made.version },
    ],
    createdAt: now,
  };
  return { ...consultation, dueAt: dueAt(consultation) };
}

/** What the consultant will earn by it, by the tenant's rules of this moment. */
function earningTermsOf({ policies, currency = '' }: TenantRules): EarningTerms {
  const { consultantSharePercent = 100, promotionalEarningMinor = 0 } = policies;
  return { consultantSharePercent, promotionalEarningMinor, currency };
}

/** The rules that are accepted with a booking made now. */
function termsOf(policies: Policies): Terms {
  return {
    policyVersion: policies.version,
    confirmationRequired: policies.confirmationRequired,
    confirmationDeadlineHours: policies.confirmationDeadlineHours,
    cancellationCutoffHours: policies.cancellationCutoffHours,
    maximumReschedules: policies.maximumReschedules,
    lateCancelEarningPercent: policies.lateCancelEarningPercent ?? 0,
  };
}
