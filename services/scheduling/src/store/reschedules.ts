import type { Envelope } from '@consult/contracts/envelope';
import type { Consultation } from '../domain/consultation.ts';
import type { Consultations } from './consultation-document.ts';
import type { Occupancy } from './occupancy.ts';
import { type Retaken, retakeTime } from './retake-time.ts';

/** Moves a consultation to another time, with its payment and its events, in one update at the version that was read. */
export function saveReschedule(
  consultations: Consultations,
  before: Consultation,
  after: Consultation,
  made: { occupancy: Occupancy; events: Envelope[] },
): Promise<Retaken> {
  const { revision, scheduledStart, scheduledEnd, status, billing, history, dueAt, version } = after;
  const change = { revision, scheduledStart, scheduledEnd, status, billing, history, dueAt, version };
  return retakeTime(consultations, before, change, made);
}
