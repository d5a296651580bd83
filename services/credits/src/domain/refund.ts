import { CreditsRestored } from '@consult/contracts/events/credits';
import type { Account, EarlyNotes } from './account.ts';
import {
  begin,
  change,
  changed,
  changeLot,
  type Context,
  type Decision,
  type Draft,
  happening,
  lotOf,
  move,
  publish,
  refused,
  same,
} from './decision.ts';
import { lapse } from './expire.ts';
import { giveBack } from './give-back.ts';
import type { Lot, RefundNote } from './lot.ts';
import { revoke } from './revoke.ts';

export interface RefundCommand {
  lotId: string;
  refundId: string;
  /** Of this refund alone. */
  amountMinor: number;
  /** A quoted full refund takes everything unused, whatever its share. */
  all: boolean;
  reason: string;
}

export interface RefundFailedCommand {
  lotId: string;
  refundId: string;
  reason: string;
  returnGraceDays: number;
}

/** What a refund took of its lot's unused credits. */
export interface Revoked {
  lotId: string;
  credits: number;
}

interface Trigger {
  refundId: string;
  cause: 'refund' | 'refund_failed';
  reason: string;
  returnGraceDays?: number;
  refundedMinor?: number;
}

/**
 * Money went back: takes unused credits away, so that all refunds together have taken ⌈total × R ÷ P⌉ of them, never more than
 * are unused (SPEC, fine print 10). The same refund again has its first answer, whoever tells it. Before its payment is known
 * the refund is kept in mind.
 */
export function decideRefund(account: Account, command: RefundCommand, context: Context): Decision<Revoked> {
  const { lotId, refundId, amountMinor, all, reason } = command;
  const note: RefundNote = { refundId, amountMinor, all, failed: false, credits: 0 };
  const earlier = refundsOf(account, lotId).find((one) => one.refundId === refundId);
  // A failure that overtook its refund has left its mark: nothing is taken any more.
  if (earlier && !earlier.failed && (earlier.amountMinor !== amountMinor || earlier.all !== all))
    return refused('idempotency_key_reused', { refundId });
  if (earlier) return same({ lotId, credits: earlier.credits });
  const noted = withRefund(begin(account, context), lotId, note);
  if (!hasLot(account, lotId)) return changed(noted, { lotId, credits: 0 });
  const settled = settleRefunds(noted, lotId, { refundId, cause: 'refund', reason });
  const credits = takenBy(settled.account, lotId) - takenBy(account, lotId);
  return changed(withRefund(settled, lotId, { ...note, credits }), { lotId, credits });
}

/** The refund did not come off: what it took comes back, by a movement of its own. */
export function decideRefundFailed(account: Account, command: RefundFailedCommand, context: Context): Decision<void> {
  const { lotId, refundId, reason, returnGraceDays } = command;
  const earlier = refundsOf(account, lotId).find((one) => one.refundId === refundId);
  if (earlier?.failed) return same(undefined);
  const note: RefundNote = { ...(earlier ?? { refundId, amountMinor: 0, all: false, credits: 0 }), failed: true };
  const noted = withRefund(begin(account, context), lotId, note);
  if (!earlier || !hasLot(account, lotId)) return changed(noted, undefined);
  return changed(settleRefunds(noted, lotId, { refundId, cause: 'refund_failed', reason, returnGraceDays }), undefined);
}

/** Brings what refunds have taken to what they may take together: takes more, or gives back. */
export function settleRefunds(draft: Draft, lotId: string, trigger: Trigger): Draft {
  const refunds = refundsOf(draft.account, lotId).filter(({ failed }) => !failed);
  if (refunds.length === 0 && takenBy(draft.account, lotId) === 0) return draft;
  let after = family(draft.account, lotId).reduce((lapsed, lot) => lapse(lapsed, lot.lotId), draft);
  let missing = dueOf(lotOf(after.account, lotId), refunds) - takenBy(after.account, lotId);
  const more = missing > 0;
  for (const lot of family(after.account, lotId)) {
    const credits = Math.min(Math.abs(missing), more ? lot.remaining : (lot.refunded ?? 0));
    // The refund itself is always told, also where it finds nothing to take; of what earns by time, its failure too.
    if (credits === 0 && (lot.lotId !== lotId || (trigger.cause !== 'refund' && !lot.unlimited))) continue;
    const total = lot.lotId === lotId && lot.unlimited ? { refundedMinor: sumOf(refunds) } : {};
    const isTaken = credits > 0 ? more : trigger.cause === 'refund';
    after = isTaken
      ? takeFrom(after, lot.lotId, credits, { ...trigger, ...total })
      : giveTo(after, lot.lotId, credits, { ...trigger, ...total });
    missing += more ? -credits : credits;
  }
  return after;
}

