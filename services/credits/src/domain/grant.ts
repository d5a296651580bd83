import { CreditsGranted } from '@consult/contracts/events/credits';
import type { Account } from './account.ts';
import {
  begin,
  change,
  changed,
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
import { type Lot, type LotTerms, NEVER } from './lot.ts';
import { NO_CREDITS } from './movement.ts';
import { availableCredits } from './payer.ts';

const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;
/** What a package that never expires says in `expiresAfterDays`. */
const NEVER_DAYS = 36_500;

/** A payment that arrived, with the terms of the package as bought. */
export interface GrantCommand {
  /** Derived from the transaction, always: one payment, one lot. */
  lotId: string;
  transactionId: string;
  packageId: string;
  packageName: string;
  termsVersion: number;
  credits: number;
  unlimited: boolean;
  sessionTypes: readonly string[];
  durationMinutes?: number;
  chargeByDuration: boolean;
  expiryBasis: 'booked_at' | 'session_at';
  expiresAfterDays: number;
  priority: number;
  paidMinor: number;
  currency: string;
  paidAt: Date;
  /** The period a recurring payment paid for. */
  period?: { subscriptionId: string; start: Date; end: Date };
  /** A later period of a subscription, not a purchase of its own. */
  renewal?: true;
  holdId?: string;
  /** Tenant's policy: how long a period lot may be spent while its renewal is pending. */
  renewalGraceHours: number;
}

/** Adds the lot a payment bought. The same payment again changes nothing. */
export function decideGrant(account: Account, command: GrantCommand, context: Context): Decision<Lot> {
  const earlier = account.lots.find((lot) => lot.lotId === command.lotId);
  if (earlier)
    return matches(earlier, command) ? same(earlier) : refused('idempotency_key_reused', { lotId: command.lotId });
  const lot = newLot(account, command, context.now);
  const { lotId, transactionId } = lot;
  const paid = !lot.promotional;
  let draft = change(begin(account, context), { lots: [...account.lots, lot] });
  draft = move(draft, {
    movementId: `${lotId}:grant`,
    kind: 'granted',
    cause: lot.source,
    lotId,
    credits: command.credits,
    transactionId,
    paid,
  });
  draft = endGrace(draft);
  const { lifetime } = draft.account;
  if (paid)
    draft = change(draft, { lifetime: { ...lifetime, creditsPurchased: lifetime.creditsPurchased + command.credits } });
  return changed(
    publish(draft, happening(CreditsGranted, grantedData(draft, lot, command))),
    lotOf(draft.account, lotId),
  );
}

/** Voids the renewal grace of lots whose renewal or cancellation is known, and writes off what is past its end by that. */
export function endGrace(draft: Draft): Draft {
  const lots = draft.account.lots.map((lot) => {
    if (lot.graceUntil === undefined || mayBeRenewed(draft.account, lot)) return lot;
    const { graceUntil: _void, ...rest } = lot;
    return rest;
  });
  const ended = lots.filter((lot, index) => lot !== draft.account.lots[index]);
  return ended.reduce((after, lot) => lapse(after, lot.lotId), change(draft, { lots }));
}

function mayBeRenewed(account: Account, lot: Pick<LotTerms, 'subscriptionId' | 'effectiveAt'>): boolean {
  if (account.subscriptions.some((note) => note.subscriptionId === lot.subscriptionId && note.cancelled)) return false;
  return !account.lots.some(
    (other) => other.subscriptionId === lot.subscriptionId && other.effectiveAt > lot.effectiveAt,
  );
}

function newLot(account: Account, command: GrantCommand, now: Date): Lot {
  const { period, paidAt, paidMinor, credits, durationMinutes } = command;
  const promotional = paidMinor === 0;
  const expiryDate = period?.end ?? expiryOf(paidAt, command.expiresAfterDays);
  // Stripe's clock may be ahead of ours by a moment: what is paid can be spent.
  const effectiveAt = period?.start ?? (paidAt < now ? paidAt : now);
  const lot: Lot = {
    ...NO_CREDITS,
    lotId: command.lotId,
    transactionId: command.transactionId,
    packageId: command.packageId,
    packageName: command.packageName,
    source: period ? 'subscription' : promotional ? 'claim' : 'purchase',
    promotional,
    paidMinor,
    unitPriceMinor: credits === 0 ? 0 : Math.floor(paidMinor / credits),
    currency: command.currency,
    sessionTypes: command.sessionTypes,
    ...(durationMinutes === undefined ? {} : { durationMinutes }),
    chargeByDuration: command.chargeByDuration,
    expiryBasis: command.expiryBasis,
    unlimited: command.unlimited,
    priority: command.priority,
    purchaseDate: paidAt,
    effectiveAt,
    expiryDate,
    ...(period ? { subscriptionId: period.subscriptionId } : {}),
    termsVersion: command.termsVersion,
    returned: [],
    frozen: false,
  };
  if (!period || !mayBeRenewed(account, lot)) return lot;
  return { ...lot, graceUntil: new Date(expiryDate.getTime() + command.renewalGraceHours * HOUR_MS) };
}

/** Purchase + n × 24 h: a day here is never 23 or 25 hours. */
function expiryOf(paidAt: Date, days: number): Date {
  return days >= NEVER_DAYS ? NEVER : new Date(paidAt.getTime() + days * DAY_MS);
}

function matches(lot: Lot, command: GrantCommand): boolean {
  return lot.packageId === command.packageId && lot.added === command.credits && lot.paidMinor === command.paidMinor;
}

function grantedData(draft: Draft, lot: Lot, command: GrantCommand) {
  const { lotId, transactionId, packageId, packageName, unlimited } = lot;
  return {
    lotId,
    clientId: draft.account.clientId,
    transactionId,
    packageId,
    packageName,
    credits: command.credits,
    unlimited,
    purchaseDate: lot.purchaseDate.toISOString(),
    expiryDate: lot.expiryDate.toISOString(),
    availableCredits: availableCredits(draft.account, draft.context.now),
    ...(command.renewal === undefined ? {} : { renewal: command.renewal }),
    ...(command.holdId === undefined ? {} : { holdId: command.holdId }),
  };
}
