import type { Consultation, CreditEffect, Resolution, Status } from './consultation.ts';
import type { Move } from './moves.ts';

type Resolve = Extract<Move, { kind: 'resolve' }>;

/** What has become of the credit of a session that is over; undefined while it still stands. */
function creditEffectOf(status: Status): CreditEffect | undefined {
  switch (status.current) {
    case 'scheduled':
    case 'confirmed':
    case 'in_progress':
      return undefined;
    case 'completed':
      return status.creditEffect ?? 'use';
    case 'cancelled':
    case 'no_show':
      return status.creditEffect;
  }
}

/** Why an admin's decision cannot be carried out: a credit that has gone back may be spent already, and is never taken again. */
export function resolveFault({ status }: Consultation, { credit }: Resolve): 'credit_already_returned' | undefined {
  return credit === 'use' && creditEffectOf(status) === 'return' ? 'credit_already_returned' : undefined;
}

/** What an admin's decision makes of a session that is over. Decided in one write with the earning. */
export function resolved(before: Consultation, move: Resolve, now: Date): Partial<Consultation> {
  const { credit, earningPercent, reason, by } = move;
  const reversesUse = credit === 'return' && creditEffectOf(before.status) === 'use';
  const resolution: Resolution = { credit, earningPercent, reason, by, at: now, reversesUse };
  return { resolution, ...(reversesUse ? { status: returned(before.status) } : {}) };
}

function returned(status: Status): Status {
  switch (status.current) {
    case 'scheduled':
    case 'confirmed':
    case 'in_progress':
      return status;
    case 'completed':
    case 'cancelled':
    case 'no_show':
      return { ...status, creditEffect: 'return' };
  }
}

/** Whether an admin still has to look at a no-show that the other side does not accept. */
export function hasOpenDispute({ status, resolution }: Pick<Consultation, 'status' | 'resolution'>): boolean {
  return status.current === 'no_show' && status.disputed !== undefined && resolution === undefined;
}
