import { ConsultationCompleted, ConsultationScheduled } from '@consult/contracts/events/scheduling';
import { newEvent } from '@consult/messaging/event';
import { newId } from '@consult/runtime/ids';
import { client } from './callers.ts';
import type { Shop } from './shop.ts';
import type { MoneyWorld } from './world.ts';

const HOUR_MS = 3_600_000;
const METHODS = ['credits', 'unlimited', 'free_trial'] as const;

/** A session that is booked with a credit, and takes place. */
export async function use(world: MoneyWorld, { tenantId }: Shop, clientId: string): Promise<string> {
  const booking = { bookingId: newId(), revision: 1, clientId };
  const scheduledStart = new Date(world.now().getTime() + HOUR_MS).toISOString();
  const scheduledEnd = new Date(world.now().getTime() + 2 * HOUR_MS).toISOString();
  const reserved = await world.credits.reserve(client(tenantId, clientId), {
    ...booking,
    sessionType: 'advisory',
    durationMinutes: 60,
    scheduledStart,
    deadlineSeconds: 60,
    maximumOpenBookings: 0,
    predecessorRevision: 0,
  });
  const method = METHODS.find((one) => one === reserved.method) ?? 'credits';
  const { credits } = reserved;
  const { bookingId } = booking;
  world.standIns.bookings.set(bookingId, { tenantId, clientId, state: 'completed', method, credits });
  const data = {
    ...booking,
    consultationId: `CONS-${tenantId}-${bookingId}`,
    consultantId: 'mike',
    consultantName: 'Mike Johnson',
    title: 'Advice',
    description: '',
    type: 'advisory' as const,
    scheduledStart,
    scheduledEnd,
    timezone: 'UTC',
    meeting: { kind: 'video' as const },
    method,
    credits,
  };
  const head = { tenantId, subject: bookingId, time: world.now() };
  await world.publish(newEvent(ConsultationScheduled, { ...head, version: 1, data }));
  const took = { actualStart: scheduledStart, actualEnd: scheduledEnd, overallStatus: 'successful' as const };
  const completed = { ...data, ...took, autoClosed: false };
  await world.publish(newEvent(ConsultationCompleted, { ...head, version: 2, data: completed }));
  return 'used';
}
