import { CancellationQuoteInput } from '@consult/contracts/api/scheduling';
import type { Handlers } from '@consult/runtime/grpc-server';
import { parse } from '@consult/runtime/parse';
import type { Deps } from '../operations/deps.ts';
import { quoteBooking } from '../operations/quote-booking.ts';
import { quoteCancellation } from '../operations/quote-cancellation.ts';
import { quoteReschedule } from '../operations/quote-reschedule.ts';
import { toBooking } from './booking-requests.ts';
import { toReschedule } from './move-requests.ts';

/** What commands would come to. */
export function quoteHandlers(deps: Deps) {
  return {
    quoteBooking: (caller, request) => quoteBooking(deps, caller, toBooking(request)),
    quoteCancellation(caller, request) {
      const { consultationId } = parse(CancellationQuoteInput, request);
      return quoteCancellation(deps, caller, consultationId);
    },
    quoteReschedule: (caller, request) => quoteReschedule(deps, caller, toReschedule(request)),
  } satisfies Partial<Handlers<'scheduling'>>;
}