function takeFrom(draft: Draft, lotId: string, credits: number, trigger: Trigger): Draft {
  const { refundId, reason, cause } = trigger;
  const before = lotOf(draft.account, lotId).revoked;
  // One that fails can leave room for what another could not take; its own movement has its own id.
  const movementId = `${lotId}:${cause === 'refund' ? 'refund' : 'refund-failed'}:${refundId}`;
  const after = revoke(draft, lotId, credits, {
    ...totalOf(trigger),
    movementId,
    refundId,
    cause: 'refund',
    reason,
  });
  return countRefunded(after, lotId, lotOf(after.account, lotId).revoked - before);
}

function giveTo(draft: Draft, lotId: string, credits: number, trigger: Trigger): Draft {
  const { refundId, reason, returnGraceDays = 0 } = trigger;
  const { transactionId } = lotOf(draft.account, lotId);
  const movementId = `${lotId}:refund-failed:${refundId}`;
  const input = {
    movementId,
    kind: 'restored' as const,
    cause: trigger.cause,
    reason,
    refundId,
    lotId,
    credits,
    transactionId,
    ...totalOf(trigger),
  };
  if (credits === 0) return move(draft, input);
  const back = countRefunded(giveBack(draft, input, { returnGraceDays }), lotId, -credits);
  const event = { clientId: draft.account.clientId, lotId, credits, refundId, reason: reason || trigger.cause };
  return publish(back, happening(CreditsRestored, event));
}

function countRefunded(draft: Draft, lotId: string, credits: number): Draft {
  const count = (lot: Lot) => ({ ...lot, refunded: (lot.refunded ?? 0) + credits });
  return change(draft, changeLot(draft.account, lotId, count));
}

function totalOf({ refundedMinor }: Trigger): { refundedMinor?: number } {
  return refundedMinor === undefined ? {} : { refundedMinor };
}

function sumOf(refunds: RefundNote[]): number {
  return refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

/** ⌈total × R ÷ P⌉, or everything. */
function dueOf(lot: Lot, refunds: RefundNote[]): number {
  if (refunds.some(({ all }) => all)) return Number.MAX_SAFE_INTEGER;
  if (lot.paidMinor === 0) return 0;
  const refundedMinor = refunds.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
  const paid = BigInt(lot.paidMinor);
  return Number((BigInt(lot.credits) * refundedMinor + paid - 1n) / paid);
}

/** The lot a payment bought, and those its unused credits have gone on into. */
export function family(account: Account, lotId: string): Lot[] {
  return account.lots.filter(
    (lot) => lot.lotId === lotId || (lot.source === 'rollover' && lot.lotId.startsWith(`${lotId}-r`)),
  );
}

function takenBy(account: Account, lotId: string): number {
  return family(account, lotId).reduce((sum, lot) => sum + (lot.refunded ?? 0), 0);
}

function hasLot(account: Account, lotId: string): boolean {
  return account.lots.some((lot) => lot.lotId === lotId);
}

function refundsOf(account: Account, lotId: string): RefundNote[] {
  const lot = account.lots.find((one) => one.lotId === lotId);
  return (lot ? lot.refunds : account.early.find((early) => early.lotId === lotId)?.refunds) ?? [];
}

function withRefund(draft: Draft, lotId: string, note: RefundNote): Draft {
  const put = (refunds: RefundNote[]) => [...refunds.filter(({ refundId }) => refundId !== note.refundId), note];
  if (!hasLot(draft.account, lotId))
    return withEarly(draft, lotId, (early) => ({ ...early, refunds: put(early.refunds) }));
  return change(
    draft,
    changeLot(draft.account, lotId, (lot) => ({ ...lot, refunds: put(lot.refunds ?? []) })),
  );
}

/** Keeps in mind what was told of a lot whose grant has not arrived. */
export function withEarly(draft: Draft, lotId: string, with_: (early: EarlyNotes) => EarlyNotes): Draft {
  const found = draft.account.early.find((early) => early.lotId === lotId) ?? { lotId, refunds: [], disputes: [] };
  const others = draft.account.early.filter((early) => early.lotId !== lotId);
  return change(draft, { early: [...others, with_(found)] });
}
