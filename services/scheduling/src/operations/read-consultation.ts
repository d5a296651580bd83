import type { Caller } from '@consult/runtime/caller';
import type { Consultation } from '../domain/consultation.ts';
import { lastCompletedBefore } from '../store/after-session-queries.ts';
import { visibleConsultation } from './access.ts';
import type { Deps } from './deps.ts';

/** A consultation the caller may see, and the last session of the same two people before it. Refusals: not_found. */
export async function readConsultation(
  deps: Pick<Deps, 'consultations'>,
  caller: Caller,
  consultationId: string,
): Promise<{ consultation: Consultation; previous: Awaited<ReturnType<typeof lastCompletedBefore>> }> {
  const consultation = await visibleConsultation(deps, caller, consultationId);
  return { consultation, previous: await lastCompletedBefore(deps.consultations, consultation) };
}
