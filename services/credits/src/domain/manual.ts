import type { Account } from './account.ts';
import {
  begin,
  change,
  changed,
  changeLot,
  type Context,
  type Decision,
  type Draft,
  type Known,
  lotOf,
  move,
  refused,
  same,
} from './decision.ts';
import { lapse } from './expire.ts';
import { addLot, tellGranted } from './add-lot.ts';
import { type Lot, NEVER } from './lot.ts';
import { revoke } from './revoke.ts';

/** The most credits a lot can hold: counts are 32-bit on the wire. */
const CREDITS_MAX = 2_147_483_647;
/** Given credits are spent like those of a bundle. */
const MANUAL_PRIORITY = 100;

interface ByHand {
  /** Of the caller: the movement has its id from it. */
  commandId: string;
  reason: string;
}

export interface GrantByHandCommand extends ByHand {
  lotId: string;
  credits: number;
  expiryDate: Date;
  currency: string;
}
export interface AdjustCommand extends ByHand {
  lotId: string;
  /** Added when positive, taken from what is unused when negative. */
  credits: number;
}
export interface VoidCommand extends ByHand {
  lotId: string;
}
export interface ExtendCommand extends ByHand {
  lotId: string;
  expiryDate: Date;
}

export const manualMovementId = (commandId: string) => `manual:${commandId}`;

/** Somebody of the tenant gives credits: a promotional lot that covers everything. */
export function decideGrantByHand(
  account: Account,
  command: GrantByHandCommand,
  known: Known,
  context: Context,
): Decision<Lot> {
  const { commandId, lotId, credits, expiryDate, currency, reason } = command;
  const fingerprint = ['grant', credits, expiryDate.toISOString()].join('|');
  const earlier = earlierAnswer(account, { commandId, lotId, fingerprint }, known);
  if (earlier) return earlier;
  if (expiryDate <= context.now) return refused('rule_refused', { rule: 'expiry_in_the_past' });
  const terms = {
    lotId,
    transactionId: '',
    packageId: '',
    packageName: 'Credits',
    source: 'manual' as const,
    credits,
    promotional: true,
    paidMinor: 0,
    unitPriceMinor: 0,
    currency,
    sessionTypes: [],
    chargeByDuration: false,
    expiryBasis: 'booked_at' as const,
    unlimited: false,
    priority: MANUAL_PRIORITY,
    purchaseDate: context.now,
    effectiveAt: context.now,
    expiryDate,
    termsVersion: 0,
  };
  const movementId = manualMovementId(commandId);
  const draft = addLot(begin(account, context), terms, 'manual_grant', { movementId, reason, fingerprint });
  return changed(tellGranted(draft, lotId), lotOf(draft.account, lotId));
}

/** Adds credits to a lot, or takes unused ones: never below zero. */
export function decideAdjust(account: Account, command: AdjustCommand, known: Known, context: Context): Decision<Lot> {
  const { commandId, lotId, credits, reason } = command;
  const fingerprint = ['adjust', lotId, credits].join('|');
  const earlier = earlierAnswer(account, { commandId, lotId, fingerprint }, known);
  if (earlier) return earlier;
  const draft = lapse(begin(account, context), lotId);
  const lot = lotOf(draft.account, lotId);
  const movementId = manualMovementId(commandId);
  if (-credits > lot.remaining) return refused('rule_refused', { rule: 'below_zero', remaining: lot.remaining });
  if (credits < 0) {
    const taken = revoke(draft, lotId, -credits, { movementId, cause: 'adjustment', reason, fingerprint });
    return changed(taken, lotOf(taken.account, lotId));
  }
  if (context.now >= lot.expiryDate)
    return refused('rule_refused', { rule: 'lot_expired', expiryDate: lot.expiryDate.toISOString() });
  if (lot.added + credits > CREDITS_MAX)
    return refused('rule_refused', { rule: 'too_many_credits', maximum: CREDITS_MAX });
  const { transactionId } = lot;
  const added = move(draft, {
    movementId,
    kind: 'granted',
    cause: 'adjustment',
    reason,
    lotId,
    credits,
    transactionId,
    fingerprint,
  });
  return changed(added, lotOf(added.account, lotId));
}

/** Takes all that is unused away; used and held credits stay. */
export function decideVoid(account: Account, command: VoidCommand, known: Known, context: Context): Decision<Lot> {
  const { commandId, lotId, reason } = command;
  const fingerprint = ['void', lotId].join('|');
  const earlier = earlierAnswer(account, { commandId, lotId, fingerprint }, known);
  if (earlier) return earlier;
  const draft = lapse(begin(account, context), lotId);
  const { remaining } = lotOf(draft.account, lotId);
  if (remaining === 0) return refused('rule_refused', { rule: 'nothing_left' });
  const movementId = manualMovementId(commandId);
  const taken = revoke(draft, lotId, remaining, { movementId, cause: 'void', reason, fingerprint });
  return changed(taken, lotOf(taken.account, lotId));
}

/** Puts a lot's expiry off; credits that have lapsed with it come back, but for those that went on into a later period. */
export function decideExtend(account: Account, command: ExtendCommand, known: Known, context: Context): Decision<Lot> {
  const { commandId, lotId, expiryDate: until, reason } = command;
  const fingerprint = ['extend', lotId, until.toISOString()].join('|');
  const earlier = earlierAnswer(account, { commandId, lotId, fingerprint }, known);
  if (earlier) return earlier;
  const draft = lapse(begin(account, context), lotId);
  const { expiryDate, transactionId } = lotOf(draft.account, lotId);
  if (until <= expiryDate || until <= context.now || until > NEVER)
    return refused('rule_refused', { rule: 'not_later', expiryDate: expiryDate.toISOString() });
  const base = { cause: 'extension', reason, lotId, transactionId };
  const movementId = manualMovementId(commandId);
  const extended = putOff(move(draft, { ...base, movementId, kind: 'extended', until, fingerprint }), lotId, until);
  const { expired, rolledOver = 0 } = lotOf(extended.account, lotId);
  const credits = expired - rolledOver;
  const back =
    credits === 0
      ? extended
      : move(extended, { ...base, movementId: `${movementId}:reinstated`, kind: 'reinstated', credits });
  return changed(back, lotOf(back.account, lotId));
}

function putOff(draft: Draft, lotId: string, expiryDate: Date): Draft {
  const later = changeLot(draft.account, lotId, ({ graceUntil: _void, warnedDays: _again, ...lot }) => ({
    ...lot,
    expiryDate,
  }));
  return change(draft, later);
}

function earlierAnswer(
  account: Account,
  command: { commandId: string; lotId: string; fingerprint: string },
  known: Known,
): Decision<Lot> | undefined {
  const earlier = known.get(manualMovementId(command.commandId));
  if (earlier && earlier.fingerprint !== command.fingerprint) return refused('idempotency_key_reused', {});
  const lot = account.lots.find(({ lotId }) => lotId === command.lotId);
  if (earlier && lot) return same(lot);
  return lot || command.fingerprint.startsWith('grant|') ? undefined : refused('not_found', { lotId: command.lotId });
}
