import { CreditsRestored } from '@consult/contracts/events/credits';
import { type Account, chainKey } from './account.ts';
import type { BookingCommand, ChainOutcome } from './close.ts';
import {
  begin,
  change,
  changed,
  type Context,
  type Decision,
  happening,
  type Known,
  lotOf,
  move,
  publish,
  refused,
  same,
} from './decision.ts';
import { giveBack } from './give-back.ts';
import { bookingMovementIds } from './movement.ts';
import { returnTrial } from './stand.ts';

/** Somebody decided that a used credit comes back (SPEC, fine print 6). What took place stays in the lifetime's consultations. */
export function decideReverse(
  account: Account,
  command: BookingCommand,
  known: Known,
  context: Context,
): Decision<ChainOutcome> {
  const { bookingId, revision, cause, reason } = command;
  const ids = bookingMovementIds(chainKey(command));
  const used = known.get(ids.use);
  if (!used)
    return refused('invalid_transition', { from: account.bookings[chainKey(command)]?.state ?? 'closed', allowed: [] });
  const { lotId, credits, transactionId, graceUntil } = used;
  const outcome: ChainOutcome = { outcome: 'released', credits };
  if (known.has(ids.reverse)) return same(outcome);
  const base = { movementId: ids.reverse, cause, reason, bookingId, revision };
  const begun = begin(account, context);
  if (lotId === '') return changed(move(returnTrial(begun, command), { ...base, kind: 'trial_reversed' }), outcome);
  const grace = { returnGraceDays: command.returnGraceDays, graceUntil };
  const back = giveBack(begun, { ...base, kind: 'used_reversed', lotId, credits, transactionId }, grace);
  const { lifetime, clientId } = back.account;
  const draft = change(back, { lifetime: { ...lifetime, creditsUsed: lifetime.creditsUsed - credits } });
  const method = lotOf(account, lotId).unlimited ? ('unlimited' as const) : ('credits' as const);
  const event = { bookingId, revision, clientId, method, lotId, credits, reason: reason || cause };
  return changed(publish(draft, happening(CreditsRestored, event)), outcome);
}
