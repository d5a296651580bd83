import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Deliverable } from '../domain/consultation.ts';
import {
  type ChangedDeliverable,
  changeDeliverables,
  DELIVERABLES_MAX,
  type DeliverableChange,
} from '../domain/deliverables.ts';
import { saveDeliverables } from '../store/after-session-queries.ts';
import { capacities, visibleConsultation } from './access.ts';
import type { Deps } from './deps.ts';

/** How often a change is decided anew because the consultation changed in between. */
const CHANGE_ATTEMPTS = 5;

/**
 * Hands over, changes or acknowledges a deliverable; the same again is the same. Refusals: not_found (consultation or deliverable),
 * forbidden, invalid_transition (the session was given up), rule_refused (+ why), conflict.
 */
export async function changeDeliverable(
  deps: Pick<Deps, 'consultations' | 'clock'>,
  caller: Caller,
  input: { consultationId: string; change: DeliverableChange },
): Promise<Deliverable> {
  const { consultationId, change } = input;
  for (let attempt = 1; attempt <= CHANGE_ATTEMPTS; attempt += 1) {
    const before = await visibleConsultation(deps, caller, consultationId);
    const made = { actors: capacities(caller, before), now: deps.clock.now() };
    const changed = changeDeliverables(before, change, made);
    if ('refused' in changed)
      return refuseChange(changed.refused, { ...input, from: before.status.current, consultationId });
    const { deliverable, deliverables } = changed;
    if (deliverables === undefined) return deliverable;
    if (await saveDeliverables(deps.consultations, before, deliverables)) return deliverable;
  }
  return refuse('conflict', { consultationId });
}

function refuseChange(
  why: Extract<ChangedDeliverable, { refused: string }>['refused'],
  { consultationId, change, from }: { consultationId: string; change: DeliverableChange; from: string },
): never {
  const { deliverableId } = change;
  switch (why) {
    case 'forbidden':
      return refuse('forbidden');
    case 'not_found':
      return refuse('not_found', { consultationId, deliverableId });
    case 'not_active':
      return refuse('invalid_transition', { consultationId, from, allowed: [] });
    case 'too_many_deliverables':
      return refuse('rule_refused', { why, maximum: DELIVERABLES_MAX });
    case 'not_delivered':
      return refuse('rule_refused', { why, deliverableId });
  }
}
