import { change, type Draft, move } from './decision.ts';
import type { LotTerms } from './lot.ts';
import { NO_CREDITS } from './movement.ts';

/** A new lot with all its credits, by a movement from which it can be made again. */
export function addLot(
  draft: Draft,
  terms: LotTerms,
  cause: string,
  more: { reason?: string; movementId?: string; fingerprint?: string } = {},
): Draft {
  const { lotId, transactionId, credits, promotional } = terms;
  const lots = [...draft.account.lots, { ...NO_CREDITS, ...terms, returned: [] }];
  const paid = !promotional && terms.source !== 'rollover';
  return move(change(draft, { lots }), {
    movementId: `${lotId}:grant`,
    kind: 'granted',
    cause,
    lotId,
    credits,
    transactionId,
    paid,
    terms,
    ...more,
  });
}
