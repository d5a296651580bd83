import { CreditsGranted } from '@consult/contracts/events/credits';
import { change, type Draft, happening, lotOf, move, publish } from './decision.ts';
import type { LotTerms } from './lot.ts';
import { NO_CREDITS } from './movement.ts';
import { availableCredits } from './payer.ts';

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

/** Publishes that a lot is there, with what is available now that it is. */
export function tellGranted(draft: Draft, lotId: string, more: { renewal?: true; holdId?: string } = {}): Draft {
  const { account, context } = draft;
  const lot = lotOf(account, lotId);
  const { transactionId, packageId, packageName, source, credits, unlimited, purchaseDate, expiryDate } = lot;
  const bought = transactionId === '' ? {} : { transactionId, packageId };
  return publish(
    draft,
    happening(CreditsGranted, {
      lotId,
      clientId: account.clientId,
      ...bought,
      packageName,
      source,
      credits,
      unlimited,
      purchaseDate: purchaseDate.toISOString(),
      expiryDate: expiryDate.toISOString(),
      availableCredits: availableCredits(account, context.now),
      ...more,
    }),
  );
}
