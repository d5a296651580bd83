import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { TimePage } from '@consult/runtime/paging';
import type { Consultation } from '../domain/consultation.ts';
import { bookingsAfter, findBookings, type PagedBooking } from '../store/booking-pages.ts';
import type { Deps } from './deps.ts';

interface AskedBookings {
  /** Business time of the booking. */
  since?: Date | undefined;
  /** Technical time: what was written later may not have been heard of yet. */
  changedBefore: Date;
}

/** A page of the tenant's sessions for the books. Refusals: forbidden (billing asks). */
export async function listBookings(
  deps: Pick<Deps, 'consultations'>,
  caller: Caller,
  asked: AskedBookings,
  page: TimePage,
): Promise<PagedBooking[]> {
  return bookingsAfter(deps.consultations, { tenantId: requireBilling(caller), ...asked }, page);
}

/** The sessions of these bookings as they are now. Refusals: forbidden (billing asks). */
export async function getBookings(
  deps: Pick<Deps, 'consultations'>,
  caller: Caller,
  bookingIds: readonly string[],
): Promise<Consultation[]> {
  return findBookings(deps.consultations, requireBilling(caller), bookingIds);
}

function requireBilling({ tenantId, service }: Caller): string {
  if (tenantId === '' || service !== 'billing') return refuse('forbidden');
  return tenantId;
}
