import { BookingQuoteInput, CancellationQuoteInput, RescheduleQuoteInput } from '@consult/contracts/api/scheduling';
import { present } from '../http/answers.ts';
import { callerOf } from '../http/caller.ts';
import type { App, RouteContext } from './context.ts';

const config = { roles: ['client', 'consultant', 'admin'], idempotency: 'off' } as const;
const tags = ['consultations'];

/** What a booking, a cancellation or a reschedule would come to: pure reads, whose `quoteId` the command can be held to. */
export function quoteRoutes(app: App, { clients }: RouteContext): void {
  app.post('/api/quotes/booking', { config, schema: { tags, body: BookingQuoteInput } }, async (request) => ({
    data: present(await clients.scheduling.quoteBooking(callerOf(request), request.body)),
  }));

  app.post('/api/quotes/cancellation', { config, schema: { tags, body: CancellationQuoteInput } }, async (request) => ({
    data: present(await clients.scheduling.quoteCancellation(callerOf(request), request.body)),
  }));

  app.post('/api/quotes/reschedule', { config, schema: { tags, body: RescheduleQuoteInput } }, async (request) => ({
    data: present(await clients.scheduling.quoteReschedule(callerOf(request), request.body)),
  }));
}
