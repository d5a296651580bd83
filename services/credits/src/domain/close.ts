import { CreditsConsumed, CreditsRestored } from '@consult/contracts/events/credits';
import { type Account, chainKey } from './account.ts';
import {
  begin,
  change,
  changed,
  type Context,
  type Decision,
  happening,
  type Known,
  move,
  publish,
  same,
} from './decision.ts';
import { bookingMovementIds } from './movement.ts';
import { bookingData } from './reserve.ts';
import { closed, creditsOf, record, release, stand, withCredits } from './stand.ts';

/** Whose chain it is, and why it moves. */
export interface BookingCommand {
  bookingId: string;
  revision: number;
  /** booking, completion, no_show, cancellation, fence, … */
  cause: string;
  reason: string;
  /** Tenant's policy: how long a credit lives that comes back to an expired lot. */
  returnGraceDays: number;
}

/** What became of the chain: `nothing` when there is none, or there was none; `moved`: a later revision took over. */
export interface ChainOutcome {
  outcome: 'reserved' | 'held' | 'moved' | 'used' | 'released' | 'nothing';
  credits: number;
}

/** The consultation stands: the reservation needs no deadline any more. A chain already closed stays closed. */
export function decideHold(
  account: Account,
  command: BookingCommand,
  known: Known,
  context: Context,
): Decision<ChainOutcome> {
  const chain = account.bookings[chainKey(command)];
  if (!chain) return same(closedOutcome(command, known));
  const outcome: ChainOutcome = { outcome: 'held', credits: creditsOf(chain.payment) };
  if (chain.state === 'held') return same(outcome);
  return changed(stand(begin(account, context), chain, command, command), outcome);
}

/** The session took place, or its credit is forfeited: used for good. */
export function decideUse(
  account: Account,
  command: BookingCommand & { consultation: boolean },
  known: Known,
  context: Context,
): Decision<ChainOutcome> {
  const first = account.bookings[chainKey(command)];
  if (!first) return same(closedOutcome(command, known));
  // What is used has stood, whether that was told or not.
  const standing = stand(begin(account, context), first, command, command);
  const chain = standing.account.bookings[chainKey(command)] ?? first;
  const credits = creditsOf(chain.payment);
  const graceUntil = chain.payment.method === 'free_trial' ? undefined : chain.payment.graceUntil;
  const grace = graceUntil === undefined ? {} : { graceUntil };
  let draft = record(standing, chain, command, 'used', { consultation: command.consultation, ...grace });
  const { lifetime } = draft.account;
  draft = change(closed(draft, chain), {
    lifetime: {
      ...lifetime,
      totalConsultations: lifetime.totalConsultations + Number(command.consultation),
      creditsUsed: lifetime.creditsUsed + credits,
    },
  });
  const event = { ...bookingData(account, chain), reason: command.cause };
  return changed(publish(draft, happening(CreditsConsumed, event)), { outcome: 'used', credits });
}

/**
 * Gives the credits back to their lot; where nothing was ever reserved, leaves a tombstone against a late reserve. Of a
 * reschedule that never stood only what it took itself comes back: the revision before it stands.
 */
export function decideRelease(
  account: Account,
  command: BookingCommand & { stood: boolean },
  known: Known,
  context: Context,
): Decision<ChainOutcome> {
  const first = account.bookings[chainKey(command)];
  const ids = bookingMovementIds(chainKey(command));
  if (!first) {
    const earlier = closedOutcome(command, known);
    if (earlier.outcome !== 'nothing' || known.has(ids.release)) return same(earlier);
    const { bookingId, revision, cause, reason } = command;
    const tombstone = { movementId: ids.release, kind: 'tombstone' as const, cause, reason, bookingId, revision };
    return changed(move(begin(account, context), tombstone), earlier);
  }
  const takesOver = first.state === 'reserved' ? first.takesOver : undefined;
  const standing =
    takesOver && command.stood ? stand(begin(account, context), first, command, command) : begin(account, context);
  const chain = standing.account.bookings[chainKey(command)] ?? first;
  const own = creditsOf(chain.payment) - (command.stood ? 0 : (takesOver?.credits ?? 0));
  const mine = { ...chain, payment: withCredits(chain.payment, own) };
  const draft = closed(release(standing, mine, command, command), chain);
  const event = { ...bookingData(account, mine), reason: command.reason || command.cause };
  return changed(publish(draft, happening(CreditsRestored, event)), { outcome: 'released', credits: own });
}

/** What has become of a chain that is not open, by the movement that closed it. */
export function closedOutcome(command: { bookingId: string; revision: number }, known: Known): ChainOutcome {
  const ids = bookingMovementIds(chainKey(command));
  const used = known.get(ids.use);
  if (used) return { outcome: 'used', credits: used.credits };
  const moved = known.get(ids.move);
  if (moved) return { outcome: 'moved', credits: moved.credits };
  const released = known.get(ids.release);
  if (released && released.kind !== 'tombstone') return { outcome: 'released', credits: released.credits };
  return { outcome: 'nothing', credits: 0 };
}
